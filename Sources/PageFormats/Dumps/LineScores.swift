import Glibc

/// For each line of a dump, its scores as part of the story, as part of a gap in it, and as its beginning; for each
/// position between lines, its score as the end of the story.
struct LineScores {
  private(set) var body: [Float] = []
  private(set) var hole: [Float] = []
  private(set) var start: [Float] = []
  /// One element more than there are lines.
  private(set) var end: [Float] = []

  var count: Int { body.count }

  init(_ lines: DumpLines) {
    let sums = LineSums(lines)
    body.reserveCapacity(lines.count)
    hole.reserveCapacity(lines.count)
    start.reserveCapacity(lines.count)
    end.reserveCapacity(lines.count + 1)
    for index in 0..<lines.count {
      body.append(LineScores.body(index, lines, sums))
      hole.append(LineScores.hole(lines[index]))
      start.append(LineScores.start(index, lines, sums))
      end.append(LineScores.end(index, lines, sums))
    }
    end.append(LineScores.end(lines.count, lines, sums))
  }

  private static func body(_ index: Int, _ lines: DumpLines, _ sums: LineSums) -> Float {
    typealias Weight = StoryWeights.Body
    let line = lines[index]
    let traits = line.traits
    let size = line.size
    let coherence = lines.coherence[index]
    var score = Weight.bias + Weight.size * relativeSize(size, limit: 600)
    if size < 45 { score += Weight.under45 }
    if size >= 90 { score += Weight.from90 }
    if size >= 160 { score += Weight.from160 }
    if traits.contains(.ends) { score += Weight.ends + (size >= 60 ? Weight.endsFrom60 : 0) }
    if traits.contains(.teases) { score += Weight.teases }
    score += Weight.sentence * Float(line.sentences)
    score += Weight.commas * min(1, Float(line.commas) * 25 / Float(size))
    if traits.isSuperset(of: [.blankBefore, .blankAfter]) { score += Weight.apart }
    if traits.contains(.repeated) { score += Weight.repeated }
    if traits.contains(.dated) { score += Weight.dated }
    if traits.contains(.furniture) {
      score += size < 120 ? Weight.furnitureUnder120 : Weight.furnitureFrom120
    }
    if traits.contains(.between) { score += Weight.between }
    if traits.contains(.after) { score += Weight.after }
    score += Weight.sizeBefore * relativeSize(index > 0 ? lines[index - 1].size : 0, limit: 400)
    score += Weight.mass * masses[sums.mass(index - 6...index + 6)]
    score += Weight.density * sums.good(index - 4...index + 4) / 9
    score += Weight.shortness * sums.short(index - 3...index + 3) / 7
    score += Weight.position * Float(index) / Float(lines.count)
    score += Weight.coherence * coherence + (size >= 70 ? Weight.coherenceFrom70 * coherence : 0)
    if line.isGood, index > 0, index + 1 < lines.count, lines[index - 1].mayBeHeadline,
      lines[index + 1].mayBeHeadline
    {
      score += Weight.betweenHeadlines
    }
    return score
  }

  private static func hole(_ line: DumpLine) -> Float {
    typealias Weight = StoryWeights.Hole
    var score = Weight.bias + Weight.size * relativeSize(line.size, limit: 600)
    if line.traits.contains(.between) { score += Weight.between }
    if line.traits.contains(.after) { score += Weight.after }
    if line.traits.contains(.dated) { score += Weight.dated }
    return score
  }

  private static func start(_ index: Int, _ lines: DumpLines, _ sums: LineSums) -> Float {
    typealias Weight = StoryWeights.Start
    var headline: Float = 0
    for above in max(0, index - 8)..<index { headline = max(headline, lines.resemblance[above]) }
    return Weight.dated * min(1, sums.dated(index - 3...index - 1)) + Weight.headline * headline
      + (lines[index].isGood ? Weight.coherence * lines.coherence[index] : 0)
  }

  private static func end(_ index: Int, _ lines: DumpLines, _ sums: LineSums) -> Float {
    typealias Weight = StoryWeights.End
    let goodBefore = index > 0 && lines[index - 1].isGood ? Weight.goodBefore : 0
    let goodAfter = index < lines.count ? min(3, sums.coherent(index...index + 8)) / 3 : 0
    return goodBefore + Weight.goodAfter * goodAfter
  }

  /// 0 for 63 letters; each doubling adds one.
  private static func relativeSize(_ size: Int32, limit: Int) -> Float {
    sizes[min(Int(size), limit)]
  }

  /// Indexed by the number of letters in 13 lines.
  private static let masses: [Float] = (0...13 * LineSums.mostOfLine).map { logf(1 + Float($0)) / 7 }
  private static let sizes: [Float] = (0...600).map { log2f(1 + Float($0)) - 6 }
}

/// Sums over ranges of lines, computed from prefix sums.
private struct LineSums {
  private struct Sums {
    var (mass, good, short, dated, coherent): (Int32, Int32, Int32, Int32, Int32) = (0, 0, 0, 0, 0)
  }

  private var sums: [Sums]
  /// The maximum number of letters counted for a line.
  static let mostOfLine = 300

  init(_ lines: DumpLines) {
    var sum = Sums()
    sums = [sum]
    sums.reserveCapacity(lines.count + 1)
    for (line, coherence) in zip(lines.lines, lines.coherence) {
      if line.isGood {
        sum.mass += min(line.size, Int32(LineSums.mostOfLine))
        sum.good += 1
        if coherence > 0.3 { sum.coherent += 1 }
      }
      if line.size < 60 { sum.short += 1 }
      if line.isDated { sum.dated += 1 }
      sums.append(sum)
    }
  }

  /// The number of letters in good lines.
  func mass(_ range: ClosedRange<Int>) -> Int { sum(range) { $0.mass } }
  func good(_ range: ClosedRange<Int>) -> Float { Float(sum(range) { $0.good }) }
  func short(_ range: ClosedRange<Int>) -> Float { Float(sum(range) { $0.short }) }
  func dated(_ range: ClosedRange<Int>) -> Float { Float(sum(range) { $0.dated }) }
  /// The number of good lines whose words also occur in lines near them.
  func coherent(_ range: ClosedRange<Int>) -> Float { Float(sum(range) { $0.coherent }) }

  @inline(__always)
  private func sum(_ range: ClosedRange<Int>, _ what: (Sums) -> Int32) -> Int {
    let last = sums.count - 1
    let (before, after) = (max(0, range.lowerBound), min(last, max(0, range.upperBound + 1)))
    return Int(what(sums[after]) - what(sums[min(last, before)]))
  }
}
