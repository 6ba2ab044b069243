import Text

/// Prepares a Markdown text for cmark: removes what would take disproportionate time or memory.
enum MarkdownPieces {
  /// cmark needs some hundred bytes for each markup character, so a text longer than any story is parsed in pieces
  /// that end with a paragraph.
  private static let longest = 1 << 20
  /// For each link, cmark 0.30 examines all unfinished images of the paragraph.
  private static let mostPictures = 100

  static func pieces(_ text: UnsafeBufferPointer<UInt8>) -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    var start = 0
    while start < text.count {
      let end = min(text.count, start + longest)
      let cut = end < text.count ? paragraphEnd(text, from: start + longest / 2, to: end) : end
      pieces.append(withFewPictures(text.slice(start..<cut)))
      start = cut
    }
    return pieces
  }

  private static func paragraphEnd(_ text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int {
    var position = end
    while position > start, text[position - 1] != 0x0A || text[position - 2] != 0x0A { position -= 1 }
    return position > start ? position : end
  }

  private static func withFewPictures(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var piece = Array(text)
    var (pictures, lineIsBlank) = (0, true)
    for place in piece.indices {
      if piece[place] == 0x0A || piece[place] == 0x0D {
        if lineIsBlank { pictures = 0 }
        lineIsBlank = true
      } else if piece[place] > 0x20 {
        lineIsBlank = false
      }
      guard piece[place] == UInt8(ascii: "!"), place + 1 < piece.count, piece[place + 1] == UInt8(ascii: "[")
      else { continue }
      pictures += 1
      if pictures > mostPictures { piece[place] = 0x20 }
    }
    return piece
  }
}
