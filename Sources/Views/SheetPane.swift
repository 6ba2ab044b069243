import Display
import Reader

/// A digest or the versions of a story, covering the screen.
enum SheetPane {
  static func draw(_ view: SheetView, on surface: inout Surface) {
    let area = OverlayFrame.draw(title: view.title, on: &surface)
    surface.cursor = area.origin
    for (offset, row) in view.rows.dropFirst(view.top).prefix(area.rows).enumerated() {
      let line = area.row(offset)
      let isChosen = view.isChosen(row)
      if isChosen, row.isFirst {
        surface.print("▌", at: line.origin, role: .marker, clip: line)
        surface.cursor = line.origin
      }
      let text = row.kind == .heading ? line : line.inset(left: SheetView.indent)
      surface.print(
        row.text, in: text, role: role(of: row, isChosen: isChosen),
        direction: TextDirection(ofParagraph: row.text))
    }
    OverlayFrame.drawProgress(top: view.top, rows: view.rows.count, on: &surface)
  }

  private static func role(of row: SheetView.Row, isChosen: Bool) -> Role {
    switch row.kind {
    case .heading: .helpHeading
    case .entry: isChosen ? .headline : .storyText
    case .text, .blank: .byline
    }
  }
}
