import Display
import PageFormats

/// The blocks of a story, divided into pieces of limited length: all blocks, or only those that are not folded, with a
/// line for each folded part.
struct StoryPieces: Sendable {
  /// A unit of layout; its text is looked up in the blocks.
  struct Piece: Sendable {
    /// Its contents.
    enum Content: Sendable {
      /// A range of bytes of a block's text.
      case text(start: UInt32, end: UInt32)
      /// Folded blocks, beginning with this one, and the number of their lines.
      case fold(lines: UInt32)
    }

    /// The number of the block.
    let block: UInt32
    let content: Content
    /// The number of bytes before the piece, including one for each break between pieces.
    let offset: UInt32
    /// The number of these bytes that belong to the story: the same whether the rest is folded or not.
    let place: UInt32
    /// The direction of the whole block.
    let direction: TextDirection
    /// Whether it belongs to the story.
    let isOfStory: Bool
    /// Whether there is a blank row above it.
    let hasBlankAbove: Bool

    /// The offset in its block, in bytes.
    var start: Int { if case .text(let start, _) = content { Int(start) } else { 0 } }
  }

  /// In the order of the page.
  private(set) var pieces: [Piece] = []
  /// The number of bytes of text, including one for each break between pieces.
  private(set) var byteCount = 0
  /// The number of these bytes that belong to the story.
  private(set) var placeCount = 0

  /// Divides blocks into pieces. Blocks that are not part of the story are folded, or shown in place, too.
  init(of blocks: [TextBlock], showsFolded: Bool) {
    pieces.reserveCapacity(blocks.count)
    var number = 0
    var last: BlockKind?
    while number < blocks.count {
      let block = blocks[number]
      if block.isShown || showsFolded {
        add(block, number: number, isClose: last == block.kind && block.kind.standsClose)
        last = block.kind
        number += 1
      } else {
        let end = blocks[number...].firstIndex(where: \.isShown) ?? blocks.count
        let lines = blocks[number..<end].reduce(0) { $0 + $1.lineCount }
        add(.fold(lines: UInt32(lines)), block: number, isOfStory: false, hasBlankAbove: number > 0)
        last = nil
        number = end
      }
    }
  }

  /// Divides readers' comments into pieces, without blank rows between them.
  init(ofComments comments: [String]) {
    for (number, comment) in comments.enumerated() {
      for piece in ReadableText.bounded(comment[...]) {
        add(
          content(piece, in: comment), block: number, TextDirection(ofParagraph: comment), isOfStory: true,
          hasBlankAbove: false)
      }
    }
  }

  private mutating func add(_ block: TextBlock, number: Int, isClose: Bool) {
    // All rows of a table begin on the same side.
    let direction =
      isClose && block.kind == .tableRow
      ? pieces[pieces.count - 1].direction : TextDirection(ofParagraph: block.text)
    let isOfLines = block.text.utf8.contains(0x0A)
    let cut =
      isOfLines
      ? ReadableText.groups(ofLines: block.text)
      : block.kind.isProse ? ReadableText.paragraphs(of: block.text) : ReadableText.bounded(block.text[...])
    for (place, piece) in cut.enumerated() {
      let isApart = place == 0 ? !isClose : !isOfLines
      add(
        content(piece, in: block.text), block: number, direction, isOfStory: block.isShown,
        hasBlankAbove: isApart && !pieces.isEmpty)
    }
  }

  private func content(_ piece: Substring, in text: String) -> Piece.Content {
    let start = text.utf8.distance(from: text.startIndex, to: piece.startIndex)
    return .text(start: UInt32(start), end: UInt32(start + piece.utf8.count))
  }

  private mutating func add(
    _ content: Piece.Content, block: Int, _ direction: TextDirection = .leftToRight, isOfStory: Bool,
    hasBlankAbove: Bool
  ) {
    pieces.append(
      Piece(
        block: UInt32(block), content: content, offset: UInt32(byteCount), place: UInt32(placeCount),
        direction: direction, isOfStory: isOfStory, hasBlankAbove: hasBlankAbove))
    guard case .text(let start, let end) = content else { return }
    byteCount += Int(end - start) + 1
    if isOfStory { placeCount += Int(end - start) + 1 }
  }

  // MARK: Finding pieces

  /// The piece that contains a position, in bytes of the story's own text. A piece includes the blank row above it.
  func piece(atPlace place: Int) -> Int? { last { Int($0.place) - 1 <= place } }

  /// The piece that contains a position in a block; if the block is folded, the line that stands for it.
  func piece(ofBlock block: UInt32, byte: Int) -> Int? { last { ($0.block, $0.start) <= (block, byte) } }

  /// The last piece that is not after a position; the first one if all are. Nil without pieces.
  private func last(where isBefore: (Piece) -> Bool) -> Int? {
    guard !pieces.isEmpty else { return nil }
    var (low, high) = (0, pieces.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if isBefore(pieces[middle]) { low = middle } else { high = middle - 1 }
    }
    return low
  }
}

extension BlockKind {
  /// Whether it has sentences, so that a long one can be split at their ends.
  fileprivate var isProse: Bool { self == .paragraph || self == .quote || self == .listItem }

  /// Whether there is no blank row between two blocks of this kind.
  fileprivate var standsClose: Bool { self == .listItem || self == .tableRow }
}
