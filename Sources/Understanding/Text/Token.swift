public import Text

/// A word, number or abbreviation in running text. Valid only during the call that it is passed to.
public struct Token {
  /// The kind of a token.
  public enum Kind: Sendable {
    /// Letters and digits, possibly with apostrophes inside: `ferry`, `covid19`, `O'Brien`.
    case word
    /// Digits, possibly with signs inside and a percent sign at the end: `1,200`, `7:35`, `4.5%`.
    case number
    /// Single letters, each with a full stop: `U.S.`, `a.m.`
    case abbreviation
    /// A single character of a script without spaces (see `WordFolding`).
    case ideograph
  }

  /// The form to compare, in UTF-8: without case, diacritics or a possessive `'s`.
  public var bytes: UnsafeBufferPointer<UInt8>
  /// Its position in the text, in bytes, including the `'s`.
  public var range: Range<Int>
  /// Its kind.
  public var kind: Kind
  /// Whether it begins with a capital.
  public var isCapitalized: Bool
  /// Whether it ended with `'s`.
  public var isPossessive: Bool

  /// A hash of its bytes, the same on every machine and in every run.
  public var hash: UInt64 { Token.hash(of: bytes) }

  /// The hash of a token with these bytes: FNV-1a, mixed once more because its low bits are weak.
  @inlinable
  public static func hash(of bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = FNV1a.hash(adding: bytes)
    hash = (hash ^ hash >> 32) &* 0x9E37_79B9_7F4A_7C15
    return hash ^ hash >> 29
  }
}

/// Splits a text into tokens.
///
/// Letters are compared as in a search (`WordFolding`). Unlike in a search, an apostrophe is part of a word
/// and separators are part of a number, because `don't` carries no meaning and `1,200` does.
public enum Tokens {
  /// The most bytes of a token that are compared; only the beginning of a longer token counts.
  public static let longest = Words.longest

  /// Passes each token of a text to `visitor`, in order.
  public static func visit(_ text: UnsafeBufferPointer<UInt8>, _ visitor: (Token) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest) { folded in
      var scanner = TokenScanner(text: text, folded: folded)
      while let token = scanner.next() { visitor(token) }
    }
  }

  /// Passes each token of a text to `visitor`, in order.
  public static func visit(_ text: String, _ visitor: (Token) -> Void) {
    var text = text
    text.withUTF8 { visit($0, visitor) }
  }
}
