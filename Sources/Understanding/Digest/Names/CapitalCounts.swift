/// How often words have a capital inside of sentences, and how often none: tells whether the first word of a sentence
/// is a name. Counted over all texts at hand.
struct CapitalCounts {
  private var small: [NameVocabulary.Number: Int32] = [:]
  private var capital: [NameVocabulary.Number: Int32] = [:]

  /// Counts the words of a text. Headlines, in which all words have capitals, say nothing.
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

  /// How much speaks for a capital that is more than that of a beginning, and from how many occurrences.
  func ratio(_ word: NameVocabulary.Word) -> (ratio: Double, seen: Int) {
    let (capital, small) = (Double(capital[word.lower] ?? 0), Double(small[word.lower] ?? 0))
    return ((capital + 0.1) / (capital + small + 0.3), Int(capital + small))
  }
}

extension NameText {
  /// Whether most words of a sentence have capitals.
  func isHeadline(_ sentence: Range<Int>, _ vocabulary: NameVocabulary) -> Bool {
    var (letters, capitals) = (0, 0)
    for token in tokens[sentence] {
      let traits = vocabulary[token.word].traits
      if traits.contains(.beginsWithLetter) { letters += 1 }
      if traits.contains(.capitalized) { capitals += 1 }
    }
    return letters > 3 && Double(capitals) / Double(letters) > 0.6
  }

  /// Whether a word with a capital follows a sign for no other reason than that.
  static func opensSentence(_ sign: String) -> Bool {
    ["\"", "“", "‘", ":", "•", "-", "–", "—"].contains(sign)
  }
}
