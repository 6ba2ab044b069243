import Glibc

/// Features of a block's surroundings. "Likely" is the probability that the first model gives a block.
enum SurroundingFeature: Int, CaseIterable {
  /// The first model's own score.
  case firstScore
  /// Whether it is in the element that holds the story; how much deeper; its distance from that element in the tree.
  case isInStoryElement, depthBelow, distanceOfElements
  /// The blocks before and after; the nearest two and five on each side together.
  case previous, next, previousTwo, nextTwo, previousFive, nextFive
  /// All blocks that are alike.
  case alike
  /// All blocks in its element, in the element around it and in the next outer one.
  case container, outer, outermost, containerWords, outerWords
  /// Its position relative to the first and last blocks that certainly belong to the story.
  case beforeFirst, afterLast, isWithin
  /// The page: how clearly it has a story.
  case storyShare, isInBestRun, pageMean
  /// Headings and short blocks next to likely ones.
  case headingBeforeLikely, headingAfterLikely, shortBeforeLikely, shortAfterLikely, shortAfterLast
  case linkedText, beforeFirstNoParagraph
}

/// The probabilities of all blocks of a page, and the features derived from them for each block.
struct BlockSurroundings {
  private let blocks: HTMLBlocks
  private let words: [Float]
  private let likeness: [Int]
  /// The scores that the probabilities were computed from; raised on a page that has no good ones.
  private let scores: [Float]
  private let likely: [Float]
  private let sums: ElementSums
  private let likelyOfLike: [Float]
  private let pageMean: Float
  /// The first and the last block that certainly belong to the story.
  private let sure: ClosedRange<Int>
  private let bestRun: Range<Int>
  private let weights = SurroundingFeature.allCases.map { StoryModel.surroundings[$0] ?? 0 }

  /// The maximum number of words counted for a block.
  private static let mostWords: Float = 100
  /// If the best score of a page is lower, all are raised so that the best one is this.
  private static let leastBest: Float = 1.5

  /// - Parameters:
  ///   - blocks: the blocks of the page, at least one.
  ///   - levels: the nesting depth of their elements.
  ///   - words: the number of words of each block.
  ///   - likeness: blocks with the same number are alike.
  ///   - scores: the score of each block.
  init(
    _ blocks: HTMLBlocks, _ levels: ElementLevels, words: [Int], likeness: [Int], scores: [Float]
  ) {
    self.blocks = blocks
    self.likeness = likeness
    self.words = BlockSurroundings.counted(words)
    self.scores = BlockSurroundings.raised(scores, words)
    likely = BlockSurroundings.likely(self.scores)
    sums = ElementSums(blocks, levels, words: self.words, likely: likely)
    likelyOfLike = BlockSurroundings.means(self.words, likely, by: likeness)
    pageMean = likely.reduce(0, +) / Float(max(1, likely.count))
    sure = sums.sureBlocks(blocks, words: self.words, likely: likely)
    bestRun = BlockSurroundings.bestRun(self.words, likely)
  }

  /// The sums over elements that are computed from scores.
  static func sums(
    _ blocks: HTMLBlocks, _ levels: ElementLevels, words: [Int], scores: [Float]
  ) -> ElementSums {
    ElementSums(blocks, levels, words: counted(words), likely: likely(raised(scores, words)))
  }

  private static func counted(_ words: [Int]) -> [Float] { words.map { min(Float($0), mostWords) } }

  private static func likely(_ scores: [Float]) -> [Float] { scores.map { 1 / (1 + exp(-$0)) } }

