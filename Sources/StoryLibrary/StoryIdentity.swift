import Text

/// A headline with its source, as numbers (see ``StoryID``): editions of one story share it.
public struct HeadlineID: Hashable, Sendable {
  /// The headline alone.
  public let title: StoryID
  /// With the source; the same as ``title`` where none is known. Earlier versions took it for the story's identity.
  public let sourced: StoryID

  /// Numbers known from before.
  public init(title: StoryID, sourced: StoryID) {
    (self.title, self.sourced) = (title, sourced)
  }

  /// As a page writes them.
  public init(title: String, source: String?) {
    self.title = StoryID(title: NormalizedTitle(title), source: .empty)
    let source = source.flatMap { $0.isEmpty ? nil : $0 }
    sourced = source.map { [title = self.title] in title.with(source: NormalizedTitle($0)) } ?? self.title
  }

  /// The same for texts that are there as UTF-8; an empty source is none.
  init(title: UnsafeBufferPointer<UInt8>, source: UnsafeBufferPointer<UInt8>) {
    self.title = StoryID.offsetBasis.hashing(normalized: title).separated
    sourced = source.isEmpty ? self.title : self.title.hashing(normalized: source)
  }

  /// Whether a source is part of it.
  public var isSourceKnown: Bool { sourced != title }

  /// The same headline, and not two sources.
  public func isCompatible(with other: HeadlineID) -> Bool {
    title == other.title && (sourced == other.sourced || !isSourceKnown || !other.isSourceKnown)
  }
}

/// What a story is, with all by which it is found again when its pages were saved anew: marks are kept with it.
public struct StoryIdentity: Sendable {
  /// What the story is known by.
  public let id: StoryID
  /// Its headline and source.
  public let headline: HeadlineID
  /// Of the text that is shown.
  public let text: TextSketch
  /// A hash of its pages' web address; 0 where no page tells one.
  public let address: UInt64
  /// The text is that of the story's own page, not of a page that lists it.
  public let isOwnText: Bool
  /// Which marks of its headline and source are the story's.
  public let inheritance: MarkInheritance

  /// An identity in all its parts.
  public init(
    id: StoryID, headline: HeadlineID, text: TextSketch = .none, address: UInt64 = 0, isOwnText: Bool = false,
    inheritance: MarkInheritance = .all
  ) {
    (self.id, self.headline, self.text, self.address) = (id, headline, text, address)
    (self.isOwnText, self.inheritance) = (isOwnText, inheritance)
  }

  /// That of a story of which no text is known, as a page writes its title and source.
  public init(title: String, source: String?) {
    let headline = HeadlineID(title: title, source: source)
    self.init(id: headline.sourced, headline: headline)
  }

  /// That of a story with a text.
  public init(title: String, source: String?, text: String) {
    let headline = HeadlineID(title: title, source: source)
    var text = text
    let sketch = text.withUTF8 { TextSketch($0) }
    self.init(id: headline.sourced.with(text: sketch), headline: headline, text: sketch)
  }

  /// The headline alone.
  public var titleID: StoryID { headline.title }

  /// Whether the story's source is part of what it is.
  public var isSourceKnown: Bool { headline.isSourceKnown }

  /// Changes when the story's own page is saved with another text; 0 where it is only listed.
  public var version: UInt64 { isOwnText ? text.hash64 : 0 }

  /// How near a story is to another one, which was marked, in the order of what to believe first; nil for two
  /// stories. This is the rule by which entries become stories (see ``StoryGrouping``).
  public func distance(to marked: StoryIdentity) -> Int? {
    if address != 0, address == marked.address { return 0 }
    let relation = headline.relation(of: text, to: marked.headline, marked.text)
    return relation == .different ? nil : relation.rawValue
  }
}

extension StoryIdentity: Hashable {
  /// The rest says how the story looks now.
  public static func == (a: StoryIdentity, b: StoryIdentity) -> Bool { a.id == b.id }

  /// As for equality.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// Which of several stories has the marks that tell nothing but a headline and a source: those of earlier versions,
/// and those of stories without a text. It is the one that would have been shown then: of those with pages saved
/// before the mark was made, the one with the longest text.
public struct MarkInheritance: Hashable, Sendable {
  /// When marks of the headline with its source must have been made, in seconds since 1970 (UTC).
  public var sourced: Range<Int64>
  /// The same for marks of the headline alone.
  public var unsourced: Range<Int64>

  /// Spans of time put together by hand.
  public init(sourced: Range<Int64>, unsourced: Range<Int64>) {
    (self.sourced, self.unsourced) = (sourced, unsourced)
  }

  /// Whenever they were made; of the headline alone where that is all there is.
  public static let all = MarkInheritance(sourced: .min ..< .max, unsourced: 0..<0)
}
