/// Breaks a paragraph into lines of at most so many columns.
///
/// Lines break where UAX #14 allows it (`LineBreaks`). A word longer than a line, for which it knows no place,
/// is cut where the line is full: not inside a flag or a joined emoji and not before its closing punctuation.
///
/// Columns are counted of letters as they stand in the text. Where an Arabic lam and alef are joined into one
/// cell when they are shown, the line is that much shorter; so it is the same line whoever joins them
/// (`TextOrder`), and no place in a story moves.
public struct TextWrapper: Sendable {
  /// Columns a line.
  public let width: Int

  /// A wrapper for lines of one width.
  /// - Parameter width: columns a line; at least 2, so that any character fits.
  public init(width: Int) {
    self.width = max(2, width)
  }

  /// The lines of one paragraph as parts of it: what is around a line decides the order of its characters where
  /// text of both directions meets (`VisualLine`).
  public func texts(of paragraph: String) -> [Substring] {
    var end = paragraph.startIndex
    var offset = 0
    return lines(of: paragraph).map { range in
      let start = paragraph.utf8.index(end, offsetBy: range.lowerBound - offset)
      end = paragraph.utf8.index(start, offsetBy: range.count)
      offset = range.upperBound
      return paragraph[start..<end]
    }
  }

  /// The lines of one paragraph as ranges of UTF-8 offsets; spaces at breaks belong to no line.
  public func lines(of paragraph: String) -> [Range<Int>] {
    var paragraph = paragraph
    return paragraph.withUTF8 { bytes in
      let wrap = Wrap(bytes: bytes, width: width)
      var lines: [Range<Int>] = []
      var position = 0
      while let line = wrap.line(from: position) {
        lines.append(line.text)
        position = line.next
      }
      return lines
    }
  }
}

/// A paragraph that is being broken.
private struct Wrap {
  let bytes: UnsafeBufferPointer<UInt8>
  let width: Int

  /// A line's text without the spaces around it, and where the next line begins.
  struct Line {
    var text: Range<Int>
    var next: Int
  }

  /// The line that begins at a place or after the spaces there; nil when nothing is left.
  func line(from position: Int) -> Line? {
    guard let start = bytes[position...].firstIndex(where: { $0 != 0x20 }) else { return nil }
    guard let end = overflow(from: start) else { return line(from: start, to: bytes.count) }
    if let next = LineBreaks(bytes: bytes).last(from: start, through: end) {
      return line(from: start, to: next)
    }
    return line(from: start, to: cut(from: start, through: end))
  }

  private func line(from start: Int, to next: Int) -> Line {
    var end = next
    while end > start, bytes[end - 1] == 0x20 { end -= 1 }
    return Line(text: start..<end, next: next)
  }

  /// The first character that has no room on the line; nil when all have.
  private func overflow(from start: Int) -> Int? {
    var position = start
    var column = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte == 0x20 {
        (column, position) = (column + 1, position + 1)
        continue
      }
      let (scalar, size) = bytes.scalar(at: position)
      let columns = DisplayWidth.columns(of: scalar)
      if column + columns > width { return position }
      (column, position) = (column + columns, position + size)
    }
    return nil
  }

  /// The last end of what a reader sees as a character.
  private func cut(from start: Int, through end: Int) -> Int {
    let text = String(decoding: bytes[start..<end + bytes.scalar(at: end).1], as: UTF8.self)
    var (place, cut) = (start, end)
    var previous: Character?
    for character in text {
      if let previous, Wrap.allowsCut(between: previous, and: character) { cut = place }
      place += character.utf8.count
      previous = character
    }
    return cut
  }

  private static func allowsCut(between before: Character, and after: Character) -> Bool {
    guard let last = before.unicodeScalars.last, let first = after.unicodeScalars.first else { return false }
    return !last.isOpeningPunctuation && !first.isClosingPunctuation && DisplayWidth.columns(of: first) > 0
  }
}
