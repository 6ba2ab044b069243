/// How much of two texts is the same, word for word, in hundredths of each text.
public struct TextShares: Hashable, Sendable, BitwiseCopyable {
  /// How much of the first text is in the second.
  public let ofFirst: UInt8
  /// How much of the second text is in the first.
  public let ofSecond: UInt8

  /// Both shares in hundredths of the respective text.
  public init(ofFirst: UInt8, ofSecond: UInt8) { (self.ofFirst, self.ofSecond) = (ofFirst, ofSecond) }

  init(_ first: Shingles, _ second: Shingles) {
    self.init(
      ofFirst: TextShares.hundredths(first.share(in: second)),
      ofSecond: TextShares.hundredths(second.share(in: first)))
  }

  /// Rounded down, so that the share is never overstated.
  private static func hundredths(_ share: Double) -> UInt8 { UInt8(max(0, min(100, share * 100))) }

  /// The larger share: a short copy of a long story is still a copy.
  public var larger: UInt8 { max(ofFirst, ofSecond) }
  /// Whether one is a copy of the other (see ``TextPair/isCopy``).
  public var isCopy: Bool { Double(larger) >= TextPair.copyShare * 100 }
  /// Whether the first text says almost nothing that the second does not.
  public var firstSaysNothingNew: Bool { ofFirst >= 90 }

  var reversed: TextShares { TextShares(ofFirst: ofSecond, ofSecond: ofFirst) }
}
