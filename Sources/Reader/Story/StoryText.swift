import Display
import PageFormats
import Text
public import StoryLibrary

/// A story's text as the story pane shows it: cut into pieces of bounded length, so that no key ever lays out more
/// than what is near the screen.
///
/// Making one takes a look at all of the text, which can be megabytes long: do it beside the terminal's thread.
public struct StoryText: Sendable {
  /// The text as it was read.
  public let body: StoryBody
  /// The story, with a line where something is folded.
  let story: StoryPieces
  /// The whole page.
  let page: StoryPieces
  /// What readers said; its offsets count from the first comment.
  let comments: StoryPieces
  /// How many words the story has; in scripts without spaces, characters.
  let wordCount: Int
  /// Some blocks are not the story's.
  let hasFolds: Bool

  /// Cuts a text into pieces.
  public init(_ body: StoryBody) {
    self.body = body
    hasFolds = body.blocks.contains { !$0.isShown }
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

  /// What a piece of the story or the page says.
  func text(of piece: StoryPieces.Piece) -> String {
    switch piece.content {
    case .text(let start, let end):
      let block = body.blocks[Int(piece.block)]
      let text = StoryText.part(start..<end, of: block.text)
      // A cell ends where the next one begins.
      return block.kind == .tableRow ? TextBlock(.tableRow, text).cells.joined(separator: " │ ") : text
    case .fold(let lines): return lines == 1 ? "⋯ 1 line" : "⋯ \(lines) lines"
    }
  }

  /// What it is, for the pane.
  func kind(of piece: StoryPieces.Piece) -> StoryLine.Kind {
    switch piece.content {
    case .text: .text(body.blocks[Int(piece.block)].kind)
    case .fold: .fold
    }
  }

  /// What a piece of a comment says.
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
