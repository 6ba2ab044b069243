import Text

/// Phrases in regular text.
extension PhraseMatcher {
  /// Phrases in lower case, and the same phrases with non-ASCII capitals, whose case is not ignored.
  static func inAnyCase(_ phrases: String) -> String {
    phrases.split(separator: ",").map { phrase in
      let isASCII = phrase.utf8.allSatisfy { $0 < 0x80 }
      return isASCII
        ? String(phrase) : "\(phrase),\(withCapitals(phrase, most: 1)),\(withCapitals(phrase, most: .max))"
    }
    .joined(separator: ",")
  }

  /// A phrase with its initial letters as capitals, except ASCII ones.
  private static func withCapitals(_ phrase: Substring, most: Int) -> String {
    let start = phrase.unicodeScalars.drop { $0 == " " || $0 == "\n" }
    let capitals = start.prefix(most).map { $0.isASCII ? String($0) : $0.properties.uppercaseMapping }
    return capitals.joined() + String(start.dropFirst(most))
  }

  /// Whether a byte ends a word: it is not a letter, digit or underscore, nor part of a character outside ASCII that
  /// is probably a letter.
  @Sendable
  static func endsWordOfText(_ byte: UInt8?) -> Bool {
    guard let byte else { return true }
    // Most symbols outside ASCII are in the blocks that begin with these bytes: quotation marks, dashes, wide
    // symbols.
    if byte >= 0x80 { return byte == 0xC2 || byte == 0xE2 || byte == 0xEF }
    return !ASCII.isLetter(byte) && !ASCII.isDigit(byte) && byte != UInt8(ascii: "_")
  }
}
