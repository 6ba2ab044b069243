/// The help screen as it is read: how far it is scrolled, and what is looked for in it.
public struct HelpView: Hashable, Sendable {
  /// The first visible row.
  public internal(set) var top = 0
  /// Only commands with these words in their names, keys or help are shown; empty for all.
  public internal(set) var pattern = ""

  init() {}
}

extension ReaderState {
  /// The text of the help for the focused pane.
  public func helpText(_ view: HelpView) -> HelpText {
    HelpText(commands, focus: focus, columns: screen.columns, pattern: view.pattern)
  }

  mutating func filterHelp(_ pattern: String) {
    guard case .help(var view) = overlay else { return }
    (view.pattern, view.top) = (pattern, 0)
    overlay = .help(view)
  }

  mutating func perform(_ command: Command?, inHelp view: HelpView) -> [ReaderEffect] {
    var view = view
    switch command {
    case .find: return open(.help, view.pattern)
    case .cancel where !view.pattern.isEmpty: view = HelpView()
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .quit: return leaveStory() + [.quit]
    case .cancel, .close, .help:
      overlay = nil
      return []
    case let command:
      guard let scrolled = scrolled(view.top, by: command, rows: helpText(view).rows.count) else {
        message = .notice("\(hint(.close)) closes the keys · \(hint(.find)) finds among them")
        return []
      }
      view.top = scrolled
    }
    overlay = .help(view)
    return []
  }

  /// A text that covers the screen is not scrolled beyond its end, however large the screen has become.
  mutating func relayoutOverlay() {
    switch overlay {
    case .help(var view):
      view.top = scrolled(view.top, by: 0, rows: helpText(view).rows.count)
      overlay = .help(view)
    case .pager(var view):
      view.layout(columns: screen.columns)
      view.top = scrolled(view.top, by: 0, rows: view.rows.count)
      overlay = .pager(view)
    case .question, nil: break
    }
  }

  /// Where a text that covers the screen is scrolled to by a command; nil when the command does not move.
  func scrolled(_ top: Int, by command: Command?, rows: Int) -> Int? {
    let page = max(1, screen.rows - 3)
    let step: Int
    switch command {
    case .down, .nextStory, .open, .follow: step = 1
    case .up, .previousStory: step = -1
    case .pageDown: step = page
    case .pageUp: step = -page
    case .halfPageDown: step = max(1, page / 2)
    case .halfPageUp: step = -max(1, page / 2)
    case .top: step = -rows
    case .end: step = rows
    default: return nil
    }
    return scrolled(top, by: step, rows: rows)
  }

  func scrolled(_ top: Int, by step: Int, rows: Int) -> Int {
    max(0, min(top + step, rows - max(1, screen.rows - 2)))
  }
}
