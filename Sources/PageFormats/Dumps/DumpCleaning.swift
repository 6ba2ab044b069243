import Text

/// Converts the text of a dump to plain lines: every line ends with a newline, and overstrikes, zero padding and
/// escape sequences are removed.
enum DumpCleaning {
  /// The plain form of a UTF-8 text.
  static func clean(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + 64)
    var hasSequences = false
    var position = 0
    while position < bytes.count {
      let end = plainRunEnd(in: bytes, from: position)
      output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[position..<end]))
      guard end < bytes.count else { break }
      position = replace(in: bytes, at: end, &output, &hasSequences)
    }
    replaceApostrophes(in: &output)
    return hasSequences ? withoutSequences(output) : output
  }

  /// Replaces the letter U+02BC, as which lynx writes apostrophes and quotation marks, unless it follows a Cyrillic
  /// letter, where it is used in Ukrainian words.
  private static func replaceApostrophes(in text: inout [UInt8]) {
    let letter: StaticString = "\u{2BC}"
    guard let first = text.withUnsafeBufferPointer({ $0.firstIndex(of: letter) }) else { return }
    var (source, end) = (first, first)
    while source < text.count {
      let isLetter = text[source] == 0xCA && source + 1 < text.count && text[source + 1] == 0xBC
      let isCyrillic = end >= 2 && (0xD0...0xD3).contains(text[end - 2])
      let isReplaced = isLetter && !isCyrillic
      text[end] = isReplaced ? UInt8(ascii: "'") : text[source]
      end += 1
      source += isReplaced ? 2 : 1
    }
    text.removeSubrange(end...)
  }

  /// The end of the bytes that need no further inspection: all except control characters and the first bytes of other
  /// line ends and spaces.
  private static func plainRunEnd(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var position = start
    while true {
      position = suspect(in: bytes, from: position)
      guard position < bytes.count, bytes[position] == 0xE2, position + 2 < bytes.count,
        !isLineEnd(bytes, position)
      else { return position }
      position += 3
    }
  }

  /// The position of the first control character, 0xC2 or 0xE2, which are searched for in eight bytes at a time.
  @inline(__always)
  private static func suspect(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var position = start
    while position + 8 <= raw.count {
      let eight = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self).littleEndian
      let found = suspects(eight)
      if found != 0 { return position + found.trailingZeroBitCount / 8 }
      position += 8
    }
    while position < bytes.count, suspects(UInt64(bytes[position]) | 0x2020_2020_2020_2000) == 0 {
      position += 1
    }
    return position
  }

  /// The highest bit of each of eight bytes tells whether it is one of them.
  @inline(__always)
  private static func suspects(_ bytes: UInt64) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    func isNotZero(_ bytes: UInt64) -> UInt64 { ((bytes & low) + low) | bytes }
    let isControl = ~((bytes & low) + 0x6060_6060_6060_6060) & isNotZero(bytes ^ 0x0A0A_0A0A_0A0A_0A0A)
    let isDelete = (bytes & low) + 0x0101_0101_0101_0101
    // These two differ in one bit.
    let isFirst = ~isNotZero(bytes & 0xDFDF_DFDF_DFDF_DFDF ^ 0xC2C2_C2C2_C2C2_C2C2)
    return ((isControl | isDelete) & ~bytes | isFirst) & ~low
  }

  /// U+2028 or U+2029.
  private static func isLineEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) -> Bool {
    position + 2 < bytes.count && bytes[position + 1] == 0x80 && bytes[position + 2] & 0xFE == 0xA8
  }

  /// - Returns: the position after the replaced bytes.
  private static func replace(
    in bytes: UnsafeBufferPointer<UInt8>, at position: Int, _ output: inout [UInt8],
    _ hasSequences: inout Bool
  ) -> Int {
    let next = position + 1 < bytes.count ? bytes[position + 1] : 0
    switch bytes[position] {
    case 0x09: output.append(contentsOf: [0x20, 0x20])
    case 0x0B, 0x0C: output.append(0x0A)
    case 0x0D:
      output.append(0x0A)
      return position + (next == 0x0A ? 2 : 1)
    case 0x08: return overstrike(in: bytes, at: position, &output)
    case 0x07, 0x1B:
      hasSequences = true
      output.append(bytes[position])
    case 0xC2 where next == 0xA0:
      output.append(0x20)
      return position + 2
    case 0xC2 where next == 0x85:
      output.append(0x0A)
      return position + 2
    case 0xC2:
      hasSequences = hasSequences || next < 0xA0
      output.append(0xC2)
    case 0xE2 where isLineEnd(bytes, position):
      output.append(0x0A)
      return position + 3
    case 0xE2: output.append(0xE2)
    default: break
    }
    return position + 1
  }

  /// Printers made letters bold by striking them twice, and underlined them by striking an underscore before or
  /// after.
  private static func overstrike(
    in bytes: UnsafeBufferPointer<UInt8>, at position: Int, _ output: inout [UInt8]
  ) -> Int {
    guard let last = output.last, last != 0x0A else { return position + 1 }
    let isUnderlined = position + 1 < bytes.count && bytes[position + 1] == UInt8(ascii: "_")
    if isUnderlined, last != UInt8(ascii: "_") { return position + 2 }
    while let byte = output.popLast(), byte & 0xC0 == 0x80 {}
    return position + 1
  }

  private static func withoutSequences(_ text: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    text.withUnsafeBufferPointer { text in
      for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
        TextSanitizer.append(UnsafeBufferPointer(rebasing: line), to: &output)
        output.append(0x0A)
      }
    }
    return output
  }
}
