import Text

/// Matches the paragraphs of an older version to those of a newer one.
struct ParagraphMatching {
  enum Match {
    /// Word for word the same. It is moved if other unchanged paragraphs have passed it.
    case same(Int, isMoved: Bool)
    case reworded(Int)
    /// Part of an older paragraph that was split.
    case split(Int)
    /// Joined from several older paragraphs.
    case joined([Int])
    case new
  }

  /// The origin of each paragraph of the newer version.
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

  /// Paragraphs with the same text, in the order of the older version. Equal paragraphs are paired in order.
  private static func samePairs(old: [String], new: [String]) -> [(old: Int, new: Int)] {
    var places: [String: ArraySlice<Int>] = [:]
    for (index, text) in new.enumerated() { places[text, default: []].append(index) }
    return old.indices.compactMap { index in
      places[old[index]]?.popFirst().map { (index, $0) }
    }
  }

  // MARK: Changed paragraphs

  /// Matches split and joined paragraphs first, because they share more than any single pair, then the most
  /// alike pairs.
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

  /// The paragraphs that an older one was split into, in order.
  func parts(of old: Int) -> [Int] {
    matches.indices.filter { if case .split(old) = matches[$0] { true } else { false } }
  }

  // MARK: Deleted paragraphs

  /// The deleted paragraphs, by the number of the newer paragraph that they preceded.
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

/// Finds the elements whose order has not changed.
enum IncreasingRun {
  /// The positions of a longest increasing subsequence, found by patience sorting.
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
