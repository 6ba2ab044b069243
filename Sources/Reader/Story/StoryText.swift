import Display
import PageFormats
import Text
public import StoryLibrary

/// A story's text as the story pane shows it: divided into pieces of limited length, so that a key press only lays out
/// text near the screen.
///
/// Creating one examines the whole text, which can be megabytes long: do it outside the terminal's thread.
public struct StoryText: Sendable {
  /// The text as it was read.
  public let body: StoryBody
  /// The story, with a line for each folded part of the page.
  let story: StoryPieces
  /// The whole page.
  let page: StoryPieces
  /// The readers' comments; offsets count from the first comment.
  let comments: StoryPieces
  /// The number of words of the story; in scripts without spaces, of characters.
  let wordCount: Int
  /// Whether some blocks do not belong to the story.
  let hasFolds: Bool
  /// The links in the story's text, in order, each with its block.
  let links: [(block: UInt32, link: TextLink)]

  /// Divides a text into pieces.
  public init(_ body: StoryBody) {
    self.body = body
    hasFolds = body.blocks.contains { !$0.isShown }
    links = body.blocks.enumerated().flatMap { number, block in block.links.map { (UInt32(number), $0) } }
    wordCount = body.blocks.reduce(0) { $0 + ($1.isShown ? StoryText.wordCount(of: $1.text) : 0) }
    story = StoryPieces(of: body.blocks, showsFolded: false)
    page = hasFolds ? StoryPieces(of: body.blocks, showsFolded: true) : story
    comments = StoryPieces(ofComments: body.comments)
  }

  private static func wordCount(of text: String) -> Int {
    var text = text
    var count = 0
    text.withUTF8 { bytes in Words.visit(bytes) { _ in count += 1 } }
    return count
  }

  /// The text of a piece of the story or the page.
  func text(of piece: StoryPieces.Piece) -> String {
    switch piece.content {
    case .text(let start, let end):
      let block = body.blocks[Int(piece.block)]
      return shown(StoryText.part(start..<end, of: block.text), block.kind)
    case .fold(let lines): return lines == 1 ? "⋯ 1 line" : "⋯ \(lines) lines"
    }
  }

  /// A part of a block as it is shown: a table cell ends where the next one begins.
  private func shown(_ text: String, _ kind: BlockKind) -> String {
    kind == .tableRow ? TextBlock(.tableRow, text).cells.joined(separator: " │ ") : text
  }

  /// The links that end in a piece of the story or the page, with their positions in its text.
  func links(in piece: StoryPieces.Piece) -> [LinkPlace] {
    guard case .text(let start, let end) = piece.content else { return [] }
    var places: [LinkPlace] = []
    for number in links.firstIndex(after: piece.block, byte: Int(start))..<links.count {
      let (block, link) = links[number]
      guard block == piece.block, link.range.upperBound <= end else { break }
      let text = StoryText.part(start..<UInt32(link.range.upperBound), of: body.blocks[Int(block)].text)
      places.append(LinkPlace(number: number + 1, end: shown(text, body.blocks[Int(block)].kind).utf8.count))
    }
    return places
  }

  /// The words of a link with a number, and its target.
  func link(_ number: Int) -> StoryLink? {
    guard links.indices.contains(number - 1) else { return nil }
    let (block, link) = links[number - 1]
    return StoryLink(title: body.blocks[Int(block)].text(of: link), address: link.address, file: link.file)
  }

  /// The kind of the block, for the pane.
  func kind(of piece: StoryPieces.Piece) -> StoryLine.Kind {
    switch piece.content {
    case .text: .text(body.blocks[Int(piece.block)].kind)
    case .fold: .fold
    }
  }

  /// The nesting level of a list item.
  func level(of piece: StoryPieces.Piece) -> Int { body.blocks[Int(piece.block)].level }

  /// The text of a piece of a comment.
  func comment(_ piece: StoryPieces.Piece) -> String {
    guard case .text(let start, let end) = piece.content else { return "" }
    return StoryText.part(start..<end, of: body.comments[Int(piece.block)])
  }

  private static func part(_ range: Range<UInt32>, of text: String) -> String {
    let start = text.utf8.index(text.startIndex, offsetBy: Int(range.lowerBound))
    let end = text.utf8.index(text.startIndex, offsetBy: Int(range.upperBound))
    return String(text[start..<end])
  }
}

extension [(block: UInt32, link: TextLink)] {
  /// The first one that ends after a position.
  fileprivate func firstIndex(after block: UInt32, byte: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      let link = self[middle]
      if (link.block, link.link.range.upperBound) <= (block, byte) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
