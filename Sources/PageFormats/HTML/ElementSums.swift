/// Sums over the blocks in each element of a page. They determine the element that holds the story: the one with the
/// greatest gain, where a likely block adds its words and an unlikely one subtracts them.
///
/// Inline elements do not count. Everything is computed by going through the elements once in each direction.
struct ElementSums {
  private struct Sum {
    var gain: Double = 0
    var words: Double = 0
    var likely: Double = 0
  }

  private let nodes: HTMLNodes
  /// Indexed by an element's number plus one; the first entry is for no element.
  private var sums: [Sum]
  private let levels: ElementLevels
  /// The number of an element's ancestors that are also ancestors of the story.
  private var shared: [Int32]
  private var story = -1
  private var likelyWords: Double = 10

  /// Blocks with a greater probability add to the gain; others subtract from it.
  private static let even: Float = 0.4

  init(_ blocks: HTMLBlocks, _ levels: ElementLevels, words: [Float], likely: [Float]) {
    nodes = blocks.nodes
    sums = Array(repeating: Sum(), count: nodes.list.count + 1)
    self.levels = levels
    shared = Array(repeating: 0, count: nodes.list.count + 1)
    addBlocks(blocks, words, likely)
    story = bestElement(blocks.holders)
    measureShared(blocks.holders)
  }

  /// The amount that a block adds to the gain.
  static func gain(_ words: Float, _ likely: Float) -> Float { words * (likely - even) }

  /// Whether an element holds the story, or is inside the element that does.
  func isInStory(_ element: Int) -> Bool {
    story < 0 || element >= story && element < Int(nodes.list[story].end)
  }

  /// The depth of an element below the one that holds the story; 0 if it is not inside it.
  func depthBelowStory(_ element: Int) -> Float {
    isInStory(element) ? Float(levels.depth[element + 1] - levels.depth[story + 1]) : 0
  }

  /// The number of levels from the story's element outwards to the first one that contains both.
  func distanceOfStory(_ element: Int) -> Float { Float(levels.depth[story + 1] - shared[element + 1]) }

  /// The block element around an element.
  func outer(_ element: Int) -> Int? {
    levels.outer(element)
  }

  /// The mean probability of the blocks in an element, weighted by their words.
  func mean(_ element: Int) -> Float {
    Float(sums[element + 1].likely / (sums[element + 1].words + 1e-3))
  }

  /// The share of all likely words that are in an element.
  func shareOfLikely(_ element: Int) -> Float { Float(min(1, sums[element + 1].likely / likelyWords)) }

  /// The gain of the story's element relative to all likely words: near 1 on a page with a clear story.
  var storyShare: Float { Float(max(-1, min(1, sums[story + 1].gain / likelyWords))) }

  /// The first and last blocks that certainly belong to the story; if there are none, those of its element.
  func sureBlocks(_ blocks: HTMLBlocks, words: [Float], likely: [Float]) -> ClosedRange<Int> {
    let inside = blocks.list.indices.filter { isInStory(blocks.list[$0].element) }
    let sure = inside.filter { likely[$0] > 0.5 && words[$0] >= 10 }
    return (sure.first ?? inside.first ?? 0)...(sure.last ?? inside.last ?? 0)
  }

  private mutating func addBlocks(_ blocks: HTMLBlocks, _ words: [Float], _ likely: [Float]) {
    var all: Double = 0
    for (index, block) in blocks.list.enumerated() {
      let slot = block.element + 1
      let likelyWords = Double(words[index] * likely[index])
      sums[slot].gain += Double(ElementSums.gain(words[index], likely[index]))
      sums[slot].words += Double(words[index])
      sums[slot].likely += likelyWords
      if likely[index] > 0.5 { all += likelyWords }
    }
    likelyWords = max(10, all)
    for node in blocks.holders.reversed() {
      let slot = nodes.parent(node) + 1
      sums[slot].gain += sums[node + 1].gain
      sums[slot].words += sums[node + 1].words
      sums[slot].likely += sums[node + 1].likely
    }
  }

  /// Of elements with equal gains, the innermost one.
  private func bestElement(_ holders: [Int]) -> Int {
    var best = -1
    var gain = -Double.infinity
    for node in holders where !nodes.list[node].tag.traits.contains(.inline) {
      if sums[node + 1].gain >= gain - 1e-9 {
        best = node
        gain = sums[node + 1].gain
      }
    }
    return best
  }

  private mutating func measureShared(_ holders: [Int]) {
    for node in holders {
      let holdsStory = node <= story && story < Int(nodes.list[node].end)
      shared[node + 1] = holdsStory ? levels.depth[node + 1] : shared[nodes.parent(node) + 1]
    }
  }
}

/// The nesting depths of a page's elements, counting block elements.
struct ElementLevels {
  /// The number of block elements from the page's outermost one to an element, indexed by its number plus one.
  private(set) var depth: [Int32]
  private var outerElement: [Int32]

  /// Computes the depths of the elements that hold blocks, each from the element around it.
  init(_ blocks: HTMLBlocks) {
    let nodes = blocks.nodes
    depth = Array(repeating: 0, count: nodes.list.count + 1)
    outerElement = Array(repeating: -1, count: nodes.list.count)
    for index in blocks.holders {
      let parent = nodes.parent(index)
      depth[index + 1] = depth[parent + 1] + (nodes.list[index].tag.traits.contains(.inline) ? 0 : 1)
      let isInInline = parent >= 0 && nodes.list[parent].tag.traits.contains(.inline)
      outerElement[index] = isInInline ? outerElement[parent] : Int32(parent)
    }
  }

  /// The block element around an element.
  func outer(_ element: Int) -> Int? {
    element < 0 || outerElement[element] < 0 ? nil : Int(outerElement[element])
  }
}
