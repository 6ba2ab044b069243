/// A run of words that may be a name.
struct NameCandidate {
  /// A word of the run.
  struct Part {
    let word: NameVocabulary.Number
    let token: Int
  }

  /// The number of its sentence.
  let sentence: Int
  /// Its words. Words at either end that are not part of the name are removed later.
  var parts: ArraySlice<Part>
  /// Whether its first word begins the sentence, and so is capitalized anyway.
  let startsSentence: Bool
  /// Whether all words of its sentence are capitalized.
  let isHeadline: Bool
  var evidence = NameEvidence()
}

extension NameText {
  /// The runs of capitalized words of a text, with the small words that join them (`Bank of England`).
  func candidates(_ vocabulary: NameVocabulary) -> [NameCandidate] {
    var candidates: [NameCandidate] = []
    for (number, sentence) in sentences.enumerated() {
      let isHeadline = isHeadline(sentence, vocabulary)
      var isStart = true
      var token = sentence.lowerBound
      while token < sentence.upperBound {
        let word = vocabulary[tokens[token].word]
        guard word.traits.contains(.capitalized), !word.traits.contains(.noName) else {
          if NameText.opensSentence(word.text) {
            isStart = true
          } else if word.isLetterOrDigit {
            isStart = false
          }
          token += 1
          continue
        }
        var run = NameRun(text: self, vocabulary: vocabulary, sentence: sentence, at: token)
        run.read()
        if !run.parts.isEmpty {
          candidates.append(
            NameCandidate(
              sentence: number, parts: run.parts[...], startsSentence: isStart, isHeadline: isHeadline))
          isStart = false
        }
        token = max(run.next, token + 1)
      }
    }
    return candidates
  }
}

extension NameVocabulary.Word {
  var isLetterOrDigit: Bool {
    traits.contains(.beginsWithLetter) || text.unicodeScalars.first?.properties.numericType != nil
  }
}

/// Reads a run of words from the left.
private struct NameRun {
  let text: NameText
  let vocabulary: NameVocabulary
  let sentence: Range<Int>
  private(set) var parts: [NameCandidate.Part] = []
  /// The token after the run.
  private(set) var next: Int
  private var hasHeadOfAnd = false

  init(text: NameText, vocabulary: NameVocabulary, sentence: Range<Int>, at token: Int) {
    (self.text, self.vocabulary, self.sentence, next) = (text, vocabulary, sentence, token)
  }

  mutating func read() {
    while next < sentence.upperBound {
      let token = text.tokens[next]
      let traits = vocabulary[token.word].traits
      if traits.contains(.capitalized), parts.isEmpty || token.isGlued,
        !vocabulary[token.base].traits.contains(.noName)
      {
        append(token.base, next)
        next += 1
        if token.endsName { return }
        skipFullStop(of: vocabulary[token.base])
      } else if !parts.isEmpty, isJoiner(vocabulary[token.word]), let end = joinersEnd() {
        for joiner in next..<end { append(text.tokens[joiner].word, joiner) }
        next = end
      } else {
        return
      }
    }
  }

  private mutating func append(_ word: NameVocabulary.Number, _ token: Int) {
    parts.append(NameCandidate.Part(word: word, token: token))
    if vocabulary[word].traits.contains(.headOfAnd) { hasHeadOfAnd = true }
  }

  /// Skips the full stop of an initial or a title, which does not end a name.
  private mutating func skipFullStop(of word: NameVocabulary.Word) {
    guard word.length == 1 || word.traits.contains(.abbreviation), next < sentence.upperBound,
      vocabulary[text.tokens[next].word].text == "."
    else { return }
    next += 1
  }

  private func isJoiner(_ word: NameVocabulary.Word) -> Bool {
    if word.traits.contains(.joiner) { return true }
    return word.text == "in" && vocabulary[parts[0].word].traits.contains(.headOfLongName)
  }

  /// The end of the one or two joiners at this position, if another word of the name follows them.
  private func joinersEnd() -> Int? {
    var end = next
    while end < sentence.upperBound, end - next < 3, isAnyJoiner(vocabulary[text.tokens[end].word]) {
      end += 1
    }
    guard end < sentence.upperBound, end - next <= 2 else { return nil }
    let following = text.tokens[end]
    let traits = vocabulary[following.word].traits
    guard traits.contains(.capitalized), !traits.contains(.noName),
      !vocabulary[following.withoutPossessive].traits.contains(.dayOrMonth),
      joins(vocabulary[text.tokens[next].word])
    else { return nil }
    return end
  }

  private func isAnyJoiner(_ word: NameVocabulary.Word) -> Bool {
    word.traits.contains(.joiner) || word.text == "in"
  }

  private func joins(_ joiner: NameVocabulary.Word) -> Bool {
    let before = parts.last.map { vocabulary[$0.word].traits } ?? []
    switch joiner.text {
    case "of":
      return !before.isDisjoint(with: [.organisationHead, .placeHead, .headOfOf])
    case "for":
      return !before.isDisjoint(with: [.organisationHead, .headOfFor])
    case "and": return hasHeadOfAnd
    case "the": return false
    default: return joiner.traits.contains(.strongJoiner) || joiner.text == "in"
    }
  }
}
