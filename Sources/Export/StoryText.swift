public import Marks
public import PageFormats
public import StoryLibrary
import Text

/// What there is to read of a story, ready to be written down in some format.
public struct StoryText: Hashable, Sendable {
  /// Its headline.
  public var title: String
  /// Who published it.
  public var source: String?
  /// Who wrote it.
  public var author: String?
  /// When, in ISO 8601, or as a page says it where that is not known.
  public var time: String?
  /// Without `#`.
  public var topics: [String]
  /// Its text.
  public var blocks: [TextBlock]
  /// Where it was on the web.
  public var address: String?
  /// The reader's labels.
  public var labels: [String] = []
  /// What the reader wrote about it; it may have several lines.
  public var note: String?
  /// The titles of related stories.
  public var related: [String]

  /// A story of a library. `isWhole`: with what is folded on its page, too.
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

  /// A page's own story. `isWhole`: with what is folded on the page, too.
  public init(_ page: Page, isWhole: Bool = false) {
    self.init(page.story)
    blocks = page.blocks.filter { $0.isShown || isWhole || page.isDoubtful }
    address = page.address
  }

  /// A story as one page carries it.
  public init(_ entry: Entry) {
    title = entry.title ?? "(no title)"
    source = entry.source
    author = entry.author
    time = entry.published?.iso8601 ?? entry.when
    topics = entry.topics
    blocks = entry.body.map { TextBlock(.paragraph, $0) }
    related = []
  }

  /// Source, author, time and topics, those there are.
  var byline: [String] { [source, author, time].compactMap { $0 } + topics.map { "#" + $0 } }

  /// The lines of the note; none when there is nothing in it.
  var noteLines: [Substring] {
    guard let note, !note.allSatisfy(\.isWhitespace) else { return [] }
    return note.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The address, if a link to it can do no harm.
  var linkedAddress: String? { address.flatMap { PageAddress.isWebAddress($0) ? $0 : nil } }
}
