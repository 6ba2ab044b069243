import Text

/// How similar the changed paragraphs of two versions are, by the word pairs they share.
struct ParagraphLikeness {
  /// An older and a newer paragraph.
  struct Pair {
    let old: Int
    let new: Int
    /// The Dice coefficient, from 0 to 1.
    let likeness: Double
  }

  /// Paragraphs less alike than this are two different paragraphs.
  private static let leastLikeness = 0.35
  /// The minimum share of a part that must be in the whole, and of the whole that must be in its parts.
  private static let leastPart = 0.7
  /// A word pair in more paragraphs than this does not distinguish them.
  private static let mostParagraphs = 16

  private struct Paragraph {
    let number: Int
    let pairs: Set<UInt64>
  }

  private let old: [Paragraph]
  private let new: [Paragraph]
  /// For each newer paragraph, the number of word pairs that it shares with each older one.
  private var shared: [[Int: Int]] = []

  init(old: [(Int, String)], new: [(Int, String)]) {
    self.old = old.map { Paragraph(number: $0.0, pairs: ParagraphLikeness.wordPairs($0.1)) }
    self.new = new.map { Paragraph(number: $0.0, pairs: ParagraphLikeness.wordPairs($0.1)) }
    var places: [UInt64: [Int]] = [:]
    for (index, paragraph) in self.old.enumerated() {
      for pair in paragraph.pairs where (places[pair]?.count ?? 0) <= ParagraphLikeness.mostParagraphs {
        places[pair, default: []].append(index)
      }
    }
    shared = self.new.map { paragraph in
      var counts: [Int: Int] = [:]
      for pair in paragraph.pairs {
        guard let found = places[pair], found.count <= ParagraphLikeness.mostParagraphs else { continue }
        for index in found { counts[index, default: 0] += 1 }
      }
      return counts
    }
  }

  /// A paragraph of a single word counts as one pair.
  private static func wordPairs(_ text: String) -> Set<UInt64> {
    let pairs = Shingles(of: [text], length: 2)
    return Set(pairs.hashes.isEmpty ? Shingles(of: [text], length: 1).hashes : pairs.hashes)
  }

  /// Paragraphs that may be versions of one another, the most alike first.
  var pairs: [Pair] {
    var pairs: [Pair] = []
    for (after, counts) in shared.enumerated() {
      for (before, count) in counts {
        let all = old[before].pairs.count + new[after].pairs.count
        let likeness = Double(2 * count) / Double(all)
        if likeness >= ParagraphLikeness.leastLikeness {
          pairs.append(Pair(old: old[before].number, new: new[after].number, likeness: likeness))
        }
      }
    }
    return pairs.sorted { ($1.likeness, $0.new, $0.old) < ($0.likeness, $1.new, $1.old) }
  }

  /// Older paragraphs that were split, with the newer ones in order.
  var splits: [(Int, [Int])] {
    var parts: [Int: [(index: Int, shared: Int)]] = [:]
    for (after, counts) in shared.enumerated() {
      guard let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
        isPart(best.value, of: new[after])
      else { continue }
      parts[best.key, default: []].append((after, best.value))
    }
    return groups(parts, of: old).map { (old[$0].number, $1.map { new[$0].number }) }
  }

  /// Newer paragraphs that were joined, with the older ones in order.
  var joins: [(Int, [Int])] {
    var best: [Int: (after: Int, shared: Int)] = [:]
    for (after, counts) in shared.enumerated() {
      for (before, count) in counts where count > (best[before]?.shared ?? 0) {
        best[before] = (after, count)
      }
    }
    var parts: [Int: [(index: Int, shared: Int)]] = [:]
    for (before, (after, count)) in best where isPart(count, of: old[before]) {
      parts[after, default: []].append((before, count))
    }
    return groups(parts, of: new).map { (new[$0].number, $1.map { old[$0].number }) }
  }

  private func isPart(_ shared: Int, of paragraph: Paragraph) -> Bool {
    Double(shared) >= ParagraphLikeness.leastPart * Double(paragraph.pairs.count)
  }

  /// The wholes that have two or more parts, which together make up nearly all of them.
  private func groups(
    _ parts: [Int: [(index: Int, shared: Int)]], of wholes: [Paragraph]
  ) -> [(Int, [Int])] {
    parts.compactMap { whole, parts in
      let sum = parts.reduce(0) { $0 + $1.shared }
      guard parts.count > 1, isPart(sum, of: wholes[whole]) else { return nil }
      return (whole, parts.map(\.index).sorted())
    }.sorted { $0.0 < $1.0 }
  }
}
