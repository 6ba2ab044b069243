/// A range of bytes in a page's decoded text.
public typealias ByteRange = Range<Int>

/// A story as it stands in a page: where its parts are, nothing copied.
public struct EntryOutline: Sendable, Equatable {
  public var title: ByteRange?
  public var source: ByteRange?
  public var when: ByteRange?
  public var age: Age?
  public var topics: [ByteRange] = []
  /// From the first to the last line; each line that is not blank is a paragraph.
  public var body: ByteRange?

  public init() {}
}

/// The structure of a page as byte ranges of its decoded text: all that a library keeps of a page, found without
/// copying any text.
public struct PageOutline: Sendable, Equatable {
  public var kind: PageKind
  public var story: EntryOutline
  public var comments: [ByteRange] = []
  public var commentCount: Int?
  public var related: [EntryOutline] = []
  public var problems: [PageProblem] = []

  public init(kind: PageKind, story: EntryOutline = EntryOutline()) {
    self.kind = kind
    self.story = story
  }
}
