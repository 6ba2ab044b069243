/// What a story is, wherever it was saved: a number made from its title and source alone.
///
/// The number is the 64-bit FNV-1a hash of the normalized title (see ``NormalizedTitle``), the byte 0x1F, and
/// the normalized source, all in UTF-8. It is the same in every folder, on every machine and in every run, and
/// must never change: marks are kept under it.
public struct StoryID: Hashable, Sendable, Comparable {
  public let rawValue: UInt64

  public init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  public init(title: NormalizedTitle, source: NormalizedTitle) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    title.bytes.forEach(add)
    add(0x1F)
    source.bytes.forEach(add)
    rawValue = hash
  }

  public static func < (left: StoryID, right: StoryID) -> Bool { left.rawValue < right.rawValue }
}

/// Sixteen hexadecimal digits.
extension StoryID: LosslessStringConvertible {
  public init?(_ text: String) {
    guard text.utf8.count == 16, let value = UInt64(text, radix: 16) else { return nil }
    rawValue = value
  }

  public var description: String {
    let digits = String(rawValue, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

/// A story's identity together with what it would be if its source were not known.
///
/// One page may name a story's source and another may not; both are the same story. Whoever keeps something
/// under an identity looks under `id` first and then, for the copies without a source, under `titleID`.
public struct StoryIdentity: Hashable, Sendable {
  public let id: StoryID
  public let titleID: StoryID

  public init(id: StoryID, titleID: StoryID) {
    self.id = id
    self.titleID = titleID
  }

  public init(title: String, source: String?) {
    let title = NormalizedTitle(title)
    titleID = StoryID(title: title, source: NormalizedTitle(""))
    id = source.map { StoryID(title: title, source: NormalizedTitle($0)) } ?? titleID
  }

  public var isSourceKnown: Bool { id != titleID }
}
