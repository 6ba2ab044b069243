import Text

/// Whether a text is English, which decides whether names and dates can be found in it.
enum EnglishText {
  /// The most frequent English words that related languages do not share.
  private static let words = WordSet(
    "the of and to a in is was that for on with as by he it at from his be are this have had which not she they were"
  )
  /// Shorter texts are too short to identify: they count as English if they are in Latin letters.
  private static let fewestWords = 20
  /// The minimum share of these words. English has a quarter or more; German, French, Spanish and Dutch less
  /// than a tenth.
  private static let leastShare = 0.12
  /// The number of words that is enough to decide.
  private static let mostWords = 2_000

  static func isEnglish(_ text: DigestedText) -> Bool {
    var (all, english, latin) = (0, 0, 0)
    for sentence in text.sentences {
      text.withBytes(of: sentence) { bytes in
        Tokens.visit(bytes) { token in
          guard token.kind == .word || token.kind == .ideograph, all < mostWords else { return }
          all += 1
          if token.bytes.allSatisfy({ $0 < 0x80 }) { latin += 1 }
          if words.contains(token.hash) { english += 1 }
        }
      }
      if all >= mostWords { break }
    }
    guard all >= fewestWords else { return latin * 2 >= all }
    return Double(english) >= leastShare * Double(all)
  }
}
