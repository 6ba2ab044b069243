import Text

/// Which paragraph of an older version has become which of the newer.
struct ParagraphMatching {
  enum Match {
    /// Word for word; it is moved if others that are the same have passed it.
    case same(Int, isMoved: Bool)
    case reworded(Int)
    /// A part of one that is now several.
    case split(Int)
    /// Made of several.
    case joined([Int])
    case new
  }

  /// What each paragraph of the newer version comes from.
  private(set) var matches: [Match]
  private let oldCount: Int

  init(old: [String], new: [String]) {
    matches = new.map { _ in .new }
    oldCount = old.count
    let pairs = ParagraphMatching.samePairs(old: old, new: new)
    let inOrder = IncreasingRun.longest(of: pairs.map(\.new))
    for (index, pair) in pairs.enumerated() {
      matches[pair.new] = .same(pair.old, isMoved: !inOrder.contains(index))
    }
    let (usedOld, usedNew) = (Set(pairs.map(\.old)), Set(pairs.map(\.new)))
    let likeness = ParagraphLikeness(
      old: old.indices.filter { !usedOld.contains($0) }.map { ($0, old[$0]) },
      new: new.indices.filter { !usedNew.contains($0) }.map { ($0, new[$0]) })
    matchSplits(likeness)
  }

  /// Paragraphs with the same text, in the order of the older version; of several that are equal the first goes with the first.
  private static func samePairs(old: [String], new: [String]) -> [(old: Int, new: Int)] {
    var places: [String: ArraySlice<Int>] = [:]
    for (index, text) in new.enumerated() { places[text, default: []].append(index) }
    return old.indices.compactMap { index in
      places[old[index]]?.popFirst().map { (index, $0) }
    }
  }

  // MARK: Paragraphs that are not the same

  /// First those that were split or joined, which hold more of one another than any single pair, then the most alike.
  private mutating func matchSplits(_ likeness: ParagraphLikeness) {
    var (usedOld, usedNew): (Set<Int>, Set<Int>) = ([], [])
    for (before, parts) in likeness.splits {
      for part in parts { matches[part] = .split(before) }
      usedOld.insert(before)
      usedNew.formUnion(parts)
    }
    for (after, parts) in likeness.joins where !usedNew.contains(after) && usedOld.isDisjoint(with: parts) {
      matches[after] = .joined(parts)
      usedNew.insert(after)
      usedOld.formUnion(parts)
    }
    for pair in likeness.pairs where !usedOld.contains(pair.old) && !usedNew.contains(pair.new) {
      matches[pair.new] = .reworded(pair.old)
      usedOld.insert(pair.old)
      usedNew.insert(pair.new)
    }
  }

  /// The paragraphs into which one was split, in order.
  func parts(of old: Int) -> [Int] {
    matches.indices.filter { if case .split(old) = matches[$0] { true } else { false } }
  }

  // MARK: What is gone

  /// The paragraphs that are gone, by the number of the newer paragraph before which they stood.
  var placesOfGone: [Int: [Int]] {
    var follower = [Int?](repeating: nil, count: oldCount)
    for (number, match) in matches.enumerated() {
      switch match {
      case .same(let before, isMoved: false), .reworded(let before), .split(let before):
        follower[before] = number + 1
      case .same(let before, isMoved: true): follower[before] = -1
      case .joined(let parts): for part in parts { follower[part] = number + 1 }
      case .new: break
      }
    }
    var places: [Int: [Int]] = [:]
    var place = 0
    for (before, next) in follower.enumerated() {
      if let next {
        if next >= 0 { place = next }
      } else {
        places[place, default: []].append(before)
      }
    }
    return places
  }
}

/// Finds what kept its order.
enum IncreasingRun {
  /// The places of a longest increasing subsequence, by patience sorting.
  static func longest(of numbers: [Int]) -> Set<Int> {
    var tops: [Int] = []
    var before = [Int?](repeating: nil, count: numbers.count)
    for (index, number) in numbers.enumerated() {
      var (low, high) = (0, tops.count)
      while low < high {
        let middle = (low + high) / 2
        if numbers[tops[middle]] < number { low = middle + 1 } else { high = middle }
      }
      before[index] = low > 0 ? tops[low - 1] : nil
      if low < tops.count { tops[low] = index } else { tops.append(index) }
    }
    var run: Set<Int> = []
    var next = tops.last
    while let index = next {
      run.insert(index)
      next = before[index]
    }
    return run
  }
}
