import Text

/// A word in the form used to compare stories: not a stop word, and without a plural ending. Valid only
/// during the call that it is passed to.
public struct Term {
  /// The form to compare, in UTF-8.
  public var bytes: UnsafeBufferPointer<UInt8>
  /// Its position in the text, in bytes.
  public var range: Range<Int>
  /// Whether it is a number.
  public var isNumber: Bool

  /// A hash of its bytes, the same on every machine and in every run.
  public var hash: UInt64 { Token.hash(of: bytes) }
}

/// Splits a text into terms.
///
/// Stop words and single ASCII letters are left out. In scripts without spaces, every two adjacent characters
/// form a term, as in a search. A single character does not, because it occurs in too many words to be
/// meaningful.
public enum Terms {
  /// Passes each term of a text to `visitor`, in order, and each stop word, in the form that ``Token``
  /// compares, to `stopWord`.
  public static func visit(
    _ text: UnsafeBufferPointer<UInt8>, _ visitor: (Term) -> Void,
    stopWord: (UnsafeBufferPointer<UInt8>) -> Void = { _ in }
  ) {
    let stopWords = StopWords.english
    // Two characters of four bytes, or a token.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Tokens.longest) { bytes in
      var ideograph = IdeographBefore()
      Tokens.visit(text) { token in
        if token.kind == .ideograph {
          let count = ideograph.pair(with: token, into: bytes)
          guard count > 0 else { return }
          let start = token.range.lowerBound - (count - token.bytes.count)
          visitor(
            Term(
              bytes: UnsafeBufferPointer(rebasing: bytes[..<count]), range: start..<token.range.upperBound,
              isNumber: false))
        } else if stopWords.contains(token.hash) {
          stopWord(token.bytes)
        } else if token.bytes.count > 1 {
          let count = stem(token.bytes, into: bytes)
          visitor(
            Term(
              bytes: UnsafeBufferPointer(rebasing: bytes[..<count]), range: token.range,
              isNumber: token.kind == .number))
        }
      }
    }
  }

  /// Passes each term of a text to `visitor`, in order.
  public static func visit(_ text: String, _ visitor: (Term) -> Void) {
    var text = text
    text.withUTF8 { visit($0, visitor) }
  }

  /// Writes a word without an English plural ending: a slightly simplified form of Harman's S-stemmer (JASIS
  /// 1991).
  /// - Parameters:
  ///   - word: the word, in the form that ``Token`` compares.
  ///   - stem: a buffer at least as long as the word.
  /// - Returns: the number of bytes written.
  static func stem(_ word: UnsafeBufferPointer<UInt8>, into stem: UnsafeMutableBufferPointer<UInt8>) -> Int {
    _ = stem.update(fromContentsOf: word)
    guard word.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss"), !word.hasSuffix("us"),
      !word.hasSuffix("is")
    else { return word.count }
    guard word.count > 4, word.hasSuffix("ies") else { return word.count - 1 }
    stem[word.count - 3] = UInt8(ascii: "y")
    return word.count - 2
  }
}

/// The preceding ideograph, to form a pair with the next.
private struct IdeographBefore {
  private var bytes: InlineArray<4, UInt8> = .init(repeating: 0)
  private var count = 0
  private var end = -1

  /// Writes the pair that ends with an ideograph, if two are adjacent, and stores the ideograph for the next
  /// pair.
  /// - Returns: the number of bytes written; 0 if there is no pair.
  mutating func pair(with token: Token, into pair: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var length = 0
    if token.range.lowerBound == end {
      for index in 0..<count { pair[index] = bytes[index] }
      _ = pair[count...].update(fromContentsOf: token.bytes)
      length = count + token.bytes.count
    }
    count = min(token.bytes.count, 4)
    for index in 0..<count { bytes[index] = token.bytes[index] }
    end = token.range.upperBound
    return length
  }
}
