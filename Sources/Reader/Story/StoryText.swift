public import StoryLibrary
import Display

/// A story's text as the story pane shows it: cut into pieces of bounded length, so that no key ever lays out more
/// than what is near the screen.
///
/// Making one takes a look at all of the text, which can be megabytes long: do it beside the terminal's thread.
public struct StoryText: Sendable {
  /// A part of a paragraph; what it says is looked up in the body.
  struct Piece: Sendable {
    /// Which paragraph, or which comment.
    let paragraph: UInt32
    /// The bytes of it.
    let start, end: UInt32
    /// How many bytes of text stand before the piece, with one for each break between pieces.
    let offset: UInt32
    /// That of the whole paragraph.
    let direction: TextDirection
  }

  /// The text as it was read.
  public let body: StoryBody
  /// The pieces of its paragraphs.
  let pieces: [Piece]
  /// The pieces of the comments; their offsets count from the first comment.
  let comments: [Piece]
  /// How many bytes of text the pieces have, and the comments.
  let length, commentLength: Int

  /// Cuts a text into pieces.
  public init(_ body: StoryBody) {
    self.body = body
    (pieces, length) = StoryText.pieces(of: body.paragraphs) { ReadableText.paragraphs(of: $0) }
    (comments, commentLength) = StoryText.pieces(of: body.comments) { ReadableText.bounded($0[...]) }
  }

  /// What a piece of a paragraph says.
  func text(of piece: Piece) -> String { StoryText.text(of: piece, in: body.paragraphs) }

  /// What a piece of a comment says.
  func comment(_ piece: Piece) -> String { StoryText.text(of: piece, in: body.comments) }

  private static func text(of piece: Piece, in paragraphs: [String]) -> String {
    let text = paragraphs[Int(piece.paragraph)]
    let start = text.utf8.index(text.startIndex, offsetBy: Int(piece.start))
    let end = text.utf8.index(text.startIndex, offsetBy: Int(piece.end))
    return String(text[start..<end])
  }

  private static func pieces(
    of paragraphs: [String], cut: (String) -> [Substring]
  ) -> (pieces: [Piece], length: Int) {
    var pieces: [Piece] = []
    pieces.reserveCapacity(paragraphs.count)
    var offset = 0
    for (number, paragraph) in paragraphs.enumerated() {
      let direction = TextDirection(ofParagraph: paragraph)
      for piece in cut(paragraph) {
        let start = paragraph.utf8.distance(from: paragraph.startIndex, to: piece.startIndex)
        let length = piece.utf8.count
        pieces.append(
          Piece(
            paragraph: UInt32(number), start: UInt32(start), end: UInt32(start + length),
            offset: UInt32(offset),
            direction: direction))
        offset += length + 1
      }
    }
    return (pieces, offset)
  }
}
