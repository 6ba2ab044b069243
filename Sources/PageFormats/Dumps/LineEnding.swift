import Text

/// How a line ends.
enum LineEnding {
  /// Whether it ends with a full stop, possibly followed by quotation marks and parentheses.
  static func endsSentence(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let last = line.last, !ASCII.isLetter(last) else { return false }
    var end = line.count
    while end > 0 {
      let (scalar, length) = line.scalar(before: end)
      switch scalar {
      case "\"", "'", "\u{201D}", "\u{2019}", "»", "」", "』", ")", "]": end -= length
      case ".", "!", "?", "。", "！", "？", "؟", "।", "։": return true
      default: return false
      }
    }
    return false
  }

  /// The maximum distance of dots from the end, since a few words may follow them.
  private static let reach = 64

  /// Whether it ends with dots, possibly followed by one or two words: `… Read more`.
  static func breaksOff(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    let tail = line.dropping(first: max(0, line.count - reach))
    guard var position = lastDotsEnd(tail) else { return false }
    func skipBlanks() { while position < tail.count, tail[position] == 0x20 { position += 1 } }
    skipBlanks()
    if position < tail.count, tail[position] == UInt8(ascii: "]") { position += 1 }
    skipBlanks()
    if position == tail.count { return true }
    return isOneOrTwoWords(tail.dropping(first: position))
  }

  private static func lastDotsEnd(_ line: UnsafeBufferPointer<UInt8>) -> Int? {
    var end = line.count
    while end >= 3 {
      let last = line[end - 1]
      if last == 0x2E, line[end - 2] == 0x2E, line[end - 3] == 0x2E { return end }
      if last == 0xA6, line[end - 2] == 0x80, line[end - 3] == 0xE2 { return end }
      end -= 1
    }
    return nil
  }

  private static func isOneOrTwoWords(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var (position, letters, gaps) = (0, 0, 0)
    while position < text.count {
      let (scalar, length) = text.scalar(at: position)
      if Letters.isWord(scalar.value) {
        letters += 1
      } else if scalar == " ", letters > 0, gaps == 0, text.isWord(at: position + 1) {
        gaps = 1
      } else {
        break
      }
      position += length
    }
    return letters >= 2 && text.firstWord(from: position) == text.count
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The character that ends at a position, and its length in bytes.
  func scalar(before end: Int) -> (scalar: Unicode.Scalar, length: Int) {
    var start = end - 1
    while start > 0, end - start < 4, self[start] & 0xC0 == 0x80 { start -= 1 }
    return (scalar(at: start).scalar, end - start)
  }

  /// Whether a letter, digit or underscore ends at a position.
  func endsWord(before end: Int) -> Bool {
    end > 0 && Letters.isWord(scalar(before: end).scalar.value)
  }
}