  /// The score that the second model adds for a block.
  func score(_ index: Int) -> Float {
    var sum: Float = 0
    func add(_ feature: SurroundingFeature, _ value: Float) { sum += weights[feature.rawValue] * value }
    func add(_ feature: SurroundingFeature, if condition: Bool) { add(feature, condition ? 1 : 0) }
    let element = blocks.list[index].element
    let tag = blocks.nodes.tag(element)
    let (before, after) = (mean(index - 2..<index), mean(index + 1..<index + 3))
    add(.firstScore, scores[index])
    add(.isInStoryElement, if: sums.isInStory(element))
    add(.depthBelow, sums.depthBelowStory(element) / 5)
    add(.distanceOfElements, sums.distanceOfStory(element) / 5)
    add(.previous, index > 0 ? likely[index - 1] : 0)
    add(.next, index + 1 < likely.count ? likely[index + 1] : 0)
    add(.previousTwo, before)
    add(.nextTwo, after)
    add(.previousFive, weightedMean(index - 5..<index))
    add(.nextFive, weightedMean(index + 1..<index + 6))
    add(.alike, likelyOfLike[likeness[index]])
    let outer = sums.outer(element)
    add(.container, sums.mean(element))
    add(.outer, outer.map { sums.mean($0) } ?? 0)
    add(.outermost, outer.flatMap { sums.outer($0) }.map { sums.mean($0) } ?? 0)
    add(.containerWords, sums.shareOfLikely(element))
    add(.outerWords, outer.map { sums.shareOfLikely($0) } ?? 0)
    add(.beforeFirst, Float(min(10, max(0, sure.lowerBound - index))) / 10)
    add(.afterLast, Float(min(10, max(0, index - sure.upperBound))) / 10)
    add(.isWithin, if: sure.contains(index))
    add(.storyShare, sums.storyShare)
    add(.isInBestRun, if: bestRun.contains(index))
    add(.pageMean, pageMean)
    add(.headingBeforeLikely, tag.isHeading ? after : 0)
    add(.headingAfterLikely, tag.isHeading ? before : 0)
    add(.shortBeforeLikely, words[index] < 10 ? after : 0)
    add(.shortAfterLikely, words[index] < 10 ? before : 0)
    add(.shortAfterLast, if: words[index] < 25 && index > sure.upperBound)
    add(.linkedText, if: words[index] >= 10 && blocks.list[index].linkShare > 0.5)
    add(.beforeFirstNoParagraph, if: index < sure.lowerBound && tag != .p)
    return sum
  }

  /// The mean for two blocks; blocks beyond the page are unlikely.
  private func mean(_ range: Range<Int>) -> Float {
    likely[range.clamped(to: likely.indices)].reduce(0, +) / 2
  }

  private func weightedMean(_ range: Range<Int>) -> Float {
    var (sum, total): (Float, Float) = (0, 1)
    for index in range.clamped(to: likely.indices) {
      sum += words[index] * likely[index]
      total += words[index]
    }
    return sum / total
  }

  /// Every page is assumed to have a story: if nothing looks like one, the scores are raised so that the best block
  /// does.
  private static func raised(_ scores: [Float], _ words: [Int]) -> [Float] {
    let best = scores.indices.filter { words[$0] >= 20 }.map { scores[$0] }.max() ?? scores.max() ?? 0
    return best < leastBest ? scores.map { $0 + leastBest - best } : scores
  }

  private static func means(_ words: [Float], _ likely: [Float], by likeness: [Int]) -> [Float] {
    var sums = [SIMD2<Float>](repeating: .zero, count: (likeness.max() ?? -1) + 1)
    for index in likely.indices {
      sums[likeness[index]] += SIMD2((words[index] + 0.5) * likely[index], words[index] + 0.5)
    }
    return sums.map { $0.x / $0.y }
  }

  /// The run of blocks with the greatest sum of gains, in which a bad block costs at most 12 words.
  private static func bestRun(_ words: [Float], _ likely: [Float]) -> Range<Int> {
    var (best, bestSum) = (0..<0, Float(-1))
    var (start, sum) = (0, Float(0))
    for index in words.indices {
      if sum <= 0 { (start, sum) = (index, 0) }
      sum += max(ElementSums.gain(words[index], likely[index]), -12)
      if sum > bestSum { (best, bestSum) = (start..<index + 1, sum) }
    }
    return best
  }
}
