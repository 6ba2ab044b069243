import Text

/// A sentence as the date rules read it: its bytes, and the possible meanings of each word.
///
/// A word is a run of letters and digits, like `\w+` in a regular expression.
struct DateSentence {
  /// A word.
  struct Token {
    var range: Range<Int>
    var word: DateWord
  }

  let bytes: UnsafeBufferPointer<UInt8>
  private(set) var tokens: [Token] = []
  /// Whether the sentence has any word that can begin a date; most sentences have none.
  private(set) var mayNameDates = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    var position = 0
    while position < bytes.count {
      let end = DateSentence.wordEnd(bytes, from: position)
      guard end > position else {
        position += 1
        continue
      }
      let word = DateWord(UnsafeBufferPointer(rebasing: bytes[position..<end]))
      tokens.append(Token(range: position..<end, word: word))
      mayNameDates = mayNameDates || word.isAnchor
      position = end
    }
  }

  /// The byte at a position; a blank outside the sentence.
  func byte(at position: Int) -> UInt8 {
    position >= 0 && position < bytes.count ? bytes[position] : 0x20
  }

  /// The number of bytes of white space at a position; 0 for none.
  func blanks(at start: Int) -> Int {
    var position = start
    while position < bytes.count {
      if bytes[position] == 0x20 || bytes[position] &- 0x09 < 5 {
        position += 1
      } else if bytes[position] == 0xC2, byte(at: position + 1) == 0xA0 {
        position += 2
      } else {
        break
      }
    }
    return position - start
  }

  /// Whether a literal is at a position, which may be outside the sentence.
  func has(_ text: StaticString, at position: Int) -> Bool {
    position >= 0 && position < bytes.count && bytes.dropping(first: position).hasPrefix(text)
  }

  /// The end of the run of word characters that begins at a position. Outside ASCII, characters in the blocks
  /// of spaces, signs and quotation marks are not letters.
  private static func wordEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var position = start
    while position < bytes.count {
      let byte = bytes[position]
      if byte < 0x80 {
        guard (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x5F else { break }
        position += 1
      } else {
        let (scalar, length) = bytes.scalar(at: position)
        guard !isSign(scalar.value) else { break }
        position += length
      }
    }
    return position
  }

  private static func isSign(_ value: UInt32) -> Bool {
    switch value {
    case 0x80...0xA9, 0xAB...0xB1, 0xB4, 0xB6...0xB8, 0xBB, 0xBF, 0xD7, 0xF7, 0x2000...0x206F: true
    case 0x20A0...0x20CF, 0x2190...0x2BFF, 0x3000...0x3004, 0x3008...0x3020, 0xFFFD: true
    default: false
    }
  }
}

extension DateWord {
  /// Whether every date has at least one word of this kind.
  fileprivate var isAnchor: Bool {
    switch self {
    case .month, .weekday, .number, .unit: true
    case .keyword(let keyword):
      [.yesterday, .today, .tonight, .tomorrow, .morning, .afternoon, .evening, .night].contains(keyword)
    case .other, .count: false
    }
  }
}
