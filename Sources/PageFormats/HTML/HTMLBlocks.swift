import Text

/// A run of text that belongs together: the own text of one block element (a paragraph, an item, a cell), or a part
/// of it between two consecutive line breaks.
struct HTMLBlock {
  /// The block element that contains it; -1 if there is none.
  var element: Int
  /// Its range in the text of all blocks.
  var range: ByteRange
  /// The number of its characters.
  var characterCount: Int
  /// The number of its characters that are in a link.
  var linkedCount: Int
  /// The number of its characters that are bold.
  var boldCount: Int
  /// The range of its links in ``HTMLBlocks/links``.
  var links: Range<Int>
  /// Whether it begins with a link of 15 or more characters.
  var startsWithLink: Bool

  /// The share of its characters that are in a link.
  var linkShare: Float { min(1, Float(linkedCount) / Float(characterCount)) }
}

/// The text of a page in blocks.
struct HTMLBlocks {
  /// The page that they belong to.
  let nodes: HTMLNodes
  /// The text of all blocks, in UTF-8.
  private(set) var text: [UInt8] = []
  /// The blocks in page order.
  private(set) var list: [HTMLBlock] = []
  /// The `a` elements of all blocks.
  private(set) var links: [Int] = []
  /// The ranges of their words in the text.
  private(set) var linkWords: [ByteRange] = []
  /// The elements that hold blocks, in page order: each one comes after the element around it.
  private(set) var holders: [Int] = []

  init(_ nodes: HTMLNodes) {
    self.nodes = nodes
    var segmenter = BlockSegmenter(nodes)
    segmenter.run()
    text = segmenter.line.bytes
    list = segmenter.blocks
    links = segmenter.links
    linkWords = segmenter.linkWords
    findHolders()
  }

  private mutating func findHolders() {
    var isHolder = [Bool](repeating: false, count: nodes.list.count)
    for block in list {
      var element = block.element
      while element >= 0, !isHolder[element] {
        isHolder[element] = true
        element = nodes.parent(element)
      }
    }
    holders = isHolder.indices.filter { isHolder[$0] }
  }
}

/// Goes through the nodes of a page once and combines texts that belong together.
private struct BlockSegmenter {
  private let nodes: HTMLNodes
  private(set) var blocks: [HTMLBlock] = []
  private(set) var links: [Int] = []
  private(set) var linkWords: [ByteRange] = []
  private(set) var line = LineText()

  /// What an element passes on to the texts in it.
  private struct Surroundings {
    var block: Int32 = -1
    var link: Int32 = -1
    var isBold = false
    var isPreformatted = false
  }

  private var surroundings: [Surroundings]
  private var block = HTMLBlock(
    element: -1, range: 0..<0, characterCount: 0, linkedCount: 0, boldCount: 0, links: 0..<0,
    startsWithLink: false)
  /// The number of `<br>`s since the last text.
  private var lineEnds = 0

  init(_ nodes: HTMLNodes) {
    self.nodes = nodes
    surroundings = Array(repeating: Surroundings(), count: nodes.list.count)
  }

  mutating func run() {
    var index = 0
    while index < nodes.list.count {
      let node = nodes.list[index]
      let around = node.parent < 0 ? Surroundings() : surroundings[Int(node.parent)]
      let traits = node.tag.traits
      if node.tag == .text {
        add(nodes.slice(nodes.span(index)), around)
      } else if traits.contains(.unseen) {
        index = Int(node.end)
        continue
      } else if node.tag != .rawText {
        enter(index, node.tag, isInline: traits.contains(.inline), around)
      }
      index += 1
    }
    finishBlock()
  }

  private mutating func enter(_ index: Int, _ tag: HTMLTag, isInline: Bool, _ around: Surroundings) {
    var inner = around
    if tag == .a { inner.link = Int32(index) }
    if tag == .b || tag == .strong { inner.isBold = true }
    if tag == .br { lineEnds += 1 }
    if tag == .pre || tag == .listing { inner.isPreformatted = true }
    if !isInline {
      inner.block = Int32(index)
      finishBlock()
      block.element = index
    }
    surroundings[index] = inner
  }

  private mutating func add(_ text: UnsafeBufferPointer<UInt8>, _ around: Surroundings) {
    let isBlank = text.isBlank
    if Int(around.block) != block.element {
      if isBlank { return }
      finishBlock()
      block.element = Int(around.block)
    }
    let (count, start): (Int, Int)
    if around.isPreformatted {
      if lineEnds > 0 { line.appendLineEnd() }
      lineEnds = 0
      start = line.bytes.count
      count = line.appendPreformatted(text)
    } else {
      if isBlank {
        if lineEnds == 0 { line.appendBlank() }
        return
      }
      if lineEnds > 1 { finishBlock() }
      if lineEnds == 1 { line.appendLineEnd() }
      lineEnds = 0
      let isFirst = line.isEmpty
      start = line.bytes.count
      count = line.append(text)
      if isFirst { block.startsWithLink = around.link >= 0 && count >= 15 }
    }
    if around.isBold { block.boldCount += count }
    guard around.link >= 0 else { return }
    block.linkedCount += count
    if links.count == block.links.lowerBound || links.last != Int(around.link) {
      links.append(Int(around.link))
      linkWords.append(start..<line.bytes.count)
    } else {
      linkWords[linkWords.count - 1] = linkWords[linkWords.count - 1].lowerBound..<line.bytes.count
    }
  }

  /// Ends the current block; another one of the same element begins.
  private mutating func finishBlock() {
    lineEnds = 0
    block.range = line.next()
    block.links = block.links.lowerBound..<links.count
    if !block.range.isEmpty {
      block.characterCount = line.characterCount(block.range)
      blocks.append(block)
    } else if !block.links.isEmpty {
      links.removeSubrange(block.links)
      linkWords.removeSubrange(block.links)
    }
    block = HTMLBlock(
      element: block.element, range: 0..<0, characterCount: 0, linkedCount: 0, boldCount: 0,
      links: links.count..<links.count, startsWithLink: false)
  }
}
