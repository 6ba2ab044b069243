import Captures
public import Folders
import PageFormats
import Tables
import Text

/// The headlines of some pages of one folder, created on a loading thread and ready to be merged into a ``Library``;
/// also lists the removed pages of that folder.
public struct PageBatch: Sendable {
  /// Removed files or folders, unless they were read again later.
  enum Gone: Sendable {
    case file(name: String, reading: UInt32)
    /// All pages in the folder and its subfolders.
    case everything(reading: UInt32)
  }

  let folder: String
  private(set) var pages: [PageRow] = []
  private(set) var entries: [EntryRow] = []
  private(set) var gone: [Gone] = []
  /// The stamp of the folder when it was listed.
  var folderStamp: FileStamp?
  private var text: [UInt8] = []
  /// Files that could not be read.
  private(set) var problems: [FileProblem] = []
  /// Bytes of the files read.
  public private(set) var byteCount = 0
  /// Files examined, including those without a page and unchanged ones.
  public private(set) var fileCount = 0

  /// A batch without pages.
  /// - Parameter folder: the folder of the files; empty if their names are whole paths.
  public init(folder: String) {
    self.folder = folder
  }

  func path(of name: String) -> String {
    FilePath.joined(folder, name)
  }

  /// Whether merging it would not change a library.
  public var changesNothing: Bool {
    pages.isEmpty && gone.isEmpty && problems.isEmpty && folderStamp == nil
  }

  /// Whether merging it may add, change or remove stories.
  public var changesStories: Bool { !pages.isEmpty || !gone.isEmpty }

  func withText(_ body: (BatchText) -> Void) {
    text.withUnsafeBufferPointer { body(BatchText(bytes: $0)) }
  }

  mutating func addProblem(_ reason: FileProblem.Reason, name: String) {
    fileCount += 1
    problems.append(FileProblem(path: path(of: name), reason: reason))
  }

  /// Counts a file that has not changed since it was last read.
  mutating func addUnchanged() {
    fileCount += 1
  }

  /// Adds a removed file.
  /// - Parameters:
  ///   - name: its name in the folder of the batch.
  ///   - reading: the reading that noticed the removal (see ``ReadingCounter``).
  public mutating func addGone(_ name: String, reading: UInt32) {
    gone.append(.file(name: name, reading: reading))
  }

  /// Adds the removal of the folder itself and everything in it.
  public mutating func addGoneFolder(reading: UInt32) {
    gone.append(.everything(reading: reading))
  }

  /// Adds an archive whose pages have been delivered.
  mutating func addArchive(_ file: CaptureReader.File, name: String, reading: UInt32) {
    fileCount += 1
    var row = PageRow(
      name: append(name), stamp: file.stamp, saved: SavedTime(seconds: 0, origin: .modification),
      reading: reading,
      isPage: false, isArchive: true, entries: entries.count..<entries.count)
    row.problems = SkippedRecord.allCases.compactMap { reason in
      file.skipped[reason].flatMap { ProblemRecord(.skippedRecords(reason, count: $0)) }
    }
    pages.append(row)
  }

  /// Adds a file that was read and is not a page.
  mutating func add(_ problem: ProblemRecord, name: String, stamp: FileStamp, reading: UInt32) {
    fileCount += 1
    let end = entries.count
    pages.append(
      PageRow(
        name: append(name), stamp: stamp, saved: SavedTime(seconds: 0, origin: .modification),
        reading: reading, isPage: false, entries: end..<end,
        problems: [problem]))
  }

  /// Adds one page of text.
  /// - Parameters:
  ///   - bytes: the whole contents of its file, as saved.
  ///   - name: the name of its file in the folder of the batch.
  ///   - saved: when the page was saved, in seconds since 1970 (UTC).
  ///   - stamp: the stamp of its file.
  ///   - reading: the number of this reading: of two readings of a file, the one with the higher number counts.
  public mutating func add(
    _ bytes: UnsafeBufferPointer<UInt8>, name: String, saved: Int64, stamp: FileStamp = .unknown,
    reading: UInt32 = 0
  ) {
    let saved = SavedTime(seconds: saved, origin: .modification)
    add(
      CaptureReader.Page(capture: Capture(bytes: bytes, format: .text), saved: saved, stamp: stamp),
      name: name,
      reading: reading)
  }

  /// Adds one page of a file.
  mutating func add(_ captured: CaptureReader.Page, name: String, reading: UInt32) {
    byteCount += captured.capture.bytes.count
    guard !PageParser.isBinary(captured.capture) else {
      if let problem = ProblemRecord(.binary) {
        add(problem, name: name, stamp: captured.stamp, reading: reading)
      }
      return
    }
    if captured.nameInArchive == nil { fileCount += 1 }
    PageParser.read(captured.capture) { page in
      let first = entries.count
      let saved = captured.saved.seconds
      addOwn(page, name: name, saved: saved)
      for entry in page.outline.related where !page.isLink(entry) {
        add(entry, of: page, saved: saved, isOwn: false)
      }
      var row = PageRow(
        name: append(name), stamp: captured.stamp, saved: captured.saved, reading: reading, isPage: true,
        entries: first..<entries.count)
      row.isInArchive = captured.nameInArchive != nil
      addFacts(of: page, named: name, to: &row)
      row.problems = page.outline.problems.compactMap { ProblemRecord(.page($0)) }
      pages.append(row)
    }
  }

