public import Marks
import PageFormats
public import StoryLibrary
import Text

/// One story as `broadsheet list --json` and `show --json` print it, and as external commands receive it.
public struct StoryJSON: Encodable, Sendable {
  private let story: Story
  private let mark: Mark
  private let pages: [String]
  private let related: [StoryID]
  private let backlinks: [StoryID]
  private let versions: [StoryVersion]
  private let body: StoryBody?

  /// Without a body, the keys for text, topics, comments, address, author, language and format are omitted.
  public init(_ story: Story, mark: Mark, library: Library, body: StoryBody? = nil) {
    self.story = story
    self.mark = mark
    self.body = body
    versions = library.versions(of: story.index)
    pages = library.pagePaths(of: story.index).map { TextSanitizer.clean($0) }
    related = library.related(to: story.index).map { library.identity(of: $0).id }
    backlinks = library.backlinks(of: story.index).map { library.identity(of: $0).id }
  }

  private enum Key: String, CodingKey {
    case id, title, source, when, published, read, changed, starred, archived, labels, note, pages, versions,
      related,
      backlinks, topics, body, blocks, doubtful, comments, address, author, language, format
  }

  /// Encodes every key, with null or an empty value for what is unknown.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(story.id.description, forKey: .id)
    try container.encode(story.title, forKey: .title)
    try container.encode(story.source, forKey: .source)
    try container.encode(story.when, forKey: .when)
    try container.encode(story.published?.iso8601, forKey: .published)
    try container.encode(mark.read, forKey: .read)
    try container.encode(mark.isChanged, forKey: .changed)
    try container.encode(mark.starred, forKey: .starred)
    try container.encode(mark.archived, forKey: .archived)
    try container.encode(mark.labels, forKey: .labels)
    try container.encode(mark.note.map { TextSanitizer.cleanLines($0) }, forKey: .note)
    try container.encode(pages, forKey: .pages)
    try container.encode(versions.map(VersionJSON.init), forKey: .versions)
    try container.encode(related.map(\.description), forKey: .related)
    try container.encode(backlinks.map(\.description), forKey: .backlinks)
    guard let body else { return }
    try container.encode(body.topics, forKey: .topics)
    try container.encode(body.paragraphs, forKey: .body)
    try container.encode(body.comments, forKey: .comments)
    try container.encode(body.address, forKey: .address)
    try container.encode(body.blocks.map { BlockJSON($0) }, forKey: .blocks)
    try container.encode(body.isDoubtful, forKey: .doubtful)
    try container.encode(body.author, forKey: .author)
    try container.encode(body.language, forKey: .language)
    try container.encode(body.format?.rawValue, forKey: .format)
  }
}

/// A version of a story.
private struct VersionJSON: Encodable {
  let title: String
  /// When its newest page was saved, in UTC.
  let saved: String
  let pages: [String]

  init(_ version: StoryVersion) {
    title = version.title
    saved = PublicationTime(seconds: version.saved, precision: .minute).iso8601
    pages = version.paths.map { TextSanitizer.clean($0) }
  }
}
