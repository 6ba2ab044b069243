import Text

/// Finds a story's headline among the lines above its text and its first lines.
struct DumpHeadline {
  let text: UnsafeBufferPointer<UInt8>
  let lines: DumpLines
  let story: Range<Int>
  /// The lines that may be the headline.
  let candidates: Range<Int>
  let surroundings: HeadlineSurroundings
  /// The first candidate that is a headline by its length, after a blank line.
  let firstApart: Int?
  private let dates: DatesAboveStory

  /// The maximum distance of a headline above its text, in lines: on some pages a list of links or a table of contents
  /// is between them.
  static let reachAbove = 400
  /// The number of lines at the beginning of the story that may be its headline, as a story's range may begin with what
  /// is above it.
  static let reachWithin = 15
  /// The number of lines below a headline in which a byline or a date confirms it.
  static let bylineReach = 3
  /// The maximum length of a headline, in letters.
  private static let longest = 220
  static let longestByline = 120

  /// The line of the headline; nil if no line can be one.
  static func line(
    _ text: UnsafeBufferPointer<UInt8>, _ lines: DumpLines, story: Range<Int>, _ dates: DatesAboveStory
  ) -> Int? {
    DumpHeadline(text, lines, story, dates).best()
  }

  private init(
    _ text: UnsafeBufferPointer<UInt8>, _ lines: DumpLines, _ story: Range<Int>, _ dates: DatesAboveStory
  ) {
    (self.text, self.lines, self.story, self.dates) = (text, lines, story, dates)
    let first = story.lowerBound
    candidates =
      max(0, first - DumpHeadline.reachAbove)..<min(lines.count, first + DumpHeadline.reachWithin)
    surroundings = HeadlineSurroundings(text, lines, story: story, candidates)
    firstApart = candidates.first { index in
      let line = lines[index]
      return line.traits.contains(.blankBefore) && line.traits.isDisjoint(with: [.bullet, .furniture])
        && (18...160).contains(line.size)
    }
  }

  private func best() -> Int? {
    let scores = scores()
    guard let best = scores.map(\.score).max() else { return nil }
    // Searching for a line within others is the most expensive test, and can only change the order of close scores.
    let close = scores.filter { $0.score + HeadlineWeights.contained >= best }
    guard close.count > 1 else { return close.first?.line }
    let others = ShortLines(text, lines, before: story.upperBound + 40)
    let decided = close.map { candidate in
      let isContained = others.contain(text.slice(lines[candidate.line].range))
      return (candidate.line, candidate.score + (isContained ? HeadlineWeights.contained : 0))
    }
    // If scores are equal, the first line is chosen.
    return decided.max { $0.1 == $1.1 ? $0.0 > $1.0 : $0.1 < $1.1 }?.0
  }

  /// The scores of all lines that may have the greatest one. The characters of a line, and bylines and dates below it,
  /// are examined only if they can make its score the greatest.
  private func scores() -> [(line: Int, score: Float)] {
    let possible = candidates.filter { mayBeHeadline(lines[$0]) }
    // An item of a list is a headline only if everything is one.
    let unlisted = possible.filter { !lines[$0].isBullet }
    let expected = (unlisted.isEmpty ? possible : unlisted)
      .map { (line: $0, score: score(ofLine: $0)) }.sorted { $0.score > $1.score }
    var scores: [(line: Int, score: Float)] = []
    var best = -Float.greatestFiniteMagnitude
    for candidate in expected {
      if candidate.score + DumpHeadline.mostForText < best { break }
      guard let signs = signs(of: candidate.line) else { continue }
      let score = candidate.score + self.score(ofText: candidate.line, signs)
      scores.append((candidate.line, score))
      best = max(best, score)
    }
    return scores
  }

  private func mayBeHeadline(_ line: DumpLine) -> Bool {
    line.size >= 10 && line.size <= DumpHeadline.longest && line.stemCount > 0
  }

  /// The signs of a line; nil if it cannot be a headline.
  private func signs(of index: Int) -> HeadlineSigns? {
    guard lines[index].size >= 75 || !hasDate(index) else { return nil }
    let bytes = text.slice(lines[index].range)
    guard !LineOpening(of: bytes).contains(.aboveHeadlines) else { return nil }
    let signs = HeadlineSigns(bytes)
    return signs.hasAddress || signs.hasCopyright ? nil : signs
  }

  func hasDate(_ line: Int) -> Bool {
    lines[line].size <= DumpHeadline.longest && dates[line] != nil
  }

  func hasByline(_ line: Int) -> Bool { DumpByline.mayBegin(text.slice(lines[line].range)) }
}
