/// Which lines of a dump are its story: the range of lines with the greatest sum of scores, with bonuses for where it
/// starts and ends, and with holes in it that cost little. One pass over the lines.
struct StoryRange {
  enum Role: UInt8 {
    case outside, body, hole
  }

  private(set) var roles: [Role]
  /// From the first line of the story to the last.
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

/// The best way through the lines, as a shortest path is found: what stands best before each line as a part of the
/// body, and as a hole.
private struct BestPath {
  var beforeBody: [StoryRange.Role]
  var beforeHole: [StoryRange.Role]
  /// The last line of the best range; -1 without any lines.
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
