import Display

/// The frame of an overlay over the whole screen.
enum OverlayFrame {
  /// Draws the title.
  /// - Returns: the area for the text, above the bottom line.
  static func draw(title: String, on surface: inout Surface) -> Rect {
    let top = Rect(column: 0, row: 0, columns: surface.size.columns, rows: 1)
    surface.fill(top, with: "─", role: .focusedFrame)
    let shown = DisplayWidth.truncated(title, to: top.columns - 14)
    surface.print(" \(shown) ", at: top.origin, role: .focusedFrameTitle, clip: top)
    return area(of: surface)
  }

  /// The scroll position, in the title.
  static func drawProgress(top: Int, rows: Int, on surface: inout Surface) {
    let visible = area(of: surface).rows
    let title = Rect(column: 0, row: 0, columns: surface.size.columns, rows: 1)
    FrameLines.drawProgress(seen: top + visible, of: rows, visible: visible, in: title, on: &surface)
  }

  private static func area(of surface: Surface) -> Rect {
    surface.bounds.inset(left: 1, top: 1, right: 1, bottom: 1)
  }
}
