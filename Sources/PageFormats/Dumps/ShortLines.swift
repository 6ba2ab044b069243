import Text

/// The words of all lines that are not paragraphs, for finding one line within others.
struct ShortLines {
  private var text: [UInt8]

  /// The maximum length of a line, in letters: lynx lists the titles of a page's links, such as feeds of comments, in one
  /// line.
  private static let longest = 600

  init(_ page: UnsafeBufferPointer<UInt8>, _ lines: DumpLines, before end: Int) {
    text = [0x0A]
    text.reserveCapacity(page.count + 1)
    for line in 0..<min(lines.count, end) where lines[line].size <= ShortLines.longest {
      ShortLines.append(page.slice(lines[line].range), to: &text)
      text.append(0x0A)
    }
  }

  /// Whether a line of some length is contained in a longer one.
  func contain(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    var words: [UInt8] = []
    ShortLines.append(line, to: &words)
    guard words.count >= 15 else { return false }
    return text.withUnsafeBufferPointer { text in
      var start = 0
      while let place = text.firstIndex(of: words, from: start) {
        let end = place + words.count
        if text[place - 1] != 0x0A || text[end] != 0x0A { return true }
        start = end
      }
      return false
    }
  }

  /// Appends words in lower case with single blanks between them; all digits are treated as equal.
  private static func append(_ line: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    var isAfterWord = false
    var position = 0
    while position < line.count {
      let byte = line[position]
      if byte < 0x80 {
        position += 1
        let isDigit = ASCII.isDigit(byte)
        if ASCII.isLetter(byte) || isDigit || byte == 0x5F {
          output.append(isDigit ? 0x30 : ASCII.lowercased(byte))
          isAfterWord = true
        } else if isAfterWord {
          output.append(0x20)
          isAfterWord = false
        }
        continue
      }
      let (scalar, length) = line.scalar(at: position)
      position += length
      if Letters.isWord(scalar.value) {
        CharacterReferences.append(Letters.lowercased(scalar.value), to: &output)
        isAfterWord = true
      } else if isAfterWord {
        output.append(0x20)
        isAfterWord = false
      }
    }
    while output.last == 0x20 { output.removeLast() }
  }
}
