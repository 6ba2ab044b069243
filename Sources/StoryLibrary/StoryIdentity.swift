import Text

/// A headline with its source, as numbers (see ``StoryID``): editions of one story share it.
public struct HeadlineID: Hashable, Sendable {
  /// The identifier of the headline alone.
  public let title: StoryID
  /// With the source; the same as ``title`` if it is unknown. Earlier versions used it as the story's identity.
  public let sourced: StoryID

  /// Existing numbers.
  public init(title: StoryID, sourced: StoryID) {
    (self.title, self.sourced) = (title, sourced)
  }

  /// From a title and source as written on a page.
  public init(title: String, source: String?) {
    self.title = StoryID(title: NormalizedTitle(title), source: .empty)
    let source = source.flatMap { $0.isEmpty ? nil : $0 }
    sourced = source.map { [title = self.title] in title.with(source: NormalizedTitle($0)) } ?? self.title
  }

  /// The same for UTF-8 texts; an empty source means none.
  init(title: UnsafeBufferPointer<UInt8>, source: UnsafeBufferPointer<UInt8>) {
    self.title = StoryID.offsetBasis.hashing(normalized: title).separated
    sourced = source.isEmpty ? self.title : self.title.hashing(normalized: source)
  }

  /// Whether it includes a source.
  public var isSourceKnown: Bool { sourced != title }

  /// Whether the headlines are the same and the sources do not differ.
  public func isCompatible(with other: HeadlineID) -> Bool {
    title == other.title && (sourced == other.sourced || !isSourceKnown || !other.isSourceKnown)
  }
}

/// The identity of a story, with everything needed to recognize it when its pages were saved again: it is stored with
/// marks.
public struct StoryIdentity: Sendable {
  /// The story's identifier.
  public let id: StoryID
  /// Its headline and source.
  public let headline: HeadlineID
  /// The sketch of the shown text.
  public let text: TextSketch
  /// A hash of its pages' web address; 0 if no page has one.
  public let address: UInt64
  /// Whether the text comes from the story's own page, not from a page that lists it.
  public let isOwnText: Bool
  /// Which marks of its headline and source belong to the story.
  public let inheritance: MarkInheritance

  /// An identity with all its parts.
  public init(
    id: StoryID, headline: HeadlineID, text: TextSketch = .none, address: UInt64 = 0, isOwnText: Bool = false,
    inheritance: MarkInheritance = .all
  ) {
    (self.id, self.headline, self.text, self.address) = (id, headline, text, address)
    (self.isOwnText, self.inheritance) = (isOwnText, inheritance)
  }

  /// The identity of a story without a known text, from a title and source as written on a page.
  public init(title: String, source: String?) {
    let headline = HeadlineID(title: title, source: source)
    self.init(id: headline.sourced, headline: headline)
  }

  /// The identity of a story with a text.
  public init(title: String, source: String?, text: String) {
    let headline = HeadlineID(title: title, source: source)
    var text = text
    let sketch = text.withUTF8 { TextSketch($0) }
    self.init(id: headline.sourced.with(text: sketch), headline: headline, text: sketch)
  }

  /// The identifier of the headline alone.
  public var titleID: StoryID { headline.title }

  /// Whether the story's source is part of its identity.
  public var isSourceKnown: Bool { headline.isSourceKnown }

  /// Changes when the story's own page is saved with another text; 0 if the story is only listed.
  public var version: UInt64 { isOwnText ? text.hash64 : 0 }

  /// The distance to a marked story: the best match has the lowest value; nil if they are two stories. Follows the rule
  /// for grouping entries into stories (see ``StoryGrouping``).
  public func distance(to marked: StoryIdentity) -> Int? {
    if address != 0, address == marked.address { return 0 }
    let relation = headline.relation(of: text, to: marked.headline, marked.text)
    return relation == .different ? nil : relation.rawValue
  }
}

extension StoryIdentity: Hashable {
  /// The other properties describe the story's current state.
  public static func == (a: StoryIdentity, b: StoryIdentity) -> Bool { a.id == b.id }

  /// Consistent with equality.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// Decides which of several stories has marks that contain only a headline and a source: those of earlier versions, and
/// those of stories without a text. It is the story that would have been shown then: of the stories with pages saved
/// before the mark was made, the one with the longest text.
public struct MarkInheritance: Hashable, Sendable {
  /// The time span in which marks of the headline with its source must have been made, in seconds since 1970 (UTC).
  public var sourced: Range<Int64>
  /// The same for marks of the headline alone.
  public var unsourced: Range<Int64>

  /// Given time spans.
  public init(sourced: Range<Int64>, unsourced: Range<Int64>) {
    (self.sourced, self.unsourced) = (sourced, unsourced)
  }

  /// All marks, whenever they were made; those of the headline alone if there is no source.
  public static let all = MarkInheritance(sourced: .min ..< .max, unsourced: 0..<0)
}
