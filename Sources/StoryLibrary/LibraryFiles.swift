public import Folders
import Glibc
import PageFormats
import Tables

/// The files behind a library, for whoever goes through all texts.
extension Library {
  /// A file with a page in it.
  public struct File: Sendable {
    /// Where it is.
    public var path: String
    /// What it was when its page was read.
    public var stamp: FileStamp
  }

  /// How many numbers of files there are; some are of files that are gone.
  public var fileNumbers: Range<Int> { 0..<pages.count }

  /// The file with a number; nil when it is gone or has no page in it.
  public func file(_ number: Int) -> File? {
    let page = pages[UInt32(number)]
    return page.isPage ? File(path: path(ofPage: UInt32(number)), stamp: page.stamp) : nil
  }

  /// The stamp of a file; unknown when it is gone or has no page in it.
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

  /// How many entries all pages have.
  public var entryCount: Int { entries.count - deadEntries }

  /// The numbers that stories can have (see ``StoryIndex/number``).
  public var storyNumbers: Range<Int> { 0..<stories.count }
}

/// Reads pages one after another into the same memory, for whoever goes through all texts.
public struct TextReader: ~Copyable {
  private var buffer = PageFileBuffer()

  /// A reader for one thread.
  public init() {}

  /// An entry's texts as they stand in the page, in UTF-8, not yet made harmless: not for a screen.
  public struct Entry {
    /// Its headline.
    public var title: UnsafeBufferPointer<UInt8>
    /// Its text.
    public var body: UnsafeBufferPointer<UInt8>
  }

  /// Lends the bytes of a file and then, if they are wanted, its entries in the order that a library has them.
  /// - Parameters:
  ///   - path: of the file.
  ///   - isWanted: looks at all bytes of the file.
  ///   - body: takes an entry and its number on the page.
  /// - Returns: the stamp that the file has now; nil when it cannot be read.
  public mutating func read(
    _ path: String, isWanted: (UnsafeBufferPointer<UInt8>) -> Bool = { _ in true },
    _ body: (Int, Entry) -> Void
  ) -> FileStamp? {
    guard case .success(let file) = buffer.read(path, in: AT_FDCWD) else { return nil }
    if isWanted(file.bytes), !PageParser.isBinary(file.bytes) {
      PageParser.read(file.bytes) { page in TextReader.visit(page, body) }
    }
    return file.stamp
  }

  /// The rule of ``PageBatch``: an entry counts that has a headline or, as a page's own, a text.
  private static func visit(_ page: ParsedPage, _ body: (Int, Entry) -> Void) {
    var number = 0
    for (place, entry) in ([page.outline.story] + page.outline.related).enumerated() {
      let hasTitle = entry.title.map { !page.string($0).allSatisfy { $0 == " " } } == true
      guard hasTitle || (place == 0 && entry.body != nil) else { continue }
      let title = hasTitle ? entry.title ?? 0..<0 : 0..<0
      page.withBytes(title) { title in
        page.withBytes(entry.body ?? 0..<0) { body(number, Entry(title: title, body: $0)) }
      }
      number += 1
    }
  }
}
