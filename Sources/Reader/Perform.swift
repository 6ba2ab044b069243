import Marks
import StoryLibrary

/// What each command does.
extension ReaderState {
  mutating func perform(_ command: Command) -> [ReaderEffect] {
    switch command {
    case .down, .up, .pageDown, .pageUp, .halfPageDown, .halfPageUp, .top, .end: return move(command)
    case .nextStory: return moveInList(by: 1)
    case .previousStory: return moveInList(by: -1)
    case .nextUnread: return goToUnread(1)
    case .previousUnread: return goToUnread(-1)
    case .nextPane: focus(on: focus.next)
    case .previousPane: focus(on: focus.previous)
    case .leftPane: focus(-1)
    case .rightPane: focus(1)
    case .open: return open()
    case .follow: return follow(related.selected)
    case .follow1to9(let number): return follow(number - 1)
    case .back: return goOnTrail(by: -1)
    case .forward: return goOnTrail(by: 1)
    case .toggleRead, .toggleStar, .markAllRead, .undo, .redo: return change(command)
    case .reload: return loading == nil ? [.reload] : []
    case .nextTheme: return [.nextTheme]
    case .help: overlay = .help(top: 0)
    case .redraw: return [.redraw]
    case .suspend: return unsavedPlace() + [.suspend]
    case .cancel: return cancel()
    case .close: return close()
    case .quit: return leaveStory() + [.quit]
    }
    return []
  }

  private mutating func move(_ command: Command) -> [ReaderEffect] {
    switch focus {
    case .list: return moveInList(command)
    case .story:
      let rows = storyRows
      let before = story?.top
      story?.scroll(by: ReaderState.rows(command, page: max(1, rows - 1)), rows: rows)
      if command == .pageDown, story?.top == before {
        message = .notice("End of the story · J next story · q list")
      }
    case .related:
      let item = related.selected + ReaderState.rows(command, page: max(1, relatedRows / 3))
      related.select(item, visible: relatedRows)
    }
    return []
  }

  private mutating func moveInList(_ command: Command) -> [ReaderEffect] {
    switch command {
    case .pageDown: pageInList(by: 1)
    case .pageUp: pageInList(by: -1)
    case .top: selectInList(0)
    case .end: selectInList(library.order.count - 1)
    default: moveInList(by: ReaderState.rows(command, page: visibleStories))
    }
  }

  /// How many rows a moving command goes down; more than any list has for its ends.
  private static func rows(_ command: Command, page: Int) -> Int {
    switch command {
    case .down: 1
    case .up: -1
    case .pageDown: page
    case .pageUp: -page
    case .halfPageDown: max(1, page / 2)
    case .halfPageUp: -max(1, page / 2)
    case .top: -1_000_000_000
    case .end: 1_000_000_000
    default: 0
    }
  }

  private mutating func cancel() -> [ReaderEffect] {
    if focus == .list { return loading == nil ? [] : [.stopLoading] }
    focus(on: .list)
    return []
  }

  private mutating func close() -> [ReaderEffect] {
    if focus != .list {
      focus(on: .list)
      return []
    }
    return leaveStory() + [.quit]
  }
}
