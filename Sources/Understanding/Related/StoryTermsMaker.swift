import Glibc

/// Extracts the stored terms of stories from their texts, one after another, reusing the same memory.
public struct StoryTermsMaker {
  /// A word counts twice as much in a headline.
  private static let titleWeight: UInt32 = 2

  private var counts = TermCounts(capacity: 1_024)
  private var language = LanguageTally()
  /// The lengths in letters of terms that are not in the prior list.
  private var lengths: [UInt8] = []

  /// Creates a maker, to be used by one thread.
  public init() {}

  /// - Parameters:
  ///   - title: the headline, in UTF-8.
  ///   - body: the text, in UTF-8.
  ///   - key: the key that identifies the story.
  ///   - titleID: its headline as a number.
  ///   - day: when it was published, in days since 1970; nil if unknown.
  /// - Returns: its heaviest terms.
  public mutating func terms(
    title: UnsafeBufferPointer<UInt8>, body: UnsafeBufferPointer<UInt8>, key: UInt64, titleID: UInt64,
    day: Int32?
  ) -> StoryTerms {
    counts.removeAll()
    lengths.removeAll(keepingCapacity: true)
    language = LanguageTally()
    count(body, 1)
    count(title, StoryTermsMaker.titleWeight)
    let group = language.group
    return StoryTerms(
      key: key, title: titleID, day: day, group: group, passages: PassageSketch(Shingles(of: body)),
      heaviest(group))
  }

  private mutating func count(_ text: UnsafeBufferPointer<UInt8>, _ weight: UInt32) {
    let prior = PriorWords.english
    Terms.visit(text) { term in
      let hash = TermHash.of(hash: term.hash)
      counts.add(hash, weight)
      if counts.terms.count > lengths.count { lengths.append(UInt8(clamping: term.bytes.count)) }
      if !term.isNumber { language.add(term.bytes, isEnglish: prior.isCommon(hash)) }
    } stopWord: { word in
      language.add(word, isEnglish: true)
    }
  }

  /// The terms to store, heaviest first.
  private func heaviest(_ group: LanguageGroup) -> [(term: UInt32, count: UInt32)] {
    let weighed = counts.terms.indices.map { number in
      let rarity = rarity(number, group)
      return (weight: (1 + log(Double(counts.counts[number]))) * rarity, number: number)
    }
    let sorted = weighed.sorted { left, right in
      left.weight != right.weight
        ? left.weight > right.weight : counts.terms[left.number] < counts.terms[right.number]
    }
    return sorted.prefix(StoryTerms.capacity).map { (counts.terms[$0.number], counts.counts[$0.number]) }
  }

  /// The rarity of a term, without reference to other stories. If there are no counts, long words count as
  /// rarer (Zipf's law of abbreviation).
  private func rarity(_ number: Int, _ group: LanguageGroup) -> Double {
    guard let prior = group.prior else { return Double(lengths[number]) }
    let count = Double(prior.count(of: counts.terms[number]))
    return log(Double(prior.storyCount + 1) / (count + 0.5))
  }
}
