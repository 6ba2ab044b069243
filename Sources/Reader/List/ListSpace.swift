/// The layout of the rows of a list in their pane. Rows have different heights; only the heights of rows near
/// the screen are calculated, however long the list is.
struct ListSpace {
  /// The number of rows of the list.
  let count: Int
  /// The height of the pane in lines.
  let lines: Int
  /// The height of a row in lines.
  let height: (Int) -> Int
  /// Whether a row is under a heading that stays at the top while the row is the first visible one.
  let isUnderHeading: (Int) -> Bool

  /// The minimum height of the pane, in lines, for a heading at the top.
  private static let fewestLines = 4

  init(
    count: Int, lines: Int, height: @escaping (Int) -> Int,
    isUnderHeading: @escaping (Int) -> Bool = { _ in false }
  ) {
    (self.count, self.lines, self.height, self.isUnderHeading) = (
      count, max(1, lines), height, isUnderHeading
    )
  }

  /// The lines above a row that is the first one on the screen.
  func linesAbove(_ top: Int) -> Int { lines >= ListSpace.fewestLines && isUnderHeading(top) ? 1 : 0 }

  /// The rows on the screen; the last one may be only partly visible.
  func places(from top: Int) -> [ListPlace] {
    var places: [ListPlace] = []
    var line = linesAbove(top)
    var row = top
    while row < count, line < lines {
      places.append(ListPlace(row: row, line: line, height: min(height(row), lines - line)))
      line += height(row)
      row += 1
    }
    return places
  }

  /// The number of rows that are entirely on the screen, at least one.
  func wholeRows(from top: Int) -> Int {
    var line = linesAbove(top)
    var row = top
    while row < count, line + height(row) <= lines {
      line += height(row)
      row += 1
    }
    return max(1, row - top)
  }

  /// The line on which a row begins; nil if it is not entirely on the screen.
  func line(of row: Int, from top: Int) -> Int? {
    guard row >= top, row - top < lines, row < count else { return nil }
    var line = linesAbove(top)
    for above in top..<row {
      line += height(above)
      if line >= lines { return nil }
    }
    return line + height(row) <= lines ? line : nil
  }

  /// The first row of the screen whose last row is the given one.
  func top(endingWith row: Int) -> Int { top(above: row, lines: lines - height(row)) }

  /// The last row that can be the first one on the screen: the end of the list is then at the bottom.
  var lastTop: Int { count == 0 ? 0 : top(endingWith: count - 1) }

  /// The first row of a screen with a given number of lines, or slightly fewer, above a row.
  func top(above row: Int, lines room: Int) -> Int {
    var top = row
    var used = 0
    while top > 0 {
      used += height(top - 1)
      guard used + linesAbove(top - 1) <= room else { break }
      top -= 1
    }
    return top
  }
}

/// The position of a list row on the screen.
public struct ListPlace: Hashable, Sendable {
  /// The number of the row, from 0.
  public let row: Int
  /// The first of its lines, counted from 0 in the pane.
  public let line: Int
  /// The number of its lines on the screen.
  public let height: Int
}
