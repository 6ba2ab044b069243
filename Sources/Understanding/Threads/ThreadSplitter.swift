import Glibc

/// Splits threads that joined too many stories. Words that all stories of a thread share do not distinguish
/// them, so words are reweighted by their rarity within the thread, and the stories are clustered by average
/// linkage.
struct ThreadSplitter {
  /// How similar two groups of a thread must be to stay together.
  static let cut = 0.07
  /// The sizes of threads that may be split; smaller and larger threads stay as they are.
  static let sizes = 4...300

  private let count: Int
  /// The similarity of each pair of stories, in rows.
  private var alike: [Double]

  /// - Parameters:
  ///   - vectors: the vectors of the stories in a thread, in the order in which they joined.
  ///   - days: the days of the same stories.
  init(_ vectors: [StoryVector], days: [Int32]) {
    count = vectors.count
    alike = [Double](repeating: 0, count: vectors.count * vectors.count)
    addUp(ThreadSplitter.weighedAnew(vectors))
    for first in 0..<count {
      for second in 0..<first {
        let score = alike[first * count + second] * TimeFactor.between(days[first], days[second])
        alike[first * count + second] = score
        alike[second * count + first] = score
      }
    }
  }

  private static func weighedAnew(_ vectors: [StoryVector]) -> [[(term: UInt32, weight: Double)]] {
    var counts = TermCounts()
    for vector in vectors {
      for component in vector.components { counts.add(component.term) }
    }
    let total = Double(vectors.count + 1)
    return vectors.map { vector in
      let weights = vector.components.compactMap { component -> (term: UInt32, weight: Double)? in
        let count = counts[component.term]
        guard count > 1 else { return nil }
        return (component.term, Double(component.weight) * log(total / Double(count)) / log(total))
      }
      let square = weights.reduce(0) { $0 + $1.weight * $1.weight }
      let length = square > 0 ? square.squareRoot() : 1
      return weights.map { ($0.term, $0.weight / length) }
    }
  }

  private mutating func addUp(_ vectors: [[(term: UInt32, weight: Double)]]) {
    var lists: [UInt32: [(story: Int, weight: Double)]] = [:]
    for (story, vector) in vectors.enumerated() {
      for (term, weight) in vector {
        for other in lists[term] ?? [] { alike[story * count + other.story] += weight * other.weight }
        lists[term, default: []].append((story, weight))
      }
    }
  }

  /// The groups that belong together, the largest first, as story numbers.
  mutating func groups() -> [[Int]] {
    var groups = (0..<count).map { [$0] }
    /// The remaining groups; a group has the number of its first story.
    var left = Array(0..<count)
    while let (first, second) = closest(of: left) {
      let (sizeOfFirst, sizeOfSecond) = (Double(groups[first].count), Double(groups[second].count))
      for other in left where other != first && other != second {
        let mean =
          (sizeOfFirst * alike[first * count + other] + sizeOfSecond * alike[second * count + other])
          / (sizeOfFirst + sizeOfSecond)
        alike[first * count + other] = mean
        alike[other * count + first] = mean
      }
      groups[first] += groups[second]
      left.removeAll { $0 == second }
    }
    return left.map { groups[$0] }.sorted { one, other in
      one.count != other.count ? one.count > other.count : (one.min() ?? 0) < (other.min() ?? 0)
    }
  }

  /// The two most similar groups; nil if none are similar enough.
  private func closest(of left: [Int]) -> (Int, Int)? {
    var best = (score: -1.0, first: 0, second: 0)
    for (place, second) in left.enumerated() {
      for first in left[..<place] where alike[second * count + first] > best.score {
        best = (alike[second * count + first], first, second)
      }
    }
    return best.score >= ThreadSplitter.cut ? (best.first, best.second) : nil
  }
}
