import Display
import Reader

/// In the frame below the panes: the folder of the library, and which of its stories are listed in which order.
enum LibraryLine {
  static func draw(_ state: ReaderState, on surface: inout Surface) {
    let row = state.layout.status.top - 1
    guard state.layout.arrangement != .narrow, row > state.layout.top else { return }
    let area = Rect(column: 1, row: row, columns: surface.size.columns - 2, rows: 1)
    let text = self.text(state, columns: area.columns - 2)
    surface.print(" \(text) ", at: area.origin, role: .frameTitle, clip: area)
  }

  /// `~/saved-pages · & unread · by title · headings: source`. If there is not enough room, the folder is shortened.
  static func text(_ state: ReaderState, columns: Int) -> String {
    let summary = ListSummary.summary(state)
    guard !summary.isEmpty else { return folder(state, columns: columns) }
    let room = columns - DisplayWidth.columns(of: summary) - 3
    guard room >= 8 else { return DisplayWidth.truncated(summary, to: columns) }
    return folder(state, columns: room) + " · " + summary
  }

  private static func folder(_ state: ReaderState, columns: Int) -> String {
    if state.isOfSamples {
      let long = "samples · broadsheet FOLDER opens yours"
      return DisplayWidth.columns(of: long) <= columns ? long : DisplayWidth.truncated("samples", to: columns)
    }
    guard let first = state.paths.first else { return "" }
    let text = state.paths.count == 1 ? first : "\(first) and \(state.paths.count - 1) more"
    return DisplayWidth.truncated(text, to: columns)
  }
}
