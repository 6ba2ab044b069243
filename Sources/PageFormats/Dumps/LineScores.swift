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
    // The last line above that has words of the lines below it.
    var headline: Int?
    lines.lines.withUnsafeBufferPointer { all in
      for (index, line) in all.enumerated() {
        let coherence = lines.coherence[index]
        body.append(LineScores.body(index, all, coherence, sums))
        hole.append(LineScores.hole(line, sums))
        let isHeadlineNear = headline.map { index - $0 <= LineScores.headlineReach } ?? false
        let resemblance = isHeadlineNear ? LineScores.resemblance(above: index, lines) : 0
        start.append(LineScores.start(index, line, coherence, resemblance, sums))
        end.append(LineScores.end(index, all, sums))
        if lines.resemblance[index] > 0 { headline = index }
      }
      end.append(LineScores.end(lines.count, all, sums))
    }
  }

  private static func body(
    _ index: Int, _ lines: UnsafeBufferPointer<DumpLine>, _ coherence: Float, _ sums: LineSums
  ) -> Float {
    typealias Weight = StoryWeights.Body
    let line = lines[index]
    let traits = line.traits
    let size = line.size
    var score = Weight.bias + Weight.size * sums.relativeSize(size, limit: 600)
    // Conditional values instead of branches, which would be mispredicted.
    func add(_ weight: Float, if condition: Bool) { score += condition ? weight : 0 }
    add(Weight.under45, if: size < 45)
    add(Weight.from90, if: size >= 90)
    add(Weight.from160, if: size >= 160)
    add(size >= 60 ? Weight.ends + Weight.endsFrom60 : Weight.ends, if: traits.contains(.ends))
    add(Weight.teases, if: traits.contains(.teases))
    score += Weight.sentence * Float(line.sentences)
    score += Weight.commas * min(1, Float(line.commas) * 25 / Float(size))
    add(Weight.apart, if: traits.isSuperset(of: [.blankBefore, .blankAfter]))
    add(Weight.repeated, if: traits.contains(.repeated))
    add(Weight.dated, if: traits.contains(.dated))
    add(
      size < 120 ? Weight.furnitureUnder120 : Weight.furnitureFrom120, if: traits.contains(.furniture))
    add(Weight.between, if: traits.contains(.between))
    add(Weight.after, if: traits.contains(.after))
    score += Weight.sizeBefore * sums.relativeSize(index > 0 ? lines[index - 1].size : 0, limit: 400)
    score += Weight.mass * sums.relativeMass(around: index)
    score += Weight.density * Float(sums.around(index, 4).good) / 9
    score += Weight.shortness * Float(sums.around(index, 3).short) / 7
    score += Weight.position * Float(index) / Float(lines.count)
    score += Weight.coherence * coherence + (size >= 70 ? Weight.coherenceFrom70 * coherence : 0)
    if line.isGood, index > 0, index + 1 < lines.count, lines[index - 1].mayBeHeadline,
      lines[index + 1].mayBeHeadline
    {
      score += Weight.betweenHeadlines
    }
    return score
  }

  private static func hole(_ line: DumpLine, _ sums: LineSums) -> Float {
    typealias Weight = StoryWeights.Hole
    var score = Weight.bias + Weight.size * sums.relativeSize(line.size, limit: 600)
    score += line.traits.contains(.between) ? Weight.between : 0
    score += line.traits.contains(.after) ? Weight.after : 0
    score += line.traits.contains(.dated) ? Weight.dated : 0
    return score
  }

  private static func start(
    _ index: Int, _ line: DumpLine, _ coherence: Float, _ resemblance: Float, _ sums: LineSums
  ) -> Float {
    let dated = sums.sum(from: index - 3, to: index).dated
    return StoryWeights.Start.dated * min(1, Float(dated)) + StoryWeights.Start.headline * resemblance
      + (line.isGood ? StoryWeights.Start.coherence * coherence : 0)
  }

  /// A headline counts for the beginnings of stories that are at most as many lines below it.
  private static let headlineReach = 8

  /// How strongly one of the lines above resembles a headline of the lines below it.
  private static func resemblance(above index: Int, _ lines: DumpLines) -> Float {
    lines.resemblance[max(0, index - headlineReach)..<index].reduce(0) { max($0, $1) }
  }

  private static func end(_ index: Int, _ lines: UnsafeBufferPointer<DumpLine>, _ sums: LineSums) -> Float {
    let goodBefore = index > 0 && lines[index - 1].isGood ? StoryWeights.End.goodBefore : 0
    let goodAfter = index < lines.count ? sums.sum(from: index, to: index + 9).coherent : 0
    return goodBefore + StoryWeights.End.goodAfter * (min(3, Float(goodAfter)) / 3)
  }
}

/// Sums over ranges of lines, computed from prefix sums, and the scales on which lengths count.
private struct LineSums {
  struct Sums {
    /// The number of letters in good lines.
    var mass: Int32 = 0
    var good: Int32 = 0
    var short: Int32 = 0
    var dated: Int32 = 0
    /// The number of good lines whose words also occur in lines near them.
    var coherent: Int32 = 0
  }

  /// The sum of all lines before each line, and before each of ``margin`` positions at both ends: so ranges that reach
  /// beyond the first or last line need no tests.
  private var sums: [Sums]
  private let masses = LineSums.masses
  private let sizes = LineSums.sizes
  /// The maximum number of letters counted for a line.
  static let mostOfLine = 300
  private static let margin = 10

  init(_ lines: DumpLines) {
    var sum = Sums()
    sums = [Sums](repeating: sum, count: LineSums.margin + 1)
    sums.reserveCapacity(lines.count + 2 * LineSums.margin + 1)
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
    sums.append(contentsOf: repeatElement(sum, count: LineSums.margin))
  }

  /// The sum of a line and the lines at most a distance from it.
  @inline(__always)
  func around(_ index: Int, _ distance: Int) -> Sums { sum(from: index - distance, to: index + distance + 1) }

  /// The sum of the lines from one index up to, but not including, another; both at most ``margin`` beyond the ends.
  @inline(__always)
  func sum(from start: Int, to end: Int) -> Sums {
    let (before, through) = (sums[start + LineSums.margin], sums[end + LineSums.margin])
    return Sums(
      mass: through.mass - before.mass, good: through.good - before.good,
      short: through.short - before.short, dated: through.dated - before.dated,
      coherent: through.coherent - before.coherent)
  }

  /// The number of letters in the good lines within a distance of six, on a scale of logarithms.
  @inline(__always)
  func relativeMass(around index: Int) -> Float { masses[Int(around(index, 6).mass)] }

  /// 0 for 63 letters; each doubling adds one.
  @inline(__always)
  func relativeSize(_ size: Int32, limit: Int) -> Float { sizes[min(Int(size), limit)] }

  /// Indexed by the number of letters in 13 lines.
  private static let masses: [Float] = (0...13 * mostOfLine).map { logf(1 + Float($0)) / 7 }
  private static let sizes: [Float] = (0...600).map { log2f(1 + Float($0)) - 6 }
}
