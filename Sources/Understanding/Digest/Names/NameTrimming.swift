/// Removes words that are not part of the name from both ends of a run: the first word of a sentence, titles,
/// days. Titles are evidence for a person.
struct NameTrimming {
  let vocabulary: NameVocabulary
  let counts: CapitalCounts
  /// How often a word of the current text is capitalized for another reason than its position, by the word's
  /// number in lower case.
  let inner: [NameVocabulary.Number: Int]

  /// - Returns: whether anything is left.
  func trim(_ candidate: inout NameCandidate) -> Bool {
    if candidate.startsSentence { trimSentenceStart(&candidate) }
    if candidate.isHeadline { trimHeadline(&candidate) }
    trimOffices(&candidate)
    trimTitles(&candidate)
    trimJoiners(&candidate)
    trimDays(&candidate)
    trimDemonym(&candidate)
    return !candidate.parts.isEmpty
  }

  private func word(_ parts: ArraySlice<NameCandidate.Part>, _ index: Int) -> NameVocabulary.Word? {
    index < parts.count ? vocabulary[parts[parts.startIndex + index].word] : nil
  }

  private func traits(_ parts: ArraySlice<NameCandidate.Part>, _ index: Int) -> NameTraits {
    word(parts, index)?.traits ?? []
  }

  /// A word in lower case, without the full stop of an abbreviation.
  private func lower(_ parts: ArraySlice<NameCandidate.Part>, _ index: Int) -> String {
    guard let word = word(parts, index) else { return "" }
    let text = vocabulary[word.lower].text
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }

  private func isInner(_ word: NameVocabulary.Word) -> Bool { (inner[word.lower] ?? 0) > 0 }

  // MARK: Capitals due to a word's position

  private func trimSentenceStart(_ candidate: inout NameCandidate) {
    guard let first = word(candidate.parts, 0) else { return }
    let traits = first.traits
    let (ratio, seen) = counts.ratio(first)
    let isKnown =
      !traits.isDisjoint(with: [.place, .firstName, .demonym])
      || traits.contains(.allCapitals) && first.length > 1
    if !traits.isSuperset(of: [.allCapitals, .place]),
      isCommon(traits, before: self.traits(candidate.parts, 1))
    {
      candidate.parts.removeFirst()
    } else if candidate.parts.count == 1 {
      if !isKnown, !isInner(first), seen == 0 || ratio < 0.6 { candidate.parts.removeFirst() }
    } else if !isKnown, ratio < 0.35, seen >= 2, traits.isDisjoint(with: [.title, .organisationHead]) {
      candidate.parts.removeFirst()
    }
  }

  private func isCommon(_ traits: NameTraits, before next: NameTraits) -> Bool {
    if traits.contains(.commonWord) { return true }
    return traits.contains(.adverb) && !next.contains(.organisationHead)
  }

  /// In a headline, keeps the longest run of words that are names elsewhere.
  private func trimHeadline(_ candidate: inout NameCandidate) {
    func isName(_ part: NameCandidate.Part) -> Bool {
      let word = vocabulary[part.word]
      return isInner(word) || word.traits.contains(.place) || counts.ratio(word).ratio > 0.8
    }
    let areAllNames = candidate.parts.allSatisfy { part in
      let traits = vocabulary[part.word].traits
      return isName(part) || traits.contains(.firstName) || !traits.contains(.capitalized)
    }
    guard candidate.parts.isEmpty || !areAllNames else { return }
    var best = candidate.parts.prefix(0)
    var start = candidate.parts.startIndex
    for index in candidate.parts.indices {
      if !isName(candidate.parts[index]) {
        start = index + 1
      } else if index + 1 - start > best.count {
        best = candidate.parts[start...index]
      }
    }
    candidate.parts = best
  }

  // MARK: Titles

