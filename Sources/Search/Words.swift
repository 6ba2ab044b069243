/// Takes a text apart into its words.
///
/// A word is a run of letters, marks and digits (general categories L, M, N). Chinese and Japanese do not separate
/// words: there every character is one.
enum Words {
  struct Word {
    /// As it is compared, in UTF-8.
    var bytes: UnsafeBufferPointer<UInt8>
    /// Where it stands in the text, in bytes.
    var range: Range<Int>
    var isIdeograph: Bool
  }

  /// The longest word that is kept whole, in bytes; of longer runs, as no language has them, the beginning counts.
  static let longest = 64

  /// Goes through a text.
  static func visit(_ text: UnsafeBufferPointer<UInt8>, _ visitor: (Word) -> Void) {
    WordFolding.withASCIILetters { ascii in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest) { letters in
        var run = Run(letters: letters)
        var position = 0
        while position < text.count {
          let byte = text[position]
          if byte < 0x80 {
            let letter = ascii[Int(byte)]
            if letter == 0 { run.end(at: position, visitor) } else { run.add(letter, at: position) }
            position += 1
          } else {
            let (scalar, length) = scalar(in: text, at: position)
            run.take(WordFolding.role(of: scalar), at: position..<position + length, visitor)
            position += length
          }
        }
        run.end(at: text.count, visitor)
      }
    }
  }

  /// The word that is being read.
  private struct Run {
    let letters: UnsafeMutableBufferPointer<UInt8>
    private var count = 0
    private var start = 0

    init(letters: UnsafeMutableBufferPointer<UInt8>) {
      self.letters = letters
    }

    mutating func add(_ letter: UInt8, at position: Int) {
      if count == 0 { start = position }
      guard count < letters.count else { return }
      letters[count] = letter
      count += 1
    }

    mutating func take(_ role: WordFolding.Role, at range: Range<Int>, _ visitor: (Word) -> Void) {
      switch role {
      case .separator: end(at: range.lowerBound, visitor)
      case .letter(let bytes):
        for byte in bytes { add(byte, at: range.lowerBound) }
      case .ideograph(let bytes):
        end(at: range.lowerBound, visitor)
        bytes.withUnsafeBufferPointer { visitor(Word(bytes: $0, range: range, isIdeograph: true)) }
      }
    }

    mutating func end(at position: Int, _ visitor: (Word) -> Void) {
      guard count > 0 else { return }
      let bytes = UnsafeBufferPointer(rebasing: letters[..<count])
      visitor(Word(bytes: bytes, range: start..<position, isIdeograph: false))
      count = 0
    }
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
