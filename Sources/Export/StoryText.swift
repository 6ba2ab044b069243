public import Marks
public import PageFormats
public import StoryLibrary
import Text

/// The readable parts of a story, ready to be exported in any format.
public struct StoryText: Hashable, Sendable {
  /// Its headline.
  public var title: String
  /// Its publisher.
  public var source: String?
  /// Its author.
  public var author: String?
  /// When it was published, in ISO 8601, or as written on the page if that cannot be parsed.
  public var time: String?
  /// Without `#`.
  public var topics: [String]
  /// Its text.
  public var blocks: [TextBlock]
  /// Its web address.
  public var address: String?
  /// The reader's labels.
  public var labels: [String] = []
  /// The reader's note, which may have several lines.
  public var note: String?
  /// The titles of related stories.
  public var related: [String]

  /// A story of a library. `isWhole`: with the folded text of its page.
  public init(_ story: Story, _ body: StoryBody, mark: Mark, related: [String], isWhole: Bool = false) {
    title = story.title
    source = story.source
    author = body.author
    time = story.published?.iso8601 ?? story.when
    topics = body.topics
    blocks = body.blocks.filter { $0.isShown || isWhole || body.isDoubtful }
    address = body.address
    labels = mark.labels
    note = mark.note.map { TextSanitizer.cleanLines($0) }
    self.related = related
  }

  /// A page's own story. `isWhole`: with the folded text of the page.
  public init(_ page: Page, isWhole: Bool = false) {
    self.init(page.story)
    blocks = page.blocks.filter { $0.isShown || isWhole || page.isDoubtful }
    address = page.address
  }

  /// A story as described by one page.
  public init(_ entry: Entry) {
    title = entry.title ?? "(no title)"
    source = entry.source
    author = entry.author
    time = entry.published?.iso8601 ?? entry.when
    topics = entry.topics
    blocks = entry.body.map { TextBlock(.paragraph, $0) }
    related = []
  }

  /// Source, author, time and topics, if known.
  var byline: [String] {
    [source, AuthorLine.text(author, beside: source), time].compactMap { $0 } + topics.map { "#" + $0 }
  }

  /// The lines of the note; none if it is empty.
  var noteLines: [Substring] {
    guard let note, !note.allSatisfy(\.isWhitespace) else { return [] }
    return note.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The address, if it is safe to link to.
  var linkedAddress: String? { address.flatMap { PageAddress.isWebAddress($0) ? $0 : nil } }
}
