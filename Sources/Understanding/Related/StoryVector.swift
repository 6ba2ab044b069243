import Glibc

/// A story as its heaviest terms among those that other stories have, too; of length 1.
struct StoryVector {
  /// How many terms count.
  static let capacity = 40
  /// In a folder with fewer stories than this, words that no other story has make a vector longer: two stories that share
  /// five words of fifty are not the same. In larger ones most such words are names and misspellings that mean nothing.
  static let smallFolder = 200

  struct Component {
    var term: UInt32
    var weight: Float
  }

  /// The heaviest first; of equally heavy ones those with the smaller hash.
  private(set) var components: [Component]

  /// Weighs the terms of a story: (1 + ln tf) · ln((N + M + 1) / (df + df₀ + ½)), with `tf` how often a term stands
  /// in the story, `df` in how many of the `N` stories of its language group in the folder, `df₀` in how many of the `M`
  /// stories that were counted beforehand.
  init(_ story: StoryTerms, _ counts: FolderCounts) {
    let group = story.group
    let folder = counts.storyCounts[Int(group.rawValue)]
    let prior = group.prior
    let total = Double(folder + (prior?.storyCount ?? 0) + 1)
    var shared: [(term: UInt32, weight: Double)] = []
    var unshared: [Double] = []
    for number in 0..<story.count {
      let term = story.term(number)
      let count = min(Int(counts[term].storyCount), folder)
      let known = Double(max(1, count) + (prior?.count(of: term) ?? 0))
      let weight = (1 + log(Double(story.occurrences(number)))) * max(0, log(total / (known + 0.5)))
      guard weight > 0 else { continue }
      if count > 1 { shared.append((term, weight)) } else { unshared.append(weight) }
    }
    shared.sort { $0.weight != $1.weight ? $0.weight > $1.weight : $0.term < $1.term }
    shared = Array(shared.prefix(StoryVector.capacity))
    var square = shared.reduce(0) { $0 + $1.weight * $1.weight }
    if folder < StoryVector.smallFolder {
      unshared.sort(by: >)
      square += unshared.prefix(StoryVector.capacity - shared.count).reduce(0) { $0 + $1 * $1 }
    }
    let length = square > 0 ? square.squareRoot() : 1
    components = shared.map { Component(term: $0.term, weight: Float($0.weight / length)) }
  }

  /// How much a term weighs; 0 where it is not among the heaviest.
  func weight(of term: UInt32) -> Float { components.first { $0.term == term }?.weight ?? 0 }

  /// What two stories share, heaviest first.
  func shared(with other: StoryVector) -> [UInt32] {
    let products = components.map { component in
      (term: component.term, weight: component.weight * other.weight(of: component.term))
    }
    let sorted = products.filter { $0.weight > 0 }.sorted { one, another in
      one.weight != another.weight ? one.weight > another.weight : one.term < another.term
    }
    return sorted.map(\.term)
  }
}

/// How much less alike two stories are for the days between them.
enum TimeFactor {
  private static let days = 14.0

  /// 1 on one day, or where a story has none; ½ when they are years apart.
  static func between(_ first: Int32, _ second: Int32) -> Double {
    if first == StoryTerms.noDay || second == StoryTerms.noDay { return 1 }
    return 0.5 + 0.5 * exp(-abs(Double(first) - Double(second)) / days)
  }
}
