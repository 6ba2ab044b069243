import Display
import Reader

/// The keys, over everything else.
enum HelpPane {
  static func draw(_ view: HelpView, on surface: inout Surface) {
    let title = Rect(column: 0, row: 0, columns: surface.size.columns, rows: 1)
    surface.fill(title, with: "─", role: .focusedFrame)
    let text = view.pattern.isEmpty ? "Keys" : "Keys with “\(view.pattern)”"
    let shown = DisplayWidth.truncated(text, to: title.columns - 12)
    surface.print(" \(shown) ", at: title.origin, role: .focusedFrameTitle, clip: title)
    let help = view.text
    let area = surface.bounds.inset(top: 1, bottom: 1)
    for (offset, row) in help.rows.dropFirst(view.top).prefix(area.rows).enumerated() {
      draw(row, keyColumns: help.keyColumns, at: area.top + offset, in: area, on: &surface)
    }
    if view.top + area.rows < help.rows.count {
      let more = " more ↓ "
      let column = title.right - DisplayWidth.columns(of: more) - 1
      surface.print(more, at: Point(column: column, row: 0), role: .frameTitle, clip: title)
    }
    surface.cursor = area.origin
  }

  private static func draw(
    _ row: HelpText.Row, keyColumns: Int, at line: Int, in area: Rect, on surface: inout Surface
  ) {
    let start = Point(column: area.left + HelpText.gap, row: line)
    switch row {
    case .blank: break
    case .heading(let text): surface.print(text, at: start, role: .helpHeading, clip: area)
    case .command(let keys, let help):
      surface.print(DisplayWidth.truncated(keys, to: keyColumns), at: start, role: .helpKey, clip: area)
      let column = start.column + keyColumns + HelpText.gap
      surface.print(help, at: Point(column: column, row: line), role: .helpText, clip: area)
    }
  }
}
