import Display
import Reader

/// The line that is typed, in the place of the status line: its beginning scrolls away where it is longer.
enum PromptLine {
  static func draw(_ prompt: Prompt, _ state: ReaderState, in row: Rect, on surface: inout Surface) {
    surface.fill(row, role: .prompt)
    let remark = self.remark(on: prompt, state)
    let sign = prompt.sign
    let start = row.left + surface.print(sign, at: row.origin, role: .statusKey, clip: row)
    let remarkColumns = DisplayWidth.columns(of: remark)
    // A remark is shown where the line leaves room for it.
    let lineColumns = DisplayWidth.columns(of: prompt.line.text) + 1
    let hasRemark = !remark.isEmpty && start + lineColumns + remarkColumns + 2 < row.right
    let area = Rect(
      column: start, row: row.top, columns: row.right - start - (hasRemark ? remarkColumns + 2 : 0), rows: 1)
    drawLine(prompt, in: area, on: &surface)
    if hasRemark {
      let column = row.right - remarkColumns - 1
      let role: Role = prompt.problem == nil ? .status : .warning
      surface.print(remark, at: Point(column: column, row: row.top), role: role, clip: row)
    }
  }

  private static func drawLine(_ prompt: Prompt, in area: Rect, on surface: inout Surface) {
    let before = DisplayWidth.columns(of: prompt.line.beforeCursor)
    let hidden = max(0, before - area.columns + 1)
    let origin = Point(column: area.left - hidden, row: area.top)
    surface.print(prompt.line.text, at: origin, role: .prompt, clip: area)
    if let problem = prompt.problem {
      light(problem.range, of: prompt.line.text, at: origin, in: area, on: &surface)
    }
    surface.cursor = Point(column: min(area.right - 1, area.left + before - hidden), row: area.top)
  }

  /// Shows where something is wrong: an empty place at its end.
  private static func light(
    _ range: Range<Int>, of text: String, at origin: Point, in area: Rect, on surface: inout Surface
  ) {
    let bytes = Array(text.utf8)
    let range = range.clamped(to: 0..<bytes.count)
    let before = DisplayWidth.columns(of: String(decoding: bytes[..<range.lowerBound], as: UTF8.self))
    let part = String(decoding: bytes[range], as: UTF8.self)
    surface.print(
      part.isEmpty ? " " : part, at: Point(column: origin.column + before, row: origin.row), role: .problem,
      clip: area)
  }

  /// What is wrong, or how many places and stories have been found so far.
  private static func remark(on prompt: Prompt, _ state: ReaderState) -> String {
    if let problem = prompt.problem { return problem.text }
    switch prompt.purpose {
    case .argument(.find, _) where !prompt.line.isEmpty: return FindCount.text(state.find)
    case .argument(.search, _) where !prompt.line.isEmpty:
      return state.listCount == 1 ? "1 story" : "\(state.listCount) stories"
    case .command, .argument, .help:
      return prompt.candidates.isEmpty ? "Enter · Esc" : "Enter · Tab completes · Esc"
    }
  }
}

/// How many places a pattern has in the story.
enum FindCount {
  static func text(_ find: StoryFind?) -> String {
    guard let find else { return "" }
    guard let current = find.current else { return "no match" }
    return "match \(current + 1) of \(find.count)"
  }
}
