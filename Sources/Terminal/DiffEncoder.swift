import Display

/// Writes the changed cells of a surface.
struct DiffEncoder {
  let surface: Surface
  let screen: Size
  let styles: StyleTable
  let glyphs: GlyphWidths
  var writer: CursorWriter
  /// The position from which a row was cleared to its end.
  private var emptied: Point?

  init(surface: Surface, screen: Size, styles: StyleTable, glyphs: GlyphWidths, writer: CursorWriter) {
    self.surface = surface
    self.screen = screen
    self.styles = styles
    self.glyphs = glyphs
    self.writer = writer
  }

  mutating func write(_ diff: FrameDiff) {
    for run in diff.runs where !isEmptied(run) {
      let canStay = run.isBlank && writer.style.map { styles.shareBackground($0, run.style) } ?? false
      if !canStay {
        writer.select(run.style)
      }
      write(run)
    }
  }

  private func isEmptied(_ run: FrameDiff.Run) -> Bool {
    emptied.map { $0.row == run.row && $0.column <= run.columns.lowerBound } ?? false
  }

  private mutating func write(_ run: FrameDiff.Run) {
    let start = Point(column: run.columns.lowerBound, row: run.row)
    var column = start.column
    if let position = writer.position, isShorterWritten(from: position, to: start, in: run.style) {
      column = position.column
    } else {
      writer.move(to: start)
    }
    while column < run.columns.upperBound {
      // The cursor may still be at the start of the erased blanks.
      writer.move(to: Point(column: column, row: run.row))
      if isBlank(column, run.row), styles.showsBlanks(run.style) {
        column += writeBlanks(from: column, in: run)
      } else {
        column += writeCharacter(at: column, in: run)
      }
    }
  }

  private func isBlank(_ column: Int, _ row: Int) -> Bool {
    surface.isBlank(surface[column: column, row: row])
  }

  /// Whether rewriting the unchanged cells between two positions takes fewer bytes than moving the cursor past them.
  private func isShorterWritten(from position: Point, to start: Point, in style: Int) -> Bool {
    guard position.row == start.row, position.column < start.column else { return false }
    var rest = writer.distance(to: start)
    for column in position.column..<start.column {
      let cell = surface[column: column, row: position.row]
      let cellStyle = styles.number(of: cell.role)
      let isSame = cellStyle == style || surface.isBlank(cell) && styles.shareBackground(cellStyle, style)
      guard isSame, let scalar = surface.scalar(of: cell), scalar.isASCII else { return false }
      rest -= 1
      guard rest >= 0 else { return false }
    }
    return true
  }

  // MARK: Cells

  /// - Returns: the number of columns.
  private mutating func writeBlanks(from start: Int, in run: FrameDiff.Run) -> Int {
    let end = (start..<run.columns.upperBound).first { !isBlank($0, run.row) } ?? run.columns.upperBound
    let isRest = end == run.columns.upperBound && isEmptyToTheEdge(from: end, in: run)
    if writer.erase(end - start, isRest: isRest) == .restOfRow {
      emptied = Point(column: start, row: run.row)
    }
    return end - start
  }

  private func isEmptyToTheEdge(from column: Int, in run: FrameDiff.Run) -> Bool {
    guard surface.size.columns >= screen.columns else { return false }
    return (column..<screen.columns).allSatisfy {
      let cell = surface[column: $0, row: run.row]
      return surface.isBlank(cell) && styles.shareBackground(run.style, styles.number(of: cell.role))
    }
  }

  /// - Returns: the number of columns.
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
        for mark in scalars.dropFirst() where glyphs.isMark(mark) { writer.write(mark: mark) }
      }
    }
    return columns
  }

  /// Writes a replacement for a character whose width in the terminal may differ, so that the cells to its right do not
  /// move.
  @discardableResult
  private mutating func write(_ scalar: Unicode.Scalar, columns: Int) -> Bool {
    if glyphs.isPlaced(scalar, columns: columns) {
      writer.write(scalar, columns: columns)
      return true
    }
    writer.write(glyphs.replacement)
    if columns == 2 { writer.write(" ") }
    return false
  }
}
