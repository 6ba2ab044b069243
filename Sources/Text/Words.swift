/// Splits a text into words.
///
/// A word is a run of letters, marks and digits (general categories L, M, N). Chinese and Japanese do not separate
/// words: there every character is a word.
public enum Words {
  /// A word, valid only during the call that it is passed to.
  public struct Word {
    /// Its form for comparison, in UTF-8.
    public var bytes: UnsafeBufferPointer<UInt8>
    /// Its range in the text, in bytes.
    public var range: Range<Int>
    /// Whether it is a single character of a script without spaces.
    public var isIdeograph: Bool

    @usableFromInline
    init(bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>, isIdeograph: Bool) {
      (self.bytes, self.range, self.isIdeograph) = (bytes, range, isIdeograph)
    }
  }

  /// The maximum length of a word in bytes; longer runs, which do not occur in any language, are truncated.
  public static let longest = 64

  /// Calls `visitor` with each word of a text, in order.
  ///
  /// Inlined together with its visitor, because indexing a large library processes some hundred million words.
  @inlinable
  public static func visit(_ text: UnsafeBufferPointer<UInt8>, _ visitor: (Word) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest) { letters in
      var run = LetterRun(letters: letters)
      var position = 0
      while position < text.count {
        let letter = WordFolding.asciiLetter(text[position])
        if letter != 0 {
          run.add(letter, at: position)
          position += 1
        } else if text[position] < 0x80 {
          if let word = run.end(at: position) { visitor(word) }
          position += 1
        } else {
          position = visit(characterAt: position, of: text, &run, visitor)
        }
      }
      if let word = run.end(at: text.count) { visitor(word) }
    }
  }

  /// Handles a character outside ASCII.
  /// - Returns: the position after it.
  @usableFromInline
  static func visit(
    characterAt position: Int, of text: UnsafeBufferPointer<UInt8>, _ run: inout LetterRun,
    _ visitor: (Word) -> Void
  ) -> Int {
    let (scalar, length) = text.scalar(at: position)
    switch WordFolding.role(of: scalar) {
    case .separator:
      if let word = run.end(at: position) { visitor(word) }
    case .letter(let bytes):
      for byte in bytes { run.add(byte, at: position) }
    case .ideograph(let bytes):
      if let word = run.end(at: position) { visitor(word) }
      bytes.withUnsafeBufferPointer {
        visitor(Word(bytes: $0, range: position..<position + length, isIdeograph: true))
      }
    }
    return position + length
  }

  /// The letters of the word being read.
  @usableFromInline
  struct LetterRun {
    @usableFromInline let letters: UnsafeMutableBufferPointer<UInt8>
    @usableFromInline var count = 0
    @usableFromInline var start = 0

    @inlinable
    init(letters: UnsafeMutableBufferPointer<UInt8>) {
      self.letters = letters
    }

    @inlinable
    mutating func add(_ letter: UInt8, at position: Int) {
      if count == 0 { start = position }
      guard count < letters.count else { return }
      letters[count] = letter
      count += 1
    }

    /// The word that ends before `position`; nil if there is none.
    @inlinable
    mutating func end(at position: Int) -> Word? {
      guard count > 0 else { return nil }
      defer { count = 0 }
      return Word(
        bytes: UnsafeBufferPointer(rebasing: letters[..<count]), range: start..<position, isIdeograph: false)
    }
  }
}
