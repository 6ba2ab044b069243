/// Decides what kind of name a trimmed candidate is, from its own words and those around it.
struct NameJudging {
  let text: NameText
  let vocabulary: NameVocabulary

  /// A name at one position in a text.
  private struct Mention {
    let name: String
    let words: [NameVocabulary.Word]
    let before: NameVocabulary.Word?
    let next: NameVocabulary.Word?
    let afterNext: NameVocabulary.Word?

    var first: NameVocabulary.Word { words[0] }
    var last: NameVocabulary.Word { words[words.count - 1] }

    func follows(_ word: String) -> Bool { next?.text == word }
  }

  /// - Returns: the name as written and the evidence for its kinds; nil if it is not a name.
  func judge(_ candidate: NameCandidate) -> (name: String, evidence: NameEvidence)? {
    guard let mention = mention(candidate), !isPeople(mention), !isNoName(mention) else { return nil }
    var evidence = candidate.evidence
    evidence.place += place(mention)
    evidence.other += mention.last.traits.contains(.eventHead) ? 5 : 0
    evidence.organisation += organisation(mention)
    evidence.person += person(mention)
    if mention.before.map({ vocabulary[$0.lower].text }) == "the", !NameWords.places.contains(mention.name) {
      evidence.organisation += 1
      evidence.article += 1
      evidence.person -= 1.5
    }
    return (mention.name, evidence)
  }

  private func mention(_ candidate: NameCandidate) -> Mention? {
    guard let first = candidate.parts.first?.token, let last = candidate.parts.last?.token else { return nil }
    let sentence = text.sentences[candidate.sentence]
    func word(_ token: Int) -> NameVocabulary.Word? {
      sentence.contains(token) ? vocabulary[text.tokens[token].word] : nil
    }
    let words = candidate.parts.map { vocabulary[$0.word] }
    return Mention(
      name: words.map(\.text).joined(separator: " "), words: words, before: word(first - 1),
      next: word(last + 1), afterNext: word(last + 2))
  }

  // MARK: Not names

  /// `Parisians`, or `Parisian` before the word it modifies.
  private func isPeople(_ mention: Mention) -> Bool {
    guard mention.words.count == 1 else { return false }
    let traits = mention.first.traits
    if traits.contains(.demonym) { return true }
    guard traits.contains(.peopleEnding), traits.isDisjoint(with: [.firstName, .place]) else { return false }
    let nextIsSmall = mention.next?.text.unicodeScalars.first?.properties.isLowercase ?? false
    return (nextIsSmall || mention.first.text.hasSuffix("s"))
      && !(mention.next?.traits.contains(.sayingVerb) ?? false)
  }

  private func isNoName(_ mention: Mention) -> Bool {
    guard mention.words.count == 1 else { return false }
    let traits = mention.first.traits
    return traits.contains(.title) || mention.first.length < 2
      || traits.contains(.stopWord) && !traits.contains(.place) || traits.contains(.dayOrMonth)
      || NameTraits(mention.first.text.capitalized).contains(.dayOrMonth)
  }

  // MARK: Evidence

  private func place(_ mention: Mention) -> Double {
    let (words, first, last) = (mention.words, mention.first.traits, mention.last.traits)
    var evidence = 0.0
    if NameWords.places.contains(mention.name) || NameWords.placesInCapitals[mention.name] != nil {
      evidence += 5
    } else if last.contains(.placeHead) {
      evidence += 3
    } else if first.contains(.placeBeginning), words.count > 1, !last.contains(.organisationHead) {
      evidence += 1.5
    }
    if words.count > 2, NameWords.places.contains(words.suffix(2).map(\.text).joined(separator: " ")) {
      evidence += 0.5
    }
    let before = mention.before?.traits ?? []
    if before.contains(.placePreposition) { evidence += before.contains(.closePreposition) ? 1.2 : 0.6 }
    if mention.follows(","), let following = mention.afterNext, isPlace(following) { evidence += 1.5 }
    if before.contains(.placeNoun) { evidence += 1 }
    return evidence
  }

  /// `Springfield, Ill.`
  private func isPlace(_ word: NameVocabulary.Word) -> Bool {
    if !word.traits.isDisjoint(with: [.place, .abbreviation]) { return true }
    let endings = ["'s", "’s", "'", "’"]
    return endings.contains { ending in
      word.text.hasSuffix(ending) && NameWords.places.contains(String(word.text.dropLast(ending.count)))
    }
  }

  private func organisation(_ mention: Mention) -> Double {
    let (words, first, last) = (mention.words, mention.first.traits, mention.last.traits)
    var evidence = 0.0
    if words.count == 1, first.contains(.knownOrganisation) { evidence += 5 }
    let isSurname = words.count > 1 && first.contains(.firstName) && last.contains(.alsoSurname)
    if last.contains(.organisationHead), !isSurname {
      evidence += 4
    } else if words.dropLast().contains(where: { $0.traits.contains(.organisationHead) }),
      words.contains(where: { ["of", "for"].contains(vocabulary[$0.lower].text) })
    {
      evidence += 4
    } else if words.contains(where: { $0.traits.contains(.organisationWord) }) {
      evidence += 3
    }
    if words.count == 1, first.contains(.allCapitals), (2...6).contains(mention.first.length),
      !NameWords.places.contains(mention.name)
    {
      evidence += 2.5
    }
    if mention.name.utf8.contains(UInt8(ascii: "&")) { evidence += 3 }
    return evidence
  }

  private func person(_ mention: Mention) -> Double {
    let (words, first) = (mention.words, mention.first.traits)
    var evidence = 0.0
    if first.contains(.firstName) { evidence += words.count > 1 ? 3 : 1 }
    evidence += personAround(mention)
    let areNames = words.allSatisfy {
      $0.traits.contains(.capitalized) && !$0.traits.contains(.allCapitals)
    }
    if (2...3).contains(words.count), areNames { evidence += 0.9 }
    if words.dropFirst().dropLast().contains(where: { $0.length == 1 }) { evidence += 2 }
    if words.dropFirst().contains(where: { $0.traits.contains(.personParticle) }) { evidence += 0.5 }
    return evidence
  }

  /// The evidence in the words before and after: `Mr`, `, 34,`, `said`, `who`.
  private func personAround(_ mention: Mention) -> Double {
    let before = mention.before?.traits ?? []
    var evidence = 0.0
    if before.contains(.title) { evidence += 2.5 }
    if mention.follows(","), let age = mention.afterNext?.text.utf8, age.count == 2,
      age.allSatisfy({ $0 &- 0x30 < 10 })
    {
      evidence += 4
    }
    if mention.next?.traits.contains(.sayingVerb) ?? false { evidence += 1 }
    if mention.follows("who") || mention.follows(",") && mention.afterNext?.text == "who" { evidence += 2 }
    if before.contains(.sayingVerb) { evidence += 0.7 }
    if mention.before.map({ vocabulary[$0.lower].text }) == "by" { evidence += 0.3 }
    return evidence
  }
}
