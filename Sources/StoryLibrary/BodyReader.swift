import Folders
import Glibc
import PageFormats

/// Where a story's fullest text stands.
public struct BodyLocation: Hashable, Sendable {
  /// The page's file.
  public var path: String
  /// In the page's decoded text, as it was when the page was loaded.
  public var body: Range<Int>
  var identity: StoryIdentity
}

/// A story's text, read from its page.
public struct StoryBody: Hashable, Sendable {
  /// One line each, however long.
  public var paragraphs: [String]
  /// Without `#`.
  public var topics: [String]
  /// What readers said below the story's own page.
  public var comments: [String]
  /// Where the story was on the web; only where its own page tells it. Always http or https (see ``PageAddress``).
  public var address: String?

  /// A text put together by hand; ``BodyReader`` makes those of pages.
  public init(
    paragraphs: [String], topics: [String] = [], comments: [String] = [], address: String? = nil
  ) {
    self.paragraphs = paragraphs
    self.topics = topics
    self.comments = comments
    self.address = address
  }
}

extension StoryIdentity {
  /// The same title, and not two sources.
  fileprivate func canBe(_ other: StoryIdentity) -> Bool {
    titleID == other.titleID && (id == other.id || !isSourceKnown || !other.isSourceKnown)
  }
}

/// Reads the text of a story when somebody looks at it.
public enum BodyReader {
  /// A text as its page has it now.
  /// - Throws: what is wrong with the file: it, or the story in it, may have gone since it was loaded.
  public static func read(_ location: BodyLocation) throws(PageFileError) -> StoryBody {
    var buffer = PageFileBuffer()
    switch buffer.read(location.path, in: AT_FDCWD) {
    case .failure(let failure):
      throw PageFileError(problem: FileProblem(path: location.path, reason: .file(failure.error)))
    case .success(let contents):
      guard let body = PageParser.read(contents.bytes, { body(in: $0, at: location) }) else {
        throw PageFileError(problem: FileProblem(path: location.path, reason: .file(.vanished)))
      }
      return body
    }
  }

  private static func body(in page: ParsedPage, at location: BodyLocation) -> StoryBody? {
    let outline = page.outline
    guard let entry = entry(in: page, at: location) else { return nil }
    let isOwn = entry == outline.story
    return StoryBody(
      paragraphs: page.paragraphs(entry.body),
      topics: page.topics(of: entry, isOwn: isOwn).map { page.string($0) },
      comments: isOwn ? outline.comments.map { page.string($0) } : [],
      address: isOwn && outline.kind != .topic ? page.address : nil)
  }

  /// The entry with the headline, at the place where it was when the page was loaded if the file has not changed
  /// since: another story's text must not be taken for this one's.
  private static func entry(in page: ParsedPage, at location: BodyLocation) -> EntryOutline? {
    let found = ([page.outline.story] + page.outline.related)
      .map { (entry: $0, identity: identity(of: $0, in: page, at: location.path)) }
      .filter { $0.identity.canBe(location.identity) }
    let same = found.filter { $0.identity == location.identity }
    return (same.first { $0.entry.body == location.body } ?? same.first ?? found.first)?.entry
  }

  private static func identity(of entry: EntryOutline, in page: ParsedPage, at path: String) -> StoryIdentity
  {
    func text(_ range: ByteRange?) -> String? {
      range.map { page.string($0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
    return StoryIdentity(
      title: text(entry.title) ?? PageBatch.title(ofFile: path), source: text(entry.source))
  }
}

extension ParsedPage {
  /// An entry's topics: what a topic page lists has the page's topic, too.
  func topics(of entry: EntryOutline, isOwn: Bool) -> [ByteRange] {
    isOwn || outline.kind != .topic ? entry.topics : entry.topics + outline.story.topics
  }
}
