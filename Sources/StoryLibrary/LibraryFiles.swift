import Captures
public import Folders
import PageFormats
import Tables

/// The files of a library, for reading all texts.
extension Library {
  /// A file that contains a page.
  public struct File: Sendable {
    /// Its path.
    public var path: String
    /// Its stamp when its page was read.
    public var stamp: FileStamp
  }

  /// The number of file numbers, including those of removed files.
  public var fileNumbers: Range<Int> { 0..<pages.count }

  /// The file with a number; nil if it was removed or contains no page.
  public func file(_ number: Int) -> File? {
    let page = pages[UInt32(number)]
    return page.isPage ? File(path: path(ofPage: UInt32(number)), stamp: page.stamp) : nil
  }

  /// Files in the order in which they are read fastest: the pages of an archive in its order, because pages of a
  /// compressed archive may have to be searched for from its beginning.
  public func inReadingOrder(_ files: [Int]) -> [Int] {
    let archived = files.compactMap { number -> (file: Int, folder: UInt32, place: CapturePlace)? in
      let page = pages[UInt32(number)]
      guard page.isInArchive, let place = CapturePlace(name: fileNames.string(page.name)) else { return nil }
      return (number, page.folder, place)
    }
    guard !archived.isEmpty else { return files }
    let sorted = archived.sorted { left, right in
      (left.folder, left.place.offset, left.place.skip) < (right.folder, right.place.offset, right.place.skip)
    }
    return files.filter { !pages[UInt32($0)].isInArchive } + sorted.map(\.file)
  }

  /// The stamp of a file; unknown if it was removed or contains no page.
  public func stamp(ofFile number: Int) -> FileStamp {
    let page = pages[UInt32(number)]
    return page.isPage ? page.stamp : .unknown
  }

  /// The story that is the n-th entry of a page.
  public func story(ofFile number: Int, entry: Int) -> StoryIndex? {
    let entries = entryNumbers(ofPage: UInt32(number))
    guard entry < entries.count else { return nil }
    return visible(self.entries[entries.lowerBound + UInt32(entry)].story)
  }

  /// The same if the story is shown with the text of this entry, and with what is folded on its page.
  public func shownStory(ofFile number: Int, entry: Int) -> StoryIndex? {
    guard let story = story(ofFile: number, entry: entry) else { return nil }
    let entries = entryNumbers(ofPage: UInt32(number))
    return stories[story.value].shown == entries.lowerBound + UInt32(entry) ? story : nil
  }

  /// The number of the story that is the n-th entry of a page, which may be shown as another one (see
  /// ``replacedStories``); nil if there is none.
  public func storyNumber(ofFile number: Int, entry: Int) -> StoryIndex? {
    let entries = entryNumbers(ofPage: UInt32(number))
    guard entry < entries.count else { return nil }
    let story = self.entries[entries.lowerBound + UInt32(entry)].story
    return story < stories.count ? StoryIndex(Int(story)) : nil
  }

  /// How many entries all pages have.
  public var entryCount: Int { entries.count - deadEntries }

  /// The numbers that stories can have (see ``StoryIndex/number``).
  public var storyNumbers: Range<Int> { 0..<stories.count }
}

/// Reads pages one after another into the same memory, for reading all texts.
public struct TextReader: ~Copyable {
  private var reader = CaptureReader { nil }

  /// A reader for one thread.
  public init() {}

  /// An entry's texts as they are in the page, in UTF-8, not yet sanitized: they must not be printed on a screen.
  public struct Entry {
    /// Its headline.
    public var title: UnsafeBufferPointer<UInt8>
    /// Its text.
    public var body: UnsafeBufferPointer<UInt8>
    /// What is folded on its page, for a page's own story.
    public var folded: UnsafeBufferPointer<UInt8>
  }

  /// Calls `isWanted` with the text of a file's page and then, if it returns true, `body` with its entries in library
  /// order.
  /// - Parameters:
  ///   - path: the path of the file.
  ///   - isWanted: inspects the whole text of the page, which may be as it was saved.
  ///   - body: receives an entry and its number on the page.
  /// - Returns: the current stamp of the file; nil if it cannot be read.
  public mutating func read(
    _ path: String, isWanted: (UnsafeBufferPointer<UInt8>) -> Bool = { _ in true },
    _ body: (Int, Entry) -> Void
  ) -> FileStamp? {
    let result = reader.read(path, in: nil) { lent in
      let isText = lent.capture.format == .text
      if PageParser.isBinary(lent.capture) || isText && !isWanted(lent.capture.bytes) { return true }
      PageParser.read(lent.capture) { page in
        // Words in HTML source may differ from the words that are read: `caf&eacute;`, `ha<wbr>rbour`.
        guard isText || page.withBytes(0..<page.byteCount, isWanted) else { return }
        TextReader.visit(page, body)
      }
      return true
    }
    return try? result.get().stamp
  }

  /// The rule of ``PageBatch``: an entry counts if it has a headline or, being the page's own, a text.
  private static func visit(_ page: ParsedPage, _ body: (Int, Entry) -> Void) {
    var number = 0
    for (place, entry) in ([page.outline.story] + page.outline.related).enumerated() {
      let hasTitle = entry.title.map { !page.string($0).allSatisfy { $0 == " " } } == true
      guard hasTitle || (place == 0 && entry.body != nil) else { continue }
      let title = hasTitle ? entry.title ?? 0..<0 : 0..<0
      page.withBytes(title) { title in
        page.withBytes(entry.body ?? 0..<0) { text in
          page.withBytes(place == 0 ? page.outline.folded ?? 0..<0 : 0..<0) {
            body(number, Entry(title: title, body: text, folded: $0))
          }
        }
      }
      number += 1
    }
  }
}
