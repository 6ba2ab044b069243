import Display

/// Which cells have to be sent to turn what is on the screen into a surface, gathered by how they look.
///
/// A change of colours and weight costs some thirty bytes, a jump of the cursor six to eight. Three panes
/// side by side have different looks in every row; sending all text of one look before the next one's halves
/// the bytes.
struct PaintPlan {
  /// Neighbouring cells of one row.
  struct Run: Equatable {
    var row: Int
    var columns: Range<Int>
  }

  /// The runs of each look, from top to bottom.
  private(set) var groups: [(look: ColorPairs.Look, runs: [Run])] = []

  /// Compares `surface` with `before`, what is on the screen in the same size (nil to send everything), as far
  /// as the screen has room: in `area`.
  init(from before: Surface?, to surface: Surface, in area: Rect, with pairs: ColorPairs) {
    let comparison = CellComparison(surface: surface, before: before, pairs: pairs)
    var blanks: [RunBuilder.Found] = []
    for row in area.top..<area.bottom {
      var builder = RunBuilder(row: row)
      var column = area.left
      while column < area.right {
        let isWide = column + 1 < area.right && surface[column: column + 1, row: row].isRightHalf
        let columns = column..<column + (isWide ? 2 : 1)
        builder.add(comparison.look(of: columns, row: row), at: columns)
        column = columns.upperBound
      }
      for found in builder.finished() {
        if found.isBlank { blanks.append(found) } else { add(found.run, look: found.look) }
      }
    }
    for blank in blanks { addBlank(blank.run, look: blank.look) }
  }

  /// Blanks go along with any text on the same background.
  private mutating func addBlank(_ run: Run, look: ColorPairs.Look) {
    let host = groups.first { $0.look.ground != nil && $0.look.ground == look.ground }
    add(run, look: host?.look ?? look)
  }

  private mutating func add(_ run: Run, look: ColorPairs.Look) {
    if let place = groups.firstIndex(where: { $0.look == look }) {
      groups[place].runs.append(run)
    } else {
      groups.append((look, [run]))
    }
  }
}

/// One character of the new surface, beside what stands there now.
private struct CellLook {
  var look: ColorPairs.Look
  var isChanged: Bool
  /// Nothing but background: it can be sent in any look that has the same one.
  var isBlank: Bool
}

private struct CellComparison {
  let surface: Surface
  let before: Surface?
  let pairs: ColorPairs

  func look(of columns: Range<Int>, row: Int) -> CellLook {
    let start = row * surface.size.columns
    let cell = surface.cells[start + columns.lowerBound]
    let look = pairs.look(of: cell.role)
    let isChanged = !columns.allSatisfy { isSame(at: start + $0) }
    return CellLook(look: look, isChanged: isChanged, isBlank: surface.isBlank(cell) && look.ground != nil)
  }

  private func isSame(at index: Int) -> Bool {
    guard let before, surface.hasSameText(at: index, as: before) else { return false }
    let (cell, other) = (surface.cells[index], before.cells[index])
    if cell.role == other.role { return true }
    let (look, otherLook) = (pairs.look(of: cell.role), pairs.look(of: other.role))
    return look == otherLook
      || (surface.isBlank(cell) && look.ground != nil && look.ground == otherLook.ground)
  }
}

/// Gathers the changed cells of one row into runs.
private struct RunBuilder {
  struct Found {
    var look: ColorPairs.Look
    var run: PaintPlan.Run
    var isBlank: Bool
  }

  let row: Int
  private var runs: [Found] = []
  private var open: (look: ColorPairs.Look, columns: Range<Int>, isBlank: Bool)?

  /// Unchanged blanks between changed words are sent along: fewer bytes than a jump over them, and than the
  /// change of look that ncurses makes when it fills such a gap from what it remembers.
  private static let bridge = 8

  init(row: Int) {
    self.row = row
  }

  mutating func add(_ cell: CellLook, at columns: Range<Int>) {
    guard cell.isChanged else {
      if !cell.isBlank { close() }
      return
    }
    if let open, columns.lowerBound - open.columns.upperBound <= RunBuilder.bridge,
      let look = joint(open, cell)
    {
      self.open = (look, open.columns.lowerBound..<columns.upperBound, open.isBlank && cell.isBlank)
    } else {
      close()
      open = (cell.look, columns, cell.isBlank)
    }
  }

  /// The look in which a run and its neighbour can be sent together: their own, or where one is blank the
  /// other's.
  private func joint(
    _ run: (look: ColorPairs.Look, columns: Range<Int>, isBlank: Bool), _ cell: CellLook
  ) -> ColorPairs.Look? {
    if run.look == cell.look { return run.look }
    guard run.look.ground != nil, run.look.ground == cell.look.ground else { return nil }
    return cell.isBlank ? run.look : run.isBlank ? cell.look : nil
  }

  private mutating func close() {
    if let open {
      let run = PaintPlan.Run(row: row, columns: open.columns)
      runs.append(Found(look: open.look, run: run, isBlank: open.isBlank && open.look.ground != nil))
    }
    open = nil
  }

  mutating func finished() -> [Found] {
    close()
    return runs
  }
}
