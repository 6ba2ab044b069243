import Text

/// Up to eight consecutive ASCII letters at a position of a text, read in one step.
struct ASCIILetters {
  /// The letters in lower case, the first one in the lowest byte.
  let packed: UInt64
  let count: Int

  @inline(__always)
  init(_ text: UnsafeBufferPointer<UInt8>, at position: Int) {
    let bytes = text.eightBytes(at: position)
    let lower = bytes | 0x2020_2020_2020_2020
    count = ASCIILetters.count(lower, ~bytes)
    packed = count == 8 ? lower : lower & ((1 << UInt64(count * 8)) &- 1)
  }

  /// The number of lower-case letters from a position on, at most eight.
  @inline(__always)
  static func smallCount(_ text: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
    let bytes = text.eightBytes(at: position)
    return count(bytes, ~bytes)
  }

  /// The number of lower-case letters at the beginning of eight bytes. `isASCII` has the highest bit of each byte set
  /// that may be a letter.
  @inline(__always)
  private static func count(_ bytes: UInt64, _ isASCII: UInt64) -> Int {
    // Each byte is tested separately: its highest bit tells whether it is at least `a`, and whether it is beyond `z`.
    let low = bytes & 0x7F7F_7F7F_7F7F_7F7F
    let isLetter = (low + 0x1F1F_1F1F_1F1F_1F1F) & ~(low + 0x0505_0505_0505_0505) & isASCII
    return (~isLetter & 0x8080_8080_8080_8080).trailingZeroBitCount / 8
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The eight bytes from a position on as a number, the first one lowest; zeros beyond the end.
  @inline(__always)
  func eightBytes(at position: Int) -> UInt64 {
    let raw = UnsafeRawBufferPointer(self)
    if position + 8 <= count {
      return raw.loadUnaligned(fromByteOffset: position, as: UInt64.self).littleEndian
    }
    if count >= 8, position < count {
      let last = raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self).littleEndian
      return last &>> UInt64((position + 8 - count) * 8)
    }
    var bytes: UInt64 = 0
    for (offset, byte) in self[Swift.min(position, count)...].enumerated() {
      bytes |= UInt64(byte) << UInt64(offset * 8)
    }
    return bytes
  }
}
