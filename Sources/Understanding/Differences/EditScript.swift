/// The shortest edit script from one sequence to another, by deletions and insertions, after Myers (1986).
struct EditScript {
  let old: [Int]
  let new: [Int]

  /// The edit script; nil if it needs more edits than allowed. Time and memory are bounded by the lengths and
  /// the square of the number of edits.
  func steps(atMost mostEdits: Int) -> [WordDifference.Step]? {
    // For each number of edits: the furthest position in `old` on each diagonal (old minus new), lowest
    // diagonal first.
    var reached: [[Int]] = []
    for edits in 0...mostEdits {
      var ends: [Int] = []
      for diagonal in stride(from: -edits, through: edits, by: 2) {
        let end = slide(from: start(reached.last, edits, diagonal), diagonal)
        ends.append(end)
        if end >= old.count, end - diagonal >= new.count { return walkBack(reached, edits, diagonal) }
      }
      reached.append(ends)
    }
    return nil
  }

  /// Where a diagonal begins after one more edit: below or to the right of the better neighbour.
  private func start(_ before: [Int]?, _ edits: Int, _ diagonal: Int) -> Int {
    guard let before else { return 0 }
    return isInsertion(before, edits, diagonal)
      ? EditScript.end(before, edits - 1, diagonal + 1) : EditScript.end(before, edits - 1, diagonal - 1) + 1
  }

  private func isInsertion(_ before: [Int], _ edits: Int, _ diagonal: Int) -> Bool {
    diagonal == -edits
      || diagonal != edits
        && EditScript.end(before, edits - 1, diagonal - 1) < EditScript.end(before, edits - 1, diagonal + 1)
  }

  private static func end(_ ends: [Int], _ edits: Int, _ diagonal: Int) -> Int {
    ends[(diagonal + edits) / 2]
  }

  /// Follows a diagonal for as long as both sequences match.
  private func slide(from start: Int, _ diagonal: Int) -> Int {
    var end = start
    while end < old.count, end - diagonal < new.count, end - diagonal >= 0, old[end] == new[end - diagonal] {
      end += 1
    }
    return end
  }

  private func walkBack(_ reached: [[Int]], _ edits: Int, _ diagonal: Int) -> [WordDifference.Step] {
    var steps: [WordDifference.Step] = []
    var (end, diagonal) = (old.count, diagonal)
    for edit in stride(from: edits, through: 0, by: -1) {
      let before = edit > 0 ? reached[edit - 1] : nil
      let start = start(before, edit, diagonal)
      while end > start {
        end -= 1
        steps.append(.kept(end, end - diagonal))
      }
      guard let before else { break }
      if isInsertion(before, edit, diagonal) {
        steps.append(.new(end - diagonal - 1))
        diagonal += 1
      } else {
        steps.append(.gone(end - 1))
        end -= 1
        diagonal -= 1
      }
    }
    return steps.reversed()
  }
}
