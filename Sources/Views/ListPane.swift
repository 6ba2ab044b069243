import Display
import Marks
import PageFormats
import Queries
import Reader
import Search
import StoryLibrary

/// The list of stories: a sign and a headline of one line or two, source and age below.
enum ListPane {
  static func draw(_ state: ReaderState, in frame: PaneLayout.Frame, on surface: inout Surface) {
    let isFocused = state.focus == .list
    let unread = state.unreadCount.map { "\($0) unread" } ?? ""
    let room = frame.title.columns - DisplayWidth.columns(of: unread) - 4
    drawTitle(title(state, columns: room), of: frame, isFocused: isFocused, room: room, on: &surface)
    if !state.library.isEmpty, !unread.isEmpty {
      FrameLines.drawCorner(unread, in: frame.title, on: &surface)
    }
    let area = frame.content
    guard state.listCount > 0 else {
      EmptyLibrary.draw(state, in: area, on: &surface)
      return
    }
    if let group = state.groupOnTop {
      drawHeading(group, isFolded: false, state, in: area.row(0), on: &surface)
    }
    for place in state.listPlaces { draw(state, place, in: area, on: &surface) }
    let selected = state.listPlaces.first { $0.row == state.list.selected }?.line
    if isFocused {
      surface.cursor = Point(column: area.left, row: min(area.top + (selected ?? 0), area.bottom - 1))
    }
  }

  /// The text after the name changes with each key. It has the same style as the marker that moves with it, so that no
  /// change of style has to be sent.
  private static func drawTitle(
    _ title: String, of frame: PaneLayout.Frame, isFocused: Bool, room: Int, on surface: inout Surface
  ) {
    FrameLines.title(title, of: frame, isFocused: isFocused, room: room, on: &surface)
    guard isFocused, let dot = title.firstRange(of: " · ") else { return }
    let name = DisplayWidth.columns(of: String(title[..<dot.lowerBound])) + 2
    let place = frame.title.inset(left: name)
    let shown = DisplayWidth.truncated(String(title[dot.upperBound...]), to: room - name - 1)
    surface.print("· \(shown) ", at: place.origin, role: .marker, clip: place)
  }

  /// As much as fits.
  private static func title(_ state: ReaderState, columns: Int) -> String {
    let name =
      state.isSearching
      ? "Found" : state.request.section.map { state.settings.sections[$0].name } ?? "Stories"
    let count = state.listing.numberCount(in: state.library)
    guard state.listCount > 0 else { return name }
    let number = state.listing.number(atRow: state.list.selected, in: state.library)
    let place = number.map { "\($0) of \(count)" } ?? "\(count)"
    let next = state.layout.arrangement == .narrow ? FrameLines.nextPane("story", state) : nil
    let titles: [[String?]] = [[name, place, next], [name, place], [place]]
    // A filter is shown as far as it fits.
    let filter = ListSummary.filter(state)
    let least = filter.map { min(30, 3 + DisplayWidth.columns(of: $0)) } ?? 0
    let title =
      titles.lazy.map { $0.compactMap { $0 }.joined(separator: " · ") }
      .first { DisplayWidth.columns(of: $0) + least <= columns } ?? place
    let room = columns - DisplayWidth.columns(of: title) - 3
    guard let filter, room > 4 else { return title }
    return "\(title) · " + DisplayWidth.truncated(filter, to: room)
  }

  private static func draw(
    _ state: ReaderState, _ place: ListPlace, in pane: Rect, on surface: inout Surface
  ) {
    let area = pane.inset(top: place.line)
    let lines = area.inset(bottom: area.rows - place.height)
    switch state.row(at: place.row) {
    case .story(let index): drawStory(index, state, in: lines, on: &surface)
    case .heading(let number):
      let group = state.listing.groups[number]
      drawHeading(group, isFolded: state.listing.isFolded(number), state, in: lines, on: &surface)
    case nil: break
    }
    if place.row == state.list.selected { drawMarker(state, in: lines, on: &surface) }
  }

  private static func drawHeading(
    _ group: Listing.Group, isFolded: Bool, _ state: ReaderState, in area: Rect, on surface: inout Surface
  ) {
    let row = area.row(0).inset(left: ListTitle.indent - 2, right: 1)
    let count = group.stories.count
    let unread = self.unread(in: group, state).map { $0 > 0 ? " · \($0) unread" : " · all read" } ?? ""
    let stories = " · " + StoryCount.text(count)
    let name = "\(isFolded ? "▸" : "▾") \(TextDirection.isolated(group.name))"
    let used = surface.print(name, in: row, role: .section)
    let remark = [stories + unread, unread].first { used + DisplayWidth.columns(of: $0) <= row.columns }
    surface.print(
      remark ?? "", at: Point(column: row.left + used, row: row.top), role: .byline,
      clip: row.intersection(area))
  }

  /// Larger groups are not counted each time the screen is drawn.
  private static let fewStories = 250

  private static func unread(in group: Listing.Group, _ state: ReaderState) -> Int? {
    guard group.stories.count <= fewStories else { return nil }
    return state.listing.stories[group.stories].count { !state.mark(of: $0).read }
  }

  private static func drawStory(
    _ index: StoryIndex, _ state: ReaderState, in area: Rect, on surface: inout Surface
  ) {
    let story = state.library[index]
    let mark = state.mark(of: story)
    drawSigns(mark, at: Point(column: area.left + 1, row: area.top), on: &surface)
    let title = ListTitle(story.title, paneColumns: area.columns)
    let role: Role = mark.read ? .readTitle : .unreadTitle
    let direction = TextDirection(ofParagraph: story.title)
    for (number, line) in title.lines.enumerated() where number < area.rows {
      surface.print(
        line, in: area.row(number).inset(left: ListTitle.indent, right: 1), role: role,
        spans: matches(in: line, state), direction: direction)
    }
    guard area.rows > title.lines.count else { return }
    drawLastLine(of: story, mark, after: title, state, in: area.row(title.lines.count), on: &surface)
  }

