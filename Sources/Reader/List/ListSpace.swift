/// The rows of a list in their pane. They have different heights, from which follows what is on the screen. Only rows
/// near the screen are asked for theirs, however long the list is.
struct ListSpace {
  /// How many rows the list has.
  let count: Int
  /// Lines of the pane.
  let lines: Int
  /// How many lines a row takes.
  let height: (Int) -> Int
  /// Whether a row is under a heading, which stays on top while it is the first row on the screen.
  let isUnderHeading: (Int) -> Bool

  /// Below so many lines, no heading stays on top.
  private static let fewestLines = 4

  init(
    count: Int, lines: Int, height: @escaping (Int) -> Int,
    isUnderHeading: @escaping (Int) -> Bool = { _ in false }
  ) {
    (self.count, self.lines, self.height, self.isUnderHeading) = (
      count, max(1, lines), height, isUnderHeading
    )
  }

  /// Lines above a row that is the first one on the screen.
  func linesAbove(_ top: Int) -> Int { lines >= ListSpace.fewestLines && isUnderHeading(top) ? 1 : 0 }

  /// The rows on the screen, the last one perhaps only in part.
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

  /// How many rows are wholly on the screen, at least one.
  func wholeRows(from top: Int) -> Int {
    var line = linesAbove(top)
    var row = top
    while row < count, line + height(row) <= lines {
      line += height(row)
      row += 1
    }
    return max(1, row - top)
  }

  /// On which line a row begins; nil for one that is not wholly on the screen.
  func line(of row: Int, from top: Int) -> Int? {
    guard row >= top, row - top < lines, row < count else { return nil }
    var line = linesAbove(top)
    for above in top..<row {
      line += height(above)
      if line >= lines { return nil }
    }
    return line + height(row) <= lines ? line : nil
  }

  /// The first row of the screen on which a row is the last one.
  func top(endingWith row: Int) -> Int { top(above: row, lines: lines - height(row)) }

  /// The last row that can be the first one on the screen: with it, the screen ends where the list does.
  var lastTop: Int { count == 0 ? 0 : top(endingWith: count - 1) }

  /// The first row of a screen that has so many lines above a row, or a few less.
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

/// Where a row of the list is on the screen.
public struct ListPlace: Hashable, Sendable {
  /// The number of the row, from 0.
  public let row: Int
  /// The first of its lines, from 0 in the pane.
  public let line: Int
  /// How many of its lines are on the screen.
  public let height: Int
}
