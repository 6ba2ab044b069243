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
    HelpText(options.commands, focus: focus, columns: screen.columns, pattern: view.pattern)
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
    case let command:
      guard let scrolled = scrolled(view.top, by: command, rows: helpText(view).rows.count) else {
        overlay = nil
        return []
      }
      view.top = scrolled
    }
    overlay = .help(view)
    return []
  }

  /// Where a text that covers the screen is scrolled to by a command; nil when the command does not move.
  func scrolled(_ top: Int, by command: Command?, rows: Int) -> Int? {
    let visible = max(1, screen.rows - 2)
    let page = max(1, visible - 1)
    let wanted: Int
    switch command {
    case .down, .nextStory: wanted = top + 1
    case .up, .previousStory: wanted = top - 1
    case .pageDown: wanted = top + page
    case .pageUp: wanted = top - page
    case .halfPageDown: wanted = top + max(1, page / 2)
    case .halfPageUp: wanted = top - max(1, page / 2)
    case .top: wanted = 0
    case .end: wanted = rows
    default: return nil
    }
    return max(0, min(wanted, rows - visible))
  }
}
