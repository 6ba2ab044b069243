import Display
import Marks
import Reader
import StoryLibrary

/// The stories related to the open one, numbered so that they can be opened by number.
enum RelatedPane {
  static func draw(_ state: ReaderState, in frame: PaneLayout.Frame, on surface: inout Surface) {
    let isFocused = state.focus == .related
    let count = state.related.count
    let isAlone = state.layout.arrangement == .narrow
    let next = isAlone ? FrameLines.nextPane("stories", state) : nil
    let parts = ["Related", count > 0 ? "\(count)" : nil, next]
    FrameLines.title(
      parts.compactMap { $0 }.joined(separator: " · "), of: frame, isFocused: isFocused, on: &surface)
    let area = frame.content
    if isFocused { surface.cursor = area.origin }
    guard count > 0 || !state.related.rows.isEmpty else {
      drawNothing(state, in: area, on: &surface)
      return
    }
    if count > 0 { drawMarker(state, in: area, on: &surface) }
    var shown: (number: Int, item: Item)?
    for (offset, row) in state.related.rows.dropFirst(state.related.top).prefix(area.rows).enumerated() {
      if let number = row.item, number != shown?.number { shown = (number, item(number, state)) }
      draw(row, of: shown?.item, state, at: area.top + offset, in: area, on: &surface)
    }
  }

  /// The kinds of rows.
  private enum Item {
    case story(Story, Mark)
    case link(StoryLink)
  }

  private static func item(_ number: Int, _ state: ReaderState) -> Item {
    if let link = state.related.link(at: number) { return .link(link) }
    let story = state.library[state.related.stories[number].index]
    return .story(story, state.mark(of: story))
  }

  private static func draw(
    _ row: RelatedList.Row, of item: Item?, _ state: ReaderState, at line: Int, in area: Rect,
    on surface: inout Surface
  ) {
    let left = Point(column: area.left + 1, row: line)
    switch row {
    case .blank: break
    case .heading(let text):
      surface.print(DisplayWidth.truncated(text, to: area.columns - 2), at: left, role: .section, clip: area)
    case .title(let number, let text, let isFirst):
      if isFirst { drawNumber(number, state, at: line, in: area, on: &surface) }
      let title =
        switch item {
        case .story(let story, _): story.title
        case .link(let link): link.title
        case nil: ""
        }
      var role = Role.readTitle
      if case .story(_, let mark) = item {
        if isFirst { ListPane.drawSigns(mark, at: Point(column: area.left + 3, row: line), on: &surface) }
        if !mark.read { role = .unreadTitle }
      }
      surface.print(
        text, in: place(area, line), role: role, direction: TextDirection(ofParagraph: title))
    case .byline:
      guard let item else { break }
      surface.print(byline(item, state), in: place(area, line), role: .byline)
    case .reason(_, let text): surface.print(text, in: place(area, line), role: .byline)
    }
  }

  /// On all rows of the selected story; the first one has its number.
  private static func drawMarker(_ state: ReaderState, in area: Rect, on surface: inout Surface) {
    let rows = state.related.rowRange(of: state.related.selected)
    for row in rows {
      let place = Point(column: area.left, row: area.top + row - state.related.top)
      surface.print(
        row == rows.lowerBound ? "▸" : "▌", at: place,
        role: state.focus == .related ? .marker : .unfocusedMarker, clip: area)
    }
  }

  /// The column of a row's text, after the signs.
  private static func place(_ area: Rect, _ line: Int) -> Rect {
    area.row(line - area.top).inset(left: RelatedList.indent, right: 1)
  }

  private static func drawNumber(
    _ number: Int, _ state: ReaderState, at line: Int, in area: Rect, on surface: inout Surface
  ) {
    if number == state.related.selected, state.focus == .related {
      surface.cursor = Point(column: area.left, row: line)
    }
    guard number < 9 else { return }
    surface.print("\(number + 1)", at: Point(column: area.left + 1, row: line), role: .number, clip: area)
  }

  private static func byline(_ item: Item, _ state: ReaderState) -> String {
    switch item {
    case .link(let link): return link.site ?? "address not given"
    case .story(let story, _):
      let age = story.published.map { ShownAge.text($0, now: state.now, zone: state.zone) }
      return [story.source.map(TextDirection.isolated) ?? "source not given", age].compactMap { $0 }
        .joined(separator: " · ")
    }
  }

  private static func drawNothing(_ state: ReaderState, in area: Rect, on surface: inout Surface) {
    guard state.story != nil else { return }
    surface.print(
      DisplayWidth.truncated("No related stories", to: area.columns - 2),
      at: Point(column: area.left + 1, row: area.top), role: .byline, clip: area)
  }
}
