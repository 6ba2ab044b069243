/// Prints whole lines of text, in either direction.
extension Surface {
  /// Prints one line in a row: from its left edge, or from its right edge for right-to-left text.
  /// A line that does not fit ends with `…` at its logical end.
  /// - Parameters:
  ///   - line: a part of its paragraph, without line ends; the surrounding text determines the order at its ends
  ///     (`VisualLine`).
  ///   - row: one row; rows below it do not change.
  ///   - role: the role of the line.
  ///   - spans: parts of the line with their own roles; if they overlap, the later one is used.
  ///   - direction: the direction of the line's paragraph.
  /// - Returns: the number of columns used, counted from the side where the line starts.
  @discardableResult
  public mutating func print(
    _ line: Substring, in row: Rect, role: Role, spans: [TextSpan] = [],
    direction: TextDirection = .leftToRight
  ) -> Int {
    let columns = DisplayWidth.columns(of: line, in: textOrder)
    guard columns <= row.columns else {
      let cut = DisplayWidth.truncated(String(line), to: row.columns, in: textOrder)
      return cut.isEmpty ? 0 : print(cut[...], in: row, role: role, spans: spans, direction: direction)
    }
    let start = Point(
      column: direction == .leftToRight ? row.left : row.right - columns, row: row.top)
    let isAsItStands = textOrder == .logical || !VisualLine.changes(line, direction: direction)
    if isAsItStands, spans.isEmpty { return print(line, at: start, role: role, clip: row) }
    let glyphs = VisualLine(line, direction: direction, order: textOrder).glyphs
    return print(glyphs, at: start, clip: row.intersection(bounds)) { glyph in
      spans.last { $0.range.overlaps(glyph.range) }?.role ?? role
    }
  }

  /// The same for a separate text.
  @discardableResult
  public mutating func print(
    _ line: String, in row: Rect, role: Role, spans: [TextSpan] = [],
    direction: TextDirection = .leftToRight
  ) -> Int {
    print(line[...], in: row, role: role, spans: spans, direction: direction)
  }

  /// - Returns: the number of columns used, up to the right edge of `area`.
  mutating func print(
    _ glyphs: [VisualLine.Glyph], at start: Point, clip area: Rect, role: (VisualLine.Glyph) -> Role
  ) -> Int {
    guard area.top..<area.bottom ~= start.row else { return 0 }
    var column = start.column
    for glyph in glyphs {
      if column + glyph.columns > area.right { break }
      if column >= area.left {
        let index = start.row * size.columns + column
        put(glyph.scalar.value, width: glyph.columns, at: index, role: role(glyph))
        for mark in glyph.marks { addMark(mark, to: index) }
      }
      column += glyph.columns
    }
    return max(0, column - start.column)
  }
}
