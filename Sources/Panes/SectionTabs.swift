import Display
import Reader

/// The sections above the list, with how many of their stories are not read.
enum SectionTabs {
  static func draw(_ state: ReaderState, in row: Rect, on surface: inout Surface) {
    for tab in state.sectionTabs {
      let role: Role = tab.section == state.request.section ? .chosenTab : .tab
      let place = Point(column: row.left + tab.columns.lowerBound, row: row.top)
      surface.print(tab.text, at: place, role: role, clip: row)
    }
  }
}
