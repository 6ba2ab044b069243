import Display
import Reader

/// The keys, over everything else.
enum HelpPane {
  static func draw(focus: Pane, top: Int, on surface: inout Surface) {
    let area = surface.bounds.inset(top: 1, bottom: 1)
    let title = Rect(column: 0, row: 0, columns: surface.size.columns, rows: 1)
    surface.fill(title, with: "─", role: .focusedFrame)
    surface.print(" Keys ", at: title.origin, role: .focusedFrameTitle, clip: title)
    let rows = HelpText.rows(focus: focus)
    let keyColumns = rows.reduce(0) { widest, row in
      if case .command(let keys, _) = row { max(widest, DisplayWidth.columns(of: keys)) } else { widest }
    }
    for (offset, row) in rows.dropFirst(top).prefix(area.rows - 1).enumerated() {
      draw(row, keyColumns: min(keyColumns, area.columns / 3), at: area.top + offset, in: area, on: &surface)
    }
    surface.cursor = Point(column: 0, row: area.top)
  }

  private static func draw(
    _ row: HelpText.Row, keyColumns: Int, at line: Int, in area: Rect, on surface: inout Surface
  ) {
    let start = Point(column: area.left + 2, row: line)
    switch row {
    case .blank: break
    case .heading(let text): surface.print(text, at: start, role: .helpHeading, clip: area)
    case .command(let keys, let help):
      surface.print(DisplayWidth.truncated(keys, to: keyColumns), at: start, role: .helpKey, clip: area)
      let room = area.columns - keyColumns - 5
      surface.print(
        DisplayWidth.truncated(help, to: room), at: Point(column: start.column + keyColumns + 2, row: line),
        role: .helpText, clip: area)
    }
  }
}
