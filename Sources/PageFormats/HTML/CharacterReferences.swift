import Text

/// Decodes character references: `&amp;`, `&#8217;`, `&#x2019;`. Based on WHATWG's HTML standard, §13.2.5.72 ff.
enum CharacterReferences {
  /// A character, and the length in bytes of its reference, including the `&`.
  struct Match {
    var value: UInt32
    var length: Int
  }

  /// The reference that begins with the `&` at `position`; nil if the `&` is literal. `isAttribute`: in an
  /// attribute's value, where `&copy=` is the beginning of a parameter.
  static func match(
    at position: Int, in bytes: UnsafeBufferPointer<UInt8>, isAttribute: Bool = false
  ) -> Match? {
    guard position + 1 < bytes.count else { return nil }
    return bytes[position + 1] == UInt8(ascii: "#")
      ? number(at: position, in: bytes) : name(at: position, in: bytes, isAttribute: isAttribute)
  }

  /// A text with its references decoded.
  static func decoded(_ bytes: UnsafeBufferPointer<UInt8>, isAttribute: Bool = false) -> [UInt8] {
    guard bytes.contains(byte: UInt8(ascii: "&")) else { return Array(bytes) }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var position = 0
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "&"),
        let match = match(at: position, in: bytes, isAttribute: isAttribute)
      {
        append(match.value, to: &output)
        position += match.length
      } else {
        output.append(bytes[position])
        position += 1
      }
    }
    return output
  }

  /// Appends a character in UTF-8.
  static func append(_ value: UInt32, to output: inout [UInt8]) {
    output.append(
      contentsOf: UTF8.encode(Unicode.Scalar(value) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
  }

  private static func name(
    at position: Int, in bytes: UnsafeBufferPointer<UInt8>, isAttribute: Bool
  ) -> Match? {
    var hash = FNV1a.offsetBasis
    var end = position + 1
    let last = min(bytes.count, end + CharacterNames.longest)
    while end < last, ASCII.isLetter(bytes[end]) || ASCII.isDigit(bytes[end]) {
      hash = FNV1a.hash(hash, adding: bytes[end])
      end += 1
    }
    if end < bytes.count, bytes[end] == UInt8(ascii: ";"), let value = CharacterNames.values[hash] {
      return Match(value: value, length: end + 1 - position)
    }
    return nameWithoutSemicolon(at: position, until: end, in: bytes, isAttribute: isAttribute)
  }

  /// The longest name at the beginning of a run of letters; names that are valid without a semicolon have at most
  /// six.
  private static func nameWithoutSemicolon(
    at position: Int, until runEnd: Int, in bytes: UnsafeBufferPointer<UInt8>, isAttribute: Bool
  ) -> Match? {
    var hash = FNV1a.offsetBasis
    var best: Match?
    for end in (position + 1)..<max(position + 1, min(runEnd, position + 7)) {
      hash = FNV1a.hash(hash, adding: bytes[end])
      guard let value = CharacterNames.values[hash], CharacterNames.needsNoSemicolon(value) else { continue }
      let next = end + 1 < bytes.count ? bytes[end + 1] : 0
      let isParameter = next == UInt8(ascii: "=") || ASCII.isLetter(next) || ASCII.isDigit(next)
      if !isAttribute || !isParameter { best = Match(value: value, length: end + 1 - position) }
    }
    return best
  }

  private static func number(at position: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Match? {
    var end = position + 2
    let isHexadecimal = end < bytes.count && bytes[end] | 0x20 == UInt8(ascii: "x")
    if isHexadecimal { end += 1 }
    let start = end
    var value: UInt32 = 0
    while end < bytes.count, let digit = digit(bytes[end], isHexadecimal) {
      value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x11_0000)
      end += 1
    }
    guard end > start else { return nil }
    if end < bytes.count, bytes[end] == UInt8(ascii: ";") { end += 1 }
    return Match(value: meant(value), length: end - position)
  }

  private static func digit(_ byte: UInt8, _ isHexadecimal: Bool) -> UInt32? {
    if ASCII.isDigit(byte) { return UInt32(byte - UInt8(ascii: "0")) }
    let letter = (byte | 0x20) &- UInt8(ascii: "a")
    return isHexadecimal && letter < 6 ? UInt32(letter) + 10 : nil
  }

  /// Numbers from 128 to 159 are decoded as Windows-1252; values that are not characters become U+FFFD.
  private static func meant(_ value: UInt32) -> UInt32 {
    if (0x80...0x9F).contains(value) { return windows1252[Int(value - 0x80)] }
    return value == 0 || Unicode.Scalar(value) == nil ? 0xFFFD : value
  }

  private static let windows1252: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
    0x8D,
    0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161,
    0x203A,
    0x0153, 0x9D, 0x017E, 0x0178,
  ]
}
