import PageDump

/// The headlines of some pages of one folder, made on a loading thread and ready to be merged into a
/// ``Library``.
public struct PageBatch: Sendable {
  struct PageRow: Sendable {
    var name: TextRange
    var saved: Int64
    /// In `entries`; the page's own story first, if it has one.
    var entries: Range<Int>
  }

  struct EntryRow: Sendable {
    var identity: StoryIdentity
    var title: TextRange
    var source: TextRange
    var when: TextRange
    var published: PublicationTime?
    /// In the page's decoded text; empty when the page has the headline alone.
    var body: Range<UInt32>
    var isOwn: Bool
  }

  let folder: String
  private(set) var pages: [PageRow] = []
  private(set) var entries: [EntryRow] = []
  private(set) var text: [UInt8] = []
  /// Files among them that gave no page or were not understood whole.
  public private(set) var problems: [FileProblem] = []
  /// Bytes of the files read.
  public private(set) var byteCount = 0
  /// Files looked at, those without a page too.
  public private(set) var fileCount = 0

  /// A batch without pages.
  /// - Parameter folder: where the files are; empty when their names are whole paths.
  public init(folder: String) {
    self.folder = folder
  }

  func path(of name: String) -> String {
    FilePath.joined(folder, name)
  }

  mutating func addProblem(_ reason: FileProblem.Reason, name: String) {
    fileCount += 1
    problems.append(FileProblem(path: path(of: name), reason: reason))
  }

  /// Adds one page.
  /// - Parameters:
  ///   - bytes: all of its file, as it was saved.
  ///   - name: of its file, in the folder of the batch.
  ///   - saved: when the page was saved, in seconds since 1970 (UTC).
  public mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, name: String, saved: Int64) {
    fileCount += 1
    byteCount += bytes.count
    guard !PageParser.isBinary(bytes) else {
      problems.append(FileProblem(path: path(of: name), reason: .binary))
      return
    }
    PageParser.read(bytes) { page in
      let first = entries.count
      addOwn(page, name: name, saved: saved)
      for entry in page.outline.related { add(entry, of: page, saved: saved, isOwn: false) }
      pages.append(PageRow(name: append(name), saved: saved, entries: first..<entries.count))
      for problem in page.outline.problems {
        problems.append(FileProblem(path: path(of: name), reason: .page(problem)))
      }
    }
  }

  /// A text without a headline goes by its file's name: nothing is lost.
  private mutating func addOwn(_ page: ParsedPage, name: String, saved: Int64) {
    let story = page.outline.story
    if add(story, of: page, saved: saved, isOwn: true) || story.body == nil { return }
    let title = PageBatch.title(ofFile: name)
    entries.append(
      EntryRow(
        identity: StoryIdentity(title: title, source: nil), title: append(title), source: .none, when: .none,
        published: story.age?.time(savedAt: saved), body: body(story), isOwn: true))
  }

  /// The last part of a path: the same whatever folder a file is found in.
  static func title(ofFile path: String) -> String {
    TextSanitizer.clean(path.split(separator: "/").last.map { String($0) } ?? path)
  }

  /// - Returns: false for an entry without a title, which is not added.
  @discardableResult
  private mutating func add(
    _ entry: EntryOutline, of page: ParsedPage, saved: Int64, isOwn: Bool
  ) -> Bool {
    let title = append(entry.title, of: page)
    guard title.count > 0 else { return false }
    let source = append(entry.source, of: page)
    let when = append(entry.when, of: page)
    entries.append(
      EntryRow(
        identity: identity(title: title, source: source), title: title, source: source, when: when,
        published: entry.age?.time(savedAt: saved), body: body(entry), isOwn: isOwn))
    return true
  }

  private func body(_ entry: EntryOutline) -> Range<UInt32> {
    entry.body.map { UInt32($0.lowerBound)..<UInt32($0.upperBound) } ?? 0..<0
  }

  private func identity(title: TextRange, source: TextRange) -> StoryIdentity {
    let title = NormalizedTitle(utf8: text[title.range])
    let titleID = StoryID(title: title, source: .empty)
    guard source.count > 0 else { return StoryIdentity(id: titleID, titleID: titleID) }
    let id = titleID.with(source: NormalizedTitle(utf8: text[source.range]))
    return StoryIdentity(id: id, titleID: titleID)
  }

  private mutating func append(_ range: ByteRange?, of page: ParsedPage) -> TextRange {
    guard let range else { return .none }
    let start = text.count
    page.append(range, to: &text)
    while text.count > start, text.last == 0x20 { text.removeLast() }
    return TextRange(start: UInt32(start), count: UInt32(text.count - start))
  }

  private mutating func append(_ string: String) -> TextRange {
    let start = text.count
    text.append(contentsOf: string.utf8)
    return TextRange(start: UInt32(start), count: UInt32(text.count - start))
  }
}
