import Display

/// Finds the cells to send to turn the contents of the screen into a surface: style by style, and within a style from
/// top to bottom.
///
/// Changing the style costs more bytes than moving the cursor, and three panes side by side have different styles in
/// every row: sending row by row would take a third more.
struct FrameDiff {
  /// Adjacent cells of one row in one style.
  struct Run: Equatable {
    var row: Int
    var columns: Range<Int>
    /// The number of the style.
    var style: Int
    /// Whether it only shows the background, so that it can be sent in any style with the same background.
    var isBlank = false
  }

  private(set) var runs: [Run] = []

  /// Compares `surface` with `before`, the contents of the screen in the same size (nil to send everything), within
  /// `area`. Runs in the current style come first, from the cursor's row on, and runs in the `last` style last.
  init(
    from before: Surface?, to surface: Surface, in area: Rect, with styles: StyleTable,
    pen: (style: Int?, row: Int?) = (nil, nil), last: Int? = nil
  ) {
    let comparison = CellComparison(surface: surface, before: before, styles: styles)
    var rows: [Run] = []
    for row in area.top..<area.bottom {
      comparison.append(row: row, columns: area.left..<area.right, to: &rows)
    }
    giveBlanksStyles(&rows, styles)
    // The styles in the order of their first runs.
    var byStyle: [[Run]] = Array(repeating: [], count: styles.styles.count)
    var order: [Int] = []
    for run in rows {
      if byStyle[run.style].isEmpty { order.append(run.style) }
      byStyle[run.style].append(run)
    }
    if let style = pen.style, let place = order.firstIndex(of: style) {
      order.insert(order.remove(at: place), at: 0)
      if let row = pen.row {
        byStyle[style] = byStyle[style].filter { $0.row >= row } + byStyle[style].filter { $0.row < row }
      }
    }
    if let last, last != pen.style, let place = order.firstIndex(of: last) {
      order.append(order.remove(at: place))
    }
    runs = order.flatMap { byStyle[$0] }
  }

  /// Joins blanks with the text before or after them on the same background.
  private func giveBlanksStyles(_ runs: inout [Run], _ styles: StyleTable) {
    for indices in [Array(runs.indices), runs.indices.reversed()] {
      var last: Int?
      for index in indices {
        if !runs[index].isBlank {
          last = runs[index].style
        } else if let last, styles.shareBackground(last, runs[index].style) {
          runs[index].style = last
          runs[index].isBlank = false
        }
      }
    }
  }
}

extension FrameDiff.Run {
  /// Extends this run by a changed run to its right, with at most unchanged blanks in between, if both can be sent in
  /// one style: their own or, if one of them is blank, the style of the other.
  fileprivate mutating func join(_ next: FrameDiff.Run, _ styles: StyleTable) -> Bool {
    if style != next.style {
      guard isBlank || next.isBlank, styles.shareBackground(style, next.style) else { return false }
      if isBlank { style = next.style }
    }
    isBlank = isBlank && next.isBlank
    columns = columns.lowerBound..<next.columns.upperBound
    return true
  }
}

/// Compares the new surface with the old one.
private struct CellComparison {
  let surface: Surface
  let before: Surface?
  let styles: StyleTable

  /// The maximum number of unchanged blanks between changed words that are sent as well, because that takes fewer bytes
  /// than moving the cursor.
  private static let bridge = 8

  /// Appends the changes in a row.
  func append(row: Int, columns: Range<Int>, to runs: inout [FrameDiff.Run]) {
    let start = row * surface.size.columns
    /// The column up to which the last run can be extended.
    var reach = 0
    var column = columns.lowerBound
    while column < columns.upperBound {
      // Most cells have not changed. Out of a run's reach, these mean nothing.
      if column >= reach, let before {
        column =
          surface.firstDifference(from: start + column, to: start + columns.upperBound, with: before) - start
        if column == columns.upperBound { break }
      }
      let (first, index) = (column, start + column)
      let cell = surface.cells[index]
      column += 1
      if isSame(at: index) {
        // A cell that cannot be overwritten ends the run.
        if let last = runs.last, first < reach, !isBlank(cell, in: last.style) { reach = first }
        continue
      }
      if column < columns.upperBound, surface.cells[index + 1].isRightHalf { column += 1 }
      let style = styles.number(of: cell.role)
      let run = FrameDiff.Run(
        row: row, columns: first..<column, style: style, isBlank: isBlank(cell, in: style))
      if first >= reach || !runs[runs.count - 1].join(run, styles) { runs.append(run) }
      reach = column + CellComparison.bridge + 1
    }
  }

  private func isBlank(_ cell: Cell, in style: Int) -> Bool {
    surface.isBlank(cell) && styles.shareBackground(styles.number(of: cell.role), style)
  }

  private func isSame(at index: Int) -> Bool {
    guard let before, surface.hasSameText(at: index, as: before) else { return false }
    let (cell, other) = (surface.cells[index], before.cells[index])
    if cell.role == other.role { return true }
    let (style, otherStyle) = (styles.number(of: cell.role), styles.number(of: other.role))
    return style == otherStyle || surface.isBlank(cell) && styles.shareBackground(style, otherStyle)
  }
}
