public import Text

/// What a saved page is.
public enum PageKind: String, Sendable, Hashable {
  /// One story with related stories beside it.
  case article
  /// A list of stories about one topic.
  case topic
  /// Any other text: it is shown whole.
  case unknown
}

/// A story as one page carries it.
public struct Entry: Hashable, Sendable {
  /// Its headline.
  public var title: String?
  /// Who published it.
  public var source: String?
  /// Who wrote it; several names have a comma between them.
  public var author: String?
  /// Its web address, where the page tells it. Always http or https.
  public var address: String?
  /// The age or date as the page says it: `16 hours ago`, `12-03-2025`.
  public var when: String?
  /// The time that `when` means, counted from when the page was saved; nil when either is unknown.
  public var published: PublicationTime?
  /// Without `#`.
  public var topics: [String]
  /// The texts of its blocks.
  public var body: [String]

  /// An entry; what a page does not say is left out.
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

/// What could not be understood in a page. The rest of the page is there all the same.
public enum PageProblem: Hashable, Sendable {
  /// There is no text at all.
  case empty
  /// Bytes that are not text in the page's encoding, shown as U+FFFD.
  case undecodableBytes(count: Int)
  /// Nothing says what the page is written in: it was read as what it most probably is.
  case guessedEncoding(TextEncoding)
  /// A page of which it is doubtful what its story is: shown whole.
  case unknownFormat
  /// The page begins with the furniture below its story.
  case missingTitle
  /// The file ends inside the site's furniture or inside a related story's heading.
  case cutShort

  /// All of the page is there all the same.
  public var isHarmless: Bool {
    switch self {
    case .guessedEncoding, .unknownFormat: true
    case .empty, .undecodableBytes, .missingTitle, .cutShort: false
    }
  }
}

/// One saved page, as it stands in one file. Its texts are free of control bytes, escape sequences and bidi
/// overrides (see ``TextSanitizer``).
public struct Page: Hashable, Sendable {
  /// What the page is.
  public var kind: PageKind
  /// The page's own story. On a topic page it has topics alone.
  public var story: Entry
  /// What readers wrote under the story, a line each.
  public var comments: [String]
  /// How many comments the page says it has; nil when it says nothing.
  public var commentCount: Int?
  /// The stories that the page lists beside its own, in its order.
  public var related: [Entry]
  /// What could not be understood.
  public var problems: [PageProblem]
  /// All of the page's blocks in its order: those of the story, and what is folded.
  public var blocks: [TextBlock] = []
  /// It is doubtful what the story is.
  public var isDoubtful = false
  /// How the page is written.
  public var syntax = PageSyntax.text
  /// What its file is written in.
  public var encoding = TextEncoding.utf8
  /// The language of the text as BCP 47 has it.
  public var language: String?
  /// Where the page was on the web. Always http or https.
  public var address: String?

  /// A page; what it does not have is left out.
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
