/// A range of bytes in a page's decoded text.
public typealias ByteRange = Range<Int>

/// The ranges of a story's parts in a page's text, without copies of the text.
public struct EntryOutline: Sendable, Equatable {
  /// Its headline.
  public var title: ByteRange?
  /// Its publisher: the site.
  public var source: ByteRange?
  /// Its authors, separated by a comma and a space.
  public var author: ByteRange?
  /// Its web address, if given on the page.
  public var address: ByteRange?
  /// For a link, the relative path of the file it leads to (see ``RelativeFile``).
  public var file: ByteRange?
  /// The age or date as written on the page.
  public var when: ByteRange?
  /// The meaning of `when`; nil if it is unknown.
  public var age: Age?
  /// Without `#`.
  public var topics: [ByteRange] = []
  /// From the first to the last line; each line that is not blank is a paragraph.
  public var body: ByteRange?

  /// An empty outline.
  public init() {}
}

/// The structure of a page as byte ranges of its decoded text: all that a library stores of a page, determined
/// without copying any text.
public struct PageOutline: Sendable, Equatable {
  /// The kind of the page.
  public var kind: PageKind
  /// The page's own story.
  public var story: EntryOutline
  /// Readers' comments, one per line.
  public var comments: [ByteRange] = []
  /// The number of comments given on the page.
  public var commentCount: Int?
  /// The other stories listed on the page, in page order.
  public var related: [EntryOutline] = []
  /// All blocks, shown and folded, in page order; empty if a format gives only the story's body, each line of which
  /// is a paragraph.
  public var blocks: [PageBlock] = []
  /// The block that only lists the addresses of links, at the end of a dump.
  var addressList: ByteRange?
  /// The links in the shown blocks, in the order of the text.
  public var links: [PageLink] = []
  /// The language of the text as a BCP 47 tag (`en`, `pt-BR`).
  public var language: ByteRange?
  /// Whether it is doubtful which part is the story: the page is shown in full.
  public var isDoubtful = false
  /// The problems found while parsing.
  public var problems: [PageProblem] = []

  /// The folded blocks, which follow one another in the page's text; nil if nothing is folded. A list of addresses is
  /// left out, because nobody searches for its words. The known dumps have no such blocks: what their pages have besides
  /// the story is the same on each page, or belongs to stories of their own.
  public var folded: ByteRange? {
    let folded = blocks.lazy.filter { !$0.isShown && $0.range != addressList }
    guard let first = folded.first, let last = folded.last else { return nil }
    return first.range.lowerBound..<max(first.range.upperBound, last.range.upperBound)
  }

  /// An outline without any parts except the story.
  public init(kind: PageKind, story: EntryOutline = EntryOutline()) {
    self.kind = kind
    self.story = story
  }
}
