/// The first eight bytes of a word in UTF-8, the first one in the lowest byte.
struct PackedWord {
  private(set) var value: UInt64 = 0
  private var count: UInt64 = 0

  @inline(__always)
  mutating func append(_ scalar: UInt32) {
    guard count < 8 else { return }
    if scalar < 0x80 { return append(byte: scalar) }
    if scalar < 0x800 {
      append(byte: 0xC0 | scalar >> 6)
    } else {
      if scalar < 0x10000 {
        append(byte: 0xE0 | scalar >> 12)
      } else {
        append(byte: 0xF0 | scalar >> 18)
        append(byte: 0x80 | scalar >> 12 & 0x3F)
      }
      append(byte: 0x80 | scalar >> 6 & 0x3F)
    }
    append(byte: 0x80 | scalar & 0x3F)
  }

  @inline(__always)
  private mutating func append(byte: UInt32) {
    guard count < 8 else { return }
    value |= UInt64(byte) << (count * 8)
    count += 1
  }
}
