/// Determines which blocks of a page are its story.
struct StoryChoice {
  /// Whether each block is part of the story.
  private(set) var isShown: [Bool] = []
  /// The second model's score of each block.
  private(set) var scores: [Float] = []
  /// Nothing on the page looks like a story, or only very little of it does.
  private(set) var isDoubtful = true
  /// The marks of the elements that contain the blocks.
  let elements: PageElements
  /// The block that contains the headline.
  let headline: Int?
  /// The number of words of each block.
  let words: [Int]

  /// Chooses among all blocks of a page; `title` is the text of its `<title>`. A page of more than `mostBlocks` is shown
  /// whole.
  init(_ blocks: HTMLBlocks, title: String, mostBlocks: Int = StoryChoice.mostBlocks) {
    let statistics = blocks.text.withUnsafeBufferPointer { text in
      blocks.list.map { BlockStatistics(UnsafeBufferPointer(rebasing: text[$0.range])) }
    }
    words = statistics.map { $0.wordCount }
    elements = PageElements(blocks, statistics)
    guard blocks.list.count <= mostBlocks else {
      headline = nil
      isShown = [Bool](repeating: true, count: blocks.list.count)
      return
    }
    let single = BlockScores(blocks, statistics, elements, title: NormalizedWords(title))
    headline = single.headline
    guard !blocks.list.isEmpty else { return }
    let levels = ElementLevels(blocks)
    let first = BlockSurroundings(
      blocks, levels, words: words, likeness: single.likeness, scores: single.scores.map { $0.x })
    scores = single.scores.indices.map { single.scores[$0].y + first.score($0) }
    choose(blocks, BlockSurroundings.sums(blocks, levels, words: words, scores: scores))
  }

  private mutating func choose(_ blocks: HTMLBlocks, _ sums: ElementSums) {
    isShown = scores.indices.map {
      scores[$0] > StoryModel.threshold && sums.isInStory(blocks.list[$0].element)
        && blocks.nodes.tag(blocks.list[$0].element) != .figcaption
    }
    isDoubtful = isCloseCall()
    guard !isShown.contains(true) else { return }
    // Every page has a story: the likeliest block is chosen, with a preference for long ones. Of about equally likely
    // blocks the first is chosen, because related stories come after the story.
    let ratings = scores.indices.map { scores[$0] + min(Float(words[$0]), 50) / 25 }
    let best = ratings.max() ?? 0
    if let first = ratings.firstIndex(where: { $0 > best - 0.5 }) { isShown[first] = true }
  }

  /// Whether the story is very short, or the blocks with scores near the threshold have more than half its length.
  private func isCloseCall() -> Bool {
    var (shown, close) = (0, 0)
    for index in scores.indices {
      if isShown[index] { shown += words[index] }
      if abs(scores[index] - StoryModel.threshold) < StoryChoice.closeScore { close += words[index] }
    }
    return shown < StoryChoice.leastWords || 2 * close > shown
  }

  /// A page with more blocks is a table of data, or was made to be slow: comparing its blocks would be half of the work.
  static let mostBlocks = 100_000
  /// Scores this close to the threshold are inconclusive.
  private static let closeScore: Float = 1
  /// Shorter stories are rare enough to be doubtful.
  private static let leastWords = 50
}
