import Display
import Reader
import StoryLibrary

/// The stories beside the one that is read, numbered for following.
enum RelatedPane {
  static func draw(_ state: ReaderState, in frame: PaneLayout.Frame, on surface: inout Surface) {
    let isFocused = state.focus == .related
    let count = state.related.count
    let parts = ["Related", count > 0 ? "\(count)" : nil, FrameLines.nextPane("stories", state)]
    FrameLines.title(
      parts.compactMap { $0 }.joined(separator: " · "), of: frame, isFocused: isFocused, on: &surface)
    let area = frame.content
    if isFocused { surface.cursor = area.origin }
    guard count > 0 || !state.related.rows.isEmpty else {
      drawNothing(state, in: area, on: &surface)
      return
    }
    if count > 0 { drawMarker(state, in: area, on: &surface) }
    for (offset, row) in state.related.rows.dropFirst(state.related.top).prefix(area.rows).enumerated() {
      draw(row, state, at: area.top + offset, in: area, on: &surface)
    }
  }

  private static func draw(
    _ row: RelatedList.Row, _ state: ReaderState, at line: Int, in area: Rect, on surface: inout Surface
  ) {
    let left = Point(column: area.left + 1, row: line)
    switch row {
    case .blank: break
    case .heading(let text):
      surface.print(DisplayWidth.truncated(text, to: area.columns - 2), at: left, role: .section, clip: area)
    case .title(let item, let text, let isFirst):
      if isFirst { drawHead(of: item, state, at: line, in: area, on: &surface) }
      if let link = state.related.link(at: item) {
        let direction = TextDirection(ofParagraph: link.title)
        surface.print(text, in: place(area, line), role: .readTitle, direction: direction)
      } else {
        let story = state.related.stories[item]
        surface.print(
          text, in: place(area, line), role: state.mark(of: story).read ? .readTitle : .unreadTitle,
          direction: TextDirection(ofParagraph: story.title))
      }
    case .byline(let item):
      let text =
        state.related.link(at: item).map { $0.site ?? "address not given" }
        ?? byline(state.related.stories[item], state)
      surface.print(text, in: place(area, line), role: .byline)
    case .reason(_, let text): surface.print(text, in: place(area, line), role: .byline)
    }
  }

  /// Beside all rows of the selected story; the first one is where its number stands.
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

  /// Marker, number and sign before the first line of a title.
  private static func drawHead(
    of item: Int, _ state: ReaderState, at line: Int, in area: Rect, on surface: inout Surface
  ) {
    let isFocused = state.focus == .related
    if item == state.related.selected, isFocused { surface.cursor = Point(column: area.left, row: line) }
    if item < 9 {
      surface.print("\(item + 1)", at: Point(column: area.left + 1, row: line), role: .number, clip: area)
    }
    guard state.related.link(at: item) == nil else { return }
    ListPane.drawSigns(
      state.mark(of: state.related.stories[item]), at: Point(column: area.left + 3, row: line),
      on: &surface)
  }

  private static func byline(_ story: Story, _ state: ReaderState) -> String {
    [
      story.source.map(TextDirection.isolated) ?? "source not given",
      story.published.map { ShownAge.text($0, now: state.now, zone: state.zone) },
    ]
    .compactMap { $0 }.joined(separator: " · ")
  }

  private static func drawNothing(_ state: ReaderState, in area: Rect, on surface: inout Surface) {
    guard state.story != nil else { return }
    surface.print(
      DisplayWidth.truncated("No related stories", to: area.columns - 2),
      at: Point(column: area.left + 1, row: area.top), role: .byline, clip: area)
  }
}
