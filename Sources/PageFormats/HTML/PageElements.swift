/// What is known of the elements that contain the blocks of a page: their marks, and the amount of running text in
/// them.
struct PageElements {
  private let nodes: HTMLNodes
  /// The marks of an element itself, and those of it and all elements around it. Set only for elements that hold
  /// blocks.
  private var own: [ElementMarks]
  private var all: [ElementMarks]
  /// The number of words of running text in an element, including all blocks below it; the first entry is for no
  /// element.
  private var words: [Float]
  /// The number of words of running text on the page, at least one.
  private(set) var totalWords: Float = 1

  /// Set for elements whose marks are known.
  private static let known = ElementMarks(rawValue: 1 << 63)
  /// An element that contains more of the running text than this is not furniture, whatever its name.
  private static let shareOfMain: Float = 0.6

  init(_ blocks: HTMLBlocks, _ statistics: [BlockStatistics]) {
    nodes = blocks.nodes
    own = Array(repeating: [], count: nodes.list.count)
    all = own
    words = Array(repeating: 0, count: nodes.list.count + 1)
    countWords(blocks, statistics)
    readMarks(blocks.holders)
  }

  /// The marks of an element that holds a block.
  func own(_ element: Int) -> ElementMarks { element < 0 ? [] : own[element] }

  /// The marks of an element that holds a block, and of all elements around it.
  func all(_ element: Int) -> ElementMarks { element < 0 ? [] : all[element] }

  /// The marks of an element within a block, and of all elements around it.
  func marksAround(_ element: Int, _ reader: inout MarkReader) -> ElementMarks {
    var marks: ElementMarks = []
    var element = element
    while element >= 0, !all[element].contains(PageElements.known) {
      marks.formUnion(reader.marks(of: element))
      element = nodes.parent(element)
    }
    return marks.union(all(element))
  }

  /// The number of words of running text in an element.
  func words(_ element: Int) -> Float { words[element + 1] }

  /// The share of the page's running text that is in an element.
  func share(_ element: Int) -> Float { element < 0 ? 0 : words[element + 1] / totalWords }

  private mutating func countWords(_ blocks: HTMLBlocks, _ statistics: [BlockStatistics]) {
    var total: Float = 0
    for (block, statistic) in zip(blocks.list, statistics)
    where statistic.wordCount >= 10 && block.linkShare < 0.5 {
      words[block.element + 1] += Float(statistic.wordCount)
      total += Float(statistic.wordCount)
    }
    totalWords = max(1, total)
    for element in blocks.holders.reversed() where words[element + 1] > 0 {
      let parent = nodes.parent(element)
      if parent >= 0 { words[parent + 1] += words[element + 1] }
    }
  }

  private mutating func readMarks(_ holders: [Int]) {
    var reader = MarkReader(nodes)
    for element in holders {
      var marks = reader.marks(of: element)
      if words[element + 1] > PageElements.shareOfMain * totalWords { marks.subtract(.furniture) }
      own[element] = marks
      all[element] = marks.union(all(nodes.parent(element))).union(PageElements.known)
    }
  }
}
