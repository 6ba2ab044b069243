/// Evidence for the kinds of names from all available texts: a name that one story does not introduce may be
/// introduced in another.
struct FolderNames {
  /// More texts add no evidence.
  private static let mostTexts = 4.0

  private var evidence: [String: (sum: NameEvidence, texts: Int)] = [:]
  /// The number of texts in which a word ends the name of a person.
  private var surnames: [String: Int] = [:]

  /// Adds the names of one text.
  mutating func add(_ entities: [NamedEntity]) {
    for entity in entities {
      var known = evidence[entity.name] ?? (NameEvidence(), 0)
      known.sum += entity.evidence
      known.texts += 1
      evidence[entity.name] = known
      let words = entity.name.utf8.count { $0 == 0x20 } + 1
      let rest = max(entity.evidence.organisation, entity.evidence.place, entity.evidence.other)
      if (2...3).contains(words), entity.evidence.person > rest { surnames[entity.lastWord, default: 0] += 1 }
    }
  }

  /// The evidence for the kinds of a name in all texts: the mean per text, weighted higher with several
  /// texts.
  func evidence(of name: String) -> NameEvidence {
    func weight(_ texts: Int) -> Double { min(Double(texts), FolderNames.mostTexts).squareRoot() }
    var result = NameEvidence()
    if let (sum, texts) = evidence[name] { result = sum * (weight(texts) / Double(texts)) }
    if let texts = surnames[name], !NameWords.places.contains(name) { result.person += 1.5 * weight(texts) }
    return result
  }
}
