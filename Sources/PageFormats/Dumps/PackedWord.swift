/// The first eight bytes of a word in UTF-8, the first one in the lowest byte.
struct PackedWord {
  private(set) var value: UInt64 = 0
  private var count: UInt64 = 0

  mutating func append(_ scalar: UInt32) {
    guard count < 8, let scalar = Unicode.Scalar(scalar) else { return }
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter where count < 8 {
      value |= UInt64(byte) << (count * 8)
      count += 1
    }
  }
}
