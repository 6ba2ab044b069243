/// Printing whole lines of text, in either direction.
extension Surface {
  /// Prints one line into a row: from its left edge, or up to its right edge where it is read from right to left.
  /// A line that does not fit ends with `…` where its reader stops.
  /// - Parameters:
  ///   - line: without line ends.
  ///   - row: one row; others below it stay as they are.
  ///   - role: what the line is for.
  ///   - spans: parts of the line that have a role of their own; where they overlap, the later one counts.
  ///   - direction: that of the paragraph which the line is part of.
  /// - Returns: the columns used, counted from the side where the line begins.
  @discardableResult
  public mutating func print(
    _ line: Substring, in row: Rect, role: Role, spans: [TextSpan] = [],
    direction: TextDirection = .leftToRight
  ) -> Int {
    let shown = DisplayWidth.truncated(String(line), to: row.columns)
    var used = 0
    var (offset, part, partRole) = (0, "", role)
    func spanRole(at offset: Int) -> Role { spans.last { $0.range.contains(offset) }?.role ?? role }
    for scalar in shown.unicodeScalars {
      let spanned = DisplayWidth.columns(of: scalar) == 0 ? partRole : spanRole(at: offset)
      if spanned != partRole {
        used += print(part, at: Point(column: row.left + used, row: row.top), role: partRole, clip: row)
        (part, partRole) = ("", spanned)
      }
      part.unicodeScalars.append(scalar)
      offset += UTF8.width(scalar)
    }
    used += print(part, at: Point(column: row.left + used, row: row.top), role: partRole, clip: row)
    return used
  }

  /// The same for a text of its own.
  @discardableResult
  public mutating func print(
    _ line: String, in row: Rect, role: Role, spans: [TextSpan] = [],
    direction: TextDirection = .leftToRight
  ) -> Int {
    print(line[...], in: row, role: role, spans: spans, direction: direction)
  }
}
