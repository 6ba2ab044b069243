public import Text

/// A word, a number or an abbreviation of running text, valid only during the call that it was handed to.
public struct Token {
  /// What a token is.
  public enum Kind: Sendable {
    /// Letters and digits, also with apostrophes inside: `ferry`, `covid19`, `O'Brien`.
    case word
    /// Digits, also with signs inside and a percent sign behind: `1,200`, `7:35`, `4.5%`.
    case number
    /// Single letters that each have a full stop: `U.S.`, `a.m.`
    case abbreviation
    /// A character of a script without spaces, by itself (see `WordFolding`).
    case ideograph
  }

  /// As it is compared, in UTF-8: without case, diacritics and the `'s` of a possessive.
  public var bytes: UnsafeBufferPointer<UInt8>
  /// Where it stands in the text, in bytes; the `'s` is part of it.
  public var range: Range<Int>
  /// What it is.
  public var kind: Kind
  /// Whether it begins with a capital.
  public var isCapitalized: Bool
  /// Whether it had an `'s` at its end.
  public var isPossessive: Bool

  /// A hash of its bytes, the same on every machine and in every run.
  public var hash: UInt64 { Token.hash(of: bytes) }

  /// The hash of a token with these bytes: FNV-1a, whose low bits are weak, with its bits mixed once more.
  @inlinable
  public static func hash(of bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = FNV1a.hash(adding: bytes)
    hash = (hash ^ hash >> 32) &* 0x9E37_79B9_7F4A_7C15
    return hash ^ hash >> 29
  }
}

/// Takes a text apart into its tokens.
///
/// Letters are compared as in a search (`WordFolding`); unlike there, an apostrophe is part of a word and separators are
/// part of a number, because `don't` says nothing and `1,200` does.
public enum Tokens {
  /// The longest token that is kept whole, in bytes as it is compared; of a longer one the beginning counts.
  public static let longest = Words.longest

  /// Hands each token of a text to `visitor`, in order.
  public static func visit(_ text: UnsafeBufferPointer<UInt8>, _ visitor: (Token) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest) { folded in
      var scanner = TokenScanner(text: text, folded: folded)
      while let token = scanner.next() { visitor(token) }
    }
  }

  /// Hands each token of a text to `visitor`, in order.
  public static func visit(_ text: String, _ visitor: (Token) -> Void) {
    var text = text
    text.withUTF8 { visit($0, visitor) }
  }
}
