import Text

/// Tells whether a short text gives a time: `2019`, `14:05`, `3 days ago`. It need not be a whole date.
enum TimeHint {
  private static let units: [StaticString] = ["min", "hour", "day", "week", "month", "year"]

  /// Whether a text gives a time. Without digits it can only do so with `ago`.
  static func isFound(in text: UnsafeBufferPointer<UInt8>, hasDigits: Bool) -> Bool {
    guard hasDigits || text.contains(where: { $0 | 0x20 == UInt8(ascii: "g") }) else { return false }
    var position = 0
    while position < text.count {
      guard isWord(text[position]) else {
        position += 1
        continue
      }
      let end = endOfWord(position, in: text)
      if tells(position..<end, in: text) { return true }
      position = end
    }
    return false
  }

  private static func tells(_ word: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    let bytes = UnsafeBufferPointer(rebasing: text[word])
    if bytes.isEqualIgnoringCase(to: "ago") { return true }
    guard bytes.allSatisfy(ASCII.isDigit) else { return false }
    if bytes.count == 4, bytes.hasPrefix("19") || bytes.hasPrefix("20") { return true }
    guard word.upperBound + 1 < text.count else { return false }
    let following = endOfWord(word.upperBound + 1, in: text)
    let next = UnsafeBufferPointer(rebasing: text[word.upperBound + 1..<following])
    switch text[word.upperBound] {
    case UInt8(ascii: ":"), UInt8(ascii: "."):
      return bytes.count <= 2 && next.count == 2 && next.allSatisfy(ASCII.isDigit)
    case 0x20:
      return units.contains { unit in
        guard next.hasPrefixIgnoringCase(unit) else { return false }
        let rest = next.dropping(first: unit.utf8CodeUnitCount)
        return rest.isEmpty || rest.isEqualIgnoringCase(to: "s")
      }
    default: return false
    }
  }

  private static func endOfWord(_ start: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    var end = start
    while end < text.count, isWord(text[end]) { end += 1 }
    return end
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == UInt8(ascii: "_") || byte >= 0x80
  }
}
