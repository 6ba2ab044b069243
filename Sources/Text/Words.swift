/// Takes a text apart into its words.
///
/// A word is a run of letters, marks and digits (general categories L, M, N). Chinese and Japanese do not separate
/// words: there every character is one.
public enum Words {
  /// One of them, valid only during the call that it was handed to.
  public struct Word {
    /// As it is compared, in UTF-8.
    public var bytes: UnsafeBufferPointer<UInt8>
    /// Where it stands in the text, in bytes.
    public var range: Range<Int>
    /// A character of a script without spaces, by itself.
    public var isIdeograph: Bool
  }

  /// The longest word that is kept whole, in bytes; of longer runs, as no language has them, the beginning counts.
  public static let longest = 64

  /// Goes through a text.
  public static func visit(_ text: UnsafeBufferPointer<UInt8>, _ visitor: (Word) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest) { letters in
      var run = Run(letters: letters)
      var position = 0
      while position < text.count {
        let byte = text[position]
        if byte < 0x80 {
          let letter = WordFolding.asciiLetter(byte)
          if letter == 0 { run.end(at: position, visitor) } else { run.add(letter, at: position) }
          position += 1
        } else {
          let (scalar, length) = text.scalar(at: position)
          run.take(WordFolding.role(of: scalar), at: position..<position + length, visitor)
          position += length
        }
      }
      run.end(at: text.count, visitor)
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
}
