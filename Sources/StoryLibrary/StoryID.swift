public import Text

/// What a story is, wherever it was saved: a number made from its title and source alone.
///
/// The number is the 64-bit FNV-1a hash of the normalized title (see ``NormalizedTitle``), the byte 0x1F,
/// and the normalized source, all in UTF-8. It is the same in every folder, on every machine and in every
/// run, and must never change: marks are kept under it.
public struct StoryID: Hashable, Sendable, Comparable {
  /// The number itself.
  public let rawValue: UInt64

  /// An identity known from before: from a mark, or from what a person typed.
  public init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  /// The identity of a story with that title and source; the source is empty where none is known.
  public init(title: NormalizedTitle, source: NormalizedTitle) {
    self = StoryID.offsetBasis.hashing(title.bytes).separated.hashing(source.bytes)
  }

  /// What the identity of a title without a source becomes with one.
  func with(source: NormalizedTitle) -> StoryID { hashing(source.bytes) }

  private func hashing(_ bytes: [UInt8]) -> StoryID {
    StoryID(rawValue: FNV1a.hash(rawValue, adding: bytes))
  }

  /// With the normalized form of a text that is there as UTF-8: loading does this for each entry of each page.
  fileprivate func hashing(normalized text: UnsafeBufferPointer<UInt8>) -> StoryID {
    NormalizedTitle.reduce(ascii: text, rawValue, FNV1a.hash(_:adding:)).map { StoryID(rawValue: $0) }
      ?? hashing(NormalizedTitle(utf8: text).bytes)
  }

  /// With the byte that stands between title and source.
  fileprivate var separated: StoryID { StoryID(rawValue: FNV1a.hash(rawValue, adding: 0x1F)) }

  fileprivate static let offsetBasis = StoryID(rawValue: FNV1a.offsetBasis)

  /// An order that means nothing and is the same everywhere.
  public static func < (left: StoryID, right: StoryID) -> Bool { left.rawValue < right.rawValue }
}

/// Sixteen hexadecimal digits.
extension StoryID: LosslessStringConvertible {
  /// Nil for anything but sixteen hexadecimal digits.
  public init?(_ text: String) {
    guard text.utf8.count == 16, text.utf8.first != UInt8(ascii: "+"), let value = UInt64(text, radix: 16)
    else { return nil }
    rawValue = value
  }

  /// In lower case, with zeros in front.
  public var description: String {
    String(unsafeUninitializedCapacity: 16) { digits in
      for place in 0..<16 {
        let digit = UInt8(rawValue >> (60 - 4 * UInt64(place)) & 0xF)
        let first = digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10
        digits.initializeElement(at: place, to: first + digit)
      }
      return 16
    }
  }
}

/// A story's identity together with what it would be if its source were not known.
///
/// One page may name a story's source and another may not; both are the same story. Whoever keeps something
/// under an identity looks under `id` first and then, for the copies without a source, under `titleID`.
public struct StoryIdentity: Hashable, Sendable {
  /// What the story is.
  public let id: StoryID
  /// What it would be without a source.
  public let titleID: StoryID

  /// An identity known from before.
  public init(id: StoryID, titleID: StoryID) {
    self.id = id
    self.titleID = titleID
  }

  /// The identity of a story as a page writes its title and source.
  public init(title: String, source: String?) {
    let titleID = StoryID(title: NormalizedTitle(title), source: .empty)
    self.init(id: source.map { titleID.with(source: NormalizedTitle($0)) } ?? titleID, titleID: titleID)
  }

  /// The same for texts that are there as UTF-8; an empty source is none.
  init(title: UnsafeBufferPointer<UInt8>, source: UnsafeBufferPointer<UInt8>) {
    let titleID = StoryID.offsetBasis.hashing(normalized: title).separated
    self.init(id: source.isEmpty ? titleID : titleID.hashing(normalized: source), titleID: titleID)
  }

  /// Whether the story's source is part of what it is.
  public var isSourceKnown: Bool { id != titleID }
}
