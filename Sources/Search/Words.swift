/// Takes a text apart into its words.
///
/// A word is a run of letters, marks and digits (general categories L, M, N). Chinese and Japanese do not separate
/// words: there every character is one.
struct Words {
  struct Word {
    /// As it is compared, in UTF-8.
    var bytes: UnsafeBufferPointer<UInt8>
    /// Where it stands in the text, in bytes.
    var range: Range<Int>
    var isIdeograph: Bool
  }

  /// The longest word that is kept whole, in bytes; of longer runs, as no language has them, the beginning counts.
  static let longest = 64

  private var letters: [UInt8] = []
  private var start = 0

  /// Goes through a text.
  mutating func visit(_ text: UnsafeBufferPointer<UInt8>, _ visitor: (Word) -> Void) {
    var position = 0
    while position < text.count {
      let byte = text[position]
      if byte < 0x80 {
        let letter = WordFolding.asciiLetter(byte)
        if letter == 0 { end(at: position, visitor) } else { add(letter, at: position) }
        position += 1
      } else {
        let (scalar, length) = Words.scalar(in: text, at: position)
        take(WordFolding.role(of: scalar), at: position..<position + length, visitor)
        position += length
      }
    }
    end(at: text.count, visitor)
  }

  private mutating func add(_ letter: UInt8, at position: Int) {
    if letters.isEmpty { start = position }
    if letters.count < Words.longest { letters.append(letter) }
  }

  private mutating func take(_ role: WordFolding.Role, at range: Range<Int>, _ visitor: (Word) -> Void) {
    switch role {
    case .separator: end(at: range.lowerBound, visitor)
    case .letter(let bytes):
      for byte in bytes { add(byte, at: range.lowerBound) }
    case .ideograph(let bytes):
      end(at: range.lowerBound, visitor)
      bytes.withUnsafeBufferPointer { visitor(Word(bytes: $0, range: range, isIdeograph: true)) }
    }
  }

  private mutating func end(at position: Int, _ visitor: (Word) -> Void) {
    guard !letters.isEmpty else { return }
    letters.withUnsafeBufferPointer {
      visitor(Word(bytes: $0, range: start..<position, isIdeograph: false))
    }
    letters.removeAll(keepingCapacity: true)
  }

  /// The character at a place, and its bytes; U+FFFD, a byte long, for what is none.
  static func scalar(in text: UnsafeBufferPointer<UInt8>, at position: Int) -> (Unicode.Scalar, Int) {
    let first = text[position]
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, position + length <= text.count else { return ("\u{FFFD}", 1) }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for offset in 1..<length {
      let next = text[position + offset]
      guard next & 0xC0 == 0x80 else { return ("\u{FFFD}", 1) }
      value = value << 6 | UInt32(next & 0x3F)
    }
    return Unicode.Scalar(value).map { ($0, length) } ?? ("\u{FFFD}", 1)
  }
}
