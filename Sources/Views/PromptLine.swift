import Display
import Queries
import Reader

/// The prompt in place of the status line; if the line is too long, its beginning is scrolled off.
enum PromptLine {
  /// - Returns: the top row drawn. An error has a row of its own if there is no room for it in the line.
  static func draw(_ prompt: Prompt, _ state: ReaderState, in row: Rect, on surface: inout Surface) -> Rect {
    surface.fill(row, role: .prompt)
    let start = row.left + surface.print(prompt.sign, at: row.origin, role: .statusKey, clip: row)
    let remark = self.remark(on: prompt, state)
    let remarkColumns = DisplayWidth.columns(of: remark)
    let lineColumns = DisplayWidth.columns(of: prompt.line.text) + 1
    let hasRemark = !remark.isEmpty && start + lineColumns + remarkColumns + 2 < row.right
    let area = Rect(
      column: start, row: row.top, columns: row.right - start - (hasRemark ? remarkColumns + 2 : 0), rows: 1)
    drawLine(prompt, in: area, on: &surface)
    let role: Role = prompt.problem == nil ? .status : .warning
    if hasRemark {
      let column = row.right - remarkColumns - 1
      surface.print(remark, at: Point(column: column, row: row.top), role: role, clip: row)
      return row
    }
    guard prompt.problem != nil else { return row }
    let above = Rect(column: row.left, row: row.top - 1, columns: row.columns, rows: 1)
    surface.fill(above, role: .candidate)
    surface.print(remark, in: above.inset(left: 1, right: 1), role: role)
    return above
  }

  private static func drawLine(_ prompt: Prompt, in area: Rect, on surface: inout Surface) {
    let before = DisplayWidth.columns(of: prompt.line.beforeCursor)
    let hidden = max(0, before - area.columns + 1)
    let origin = Point(column: area.left - hidden, row: area.top)
    let text = prompt.line.text
    if DisplayWidth.columns(of: text) <= area.columns {
      let spans = prompt.problem.map { [TextSpan(range: $0.range, role: .problem)] } ?? []
      surface.print(text, in: area, role: .prompt, spans: spans)
    } else {
      surface.print(text, at: origin, role: .prompt, clip: area)
    }
    if let problem = prompt.problem { light(problem.range, of: text, at: origin, in: area, on: &surface) }
    surface.cursor = Point(column: min(area.right - 1, area.left + before - hidden), row: area.top)
  }

  /// Marks the position of an error: an empty cell if it is at the end.
  private static func light(
    _ range: Range<Int>, of text: String, at origin: Point, in area: Rect, on surface: inout Surface
  ) {
    let bytes = Array(text.utf8)
    let range = range.clamped(to: 0..<bytes.count)
    let before = DisplayWidth.columns(of: String(decoding: bytes[..<range.lowerBound], as: UTF8.self))
    let isAll = DisplayWidth.columns(of: text) <= area.columns
    guard range.isEmpty || !isAll else { return }
    let part = range.isEmpty ? " " : String(decoding: bytes[range], as: UTF8.self)
    surface.print(
      part, at: Point(column: origin.column + before, row: origin.row), role: .problem, clip: area)
  }

  /// The error, or how many matches or stories have been found so far.
  private static func remark(on prompt: Prompt, _ state: ReaderState) -> String {
    if let problem = prompt.problem { return problem.text }
    switch prompt.purpose {
    case .argument(.find, _) where !prompt.line.isEmpty: return FindCount.text(state.find)
    case .argument(.findHeadline, _) where !prompt.line.isEmpty: return FindCount.text(state.headlineFind)
    case .argument(.search, _) where !prompt.line.isEmpty,
      .argument(.filter, _) where !prompt.line.isEmpty && prompt.candidates.isEmpty:
      return foundStories(state)
    case .argument(.filter, _) where !prompt.line.isEmpty:
      return foundStories(state) + " · Tab completes"
    case .command, .argument, .help:
      return prompt.candidates.isEmpty ? "Enter · Esc" : "Enter · Tab completes · Esc"
    }
  }

  /// The number of stories, without headings.
  private static func foundStories(_ state: ReaderState) -> String {
    let count = state.listing.storyCount(in: state.library)
    return StoryCount.text(count)
  }
}

/// The number of matches in the story, or the result of the search in the headlines.
enum FindCount {
  static func text(_ find: HeadlineFind?) -> String {
    switch find?.result {
    case .looking: "looking…"
    case .wrapped: "wrapped to the top"
    case .missing: "no match"
    case .found, nil: ""
    }
  }

  static func text(_ find: StoryFind?) -> String {
    guard let find else { return "" }
    guard let count = find.count else { return "counting…" }
    let folded = find.foldedCount > 0 ? " · \(find.foldedCount) folded" : ""
    guard let current = find.current else { return "no match" + folded }
    return "match \(current + 1) of \(count)" + folded
  }
}
