import Display
import Marks
import PageDump
import Reader
import StoryLibrary

/// The list of stories: a sign and a title on one row, source and age on the next.
enum ListPane {
  /// Columns before a title: the marker of the selection, a sign, a space.
  private static let indent = 4

  static func draw(_ state: ReaderState, in frame: PaneLayout.Frame, on surface: inout Surface) {
    let isFocused = state.focus == .list
    FrameLines.title(
      title(state, columns: frame.title.columns), of: frame, isFocused: isFocused, on: &surface)
    let area = frame.content
    guard !state.library.isEmpty else {
      EmptyLibrary.draw(state, in: area, on: &surface)
      return
    }
    let last = min(state.list.top + state.visibleStories, state.library.order.count)
    for place in state.list.top..<max(state.list.top, last) {
      let row = area.top + (place - state.list.top) * ReaderState.rowsPerStory
      drawStory(state, at: place, row: row, in: area, on: &surface)
    }
    if isFocused {
      surface.cursor = Point(
        column: area.left, row: area.top + (state.list.selected - state.list.top) * ReaderState.rowsPerStory)
    }
  }

  private static func title(_ state: ReaderState, columns: Int) -> String {
    let count = state.library.order.count
    guard count > 0 else { return "Stories" }
    let place = "Stories · \(state.list.selected + 1) of \(count)"
    let full = "\(place) · \(state.unreadCount) unread"
    return DisplayWidth.columns(of: full) <= columns - 3 ? full : place
  }

  private static func drawStory(
    _ state: ReaderState, at place: Int, row: Int, in area: Rect, on surface: inout Surface
  ) {
    let index = state.library.order[place]
    let story = state.library[index]
    let mark = state.mark(of: index)
    if place == state.list.selected { drawMarker(state, row: row, in: area, on: &surface) }
    drawSigns(mark, at: Point(column: area.left + 1, row: row), on: &surface)
    let columns = area.columns - indent - 1
    surface.print(
      DisplayWidth.truncated(story.title, to: columns), at: Point(column: area.left + indent, row: row),
      role: mark.read ? .readTitle : .unreadTitle, clip: area)
    surface.print(
      DisplayWidth.truncated(byline(story, state), to: columns),
      at: Point(column: area.left + indent, row: row + 1),
      role: .byline, clip: area)
  }

  private static func drawMarker(_ state: ReaderState, row: Int, in area: Rect, on surface: inout Surface) {
    let role: Role = state.focus == .list ? .marker : .unfocusedMarker
    for offset in 0..<ReaderState.rowsPerStory {
      surface.print("▌", at: Point(column: area.left, row: row + offset), role: role, clip: area)
    }
  }

  /// Star and unread sign have a column each, so that a story can have both.
  static func drawSigns(_ mark: Mark, at point: Point, on surface: inout Surface) {
    if mark.starred { surface.print("★", at: point, role: .starSign) }
    if !mark.read {
      surface.print("●", at: Point(column: point.column + 1, row: point.row), role: .unreadSign)
    }
  }

  /// Source, age, and how much stands beside it. A story without a page of its own says that it is only listed.
  private static func byline(_ story: Story, _ state: ReaderState) -> String {
    let saved = PublicationTime(seconds: story.saved, precision: .minute)
    let age =
      story.published.map { ShownAge.text($0, now: state.now) } ?? "saved "
      + ShownAge.text(saved, now: state.now)
    var parts = [story.source, age].compactMap { $0 }
    let related = state.library.related(to: story.index).count
    if related > 0 { parts.append("\(related) related") }
    if !story.hasPage { parts.append("listed") }
    return parts.joined(separator: " · ")
  }
}