  /// The line below a headline: an excerpt, or the rest of the headline and the byline.
  private static func drawLastLine(
    of story: Story, _ mark: Mark, after title: ListTitle, _ state: ReaderState, in row: Rect,
    on surface: inout Surface
  ) {
    if mark.note != nil {
      surface.print("✎", at: Point(column: row.left + 2, row: row.top), role: .noteSign)
    }
    if mark.place > 0 {
      surface.print("◐", at: Point(column: row.left + 1, row: row.top), role: .unreadSign)
    }
    if state.isPicked(story.index) {
      surface.print("✓", at: Point(column: row.left + 1, row: row.top), role: .marker)
    }
    var below = row.inset(left: ListTitle.indent, right: 1)
    if let excerpt = state.excerpts[story.index] {
      draw(excerpt, in: below, on: &surface)
      return
    }
    if let rest = title.rest {
      let direction = TextDirection(ofParagraph: story.title)
      let used = surface.print(
        rest, in: below, role: mark.read ? .readTitle : .unreadTitle, direction: direction)
      guard direction == .leftToRight else { return }
      below = below.inset(left: used + 2)
    }
    surface.print(StoryByline.text(story, mark, state, columns: below.columns), in: below, role: .byline)
  }

  private static func draw(_ excerpt: SearchExcerpt, in row: Rect, on surface: inout Surface) {
    var row = row
    if excerpt.isFolded {
      let used = surface.print("in folded text: ", in: row, role: .byline)
      row = row.inset(left: used)
    }
    let shown = excerpt.fitting(columns: row.columns)
    let spans = shown.matches.map { TextSpan(range: $0, role: .match) }
    surface.print(
      shown.text, in: row, role: .byline, spans: spans, direction: TextDirection(ofParagraph: shown.text))
  }

  /// The ranges of a search's words in a line of a headline.
  private static func matches(in line: Substring, _ state: ReaderState) -> [TextSpan] {
    state.wordRanges(in: String(line)).map { TextSpan(range: $0, role: .match) }
  }

  /// On all lines of the selected row. More signs would send more bytes for each key (40 at most).
  private static func drawMarker(_ state: ReaderState, in area: Rect, on surface: inout Surface) {
    let isFocused = state.focus == .list
    for row in area.top..<area.bottom {
      surface.print(
        "▌", at: Point(column: area.left, row: row), role: isFocused ? .marker : .unfocusedMarker, clip: area)
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
}

/// The line below a headline: source, age, and other details that fit; nothing if the age does not.
enum StoryByline {
  /// The maximum number of labels that can fit into a row.
  private static let mostLabels = 8

  static func text(_ story: Story, _ mark: Mark, _ state: ReaderState, columns: Int) -> String {
    let age =
      story.published.map { ShownAge.text($0, now: state.now, zone: state.zone) }
      ?? ShownAge.sinceSaved(
        PublicationTime(seconds: story.saved, precision: .minute), now: state.now, zone: state.zone)
    let room = columns - DisplayWidth.columns(of: age)
    guard room >= 0 else { return "" }
    let source = source(story, columns: room - 3)
    let minutes = state.minutesLeft(of: story, place: mark.place).map { "\($0) min left" }
    let note = mark.note?.split(separator: "\n").first.map { "✎ \(TextDirection.isolated(String($0)))" }
    let labels = mark.labels.isEmpty ? nil : "[\(mark.labels.prefix(mostLabels).joined(separator: " "))]"
    func line(related: String?) -> String {
      DetailLine.text(
        [
          (source, 0), (age, 0), (minutes, 1), (related, 4),
          (story.hasPage ? nil : "listed", 3), (mark.isChanged ? "changed" : nil, 2),
          (mark.archived ? "archived" : nil, 1), (labels, 1), (note, 0),
        ], columns: columns)
    }
    let short = line(related: nil)
    // Counting related stories requires checking each of them: done only if there is room for the number.
    guard columns - DisplayWidth.columns(of: short) >= " · 1 related".count else { return short }
    let count = state.library.related(to: story.index).count
    return count > 0 ? line(related: "\(count) related") : short
  }

  /// The fewest columns in which a shortened source can be recognized.
  private static let fewestSourceColumns = 6

  /// The source, shortened so that the age after it is never cut; nil without a source, or without room for it.
  private static func source(_ story: Story, columns: Int) -> String? {
    guard let source = story.source, columns >= fewestSourceColumns else { return nil }
    return TextDirection.isolated(DisplayWidth.truncated(source, to: columns))
  }
}

extension SearchExcerpt {
  /// The same without part of the text before its first match, if that would be beyond a number of columns.
  fileprivate func fitting(columns: Int) -> SearchExcerpt {
    guard let first = matches.first else { return self }
    let bytes = Array(text.utf8)
    let head = String(decoding: bytes[..<first.upperBound], as: UTF8.self)
    let surplus = DisplayWidth.columns(of: head) - columns * 3 / 4
    guard surplus > 0 else { return self }
    // Whole words are removed.
    var cut = min(surplus + 1, first.lowerBound)
    while cut < first.lowerBound, bytes[cut - 1] != 0x20 { cut += 1 }
    let lead = "…"
    let shift = cut - lead.utf8.count
    return SearchExcerpt(
      text: lead + String(decoding: bytes[cut...], as: UTF8.self),
      matches: matches.map { $0.lowerBound - shift..<$0.upperBound - shift })
  }
}
