import Display

/// Writes what a plan holds, with the pen of a terminal.
struct DiffEncoder {
  let surface: Surface
  let screen: Size
  let looks: StyleTable
  let glyphs: GlyphWidths
  var pen: CursorWriter
  /// From here on a row was emptied to its end.
  private var emptied: Point?

  init(surface: Surface, screen: Size, looks: StyleTable, glyphs: GlyphWidths, pen: CursorWriter) {
    self.surface = surface
    self.screen = screen
    self.looks = looks
    self.glyphs = glyphs
    self.pen = pen
  }

  /// One look after another, always the one that is nearest.
  mutating func write(_ plan: FrameDiff) {
    var rest = plan.runs.indices.filter { !plan.runs[$0].isEmpty }
    while let look = rest.min(by: { pen.change(to: $0) < pen.change(to: $1) }) {
      rest.removeAll { $0 == look }
      pen.take(look)
      for run in plan.runs[look] where !isEmptied(run) { write(run, in: look) }
    }
  }

  private func isEmptied(_ run: FrameDiff.Run) -> Bool {
    emptied.map { $0.row == run.row && $0.column <= run.columns.lowerBound } ?? false
  }

  private mutating func write(_ run: FrameDiff.Run, in look: Int) {
    let start = Point(column: run.columns.lowerBound, row: run.row)
    var column = start.column
    if let place = pen.place, isShorterWritten(from: place, to: start, in: look) {
      column = place.column
    } else {
      pen.move(to: start)
    }
    while column < run.columns.upperBound {
      // The cursor may still be where blanks were erased.
      pen.move(to: Point(column: column, row: run.row))
      if looks.looks[look].ground != nil, isBlank(column, run.row) {
        column += writeBlanks(from: column, in: run, look: look)
      } else {
        column += writeCharacter(at: column, in: run)
      }
    }
  }

  private func isBlank(_ column: Int, _ row: Int) -> Bool {
    surface.isBlank(surface[column: column, row: row])
  }

  /// Whether what stands between two places can be written once more in fewer bytes than the cursor needs
  /// to jump over it.
  private func isShorterWritten(from place: Point, to start: Point, in look: Int) -> Bool {
    guard place.row == start.row, place.column < start.column else { return false }
    var rest = pen.distance(to: start)
    for column in place.column..<start.column {
      let cell = surface[column: column, row: place.row]
      let cellLook = looks.number(of: cell.role)
      let isSame = cellLook == look || surface.isBlank(cell) && looks.shareBackground(cellLook, look)
      guard isSame, let scalar = surface.scalar(of: cell), scalar.isASCII else { return false }
      rest -= 1
      guard rest >= 0 else { return false }
    }
    return true
  }

  // MARK: Cells

  /// - Returns: how many columns they take.
  private mutating func writeBlanks(from start: Int, in run: FrameDiff.Run, look: Int) -> Int {
    let end = (start..<run.columns.upperBound).first { !isBlank($0, run.row) } ?? run.columns.upperBound
    let isRest = end == run.columns.upperBound && isEmptyToTheEdge(from: end, row: run.row, look: look)
    if pen.erase(end - start, isRest: isRest) == .restOfRow {
      emptied = Point(column: start, row: run.row)
    }
    return end - start
  }

  private func isEmptyToTheEdge(from column: Int, row: Int, look: Int) -> Bool {
    guard surface.size.columns >= screen.columns else { return false }
    return (column..<screen.columns).allSatisfy {
      let cell = surface[column: $0, row: row]
      return surface.isBlank(cell) && looks.shareBackground(look, looks.number(of: cell.role))
    }
  }

  /// - Returns: how many columns it takes.
  private mutating func writeCharacter(at column: Int, in run: FrameDiff.Run) -> Int {
    let cell = surface[column: column, row: run.row]
    let next = column + 1
    let isWide = next < run.columns.upperBound && surface[column: next, row: run.row].isRightHalf
    let columns = isWide ? 2 : 1
    if let scalar = surface.scalar(of: cell) {
      write(scalar, columns: columns)
    } else {
      let scalars = surface.text(of: cell).unicodeScalars
      if let first = scalars.first, write(first, columns: columns) {
        for mark in scalars.dropFirst() where glyphs.isMark(mark) { pen.write(mark: mark) }
      }
    }
    return columns
  }

  /// Where a terminal would take a character for another width than we do, and everything behind would
  /// move, a replacement is written.
  @discardableResult
  private mutating func write(_ scalar: Unicode.Scalar, columns: Int) -> Bool {
    if glyphs.isPlaced(scalar, columns: columns) {
      pen.write(scalar, columns: columns)
      return true
    }
    pen.write(glyphs.replacement)
    if columns == 2 { pen.write(" ") }
    return false
  }
}
