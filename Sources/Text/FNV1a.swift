/// The 64-bit FNV-1a hash of Fowler, Noll and Vo: the same on every machine and in every run, so it may be stored.
public enum FNV1a {
  /// The hash of no bytes.
  public static let offsetBasis: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash of the bytes so far, followed by one more.
  @inlinable
  public static func hash(_ hash: UInt64, adding byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// The hash of the bytes so far, followed by some more.
  @inlinable
  public static func hash(_ hash: UInt64 = offsetBasis, adding bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(hash) { self.hash($0, adding: $1) }
  }
}
