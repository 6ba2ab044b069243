/// Finds the lines of a dump that form its story: the range with the greatest sum of scores, with bonuses for its
/// start and end, and with gaps at a low cost. It takes one pass over the lines.
struct StoryRange {
  enum Role: UInt8 {
    case outside, body, hole
  }

  private(set) var roles: [Role]
  /// From the first line of the story to the last one.
  private(set) var lines: Range<Int>

  init(_ scores: LineScores) {
    roles = [Role](repeating: .outside, count: scores.count)
    let path = BestPath(scores)
    var line = path.last
    var role = Role.body
    lines = line..<line
    while line >= 0 {
      roles[line] = role
      lines = line..<path.last + 1
      role = role == .body ? path.beforeBody[line] : path.beforeHole[line]
      if role == .outside { break }
      line -= 1
    }
  }
}

/// The best path through the lines, by dynamic programming: for each line, the best path that reaches it as part of
/// the body, and the best one that reaches it as part of a gap.
private struct BestPath {
  var beforeBody: [StoryRange.Role]
  var beforeHole: [StoryRange.Role]
  /// The last line of the best range; -1 if there are no lines.
  var last = -1

  init(_ scores: LineScores) {
    beforeBody = [StoryRange.Role](repeating: .outside, count: scores.count)
    beforeHole = beforeBody
    let least = -Float.greatestFiniteMagnitude / 2
    var (body, hole, best) = (least, least, least)
    for line in 0..<scores.count {
      var (before, role) = (scores.start[line], StoryRange.Role.outside)
      if body >= before { (before, role) = (body, .body) }
      if hole >= before { (before, role) = (hole, .hole) }
      beforeBody[line] = role
      let opened = body + StoryWeights.Hole.opening
      beforeHole[line] = hole >= opened ? .hole : .body
      hole = max(hole, opened) + scores.hole[line]
      body = before + scores.body[line]
      if body + scores.end[line + 1] > best {
        (best, last) = (body + scores.end[line + 1], line)
      }
    }
  }
}
