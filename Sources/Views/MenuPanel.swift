import Display
import Reader

/// A few rows above the status line: what can stand at the cursor of the line that is typed, or what can follow the
/// keys that were pressed.
enum MenuPanel {
  struct Row {
    var name: String
    var help: String
    var isChosen = false
  }

  /// At most so many rows, and never more than a third of the screen.
  private static let limit = 10

  static func draw(_ state: ReaderState, above status: Rect, on surface: inout Surface) {
    let rows = self.rows(state)
    guard !rows.isEmpty else { return }
    // What can follow a key is shown as a whole, if the screen has room for it.
    let isWhole = !state.pendingSequence.isEmpty
    let room = isWhole ? max(1, state.screen.rows - 3) : min(limit, max(1, state.screen.rows / 3))
    let chosen = rows.firstIndex(where: \.isChosen) ?? 0
    let top = max(0, min(chosen - room / 2, rows.count - room))
    let shown = rows.dropFirst(top).prefix(room)
    let area = Rect(column: 0, row: status.top - shown.count, columns: status.columns, rows: shown.count)
    surface.fill(area, role: .candidate)
    let columns = min(area.columns / 2, 2 + (rows.map { DisplayWidth.columns(of: $0.name) }.max() ?? 0))
    for (offset, row) in shown.enumerated() {
      draw(row, nameColumns: columns, in: area.row(offset), on: &surface)
    }
    drawMore(rows.count - shown.count, in: area, on: &surface)
  }

  private static func draw(_ row: Row, nameColumns: Int, in line: Rect, on surface: inout Surface) {
    let role: Role = row.isChosen ? .chosenCandidate : .candidate
    if row.isChosen {
      surface.fill(line, role: role)
      surface.print("▸", at: line.origin, role: role, clip: line)
    }
    let name = line.inset(left: 1)
    surface.print(DisplayWidth.truncated(row.name, to: nameColumns), at: name.origin, role: role, clip: name)
    let help = line.inset(left: 2 + nameColumns, right: 1)
    surface.print(
      DisplayWidth.truncated(row.help, to: help.columns), at: help.origin,
      role: row.isChosen ? .chosenCandidate : .candidateHelp, clip: help)
  }

  private static func drawMore(_ count: Int, in area: Rect, on surface: inout Surface) {
    guard count > 0 else { return }
    let text = " \(count) more "
    let column = area.right - DisplayWidth.columns(of: text)
    surface.print(text, at: Point(column: column, row: area.bottom - 1), role: .candidateHelp, clip: area)
  }

  private static func rows(_ state: ReaderState) -> [Row] {
    if case .themes(let picker) = state.overlay {
      return picker.names.enumerated().map { Row(name: $1, help: "", isChosen: $0 == picker.chosen) }
    }
    return state.prompt.map { rows(of: $0) } ?? rows(of: state.pendingSequence, state)
  }

  private static func rows(of prompt: Prompt) -> [Row] {
    prompt.candidates.enumerated().map { place, candidate in
      Row(name: candidate.text, help: candidate.help, isChosen: place == prompt.chosen)
    }
  }

  private static func rows(of keys: [Key], _ state: ReaderState) -> [Row] {
    guard !keys.isEmpty else { return [] }
    return state.commands.continuations(of: keys, in: state.focus).map { continuation in
      Row(name: continuation.keys.description, help: continuation.row.help)
    }
  }
}
