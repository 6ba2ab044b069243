import Text

/// Marks the beginning and end of links in a block's text while it is assembled: two control characters, which never
/// occur in displayed text.
enum LinkSigns {
  static let start: UInt8 = 0x01
  static let end: UInt8 = 0x02

  private static func isSign(_ byte: UInt8) -> Bool { byte == start || byte == end }

  /// A text without the marks.
  static func removed(from text: [UInt8]) -> [UInt8] {
    text.contains(where: isSign) ? text.filter { !isSign($0) } : text
  }

  /// A text without the marks, and the words of each link that begins in it; a link that does not end in it has none.
  static func split(_ text: [UInt8]) -> (text: [UInt8], words: [ByteRange]) {
    guard text.contains(where: isSign) else { return (text, []) }
    var plain: [UInt8] = []
    plain.reserveCapacity(text.count)
    var words: [ByteRange] = []
    for byte in text {
      switch byte {
      case start: words.append(plain.count..<plain.count)
      case end: if let last = words.last { words[words.count - 1] = last.lowerBound..<plain.count }
      default: plain.append(byte)
      }
    }
    return (plain, words)
  }
}
