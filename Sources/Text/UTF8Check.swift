/// Checks for valid UTF-8 according to table 3-7 of the Unicode Standard.
///
/// The standard library's check is faster on scripts other than Latin, but slow on typical pages: long runs of ASCII
/// with a few quotation marks and dashes.
public enum UTF8Check {
  /// Whether all of the bytes are valid.
  public static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let sample = bytes.prefix(256)
    let others = sample.reduce(0) { $0 + Int($1 >> 7) }
    guard others * 4 <= sample.count else { return (try? UTF8Span(validating: bytes.span)) != nil }
    let raw = UnsafeRawBufferPointer(bytes)
    let end = raw.count
    var position = 0
    while position < end {
      position = endOfASCII(raw, from: position)
      while position < end, raw[position] >= 0x80 {
        let length = length(raw, at: position)
        if length == 0 { return false }
        position += length
      }
    }
    return true
  }

  /// Whether bytes are ASCII without zeros, except for the spaces, dashes and quotation marks of U+2000 to U+203F.
  public static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !bytes.contains(byte: 0) else { return false }
    let raw = UnsafeRawBufferPointer(bytes)
    var position = endOfASCII(raw, from: 0)
    while position < raw.count {
      guard position + 2 < raw.count, raw[position] == 0xE2, raw[position + 1] == 0x80,
        raw[position + 2] & 0xC0 == 0x80
      else { return false }
      position = endOfASCII(raw, from: position + 3)
    }
    return true
  }

  @inline(__always)
  private static func endOfASCII(_ raw: UnsafeRawBufferPointer, from start: Int) -> Int {
    let high: UInt64 = 0x8080_8080_8080_8080
    var position = start
    while position + 32 <= raw.count {
      let block = raw.loadUnaligned(fromByteOffset: position, as: SIMD4<UInt64>.self)
      let two = (block.lowHalf | block.highHalf) & SIMD2(repeating: high)
      if two[0] | two[1] != 0 { break }
      position += 32
    }
    while position + 8 <= raw.count {
      let found = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self).littleEndian & high
      if found != 0 { return position + found.trailingZeroBitCount / 8 }
      position += 8
    }
    while position < raw.count, raw[position] < 0x80 { position += 1 }
    return position
  }

  /// The length in bytes of the character that begins with the byte at `start`, which is not ASCII; 0 if it is invalid.
  @inline(__always)
  private static func length(_ raw: UnsafeRawBufferPointer, at start: Int) -> Int {
    let first = raw[start]
    let left = raw.count - start
    func isTail(_ offset: Int) -> Bool { raw[start + offset] & 0xC0 == 0x80 }
    switch first {
    case 0xC2...0xDF: return left >= 2 && isTail(1) ? 2 : 0
    case 0xE0...0xEF:
      guard left >= 3, isTail(1), isTail(2) else { return 0 }
      let second = raw[start + 1]
      // Rejects overlong forms and surrogates.
      return (first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) ? 0 : 3
    case 0xF0...0xF4:
      guard left >= 4, isTail(1), isTail(2), isTail(3) else { return 0 }
      let second = raw[start + 1]
      return (first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F) ? 0 : 4
    default: return 0
    }
  }
}
