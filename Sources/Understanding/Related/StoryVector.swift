import Glibc

/// A story as a vector of length 1: its heaviest terms among those that other stories also have.
struct StoryVector {
  /// The most terms used.
  static let capacity = 40
  /// In a folder with fewer stories, words that no other story has make the vector longer: two stories that
  /// share five of fifty words are not the same. In larger folders most such words are names and misspellings
  /// without meaning.
  static let smallFolder = 200

  struct Component {
    var term: UInt32
    var weight: Float
  }

  /// The heaviest first; ties are ordered by hash.
  private(set) var components: [Component]

  /// Weights the terms of a story: (1 + ln tf) · ln((N + M + 1) / (df + df₀ + ½)), where `tf` is the number
  /// of occurrences in the story, `df` the number of the `N` stories of its language group in the folder that
  /// contain the term, and `df₀` the same for the `M` stories counted in advance.
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

  /// The weight of a term; 0 if it is not among the heaviest.
  func weight(of term: UInt32) -> Float { components.first { $0.term == term }?.weight ?? 0 }

  /// The terms that two stories share, heaviest first.
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

/// The factor by which the days between two stories reduce their similarity.
enum TimeFactor {
  private static let days = 14.0

  /// 1 on the same day, or if either story has no day; ½ if they are years apart.
  static func between(_ first: Int32, _ second: Int32) -> Double {
    if first == StoryTerms.noDay || second == StoryTerms.noDay { return 1 }
    return 0.5 + 0.5 * exp(-abs(Double(first) - Double(second)) / days)
  }
}
