import Display
import Reader

/// The last row: a message or the position, the most important keys, and the progress of loading.
enum StatusLine {
  static func draw(_ state: ReaderState, in row: Rect, on surface: inout Surface) {
    surface.fill(row, role: .status)
    let loading = self.loading(state)
    let right = row.right - DisplayWidth.columns(of: loading) - (loading.isEmpty ? 0 : 1)
    if !loading.isEmpty {
      surface.print(loading, at: Point(column: right, row: row.top), role: .status, clip: row)
    }
    let free = Rect(column: row.left, row: row.top, columns: right - row.left, rows: 1)
    if case .question(let question) = state.overlay {
      ask(question, unread: state.countedUnread, in: free, on: &surface)
    } else if let message = state.message, !state.isChoosingTheme {
      let text = DisplayWidth.truncated(message.text, to: free.columns - 2)
      surface.print(
        text, at: Point(column: 1, row: row.top), role: message.isWarning ? .warning : .notice, clip: free)
    } else {
      drawTrailAndHints(state, in: free, on: &surface)
    }
  }

  private static func ask(
    _ question: Question, unread: Int?, in area: Rect, on surface: inout Surface
  ) {
    // The longest text that fits, because its end names the keys.
    let texts =
      switch question {
      case .markAllRead: markAllRead(unread)
      case .makeFolder(let folder, _, _):
        ["\(folder) does not exist. Create it? y/n ", "No such folder. Create it? y/n ", "Create it? y/n "]
      case .overwrite(let path, _):
        [
          "\(path) exists. Overwrite? y/n ", "It exists. Overwrite? y/n ",
          "Overwrite? y/n ",
        ]
      }
    let fitting = texts.first { DisplayWidth.columns(of: $0) <= area.columns - 2 } ?? texts[texts.count - 1]
    let shown = DisplayWidth.truncated(fitting, to: area.columns - 2)
    let used = surface.print(shown, at: Point(column: 1, row: area.top), role: .question, clip: area)
    surface.cursor = Point(column: min(area.right - 1, 1 + used), row: area.top)
  }

  private static func markAllRead(_ unread: Int?) -> [String] {
    switch unread {
    case nil: ["Mark all stories read? u undoes it · y/n ", "Mark all read? y/n ", "All read? y/n "]
    case 1: ["Mark 1 story read? y/n ", "1 read? y/n "]
    case let count?:
      [
        "Mark all \(count) unread stories read? u undoes it · y/n ", "Mark \(count) stories read? y/n ",
        "\(count) read? y/n ",
      ]
    }
  }

  private static func loading(_ state: ReaderState) -> String {
    guard let progress = state.loading else { return "" }
    guard progress.found > 0 else { return state.library.isEmpty ? "loading" : "" }
    // Checking unchanged files is so fast that a message would only flicker.
    let isSlow = progress.secondsLeft(now: state.now) != nil
    let isWorthSaying = progress.bytes > 0 || state.library.isEmpty || isSlow
    guard isWorthSaying else { return "" }
    let percent = "loading \(min(99, progress.done * 100 / progress.found))%"
    guard state.screen.columns >= 120, let seconds = progress.secondsLeft(now: state.now) else {
      return percent
    }
    return
      "\(percent) of \(progress.found) files · \(progress.bytes / 1_000_000) MB · \(seconds) s left · Esc stops"
  }

  /// The hints are right-aligned. The search and the trail take precedence over them; the description of the list is
  /// shown if they leave room.
  private static func drawTrailAndHints(_ state: ReaderState, in area: Rect, on surface: inout Surface) {
    var left = leftText(state, columns: area.columns)
    var hints = StatusHints.hints(state)
    let used = DisplayWidth.columns(of: left)
    while !hints.isEmpty, width(of: hints) > area.columns - used - 4 {
      hints.remove(at: max(0, hints.count - 2))
    }
    let room = area.columns - width(of: hints) - 4
    // With several panes, this is shown in the frame.
    if left.isEmpty, room >= 8, state.layout.arrangement == .narrow, saysWhere(state) {
      left = LibraryLine.text(state, columns: room)
    }
    surface.print(left, in: area.inset(left: 1), role: .trail)
    var column = area.right - width(of: hints)
    for hint in hints {
      column +=
        surface.print(hint.key, at: Point(column: column, row: area.top), role: .statusKey, clip: area) + 1
      column +=
        surface.print(hint.text, at: Point(column: column, row: area.top), role: .status, clip: area) + 2
    }
  }

  /// Whether the line says where the reader is: not while something covers the panes, or keys are pending.
  private static func saysWhere(_ state: ReaderState) -> Bool {
    state.overlay == nil && state.pendingKeys.isEmpty
  }

  /// The text to the left of the hints.
  private static func leftText(_ state: ReaderState, columns: Int) -> String {
    let place = max(0, columns * 6 / 10)
    if state.isChoosingTheme { return DisplayWidth.truncated(state.message?.text ?? "", to: place / 2) }
    guard saysWhere(state) else { return "" }
    if state.focus == .list, state.pickedCount > 0 { return "\(state.pickedCount) selected" }
    if let found = found(state) { return DisplayWidth.truncated(found, to: place) }
    return whatComes(state, columns: max(place, columns - 14)) ?? trail(state, columns: place)
  }

  /// `Space: next unread — Rail strike enters second week`: at the end of a story.
  private static func whatComes(_ state: ReaderState, columns: Int) -> String? {
    guard let next = state.readingOn, let key = state.commands.key(of: .readOn, in: state.focus) else {
      return nil
    }
    switch next {
    case .nothing: return "No unread stories left"
    case .farStory: return "\(key): next unread"
    case .story(let story):
      let lead = "\(key): next unread — "
      let title = DisplayWidth.truncated(
        state.library[story].title, to: max(4, columns - DisplayWidth.columns(of: lead)))
      return lead + TextDirection.isolated(title)
    }
  }

  /// `/ferry · match 2 of 7`; nil if there is no search.
  private static func found(_ state: ReaderState) -> String? {
    if state.isFindingHeadlines, let find = state.headlineFind {
      let remark = find.result == .looking || find.result == .missing ? " · \(FindCount.text(find))" : ""
      return "/\(TextDirection.isolated(find.text)) in headlines\(remark)"
    }
    guard let find = state.find else { return nil }
    let sign = find.isOfSearch ? "\\" : "/"
    return "\(sign)\(TextDirection.isolated(find.text)) · \(FindCount.text(find))"
  }

  private static func width(of hints: [StatusHints.Hint]) -> Int {
    hints.reduce(0) { $0 + DisplayWidth.columns(of: $1.key) + DisplayWidth.columns(of: $1.text) + 3 }
  }

  /// The fewest columns in which a shortened headline can be recognized.
  private static let fewestTitleColumns = 12

  /// `Museum reopens › Insurers count the cost`: the last two or three steps; nothing for a trail of one story, or if
  /// two headlines do not fit.
  private static func trail(_ state: ReaderState, columns: Int) -> String {
    let steps = state.trail.path
    guard steps.count > 1, state.trail.current == state.story?.index else { return "" }
    for count in [3, 2] where count <= steps.count {
      let lead = steps.count > count ? "… › " : ""
      let room = (columns - DisplayWidth.columns(of: lead) - 3 * (count - 1)) / count
      guard room >= fewestTitleColumns else { continue }
      let titles = steps.suffix(count).map {
        TextDirection.isolated(DisplayWidth.truncated(state.library[$0.story].title, to: room))
      }
      return lead + titles.joined(separator: " › ")
    }
    return ""
  }
}
