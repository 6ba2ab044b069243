import Display
import PageFormats
import Reader
import StoryLibrary

/// The story, at a comfortable line length.
enum StoryPane {
  static func draw(_ state: ReaderState, in frame: PaneLayout.Frame, on surface: inout Surface) {
    let isFocused = state.focus == .story
    FrameLines.title(title(state), of: frame, isFocused: isFocused, on: &surface)
    guard let view = state.story else { return }
    let story = state.library[view.index]
    let area = column(state, in: frame.content)
    let spans = state.storySpans
    for (offset, line) in view.rows.prefix(area.rows).enumerated() {
      let lit = (spans.isEmpty ? [] : spans[offset]) + numbers(line, view.links)
      draw(line, lit, of: story, state, in: area.row(offset), on: &surface)
    }
    if !(view.showsStart && view.showsEnd) {
      FrameLines.drawProgress(
        percent: view.percentSeen, minutesLeft: minutesLeft(view, story, state), in: frame.title, on: &surface
      )
    }
    if isFocused { surface.cursor = area.origin }
  }

  /// The numbers of links, with those that match the typed digits highlighted.
  private static func numbers(_ line: StoryLine, _ links: NumberedLinks?) -> [TextSpan] {
    line.links.map {
      TextSpan(range: $0.range, role: links?.isMeant($0.number) == true ? .currentMatch : .number)
    }
  }

  /// Nil if nothing is left to read, or the pane has no room for it.
  private static func minutesLeft(_ view: StoryView, _ story: Story, _ state: ReaderState) -> Int? {
    view.bytesLeft > 0 ? state.minutes(bytes: view.bytesLeft, of: story) : nil
  }

  /// If only one pane is shown, the title names it; otherwise its position and contents identify it.
  private static func title(_ state: ReaderState) -> String {
    let next = FrameLines.nextPane("related (\(state.related.count))", state)
    let whole = state.story?.showsAll == true ? "whole page" : nil
    let links = state.story?.links.map { $0.count == 1 ? "1 link" : "\($0.count) links" }
    return ["Story", whole, links, next].compactMap { $0 }.joined(separator: " · ")
  }

  /// The column of text, centred in the pane.
  private static func column(_ state: ReaderState, in area: Rect) -> Rect {
    let columns = state.storyColumns
    return Rect(
      column: area.left + (area.columns - columns) / 2, row: area.top, columns: columns, rows: area.rows)
  }

  private static func draw(
    _ line: StoryLine, _ spans: [TextSpan], of story: Story, _ state: ReaderState, in row: Rect,
    on surface: inout Surface
  ) {
    drawSign(of: line, in: row, on: &surface)
    let text = line.direction == .leftToRight ? row.inset(left: line.indent) : row.inset(right: line.indent)
    switch line.kind {
    case .blank: break
    case .headline:
      surface.print(line.text, in: row, role: .headline, spans: spans, direction: line.direction)
    case .byline: print(byline(story, state), role: .storyByline, in: row, on: &surface)
    case .details: print(details(story, state), role: .storyByline, in: row, on: &surface)
    case .rule: surface.fill(row, with: "─", role: .rule)
    case .section: surface.print(line.text, in: row, role: .section, spans: spans, direction: line.direction)
    case .note: surface.print(line.text, in: row, role: .byline)
    case .remark: surface.print(line.text, in: row, role: .remark, spans: spans, direction: line.direction)
    case .fold: surface.print(line.text, in: row, role: .fold)
    case .text(let kind):
      let role = line.isKnown ? .knownText : role(of: kind)
      surface.print(line.text, in: text, role: role, spans: spans, direction: line.direction)
    }
  }

  private static func role(of kind: BlockKind) -> Role {
    switch kind {
    case .paragraph, .listItem, .tableRow: .storyText
    case .heading: .storyHeading
    case .quote: .quote
    case .caption: .caption
    case .preformatted: .code
    }
  }

  /// The two columns before the text, on the side on which it begins.
  private static func drawSign(of line: StoryLine, in row: Rect, on surface: inout Surface) {
    guard let sign = line.sign else { return }
    let inset = max(0, line.indent - 2)
    let column = line.direction == .leftToRight ? row.left + inset : row.right - 1 - inset
    let text = sign == .bullet ? "•" : "│"
    surface.print(text, at: Point(column: column, row: row.top), role: .blockSign, clip: row)
  }

  private static func print(_ text: String, role: Role, in row: Rect, on surface: inout Surface) {
    surface.print(text, in: row, role: role)
  }

  /// If a page gives neither source nor date, the date when it was saved is shown.
  private static func byline(_ story: Story, _ state: ReaderState) -> String {
    let time = story.published.map { ShownAge.full($0, zone: state.zone) }
    let saved = PublicationTime(seconds: story.saved, precision: .day)
    let parts = [
      story.source.map(TextDirection.isolated), (state.story?.body?.author).map(TextDirection.isolated),
      time ?? "saved \(ShownAge.full(saved, zone: state.zone))",
    ]
    return parts.compactMap { $0 }.joined(separator: " · ")
  }

  private static func details(_ story: Story, _ state: ReaderState) -> String {
    var parts = (state.story?.body?.topics ?? []).map(TextDirection.isolated)
    if let row = state.listing.row(of: story.index, in: state.library),
      let number = state.listing.number(atRow: row, in: state.library)
    {
      parts.append("\(number) of \(state.listing.numberCount(in: state.library))")
    }
    if !story.hasPage {
      parts.append(story.pageCount == 1 ? "listed on a page" : "listed on \(story.pageCount) pages")
    }
    let mark = state.mark(of: story)
    if let minutes = state.minutesLeft(of: story, place: mark.place) {
      parts.append("◐ \(minutes) min left")
    }
    if mark.starred { parts.append("★") }
    if !mark.read { parts.append("● unread") }
    if mark.isChanged { parts.append("↻ changed") }
    if mark.archived { parts.append("archived") }
    if !mark.labels.isEmpty { parts.append("[\(mark.labels.joined(separator: " "))]") }
    if let count = state.story?.newParagraphs, count.new < count.all {
      parts.append("\(count.new) of \(count.all) paragraphs new")
    }
    return parts.joined(separator: " · ")
  }
}
