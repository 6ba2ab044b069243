import Display
import Marks
import PageFormats
import Reader
import Search
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
    guard state.listCount > 0 else {
      EmptyLibrary.draw(state, in: area, on: &surface)
      return
    }
    let last = min(state.list.top + state.visibleStories, state.listCount)
    for place in state.list.top..<max(state.list.top, last) {
      let row = area.top + (place - state.list.top) * ReaderState.rowsPerStory
      draw(state, at: place, in: area.inset(top: row - area.top), on: &surface)
    }
    let selected = area.top + (state.list.selected - state.list.top) * ReaderState.rowsPerStory
    if isFocused {
      surface.cursor = Point(column: area.left, row: min(max(selected, area.top), area.bottom - 1))
    }
  }

  private static func title(_ state: ReaderState, columns: Int) -> String {
    let name =
      state.isSearching
      ? "Found" : state.request.section.map { state.settings.sections[$0].name } ?? "Stories"
    let count = state.listing.numberCount(in: state.library)
    guard state.listCount > 0 else { return name }
    let number = state.listing.number(atRow: state.list.selected, in: state.library)
    let place = "\(name) · " + (number.map { "\($0) of \(count)" } ?? "\(count)")
    let next = FrameLines.nextPane("story", state)
    let order = ListSummary.order(state)
    let unread = ("\(state.unreadCount) unread", "●\(state.unreadCount)")
    let titles: [[String?]] = [
      [place, unread.0, order, next], [place, unread.1, order, next], [place, unread.1, next], [place, next],
    ]
    // A filter is shown as far as there is room for it.
    let least = state.request.filter.isEmpty ? 0 : min(30, 5 + DisplayWidth.columns(of: state.request.filter))
    let title =
      titles.lazy.map { $0.compactMap { $0 }.joined(separator: " · ") }
      .first { DisplayWidth.columns(of: $0) + least <= columns - 3 } ?? place
    let room = columns - 3 - DisplayWidth.columns(of: title) - 3
    guard least > 0, room > 4 else { return title }
    return "\(title) · " + DisplayWidth.truncated("& \(state.request.filter)", to: room)
  }

  private static func draw(
    _ state: ReaderState, at place: Int, in area: Rect, on surface: inout Surface
  ) {
    if place == state.list.selected { drawMarker(state, row: area.top, in: area, on: &surface) }
    switch state.row(at: place) {
    case .story(let index): drawStory(index, state, in: area, on: &surface)
    case .heading(let number): drawHeading(state.listing.groups[number], state, in: area, on: &surface)
    case nil: break
    }
  }

  private static func drawHeading(
    _ group: Listing.Group, _ state: ReaderState, in area: Rect, on surface: inout Surface
  ) {
    let count = group.stories.count
    let unread = self.unread(in: group, state).map { $0 > 0 ? " · \($0) unread" : " · all read" } ?? ""
    let row = area.row(0).inset(left: 2, right: 1)
    surface.print(
      "\(group.isFolded ? "▸" : "▾") \(TextDirection.isolated(group.name))", in: row, role: .section)
    let below = area.row(1).inset(left: indent, right: 1)
    let text = (count == 1 ? "1 story" : "\(count) stories") + unread
    surface.print(text, in: below.intersection(area), role: .byline)
  }

  /// Groups with more stories are not counted each time the screen is drawn.
  private static let fewStories = 250

  private static func unread(in group: Listing.Group, _ state: ReaderState) -> Int? {
    guard group.stories.count <= fewStories else { return nil }
    return state.listing.stories[group.stories].count { !state.mark(of: $0).read }
  }

  private static func drawStory(
    _ index: StoryIndex, _ state: ReaderState, in area: Rect, on surface: inout Surface
  ) {
    let story = state.library[index]
    let mark = state.mark(of: index)
    drawSigns(mark, at: Point(column: area.left + 1, row: area.top), on: &surface)
    let title = area.row(0).inset(left: indent, right: 1)
    surface.print(
      story.title, in: title, role: mark.read ? .readTitle : .unreadTitle,
      spans: matches(in: story.title, state), direction: TextDirection(ofParagraph: story.title))
    guard area.rows > 1 else { return }
    if state.isPicked(index) {
      surface.print("✓", at: Point(column: area.left + 1, row: area.top + 1), role: .marker, clip: area)
    }
    let below = area.row(1).inset(left: indent, right: 1)
    if mark.note != nil {
      surface.print("✎", at: Point(column: area.left + 2, row: below.top), role: .noteSign, clip: area)
    }
    if mark.place > 0 {
      surface.print("◐", at: Point(column: area.left + 1, row: below.top), role: .unreadSign, clip: area)
    }
    if let excerpt = state.excerpts[index] {
      let shown = excerpt.fitting(columns: below.columns)
      let spans = shown.matches.map { TextSpan(range: $0, role: .match) }
      surface.print(
        shown.text, in: below, role: .byline, spans: spans, direction: TextDirection(ofParagraph: shown.text))
    } else {
      surface.print(byline(story, mark, state), in: below, role: .byline)
    }
  }

  /// Where the words of a search stand in a headline.
  private static func matches(in title: String, _ state: ReaderState) -> [TextSpan] {
    state.wordRanges(in: title).map { TextSpan(range: $0, role: .match) }
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
    } else if mark.isChanged {
      surface.print("↻", at: Point(column: point.column + 1, row: point.row), role: .unreadSign)
    }
  }

  /// More labels than that have no room in a row.
  private static let mostLabels = 8

  /// Source, age, and how much stands beside it. A story without a page of its own says that it is only listed.
  private static func byline(_ story: Story, _ mark: Mark, _ state: ReaderState) -> String {
    let age =
      story.published.map { ShownAge.text($0, now: state.now, zone: state.zone) }
      ?? ShownAge.sinceSaved(
        PublicationTime(seconds: story.saved, precision: .minute), now: state.now, zone: state.zone)
    var parts = [story.source.map(TextDirection.isolated), age].compactMap { $0 }
    if let minutes = state.minutesLeft(of: story, place: mark.place) { parts.append("\(minutes) min left") }
    let related = state.library.related(to: story.index).count
    if related > 0 { parts.append("\(related) related") }
    if !story.hasPage { parts.append("listed") }
    if mark.isChanged { parts.append("changed") }
    if mark.archived { parts.append("archived") }
    if !mark.labels.isEmpty { parts.append("[\(mark.labels.prefix(mostLabels).joined(separator: " "))]") }
    if let note = mark.note?.split(separator: "\n").first {
      parts.append("✎ \(TextDirection.isolated(String(note)))")
    }
    return parts.joined(separator: " · ")
  }
}

extension SearchExcerpt {
  /// The same without some of what stands before its first match, where that would be beyond so many columns.
  fileprivate func fitting(columns: Int) -> SearchExcerpt {
    guard let first = matches.first else { return self }
    let bytes = Array(text.utf8)
    let head = String(decoding: bytes[..<first.upperBound], as: UTF8.self)
    let surplus = DisplayWidth.columns(of: head) - columns * 3 / 4
    guard surplus > 0 else { return self }
    // Whole words go.
    var cut = min(surplus + 1, first.lowerBound)
    while cut < first.lowerBound, bytes[cut - 1] != 0x20 { cut += 1 }
    let lead = "…"
    let shift = cut - lead.utf8.count
    return SearchExcerpt(
      text: lead + String(decoding: bytes[cut...], as: UTF8.self),
      matches: matches.map { $0.lowerBound - shift..<$0.upperBound - shift })
  }
}
