import Text

/// Where a link begins and ends in the words of a block while it is put together: two control characters, which no text
/// is shown with.
enum LinkSigns {
  static let start: UInt8 = 0x01
  static let end: UInt8 = 0x02

  private static func isSign(_ byte: UInt8) -> Bool { byte == start || byte == end }

  /// A text without any.
  static func removed(from text: [UInt8]) -> [UInt8] {
    text.contains(where: isSign) ? text.filter { !isSign($0) } : text
  }

  /// A text without them, and the words of each link that begins in it; of one that does not end there, nothing.
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
