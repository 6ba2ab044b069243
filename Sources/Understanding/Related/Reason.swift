/// Something that two stories share and that can be seen in both: why one is shown beside the other.
public struct Reason: Hashable, Sendable {
  /// What is shared.
  public enum Kind: String, Sendable {
    /// A name, as capitals show it.
    case name
    case number
    /// A word that few stories have.
    case word
  }

  /// What it is.
  public var kind: Kind
  /// As the story that was asked for has it.
  public var text: String

  /// Something shared.
  public init(_ kind: Kind, _ text: String) { (self.kind, self.text) = (kind, text) }
}

extension [Reason] {
  /// Whether they are more than a coincidence: one word, one number or one short name is in many stories that have
  /// nothing else in common.
  var convince: Bool { count > 1 || first.map { $0.kind == .name && $0.text.contains(" ") } ?? false }
}

extension RelatedIndex {
  private static let (mostNames, mostNumbers, mostWords) = (3, 2, 3)

  /// Why two stories are alike: names before numbers before words, and of each the rarest first.
  /// - Parameters:
  ///   - facts: of the story that was asked for.
  ///   - other: of the related one.
  ///   - terms: what they share, heaviest first (see ``Related/terms``).
  /// - Returns: what a reader sees in both.
  func reasons(_ facts: StoryFacts, _ other: StoryFacts, terms: [UInt32]) -> [Reason] {
    let names = sharedNames(facts, other)
    let shared = terms.compactMap { facts.writing[$0] }
    let numbers = shared.filter { isNumber($0) && $0.utf8.count > 1 }.prefix(RelatedIndex.mostNumbers)
    // What the names say is not said again.
    let words = shared.filter { word in
      !isNumber(word) && !names.contains { $0.hasWord(word) }
    }.prefix(RelatedIndex.mostWords)
    return names.map { Reason(.name, $0) } + numbers.map { Reason(.number, $0) }
      + words.map { Reason(.word, $0) }
  }

  private func sharedNames(_ facts: StoryFacts, _ other: StoryFacts) -> [String] {
    let shared = facts.names.filter { other.names[$0.key] != nil }
    let sorted = shared.map { (name: $0.value, key: $0.key, count: storyCount(ofName: $0.key)) }
      .sorted { one, another in
        if one.count != another.count { return one.count < another.count }
        if one.key.count != another.key.count { return one.key.count > another.key.count }
        return one.key.lexicographicallyPrecedes(another.key)
      }
    return sorted.prefix(RelatedIndex.mostNames).map(\.name)
  }

  /// In how many stories a name may be: as many as have its rarest word.
  private func storyCount(ofName key: [UInt8]) -> UInt32 {
    var count = UInt32.max
    key.withUnsafeBufferPointer { key in
      Terms.visit(key) { count = min(count, counts[TermHash.of(hash: $0.hash)].storyCount) }
    }
    return count
  }

  private func isNumber(_ text: String) -> Bool {
    text.utf8.first.map { $0 &- UInt8(ascii: "0") < 10 } ?? false
  }
}

extension String {
  /// Whether a word is one of the words of a name.
  fileprivate func hasWord(_ word: String) -> Bool {
    split { $0 == " " || $0 == "-" }.contains { $0.lowercased() == word.lowercased() }
  }
}