  /// `U.S. Secretary`, `Trade Secretary`, `Secretary of State`, `Attorney General`
  private func trimOffices(_ candidate: inout NameCandidate) {
    var parts = candidate.parts
    while parts.count > 2, !traits(parts, 0).isDisjoint(with: [.place, .demonym]),
      traits(parts, 1).contains(.title)
        || ["secretary", "minister"].contains(lower(parts, 2)) && traits(parts, 1).contains(.portfolio),
      !traits(parts, 1).contains(.organisationHead)
    { parts.removeFirst() }
    if parts.count > 2, traits(parts, 0).contains(.portfolio),
      ["secretary", "minister", "chief"].contains(lower(parts, 1))
    {
      parts.removeFirst(2)
      candidate.evidence.person += 3
    }
    if parts.count > 3, ["secretary", "chief", "speaker", "leader", "minister"].contains(lower(parts, 0)),
      lower(parts, 1) == "of"
    {
      let length = lower(parts, 2) == "the" ? 4 : 3
      if parts.count > length {
        parts.removeFirst(length)
        candidate.evidence.person += 3
      }
    }
    if parts.count > 2, NameTrimming.firstOfTwo.contains(lower(parts, 0)),
      NameTrimming.secondOfTwo.contains(lower(parts, 1))
    {
      parts.removeFirst(2)
      candidate.evidence.person += 3
    }
    candidate.parts = parts
  }

  private static let firstOfTwo: Set<String> = [
    "attorney", "lieutenant", "major", "brigadier", "solicitor", "deputy", "vice", "director",
  ]
  private static let secondOfTwo: Set<String> = [
    "general", "colonel", "president", "director", "mayor", "minister",
  ]

  private func trimTitles(_ candidate: inout NameCandidate) {
    while candidate.parts.count > 1 {
      let first = traits(candidate.parts, 0)
      guard !first.isDisjoint(with: [.title, .titlePrefix]) else { return }
      if first.contains(.royalTitle) {
        candidate.evidence.person += 2
        return
      }
      if isOffice(candidate.parts) { return }
      candidate.evidence.person += first.contains(.strongTitle) ? 3 : 2
      candidate.parts.removeFirst()
    }
  }

  /// `Foreign Ministry`, `Justice Department`
  private func isOffice(_ parts: ArraySlice<NameCandidate.Part>) -> Bool {
    let (first, second) = (traits(parts, 0), traits(parts, 1))
    if first.contains(.ministryPortfolio), ["ministry", "office", "department"].contains(lower(parts, 1)) {
      return true
    }
    return first.contains(.titleOrOffice) && !second.contains(.firstName)
      && second.contains(.organisationHead)
  }

  // MARK: Joiners, days, peoples

  private func trimJoiners(_ candidate: inout NameCandidate) {
    func isJoiner(_ part: NameCandidate.Part) -> Bool {
      vocabulary[vocabulary[part.word].lower].traits.contains(.joiner)
    }
    while let first = candidate.parts.first, isJoiner(first) { candidate.parts.removeFirst() }
    while let last = candidate.parts.last, isJoiner(last) { candidate.parts.removeLast() }
  }

  private func trimDays(_ candidate: inout NameCandidate) {
    while traits(candidate.parts, 0).contains(.dayOrMonth) { candidate.parts.removeFirst() }
    while let last = candidate.parts.last, vocabulary[last.word].traits.contains(.dayOrMonth) {
      let isName =
        vocabulary[last.word].traits.contains(.monthAndName) && candidate.parts.count > 1
        && traits(candidate.parts, candidate.parts.count - 2).contains(.firstName)
      if isName { return }
      candidate.parts.removeLast()
    }
  }

  /// `French President Macron` is a person; `French Red Cross` is an organisation, and `French` is part of
  /// its name.
  private func trimDemonym(_ candidate: inout NameCandidate) {
    let parts = candidate.parts
    guard parts.count > 1, traits(parts, 0).contains(.demonym),
      traits(parts, parts.count - 1).isDisjoint(with: [.organisationHead, .placeHead]),
      !traits(parts, 1).contains(.organisationHead)
    else { return }
    candidate.parts.removeFirst()
    while candidate.parts.count > 1, traits(candidate.parts, 0).contains(.title) {
      candidate.parts.removeFirst()
      candidate.evidence.person += 3
    }
  }
}
