/// Decides which texts under one headline are one story.
///
/// Texts with the same source, or without any, are one story if they are copies or versions: equal or mostly equal
/// (``TextRelation``). A text that is the beginning of another one, cut off or a teaser, belongs to the one nearest in
/// time and does not join two texts. Likewise a text without a source belongs to one with a source: it never joins two
/// sources into one story.
///
/// The result does not depend on the order of the texts. Up to ``few`` texts are compared pairwise; if there are more,
/// only texts that share a key are compared, each with a few others: a headline with 100,000 texts costs little more
/// than sorting them.
struct StoryGrouping {
  /// A text that is on any number of pages.
  struct Text {
    /// The headline with the source.
    var headline: HeadlineID
    var sketch: TextSketch
    /// Whether every page with it ends within it.
    var isCut: Bool
    /// The earliest time when it was published or, if no page states it, saved.
    var time: Int64
  }

  static let few = 48
  /// How many neighbours with the same key a text is compared with.
  private static let neighbours = 6

  private let texts: [Text]
  private var links = DisjointSets()
  /// For each text, the best text that it belongs to without joining others.
  private var owners: [Int?]
  /// The number of compared pairs of texts.
  private(set) var comparisons = 0

  /// - Parameters:
  ///   - texts: the texts, which all differ in text or source.
  ///   - joined: pairs known to be one story, from pages with the same address.
  init(_ texts: [Text], joined: [(Int, Int)] = []) {
    self.texts = texts
    owners = Array(repeating: nil, count: texts.count)
    links = DisjointSets(count: texts.count)
    let pairs = candidates()
    for (a, b) in pairs where texts[a].headline.sourced != texts[b].headline.sourced { attach(a, b) }
    let isOwned = owners.map { $0 != nil }
    for (a, b) in pairs where texts[a].headline.sourced == texts[b].headline.sourced {
      // A copy without a source belongs to a text whose source is known, and does not bring others with it.
      if !isOwned[a], !isOwned[b] { compare(a, b) }
    }
    for (a, b) in joined { links.unite(a, b) }
    for (text, owner) in owners.enumerated() {
      if let owner { links.unite(text, owner) }
    }
  }

  /// For each text, the number of one text of its story, which is the same for all of its texts.
  mutating func stories() -> [Int] { texts.indices.map { links.find($0) } }

  /// Whether a text does not belong to another one: only such texts determine the story's identity.
  func isCore(_ text: Int) -> Bool { owners[text] == nil }

  // MARK: One pair

  private func relation(_ a: Int, _ b: Int) -> TextRelation {
    let (left, right) = (texts[a], texts[b])
    return left.headline.relation(
      of: left.sketch, to: right.headline, right.sketch, isCut: left.isCut || right.isCut)
  }

  private mutating func compare(_ a: Int, _ b: Int) {
    comparisons += 1
    switch relation(a, b) {
    case .same, .similar: links.unite(a, b)
    case .contained:
      let isFirst = texts[a].sketch.isContained(in: texts[b].sketch, isCut: texts[a].isCut)
      offer(isFirst ? b : a, to: isFirst ? a : b)
    case .different: break
    }
  }

  /// Attaches one text to the other. If their sources differ, one must be unknown.
  private mutating func attach(_ a: Int, _ b: Int) {
    comparisons += 1
    guard relation(a, b) != .different else { return }
    if texts[a].headline.isSourceKnown { offer(a, to: b) } else { offer(b, to: a) }
  }

  private mutating func offer(_ owner: Int, to text: Int) {
    guard let known = owners[text] else {
      owners[text] = owner
      return
    }
    if rank(owner, for: text) < rank(known, for: text) { owners[text] = owner }
  }

  /// Ranks by similarity, then by nearness in time; the rest only makes the result independent of the order.
  private func rank(_ owner: Int, for text: Int) -> (Int, UInt64, UInt64, UInt64) {
    let isSame = relation(owner, text) == .contained ? 1 : 0
    return (
      isSame, texts[owner].time.distanceMagnitude(to: texts[text].time),
      texts[owner].headline.sourced.rawValue,
      texts[owner].sketch.hash64
    )
  }

  // MARK: Pairs

  private func candidates() -> [(Int, Int)] {
    guard texts.count > StoryGrouping.few else {
      return texts.indices.flatMap { b in (0..<b).map { ($0, b) } }
    }
    var keys: [(key: UInt64, hash: UInt64, text: Int)] = []
    keys.reserveCapacity(texts.count * 16)
    for (index, text) in texts.enumerated() {
      let hash = text.sketch.hash64
      text.sketch.visitKeys { keys.append((key: $0, hash: hash, text: index)) }
      keys.append((key: hash, hash: hash, text: index))
    }
    keys.sort {
      ($0.key, $0.hash, texts[$0.text].headline.sourced) < ($1.key, $1.hash, texts[$1.text].headline.sourced)
    }
    var pairs: [(Int, Int)] = []
    for (index, entry) in keys.enumerated() {
      var other = index - 1
      while other >= 0, index - other <= StoryGrouping.neighbours, keys[other].key == entry.key {
        pairs.append((keys[other].text, entry.text))
        other -= 1
      }
    }
    return pairs
  }
}

/// Disjoint sets of numbers (union by the lower number, with path halving).
private struct DisjointSets {
  private var parents: [Int] = []

  init(count: Int = 0) { parents = Array(0..<count) }

  mutating func find(_ number: Int) -> Int {
    var number = number
    while parents[number] != number {
      parents[number] = parents[parents[number]]
      number = parents[number]
    }
    return number
  }

  mutating func unite(_ a: Int, _ b: Int) {
    let (a, b) = (find(a), find(b))
    if a != b { parents[max(a, b)] = min(a, b) }
  }
}

extension Int64 {
  func distanceMagnitude(to other: Int64) -> UInt64 {
    self > other ? UInt64(bitPattern: self &- other) : UInt64(bitPattern: other &- self)
  }
}
