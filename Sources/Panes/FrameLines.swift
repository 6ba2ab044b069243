import Display
import Reader

/// The thin lines between panes.
enum FrameLines {
  static func draw(_ layout: PaneLayout, focus: Pane, on surface: inout Surface) {
    for frame in layout.frames.values {
      surface.fill(frame.title, with: "─", role: .frame)
      drawRightEdge(of: frame, on: &surface)
    }
    if layout.arrangement == .middle { joinStacked(layout, on: &surface) }
    if layout.arrangement != .narrow { drawBottom(layout, on: &surface) }
    if let frame = layout.frames[focus] { surface.fill(frame.title, with: "─", role: .focusedFrame) }
  }

  private static func drawRightEdge(of frame: PaneLayout.Frame, on surface: inout Surface) {
    let column = frame.title.right
    guard column < surface.size.columns else { return }
    surface.fill(
      Rect(column: column, row: frame.title.top, columns: 1, rows: frame.content.rows + 1), with: "│",
      role: .frame)
    surface.print(
      frame.title.top == 0 ? "┬" : "┤", at: Point(column: column, row: frame.title.top), role: .frame)
  }

  /// The line between the list and the related stories below it ends at the story.
  private static func joinStacked(_ layout: PaneLayout, on surface: inout Surface) {
    guard let related = layout.frames[.related] else { return }
    surface.print("┤", at: Point(column: related.title.right, row: related.title.top), role: .frame)
  }

  private static func drawBottom(_ layout: PaneLayout, on surface: inout Surface) {
    let row = layout.status.top - 1
    surface.fill(Rect(column: 0, row: row, columns: surface.size.columns, rows: 1), with: "─", role: .frame)
    for frame in layout.frames.values
    where frame.content.bottom == row && frame.content.right < surface.size.columns {
      surface.print("┴", at: Point(column: frame.content.right, row: row), role: .frame)
    }
  }

  /// Writes a pane's title into its frame, and returns nothing that does not fit.
  static func title(_ text: String, of frame: PaneLayout.Frame, isFocused: Bool, on surface: inout Surface) {
    let shown = DisplayWidth.truncated(text, to: frame.title.columns - 3)
    surface.print(
      " \(shown) ", at: frame.title.origin, role: isFocused ? .focusedFrameTitle : .frameTitle,
      clip: frame.title)
  }
}
