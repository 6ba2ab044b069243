import Tables
public import Text

/// The identifier of a story, wherever it was saved: a number computed from its headline, source and text.
///
/// For a headline and a source alone it is the 64-bit FNV-1a hash of the normalized title (see ``NormalizedTitle``),
/// the byte 0x1F, and the normalized source, all in UTF-8. The sketch of a text is mixed into it. The number is the
/// same in every folder, on every machine and in every run, and must never change, because marks are stored under it.
public struct StoryID: Hashable, Sendable, Comparable {
  /// The number itself.
  public let rawValue: UInt64

  /// An existing identifier: from a mark, or typed by the user.
  public init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  /// The identifier of a story with a title and source; the source is empty if unknown.
  public init(title: NormalizedTitle, source: NormalizedTitle) {
    self = StoryID.offsetBasis.hashing(title.bytes).separated.hashing(source.bytes)
  }

  /// The identifier of this headline and source with a text; unchanged for an empty text.
  func with(text: TextSketch) -> StoryID {
    if text.isEmpty { return self }
    var mixer = Mixer()
    mixer.add(rawValue)
    mixer.add(text.hash64)
    return StoryID(rawValue: mixer.value)
  }

  /// The identifier of this title with a source.
  func with(source: NormalizedTitle) -> StoryID { hashing(source.bytes) }

  private func hashing(_ bytes: [UInt8]) -> StoryID {
    StoryID(rawValue: FNV1a.hash(rawValue, adding: bytes))
  }

  /// Hashes the normalized form of a UTF-8 text: loading does this for each entry of each page.
  func hashing(normalized text: UnsafeBufferPointer<UInt8>) -> StoryID {
    NormalizedTitle.reduce(ascii: text, rawValue, FNV1a.hash(_:adding:)).map { StoryID(rawValue: $0) }
      ?? hashing(NormalizedTitle(utf8: text).bytes)
  }

  /// Hashes the separator between title and source.
  var separated: StoryID { StoryID(rawValue: FNV1a.hash(rawValue, adding: 0x1F)) }

  static let offsetBasis = StoryID(rawValue: FNV1a.offsetBasis)

  /// An arbitrary order that is the same everywhere.
  public static func < (left: StoryID, right: StoryID) -> Bool { left.rawValue < right.rawValue }
}

/// The textual form: sixteen hexadecimal digits.
extension StoryID: LosslessStringConvertible {
  /// Nil for anything but sixteen hexadecimal digits.
  public init?(_ text: String) {
    guard text.utf8.count == 16, text.utf8.first != UInt8(ascii: "+"), let value = UInt64(text, radix: 16)
    else { return nil }
    rawValue = value
  }

  /// In lower case, with leading zeros.
  public var description: String {
    String(unsafeUninitializedCapacity: 16) { digits in
      for index in 0..<16 {
        let digit = UInt8(rawValue >> (60 - 4 * UInt64(index)) & 0xF)
        let first = digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10
        digits.initializeElement(at: index, to: first + digit)
      }
      return 16
    }
  }
}
