import Display
import Marks
import StoryLibrary

/// Moving between stories and panes.
extension ReaderState {
  /// The list's selection begins a new trail, and the story pane follows it.
  mutating func showSelected() -> [ReaderEffect] {
    guard let selected = selectedStory else { return [] }
    if trail.current == selected, trail.steps.count == 1 { return reduce(story: .refresh) }
    return leaveStory() + reduce(story: .start(selected))
  }

  mutating func moveInList(by rows: Int) -> [ReaderEffect] {
    list.move(by: rows, count: listCount, visible: visibleStories)
    return showSelected() + wantedExcerpts()
  }

  mutating func pageInList(by pages: Int) -> [ReaderEffect] {
    list.page(by: pages, count: listCount, visible: visibleStories)
    return showSelected() + wantedExcerpts()
  }

  mutating func selectInList(_ row: Int) -> [ReaderEffect] {
    list.select(row, count: listCount, visible: visibleStories)
    return showSelected() + wantedExcerpts()
  }

  /// The next story of the list that is not read, downwards or upwards from the selection; around the end it
  /// goes on at the other side.
  mutating func goToUnread(_ step: Int) -> [ReaderEffect] {
    let count = listCount
    let others = unreadCount - (selectedStory.map { mark(of: $0).read ? 0 : 1 } ?? 0)
    guard others > 0 else {
      message = .notice("No other unread story")
      return []
    }
    let rows = (1..<max(1, count)).lazy.map { [selected = list.selected] offset in
      ((selected + offset * step) % count + count) % count
    }
    guard
      let row = rows.first(where: { listing.row($0, in: library).story.map { !mark(of: $0).read } ?? false })
    else {
      message = .notice("Unread stories are under folded headings · \(hint(.foldAll)) unfolds them")
      return []
    }
    if (row < list.selected) == (step > 0) { message = .notice("Wrapped") }
    return selectInList(row)
  }

  mutating func focus(on pane: Pane) {
    if pane == .story { _ = reduce(story: .entered) }
    _ = reduce(panes: .focus(pane))
  }

  /// Goes to a pane; a story that fits into its pane is read to its end by that.
  mutating func goToPane(_ pane: Pane) -> [ReaderEffect] {
    focus(on: pane)
    return readIfFinished()
  }

  /// Opens a story with Enter, or folds a heading.
  mutating func open() -> [ReaderEffect] {
    if focus == .list, case .heading(let group) = row(at: list.selected) {
      toggleFold(group)
      return []
    }
    if focus == .list, selectedStory == nil {
      sayThereIsNoStory()
      return []
    }
    let shown = focus == .list && trail.current != selectedStory ? showSelected() : []
    guard let index = trail.current else { return [] }
    focus(on: .story)
    return shown + readIfOpened(index) + readIfFinished()
  }

  /// Goes on to a related story, which is then read.
  mutating func follow(_ item: Int?) -> [ReaderEffect] {
    guard let item, related.stories.indices.contains(item) else {
      let count = related.stories.count
      message = .notice(
        count == 0 ? "No related stories" : "Only \(count) related \(count == 1 ? "story" : "stories")")
      return []
    }
    related.select(item, visible: panes.related.rows)
    let next = related.stories[item].index
    let left = leaveStory()
    focus(on: .story)
    return left + reduce(story: .follow(next)) + readIfOpened(next)
  }

  /// Along the trail, to where the reader was on each story.
  mutating func goOnTrail(by offset: Int) -> [ReaderEffect] {
    let left = leaveStory()
    guard let step = trail.step(by: offset) else {
      message = .notice(offset < 0 ? "Nothing to go back to" : "Nothing to go forward to")
      return []
    }
    let shown = reduce(story: .go(by: offset))
    focus(on: step.focus)
    related.select(step.related, visible: panes.related.rows)
    return left + shown
  }
}
