import Display
import Reader

/// What a command has printed, over everything else.
enum PagerPane {
  static func draw(_ view: PagerView, on surface: inout Surface) {
    let title = Rect(column: 0, row: 0, columns: surface.size.columns, rows: 1)
    surface.fill(title, with: "─", role: .focusedFrame)
    let shown = DisplayWidth.truncated(view.title, to: title.columns - 14)
    surface.print(" \(shown) ", at: title.origin, role: .focusedFrameTitle, clip: title)
    let area = surface.bounds.inset(left: 1, top: 1, right: 1, bottom: 1)
    surface.cursor = area.origin
    guard view.text != nil else {
      surface.print("Running… q stops it", at: area.origin, role: .byline, clip: area)
      return
    }
    let rows = view.rows
    for (offset, row) in rows.dropFirst(view.top).prefix(area.rows).enumerated() {
      surface.print(
        row, in: area.row(offset), role: .storyText, direction: TextDirection(ofParagraph: row.base))
    }
    FrameLines.drawProgress(
      seen: view.top + area.rows, of: rows.count, visible: area.rows, in: title, on: &surface)
  }
}
