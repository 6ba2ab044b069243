/// Breaks a paragraph into lines with a maximum number of columns.
///
/// Lines are broken where UAX #14 allows it (`LineBreaks`). A word that is longer than a line, without such a position,
/// is cut at the end of the line, but not inside a flag or a joined emoji, and not before its closing punctuation.
///
/// Columns are counted for the letters in the text. If an Arabic lam and alef are joined into one cell on the screen,
/// the line is shorter by that cell. So lines are the same whether Broadsheet or the terminal joins letters
/// (`TextOrder`), and positions in a story do not change.
public struct TextWrapper: Sendable {
  /// The number of columns of a line.
  public let width: Int

  /// A wrapper for lines of one width.
  /// - Parameter width: the number of columns of a line; at least 2, so that any character fits.
  public init(width: Int) {
    self.width = max(2, width)
  }

  /// The lines of one paragraph as parts of it, because the surrounding text determines the order of characters if a
  /// line contains text of both directions (`VisualLine`).
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

/// A paragraph that is being broken into lines.
private struct Wrap {
  let bytes: UnsafeBufferPointer<UInt8>
  let width: Int

  /// The text of a line without surrounding spaces, and the start of the next line.
  struct Line {
    var text: Range<Int>
    var next: Int
  }

  /// The line that starts at a position or after spaces there; nil at the end of the paragraph.
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

  /// The first character that does not fit on the line; nil if all fit.
  private func overflow(from start: Int) -> Int? {
    // No character takes more columns than bytes.
    if bytes.count - start <= width { return nil }
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

  /// The last end of a user-perceived character.
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
