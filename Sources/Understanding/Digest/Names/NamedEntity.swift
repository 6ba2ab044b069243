/// A name in a text and the evidence for its kinds, before the other texts of its folder are considered.
struct NamedEntity {
  let name: String
  var evidence: NameEvidence
  var count: Int
  /// Its first occurrence: the sentence, and the bytes in it.
  let first: (sentence: Int, range: Range<Int>)

  var isSingleWord: Bool { !name.utf8.contains(0x20) }
  /// `HANOI`
  var isInCapitals: Bool { name == name.uppercased() }
  var firstWord: String { String(name.prefix { $0 != " " }) }
  var lastWord: String { name.lastIndex(of: " ").map { String(name[name.index(after: $0)...]) } ?? name }

  /// The first letters of its capitalized words.
  var acronym: String {
    String(name.split(separator: " ").compactMap(\.first).filter(\.isUppercase))
  }
}

extension NameText {
  /// The names in a text, without duplicates, in order of appearance.
  func entities(_ vocabulary: NameVocabulary, _ counts: CapitalCounts) -> [NamedEntity] {
    let candidates = candidates(vocabulary)
    var inner: [NameVocabulary.Number: Int] = [:]
    for candidate in candidates where !candidate.isHeadline {
      for part in candidate.parts.dropFirst(candidate.startsSentence ? 1 : 0) {
        inner[vocabulary[part.word].lower, default: 0] += 1
      }
    }
    let trimming = NameTrimming(vocabulary: vocabulary, counts: counts, inner: inner)
    let judging = NameJudging(text: self, vocabulary: vocabulary)
    var entities: [NamedEntity] = []
    var known: [String: Int] = [:]
    for var candidate in candidates {
      guard trimming.trim(&candidate), let (name, evidence) = judging.judge(candidate) else { continue }
      if let index = known[name] {
        entities[index].evidence += evidence
        entities[index].count += 1
      } else {
        known[name] = entities.count
        entities.append(
          NamedEntity(
            name: name, evidence: evidence, count: 1, first: (candidate.sentence, range(of: candidate))))
      }
    }
    return entities
  }

  private func range(of candidate: NameCandidate) -> Range<Int> {
    guard let first = candidate.parts.first, let last = candidate.parts.last else { return 0..<0 }
    return tokens[first.token].start..<tokens[last.token].baseEnd
  }
}
