public import Text

/// The kind of a saved page.
public enum PageKind: String, Sendable, Hashable {
  /// One story with related stories beside it.
  case article
  /// A list of stories about one topic.
  case topic
  /// Any other text, which is shown in full.
  case unknown
}

/// A story as found on one page.
public struct Entry: Hashable, Sendable {
  /// Its headline.
  public var title: String?
  /// Its publisher.
  public var source: String?
  /// Its authors, separated by commas.
  public var author: String?
  /// Its web address, if given on the page. Always http or https.
  public var address: String?
  /// The age or date as written on the page: `16 hours ago`, `12-03-2025`.
  public var when: String?
  /// The time that `when` means, relative to the time when the page was saved; nil if either is unknown.
  public var published: PublicationTime?
  /// Without `#`.
  public var topics: [String]
  /// The texts of its blocks.
  public var body: [String]

  /// A story; parts that the page does not have are left out.
  public init(
    title: String? = nil, source: String? = nil, when: String? = nil, published: PublicationTime? = nil,
    topics: [String] = [], body: [String] = []
  ) {
    self.title = title
    self.source = source
    self.when = when
    self.published = published
    self.topics = topics
    self.body = body
  }
}

/// A problem found while parsing a page. The rest of the page is still available.
public enum PageProblem: Hashable, Sendable {
  /// The page has no text.
  case empty
  /// Bytes that are not valid in the page's encoding, shown as U+FFFD.
  case undecodableBytes(count: Int)
  /// The page's encoding is not declared: the most probable one was used.
  case guessedEncoding(TextEncoding)
  /// It is doubtful which part of the page is its story, so the page is shown in full.
  case unknownFormat
  /// The page begins with the furniture that normally follows its story.
  case missingTitle
  /// The file ends inside the site's furniture or inside a related story's heading.
  case cutShort

  /// The page is nevertheless complete.
  public var isHarmless: Bool {
    switch self {
    case .guessedEncoding, .unknownFormat: true
    case .empty, .undecodableBytes, .missingTitle, .cutShort: false
    }
  }
}

/// One saved page, as found in one file. Its texts are free of control bytes, escape sequences and bidi overrides
/// (see ``TextSanitizer``).
public struct Page: Hashable, Sendable {
  /// The kind of the page.
  public var kind: PageKind
  /// The page's own story. On a topic page it has only topics.
  public var story: Entry
  /// Readers' comments on the story, one per line.
  public var comments: [String]
  /// The number of comments given on the page; nil if there is none.
  public var commentCount: Int?
  /// The other stories listed on the page, in page order.
  public var related: [Entry]
  /// The problems found while parsing.
  public var problems: [PageProblem]
  /// All blocks in page order: those of the story, and the folded ones.
  public var blocks: [TextBlock] = []
  /// Whether it is doubtful which part is the story.
  public var isDoubtful = false
  /// The syntax of the page.
  public var syntax = PageSyntax.text
  /// The encoding of its file.
  public var encoding = TextEncoding.utf8
  /// The language of the text as a BCP 47 tag.
  public var language: String?
  /// The web address of the page. Always http or https.
  public var address: String?

  /// A page; parts that it does not have are left out.
  public init(
    kind: PageKind, story: Entry, comments: [String] = [], commentCount: Int? = nil, related: [Entry] = [],
    problems: [PageProblem] = []
  ) {
    self.kind = kind
    self.story = story
    self.comments = comments
    self.commentCount = commentCount
    self.related = related
    self.problems = problems
  }
}
