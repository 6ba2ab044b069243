import Display
import Reader

/// The output of a command, covering the screen.
enum PagerPane {
  static func draw(_ view: PagerView, closeKey: String, on surface: inout Surface) {
    let area = OverlayFrame.draw(title: view.title, on: &surface)
    surface.cursor = area.origin
    guard view.text != nil else {
      surface.print("Running… \(closeKey) stops it", at: area.origin, role: .byline, clip: area)
      return
    }
    let rows = view.rows
    for (offset, row) in rows.dropFirst(view.top).prefix(area.rows).enumerated() {
      let direction = TextDirection(ofParagraph: row.text.base)
      let line = area.row(offset)
      let place = direction == .leftToRight ? line.inset(left: row.indent) : line.inset(right: row.indent)
      surface.print(row.text, in: place, role: .storyText, direction: direction)
    }
    OverlayFrame.drawProgress(top: view.top, rows: rows.count, on: &surface)
  }
}
