import Display
import Reader

/// The output of a command, covering the screen.
enum PagerPane {
  static func draw(_ view: PagerView, on surface: inout Surface) {
    let area = OverlayFrame.draw(title: view.title, on: &surface)
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
    OverlayFrame.drawProgress(top: view.top, rows: rows.count, on: &surface)
  }
}
