/// Which row of a list is selected, and which is the first on the screen. Rows are counted from 0.
public struct ListCursor: Hashable, Sendable {
  /// The selected row.
  public private(set) var selected = 0
  /// The first visible row.
  public private(set) var top = 0
  /// The wheel has left the selection behind: it is followed again with the next key.
  private var isScrolledAway = false
  /// The first visible row as the reader left it: a list that shrinks and grows again is as it was.
  private var chosenTop = 0

  /// At the top of a list.
  public init() {}

  /// Selects a row and scrolls no further than needed to show it; both stay inside the list.
  mutating func select(_ row: Int, count: Int, visible: Int) {
    selected = max(0, min(row, count - 1))
    isScrolledAway = false
    show(count: count, visible: visible)
    chosenTop = top
  }

  /// The list has another height now.
  mutating func fit(count: Int, visible: Int) {
    top = chosenTop
    show(count: count, visible: visible)
  }

  mutating func move(by rows: Int, count: Int, visible: Int) {
    select(selected + rows, count: count, visible: visible)
  }

  /// Turns a page: the selection moves by a screenful and keeps its place on the screen.
  mutating func page(by pages: Int, count: Int, visible: Int) {
    top += pages * max(1, visible)
    select(selected + pages * max(1, visible), count: count, visible: visible)
  }

  /// The selected row is another one now, because rows came or went above it: what is on the screen stays.
  mutating func follow(to row: Int, count: Int, visible: Int) {
    top += row - selected
    let wasAway = isScrolledAway
    if wasAway { (selected, chosenTop) = (row, top) } else { select(row, count: count, visible: visible) }
    show(count: count, visible: visible)
  }

  /// Scrolls, and leaves the selection where it is, on the screen or not.
  mutating func scroll(by rows: Int, count: Int, visible: Int) {
    isScrolledAway = true
    top += rows
    show(count: count, visible: visible)
    chosenTop = top
  }

  /// Scrolls up as far as the selected row stays on the screen.
  mutating func revealAbove(count: Int, visible: Int) {
    top = 0
    show(count: count, visible: visible)
    chosenTop = top
  }

  private mutating func show(count: Int, visible: Int) {
    let last = max(0, count - visible)
    top = max(0, min(top, last))
    guard !isScrolledAway else { return }
    if selected < top { top = selected }
    if selected >= top + visible { top = selected - max(0, visible - 1) }
  }
}
