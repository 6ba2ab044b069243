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

  /// If the related stories are not on the screen, the title says which key shows them.
  private static func title(_ state: ReaderState) -> String {
    let isNext = state.focus == .story && state.layout.frames[.related] == nil
    let next = isNext ? FrameLines.nextPane("related (\(state.related.count))", state) : nil
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
    case .byline:
      surface.print(byline(story, state, columns: row.columns), in: row, role: .storyByline)
    case .details:
      surface.print(details(story, state, columns: row.columns), in: row, role: .storyByline)
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

  /// Source, author and time. If a page gives no date, the date when it was saved is shown. Where it does not fit, first
  /// the time of day is left out, then the author.
  private static func byline(_ story: Story, _ state: ReaderState, columns: Int) -> String {
    let source = story.source.map(TextDirection.isolated)
    let author = AuthorLine.text(state.story?.body?.author, beside: story.source).map(TextDirection.isolated)
    let saved = PublicationTime(seconds: story.saved, precision: .day)
    func time(hasClock: Bool) -> String {
      story.published.map { ShownAge.full($0, zone: state.zone, hasClock: hasClock) }
        ?? "saved \(ShownAge.full(saved, zone: state.zone))"
    }
    let bylines = [
      [source, author, time(hasClock: true)], [source, author, time(hasClock: false)],
      [source, time(hasClock: false)],
    ].map { $0.compactMap { $0 }.joined(separator: " · ") }
    return bylines.first { DisplayWidth.columns(of: $0) <= columns } ?? bylines[bylines.count - 1]
  }

  /// The topics of a story, its place in the list and its marks, as far as they fit.
  private static func details(_ story: Story, _ state: ReaderState, columns: Int) -> String {
    var parts: [DetailLine.Part] = (state.story?.body?.topics ?? []).map { (TextDirection.isolated($0), 2) }
    if let row = state.listing.row(of: story.index, in: state.library),
      let number = state.listing.number(atRow: row, in: state.library)
    {
      parts.append(("\(number) of \(state.listing.numberCount(in: state.library))", 4))
    }
    if !story.hasPage {
      parts.append((story.pageCount == 1 ? "listed on a page" : "listed on \(story.pageCount) pages", 3))
    }
    let mark = state.mark(of: story)
    if let minutes = state.minutesLeft(of: story, place: mark.place) {
      parts.append(("◐ \(minutes) min left", 1))
    }
    if mark.starred { parts.append(("★", 0)) }
    if !mark.read { parts.append(("● unread", 0)) }
    if mark.isChanged { parts.append(("↻ changed", 0)) }
    if mark.archived { parts.append(("archived", 0)) }
    if !mark.labels.isEmpty { parts.append(("[\(mark.labels.joined(separator: " "))]", 0)) }
    if let count = state.story?.newParagraphs, count.new < count.all {
      parts.append(("\(count.new) of \(count.all) paragraphs new", 1))
    }
    return DetailLine.text(parts, columns: columns)
  }
}
