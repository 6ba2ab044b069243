/// A range of bytes in a page's decoded text.
public typealias ByteRange = Range<Int>

/// A story as it stands in a page: where its parts are, nothing copied.
public struct EntryOutline: Sendable, Equatable {
  /// Its headline.
  public var title: ByteRange?
  /// Who published it: the site.
  public var source: ByteRange?
  /// Who wrote it; several names have a comma and a space between them.
  public var author: ByteRange?
  /// Its web address, where the page tells it.
  public var address: ByteRange?
  /// The age or date as the page says it.
  public var when: ByteRange?
  /// What that means; nil when it is not known.
  public var age: Age?
  /// Without `#`.
  public var topics: [ByteRange] = []
  /// From the first to the last line; each line that is not blank is a paragraph.
  public var body: ByteRange?

  /// Nothing yet.
  public init() {}
}

/// The structure of a page as byte ranges of its decoded text: all that a library keeps of a page, found
/// without copying any text.
public struct PageOutline: Sendable, Equatable {
  /// What the page is.
  public var kind: PageKind
  /// The page's own story.
  public var story: EntryOutline
  /// What readers wrote, a line each.
  public var comments: [ByteRange] = []
  /// How many comments the page says it has.
  public var commentCount: Int?
  /// The stories that the page lists beside its own, in its order.
  public var related: [EntryOutline] = []
  /// All of the page's blocks, shown and folded, in its order; empty for a format that tells only the story's
  /// body, of which each line is a paragraph.
  public var blocks: [PageBlock] = []
  /// The links in the shown blocks, in the order of the text.
  public var links: [PageLink] = []
  /// The language of the text as BCP 47 has it (`en`, `pt-BR`).
  public var language: ByteRange?
  /// It is doubtful what the story is: the page is shown whole.
  public var isDoubtful = false
  /// What could not be understood.
  public var problems: [PageProblem] = []

  /// An outline without any parts but the story.
  public init(kind: PageKind, story: EntryOutline = EntryOutline()) {
    self.kind = kind
    self.story = story
  }
}
