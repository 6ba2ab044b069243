import Display
import Reader

/// The help screen, covering the screen.
enum HelpPane {
  static func draw(_ view: HelpView, on surface: inout Surface) {
    let title = Rect(column: 0, row: 0, columns: surface.size.columns, rows: 1)
    surface.fill(title, with: "─", role: .focusedFrame)
    let text = view.pattern.isEmpty ? "Keys" : "Keys with “\(view.pattern)”"
    let shown = DisplayWidth.truncated(text, to: title.columns - 12)
    surface.print(" \(shown) ", at: title.origin, role: .focusedFrameTitle, clip: title)
    let help = view.text
    let area = surface.bounds.inset(top: 1, bottom: 1)
    for (offset, line) in help.lines.dropFirst(view.top).prefix(area.rows).enumerated() {
      for (number, row) in line.enumerated() {
        let column = area.row(offset).inset(left: number * help.columnWidth)
        draw(row, keyColumns: help.keyColumns, in: column, on: &surface)
      }
    }
    if view.top + area.rows < help.lines.count { FrameLines.drawCorner("more ↓", in: title, on: &surface) }
    surface.cursor = area.origin
  }

  private static func draw(
    _ row: HelpText.Row, keyColumns: Int, in line: Rect, on surface: inout Surface
  ) {
    let area = line.inset(left: HelpText.gap)
    switch row {
    case .blank: break
    case .heading(let text): surface.print(text, at: area.origin, role: .helpHeading, clip: area)
    case .command(let keys, let help):
      surface.print(DisplayWidth.truncated(keys, to: keyColumns), at: area.origin, role: .helpKey, clip: area)
      let text = area.inset(left: keyColumns + HelpText.gap)
      surface.print(help, at: text.origin, role: .helpText, clip: text)
    }
  }
}