  /// Adds the page's metadata and links.
  private mutating func addFacts(of page: ParsedPage, named name: String, to row: inout PageRow) {
    if page.outline.kind != .topic, page.mayTellAddress, let address = page.address {
      row.address = AddressHash.of(address)
      if row.address != nil { row.addressText = append(address) }
    }
    row.author = append(page.outline.story.author, of: page)
    row.language = append(page.outline.language, of: page)
    row.syntax = page.syntax
    let folder = folder
    let related = page.outline.related.lazy.compactMap {
      page.link(to: $0, at: FilePath.joined(folder, name))
    }
    row.addLinks(related, atMost: Library.mostLinks)
    let inText = page.outline.links.lazy.map { link in
      StoryLink(
        title: "", address: page.text(of: link.address),
        file: page.file(link.file, besidePage: FilePath.joined(folder, name)))
    }
    row.addLinks(inText, atMost: 2 * Library.mostLinks)
  }

  /// A text without a headline is titled with the name of its file, so that nothing is lost.
  private mutating func addOwn(_ page: ParsedPage, name: String, saved: Int64) {
    let story = page.outline.story
    if add(story, of: page, saved: saved, isOwn: true) || story.body == nil { return }
    let title = append(PageBatch.title(of: page, atPath: name))
    add(story, of: page, saved: saved, isOwn: true, title: title, source: .none, dateText: .none)
  }

  /// The title of a page without a headline: the last part of its path, which does not depend on the folder; for a page
  /// in an archive its address, because its name there is a number.
  static func title(of page: ParsedPage, atPath path: String) -> String {
    let name = path.split(separator: "/").last.map { String($0) } ?? path
    let address = CapturePlace(name: name) == nil ? nil : page.address
    return TextSanitizer.clean(address ?? name)
  }

  /// - Returns: false for an entry without a title, which is not added.
  @discardableResult
  private mutating func add(
    _ entry: EntryOutline, of page: ParsedPage, saved: Int64, isOwn: Bool
  ) -> Bool {
    let title = append(entry.title, of: page)
    guard title.count > 0 else { return false }
    let source = append(entry.source, of: page)
    let dateText = append(entry.when, of: page)
    add(entry, of: page, saved: saved, isOwn: isOwn, title: title, source: source, dateText: dateText)
    return true
  }

  private mutating func add(
    _ entry: EntryOutline, of page: ParsedPage, saved: Int64, isOwn: Bool, title: TextRange,
    source: TextRange,
    dateText: TextRange
  ) {
    let body = entry.body ?? 0..<0
    let (headline, titleHash) = headline(title: title, source: source)
    let sketch = page.withBytes(body) { TextSketch($0) }
    entries.append(
      EntryRow(
        headline: headline, id: headline.sourced.with(text: sketch), title: title, titleHash: titleHash,
        source: source, dateText: dateText,
        published: entry.age?.time(savedAt: saved), body: UInt32(body.lowerBound)..<UInt32(body.upperBound),
        sketch: sketch, isOwn: isOwn,
        isCut: TextEnd.isCut(body, of: page, isOwn: isOwn),
        topics: append(topics: page.topics(of: entry, isOwn: isOwn), of: page)))
  }

  private func headline(title: TextRange, source: TextRange) -> (HeadlineID, titleHash: UInt32) {
    text.withUnsafeBufferPointer { bytes in
      let text = BatchText(bytes: bytes)
      return (
        HeadlineID(title: text[title], source: text[source]),
        UInt32(truncatingIfNeeded: ByteHash.of(text[title]))
      )
    }
  }

  private mutating func append(_ range: ByteRange?, of page: ParsedPage) -> TextRange {
    guard let range else { return .none }
    let start = text.count
    page.append(range, to: &text)
    while text.count > start, text.last == 0x20 { text.removeLast() }
    return TextRange(start: UInt32(start), count: UInt32(text.count - start))
  }

  private mutating func append(topics: [ByteRange], of page: ParsedPage) -> TextRange {
    let start = text.count
    for topic in topics {
      if append(topic, of: page).count > 0 { text.append(0x0A) }
    }
    return TextRange(start: UInt32(start), count: UInt32(text.count - start))
  }

  private mutating func append(_ string: String) -> TextRange {
    let start = text.count
    text.append(contentsOf: string.utf8)
    return TextRange(start: UInt32(start), count: UInt32(text.count - start))
  }
}
