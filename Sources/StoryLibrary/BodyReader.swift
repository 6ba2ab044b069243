import Glibc
import PageDump

/// Where a story's fullest text stands.
public struct BodyLocation: Hashable, Sendable {
  public var path: String
  /// In the page's decoded text, as it was when the page was loaded.
  public var body: Range<Int>
  var identity: StoryIdentity
}

/// A story's text, read from its page.
public struct StoryBody: Hashable, Sendable {
  public var paragraphs: [String]
  public var topics: [String]
  public var comments: [String]

  public init(paragraphs: [String], topics: [String] = [], comments: [String] = []) {
    self.paragraphs = paragraphs
    self.topics = topics
    self.comments = comments
  }
}

/// Reads the text of a story when somebody looks at it.
public enum BodyReader {
  /// - Throws: what is wrong with the file: it may have gone since it was loaded.
  public static func read(_ location: BodyLocation) throws(PageFileError) -> StoryBody {
    var buffer = PageFileBuffer()
    switch buffer.read(location.path, in: AT_FDCWD) {
    case .failure(let failure):
      throw PageFileError(problem: FileProblem(path: location.path, reason: failure.reason))
    case .success(let contents):
      return PageParser.read(contents.bytes) { body(in: $0, at: location) }
    }
  }

  private static func body(in page: ParsedPage, at location: BodyLocation) -> StoryBody {
    let outline = page.outline
    let entry = entry(in: page, at: location)
    let isOwn = entry == outline.story
    let topics = isOwn || outline.kind != .topic ? entry.topics : entry.topics + outline.story.topics
    return StoryBody(
      paragraphs: page.paragraphs(entry.body), topics: topics.map { page.string($0) },
      comments: isOwn ? outline.comments.map { page.string($0) } : [])
  }

  /// The entry at the place where it was when the page was loaded or, in a file changed since, by its headline.
  private static func entry(in page: ParsedPage, at location: BodyLocation) -> EntryOutline {
    let outline = page.outline
    let entries = [outline.story] + outline.related
    if let same = entries.first(where: { $0.body == location.body }) { return same }
    for entry in entries {
      guard let title = entry.title else { continue }
      let identity = StoryIdentity(title: page.string(title), source: entry.source.map { page.string($0) })
      if identity.titleID == location.identity.titleID { return entry }
    }
    return outline.story
  }
}
