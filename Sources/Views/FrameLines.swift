import Display
import Reader

/// The thin lines between panes.
enum FrameLines {
  static func draw(_ layout: PaneLayout, focus: Pane, on surface: inout Surface) {
    for frame in layout.frames.values {
      surface.fill(frame.title, with: "─", role: .frame)
      drawRightEdge(of: frame, layout, on: &surface)
    }
    if layout.arrangement == .middle { joinStacked(layout, on: &surface) }
    if layout.arrangement == .stacked { joinBelow(layout, on: &surface) }
    if layout.arrangement != .narrow { drawBottom(layout, on: &surface) }
    if let frame = layout.frames[focus] { surface.fill(frame.title, with: "─", role: .focusedFrame) }
  }

  private static func drawRightEdge(
    of frame: PaneLayout.Frame, _ layout: PaneLayout, on surface: inout Surface
  ) {
    let column = frame.title.right
    guard column < surface.size.columns else { return }
    surface.fill(
      Rect(column: column, row: frame.title.top, columns: 1, rows: frame.content.rows + 1), with: "│",
      role: .frame)
    surface.print(
      frame.title.top == layout.top ? "┬" : "┤", at: Point(column: column, row: frame.title.top), role: .frame
    )
  }

  /// The line between the list and the related stories below it ends at the story.
  private static func joinStacked(_ layout: PaneLayout, on surface: inout Surface) {
    guard let related = layout.frames[.related] else { return }
    surface.print("┤", at: Point(column: related.title.right, row: related.title.top), role: .frame)
  }

  /// The line below a list that is as wide as the screen goes on between the panes below it.
  private static func joinBelow(_ layout: PaneLayout, on surface: inout Surface) {
    guard let story = layout.frames[.story], story.title.right < surface.size.columns else { return }
    surface.print("┬", at: Point(column: story.title.right, row: story.title.top), role: .frame)
  }

  private static func drawBottom(_ layout: PaneLayout, on surface: inout Surface) {
    let row = layout.status.top - 1
    surface.fill(Rect(column: 0, row: row, columns: surface.size.columns, rows: 1), with: "─", role: .frame)
    for frame in layout.frames.values
    where frame.content.bottom == row && frame.content.right < surface.size.columns {
      surface.print("┴", at: Point(column: frame.content.right, row: row), role: .frame)
    }
  }

  /// The scroll position, in the corner of a frame: a row of its own would take space from the text.
  static func drawProgress(
    seen: Int, of count: Int, visible rows: Int, in title: Rect, on surface: inout Surface
  ) {
    if count > rows { drawProgress(percent: min(100, seen * 100 / count), in: title, on: &surface) }
  }

  /// The same with the remaining minutes, if there is room.
  static func drawProgress(
    percent: Int, minutesLeft: Int? = nil, in title: Rect, on surface: inout Surface
  ) {
    let left = title.columns < 44 ? "" : minutesLeft.map { "\($0) min left · " } ?? ""
    let text = percent >= 100 ? "end" : "\(left)\(percent)% ↓"
    drawCorner(text, in: title, on: &surface)
  }

  /// Writes text into the right corner of a frame.
  static func drawCorner(_ text: String, in title: Rect, on surface: inout Surface) {
    let shown = " \(text) "
    let column = max(title.left, title.right - DisplayWidth.columns(of: shown) - 1)
    surface.print(shown, at: Point(column: column, row: title.top), role: .frameTitle, clip: title)
  }

  /// `Tab: story`: the key for a pane that is not on the screen.
  static func nextPane(_ name: String, _ state: ReaderState) -> String {
    "\(state.hint(.nextPane)): \(name)"
  }

  /// Writes a pane's title into its frame, truncated to fit.
  static func title(
    _ text: String, of frame: PaneLayout.Frame, isFocused: Bool, room: Int? = nil, on surface: inout Surface
  ) {
    let shown = DisplayWidth.truncated(text, to: room ?? frame.title.columns - 3)
    guard !shown.isEmpty else { return }
    surface.print(
      " \(shown) ", at: frame.title.origin, role: isFocused ? .focusedFrameTitle : .frameTitle,
      clip: frame.title)
  }
}
