import Display
import Reader

/// A few rows above the status line: completions at the cursor of the prompt, or the keys that can follow the
/// keys that were pressed.
enum MenuPanel {
  struct Row {
    var name: String
    var help: String
    var isChosen = false
  }

  /// The maximum number of rows, never more than a third of the screen.
  private static let limit = 10

  static func draw(_ state: ReaderState, above status: Rect, on surface: inout Surface) {
    let rows = self.rows(state)
    guard !rows.isEmpty else { return }
    // The keys that can follow are all shown, if they fit on the screen.
    let isWhole = !state.pendingSequence.isEmpty
    let room = isWhole ? state.menuRows : min(limit, max(1, state.screen.rows / 3))
    let chosen = rows.firstIndex(where: \.isChosen) ?? 0
    let wanted = isWhole ? state.menuTop : chosen - room / 2
    let top = max(0, min(wanted, rows.count - room))
    let shown = rows.dropFirst(top).prefix(room)
    let area = Rect(column: 0, row: status.top - shown.count, columns: status.columns, rows: shown.count)
    surface.fill(area, role: .candidate)
    let columns = nameColumns(rows, in: area)
    for (offset, row) in shown.enumerated() {
      draw(row, nameColumns: columns, in: area.row(offset), on: &surface)
    }
    drawMore(above: top, below: rows.count - top - shown.count, in: area, on: &surface)
  }

  /// The columns of the names: at most half of them, if something stands beside the names.
  private static func nameColumns(_ rows: [Row], in area: Rect) -> Int {
    let most = rows.allSatisfy(\.help.isEmpty) ? area.columns - 2 : area.columns / 2
    return min(most, 2 + (rows.map { DisplayWidth.columns(of: $0.name) }.max() ?? 0))
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

  private static func drawMore(above: Int, below: Int, in area: Rect, on surface: inout Surface) {
    let texts = [above > 0 ? "↑ \(above)" : nil, below > 0 ? "↓ \(below) more" : nil].compactMap { $0 }
    guard !texts.isEmpty else { return }
    let text = " \(texts.joined(separator: "  ")) "
    let column = area.right - DisplayWidth.columns(of: text)
    surface.print(text, at: Point(column: column, row: area.bottom - 1), role: .candidateHelp, clip: area)
  }

  private static func rows(_ state: ReaderState) -> [Row] {
    if case .themes(let picker) = state.overlay {
      return picker.names.enumerated().map { Row(name: $1, help: "", isChosen: $0 == picker.chosen) }
    }
    return state.prompt.map { rows(of: $0) }
      ?? state.continuations.map { Row(name: $0.keys.description, help: $0.row.help) }
  }

  private static func rows(of prompt: Prompt) -> [Row] {
    prompt.candidates.enumerated().map { place, candidate in
      Row(name: candidate.text, help: candidate.help, isChosen: place == prompt.chosen)
    }
  }
}
