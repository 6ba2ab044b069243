/// What is known of the elements that the blocks of a page stand in: their marks, and how much running text is in them.
struct PageElements {
  private let nodes: HTMLNodes
  /// Marks of an element itself, and of it and all around it. Only elements that hold blocks are known.
  private var own: [ElementMarks]
  private var all: [ElementMarks]
  /// Words of running text in an element, in its own and in all blocks below; that of no element comes first.
  private var words: [Float]
  /// Words of running text on the page, at least one.
  private(set) var totalWords: Float = 1

  /// Set for elements whose marks are known.
  private static let known = ElementMarks(rawValue: 1 << 63)
  /// What holds more of the running text than this is no furniture, whatever it is called.
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

  /// The marks of an element that holds a block, and of all around it.
  func all(_ element: Int) -> ElementMarks { element < 0 ? [] : all[element] }

  /// The marks of an element within a block, and of all around it.
  func marksAround(_ element: Int, _ reader: inout MarkReader) -> ElementMarks {
    var marks: ElementMarks = []
    var element = element
    while element >= 0, !all[element].contains(PageElements.known) {
      marks.formUnion(reader.marks(of: element))
      element = nodes.parent(element)
    }
    return marks.union(all(element))
  }

  /// Words of running text in an element.
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
