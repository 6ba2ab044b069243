/// Something that two stories visibly share: the reason why one is shown as related to the other.
public struct Reason: Hashable, Sendable {
  /// The kind of thing that is shared.
  public enum Kind: String, Sendable {
    /// A name, recognized by its capitals.
    case name
    case number
    /// A word that few stories have.
    case word
  }

  /// Its kind.
  public var kind: Kind
  /// Its spelling in the story that related stories were requested for.
  public var text: String

  /// Creates a reason from its kind and text.
  public init(_ kind: Kind, _ text: String) { (self.kind, self.text) = (kind, text) }
}

extension [Reason] {
  /// Whether the reasons are more than a coincidence: a single word, number or short name occurs in many
  /// stories that have nothing else in common.
  var convince: Bool { count > 1 || first.map { $0.kind == .name && $0.text.contains(" ") } ?? false }
}

extension RelatedIndex {
  private static let (mostNames, mostNumbers, mostWords) = (3, 2, 3)

  /// Why two stories are alike: names, then numbers, then words, the rarest first within each kind.
  /// - Parameters:
  ///   - facts: the facts of the first story.
  ///   - other: the facts of the related story.
  ///   - terms: the terms that they share, heaviest first (see ``Related/terms``).
  /// - Returns: what a reader can see in both stories.
  func reasons(_ facts: StoryFacts, _ other: StoryFacts, terms: [UInt32]) -> [Reason] {
    let names = sharedNames(facts, other)
    let shared = terms.compactMap { facts.writing[$0] }
    let numbers = shared.filter { isNumber($0) && $0.utf8.count > 1 }.prefix(RelatedIndex.mostNumbers)
    // Words that are part of the names are not repeated.
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

  /// The most stories that a name can be in: the number that contain its rarest word.
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
  /// Whether a word is one of the words of this name.
  fileprivate func hasWord(_ word: String) -> Bool {
    split { $0 == " " || $0 == "-" }.contains { $0.lowercased() == word.lowercased() }
  }
}
