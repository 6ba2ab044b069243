import Display
import Reader

/// The sections above the list, with their numbers of unread stories.
enum SectionTabs {
  static func draw(_ state: ReaderState, in row: Rect, on surface: inout Surface) {
    let tabs = state.sectionTabs
    for tab in tabs {
      let role: Role = tab.section == state.request.section ? .chosenTab : .tab
      let place = Rect(
        column: row.left + tab.columns.lowerBound, row: row.top, columns: tab.columns.count, rows: 1)
      if place.intersection(row) == place {
        surface.fill(place, role: role)
        surface.print(tab.text, in: place, role: role)
      } else {
        surface.print(tab.text, at: place.origin, role: role, clip: row)
      }
    }
    if let first = tabs.first, first.columns.lowerBound < 0 {
      surface.print("‹", at: row.origin, role: .tab, clip: row)
    }
    if let last = tabs.last, last.columns.upperBound > row.columns {
      surface.print(" ›", at: Point(column: row.right - 2, row: row.top), role: .tab, clip: row)
    }
  }
}
