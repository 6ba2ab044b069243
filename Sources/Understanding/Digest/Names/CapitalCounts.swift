/// Counts how often words are capitalized within sentences, and how often not. The counts show whether the
/// first word of a sentence is a name. They cover all available texts.
struct CapitalCounts {
  private var small: [NameVocabulary.Number: Int32] = [:]
  private var capital: [NameVocabulary.Number: Int32] = [:]

  /// Counts the words of a text. Headlines are skipped, because all their words are capitalized.
  mutating func add(_ text: NameText, _ vocabulary: NameVocabulary) {
    for sentence in text.sentences where !text.isHeadline(sentence, vocabulary) {
      var isStart = true
      for token in text.tokens[sentence] {
        let word = vocabulary[token.withoutPossessive]
        if word.traits.contains(.beginsWithLetter) {
          if !word.traits.contains(.capitalized) {
            small[word.lower, default: 0] += 1
          } else if !isStart {
            capital[word.lower, default: 0] += 1
          }
          isStart = false
        } else if NameText.opensSentence(word.text) {
          isStart = true
        }
      }
    }
  }

  /// The share of occurrences within sentences that are capitalized, and the number of these occurrences.
  func ratio(_ word: NameVocabulary.Word) -> (ratio: Double, seen: Int) {
    let (capital, small) = (Double(capital[word.lower] ?? 0), Double(small[word.lower] ?? 0))
    return ((capital + 0.1) / (capital + small + 0.3), Int(capital + small))
  }
}

extension NameText {
  /// Whether most words of a sentence are capitalized.
  func isHeadline(_ sentence: Range<Int>, _ vocabulary: NameVocabulary) -> Bool {
    var (letters, capitals) = (0, 0)
    for token in tokens[sentence] {
      let traits = vocabulary[token.word].traits
      if traits.contains(.beginsWithLetter) { letters += 1 }
      if traits.contains(.capitalized) { capitals += 1 }
    }
    return letters > 3 && Double(capitals) / Double(letters) > 0.6
  }

  /// Whether a word may be capitalized only because it follows this sign.
  static func opensSentence(_ sign: String) -> Bool {
    ["\"", "“", "‘", ":", "•", "-", "–", "—"].contains(sign)
  }
}
