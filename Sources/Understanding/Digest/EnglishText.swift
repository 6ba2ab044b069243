import Text

/// Whether a text is English, as far as names and dates depend on it.
enum EnglishText {
  /// The most frequent words of English that no neighbour of it shares.
  private static let words = WordSet(
    "the of and to a in is was that for on with as by he it at from his be are this have had which not she they were"
  )
  /// A text of fewer words is too short to tell: what is in Latin letters is then English.
  private static let fewestWords = 20
  /// The share of these words: in English from a fourth on, in German, French, Spanish or Dutch below a tenth.
  private static let leastShare = 0.12
  /// So many words are enough to tell.
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
