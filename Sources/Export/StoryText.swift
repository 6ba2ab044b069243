public import PageFormats
public import StoryLibrary
import Text

/// What there is to read of a story, ready to be written down in some format.
public struct StoryText: Hashable, Sendable {
  /// Its headline.
  public var title: String
  /// Who published it.
  public var source: String?
  /// When, in ISO 8601, or as a page says it where that is not known.
  public var time: String?
  /// Without `#`.
  public var topics: [String]
  /// One line each, however long.
  public var paragraphs: [String]
  /// Where it was on the web.
  public var address: String?
  /// What the reader wrote about it; it may have several lines.
  public var note: String?
  /// The titles of related stories.
  public var related: [String]

  /// A story of a library.
  public init(_ story: Story, _ body: StoryBody, note: String?, related: [String]) {
    title = story.title
    source = story.source
    time = story.published?.iso8601 ?? story.when
    topics = body.topics
    paragraphs = body.paragraphs
    address = body.address
    self.note = note.map { TextSanitizer.cleanLines($0) }
    self.related = related
  }

  /// A story as one page carries it.
  public init(_ entry: Entry) {
    title = entry.title ?? "(no title)"
    source = entry.source
    time = entry.published?.iso8601 ?? entry.when
    topics = entry.topics
    paragraphs = entry.body
    related = []
  }

  /// Source, time and topics, those there are.
  var byline: [String] { [source, time].compactMap { $0 } + topics.map { "#" + $0 } }

  /// The lines of the note; none when there is nothing in it.
  var noteLines: [Substring] {
    guard let note, !note.allSatisfy(\.isWhitespace) else { return [] }
    return note.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The address, if a link to it can do no harm.
  var linkedAddress: String? { address.flatMap { PageAddress.isWebAddress($0) ? $0 : nil } }
}
