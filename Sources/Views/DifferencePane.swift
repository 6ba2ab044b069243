import Display
import Reader

/// The changes between two versions of a story, covering the screen.
enum DifferencePane {
  static func draw(_ view: DifferenceView, on surface: inout Surface) {
    let area = OverlayFrame.draw(title: view.title, on: &surface)
    surface.cursor = area.origin
    for (offset, row) in view.rows.dropFirst(view.top).prefix(area.rows).enumerated() {
      surface.print(
        row.text, in: area.row(offset), role: row.isRemark ? .byline : .storyText, spans: row.spans,
        direction: row.direction)
    }
    OverlayFrame.drawProgress(top: view.top, rows: view.rows.count, on: &surface)
  }
}
