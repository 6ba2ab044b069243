import Text

/// A word as stories are compared by it: none that says nothing, and without the ending of a plural. Valid only during
/// the call that it was handed to.
public struct Term {
  /// As it is compared, in UTF-8.
  public var bytes: UnsafeBufferPointer<UInt8>
  /// Where it stands in the text, in bytes.
  public var range: Range<Int>
  /// Whether it is a number.
  public var isNumber: Bool

  /// A hash of its bytes, the same on every machine and in every run.
  public var hash: UInt64 { Token.hash(of: bytes) }
}

/// Takes a text apart into its terms.
///
/// Stop words and single letters of ASCII are left out. In scripts without spaces each two neighbouring characters are a
/// term, as in a search, but none by itself: one character is in too many words to say anything.
public enum Terms {
  /// Hands each term of a text to `visitor`, in order, and each stop word, as ``Token`` compares it, to `stopWord`.
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

  /// Hands each term of a text to `visitor`, in order.
  public static func visit(_ text: String, _ visitor: (Term) -> Void) {
    var text = text
    text.withUTF8 { visit($0, visitor) }
  }

  /// Writes a word without the ending of an English plural: the S-stemmer of Harman (JASIS 1991), somewhat simplified.
  /// - Parameters:
  ///   - word: as ``Token`` compares it.
  ///   - stem: room for as many bytes as the word has.
  /// - Returns: how many bytes were written.
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

/// The ideograph that stood before, to make a pair with.
private struct IdeographBefore {
  private var bytes: InlineArray<4, UInt8> = .init(repeating: 0)
  private var count = 0
  private var end = -1

  /// Writes the pair that ends with an ideograph, where two stand side by side, and remembers it for the next.
  /// - Returns: how many bytes were written; 0 where there is no pair.
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
