import CNcurses
import Display

/// Hands a surface to ncurses, of which it remembers the one before: only cells that changed are passed on,
/// and of these ncurses sends what the screen does not show already.
struct SurfacePainter {
  private var last: Surface?

  /// Stands for what the C library cannot place as we do.
  private let replacement: Unicode.Scalar

  /// The locale must be set: the C library's widths depend on it.
  init() {
    replacement = shim_columns_of(0xFFFD) == 1 ? "\u{FFFD}" : "?"
  }

  /// The screen is not what was painted last, or it may not be: the next surface is painted whole.
  mutating func forget() {
    last = nil
  }

  /// Paints a surface into the top left corner of the screen, sets the cursor, and sends it all.
  mutating func paint(_ surface: Surface, with pairs: ColorPairs) {
    let screen = Size(columns: Int(shim_columns()), rows: Int(shim_rows()))
    let area = surface.bounds.intersection(Rect(screen))
    let before = last?.size == surface.size ? last : nil
    if before == nil { werase(shim_screen()) }
    let plan = PaintPlan(from: before, to: surface, in: area, with: pairs)
    // While looks are sent one after another, the cursor may stay where each of them ends.
    leaveok(shim_screen(), true)
    for group in plan.groups {
      for run in group.runs { paint(run, of: surface, look: group.look) }
      if before != nil { send() }
    }
    leaveok(shim_screen(), false)
    last = surface
    place(surface.cursor, in: screen)
    send()
  }

  private func send() {
    wnoutrefresh(shim_screen())
    doupdate()
  }

  private func paint(_ run: PaintPlan.Run, of surface: Surface, look: ColorPairs.Look) {
    var cells: [cchar_t] = []
    cells.reserveCapacity(run.columns.count)
    var column = run.columns.lowerBound
    while column < run.columns.upperBound {
      let cell = surface[column: column, row: run.row]
      let next = column + 1
      let isWide = next < run.columns.upperBound && surface[column: next, row: run.row].isRightHalf
      let width = isWide ? 2 : 1
      if let scalar = surface.scalar(of: cell), shim_columns_of(scalar.value) == width {
        cells.append(SurfacePainter.cell(scalar, look: look))
      } else {
        cells += unusual(surface.text(of: cell), columns: width, look: look)
      }
      column += width
    }
    wmove(shim_screen(), Int32(run.row), Int32(run.columns.lowerBound))
    wadd_wchnstr(shim_screen(), cells, Int32(cells.count))
  }

  /// A character with its marks, without those that the C library takes for something else. Where it
  /// disagrees about the character's width, and everything behind would move, a replacement in so many
  /// columns.
  private func unusual(_ text: String, columns: Int, look: ColorPairs.Look) -> [cchar_t] {
    guard let first = text.unicodeScalars.first, shim_columns_of(first.value) == columns else {
      return [replacement, " "].prefix(columns).map { SurfacePainter.cell($0, look: look) }
    }
    let marks = text.unicodeScalars.dropFirst().filter { shim_columns_of($0.value) == 0 }
    var cell = cchar_t()
    let characters = ([first] + marks).map { wchar_t($0.value) } + [0]
    _ = shim_set_cell(&cell, characters, look.attributes, look.pair)
    return [cell]
  }

  private static func cell(_ scalar: Unicode.Scalar, look: ColorPairs.Look) -> cchar_t {
    var cell = cchar_t()
    _ = shim_set_character(&cell, scalar.value, look.attributes, look.pair)
    return cell
  }

  private func place(_ cursor: Point?, in screen: Size) {
    let visible = cursor.flatMap { $0.column < screen.columns && $0.row < screen.rows ? $0 : nil }
    curs_set(visible == nil ? 0 : 1)
    // A terminal that cannot hide its cursor keeps it where it hides the least.
    let place = visible ?? Point(column: screen.columns - 1, row: screen.rows - 1)
    wmove(shim_screen(), Int32(place.row), Int32(place.column))
  }

  // MARK: The empty screen

  /// What is cleared takes the colours of plain text.
  func setBackground(_ pairs: ColorPairs) {
    var look = pairs.look(of: .plain)
    look.attributes = 0
    var blank = SurfacePainter.cell(" ", look: look)
    wbkgrndset(shim_screen(), &blank)
  }

  /// Empties the screen at once.
  func clear() {
    werase(shim_screen())
    send()
  }
}
