/// Determines the kinds of blocks from the elements around them: headings, items, quotations, table rows.
struct BlockKinds {
  /// What an element passes on to the blocks in it.
  private struct Surroundings {
    var kind = BlockKind.paragraph
    var row: Int32 = -1
    var cell: Int32 = -1
    var lists: Int32 = 0
  }

  private let blocks: HTMLBlocks
  /// One value for each element that holds blocks.
  private var surroundings: [Surroundings]

  init(_ blocks: HTMLBlocks) {
    self.blocks = blocks
    surroundings = Array(repeating: Surroundings(), count: blocks.nodes.list.count)
    for index in blocks.holders {
      let node = blocks.nodes.list[index]
      var inner = node.parent < 0 ? Surroundings() : surroundings[Int(node.parent)]
      BlockKinds.enter(index, node.tag, &inner)
      surroundings[index] = inner
    }
  }

  /// The kind of a block considered alone; a table cell is a paragraph.
  func kind(_ index: Int) -> BlockKind {
    let element = blocks.list[index].element
    return element < 0 ? .paragraph : surroundings[element].kind
  }

  /// The number of lists around a block, not counting its own.
  func depth(_ index: Int) -> Int {
    let element = blocks.list[index].element
    return element < 0 ? 0 : max(0, Int(surroundings[element].lists) - 1)
  }

  /// The blocks from `first` on that form one table row, which has at least two cells with one short text each.
  /// Layout tables of old pages, whose cells are the page's columns, have no such rows.
  func row(from first: Int, words: [Int]) -> Range<Int>? {
    guard let row = row(first), first == 0 || self.row(first - 1) != row else { return nil }
    var end = first
    while end < blocks.list.count, self.row(end) == row {
      guard words[end] <= BlockKinds.mostWordsOfCell, end == first || cell(end) != cell(end - 1) else {
        return nil
      }
      end += 1
    }
    return end - first > 1 ? first..<end : nil
  }

  private static let mostWordsOfCell = 40

  private func row(_ index: Int) -> Int32? {
    let element = blocks.list[index].element
    return element < 0 || surroundings[element].row < 0 ? nil : surroundings[element].row
  }

  private func cell(_ index: Int) -> Int32 {
    let element = blocks.list[index].element
    return element < 0 ? -1 : surroundings[element].cell
  }

  private static func enter(_ index: Int, _ tag: HTMLTag, _ inner: inout Surroundings) {
    switch tag {
    case .h1, .h2, .h3, .h4, .h5, .h6: inner.kind = .heading
    case .li, .dd, .dt: inner.kind = .listItem
    case .ul, .ol, .dl, .menu: inner.lists += 1
    case .blockquote: inner.kind = .quote
    case .pre, .listing: inner.kind = .preformatted
    case .figcaption, .caption: inner.kind = .caption
    case .table:
      inner.row = -1
      inner.cell = -1
    case .tr: inner.row = Int32(index)
    case .td, .th:
      inner.kind = .paragraph
      inner.cell = Int32(index)
    default: break
    }
  }
}
