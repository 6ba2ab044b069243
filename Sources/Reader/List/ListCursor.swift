/// The selected row of a list and the first visible one. Rows are counted from 0.
public struct ListCursor: Hashable, Sendable {
  /// The selected row.
  public private(set) var selected = 0
  /// The first visible row.
  public private(set) var top = 0
  /// Whether the wheel has scrolled the selection off the screen: the next key scrolls back to it.
  private var isScrolledAway = false
  /// The first visible row as the user left it, which is restored after a list shrinks and grows again.
  private var chosenTop = 0

  /// The maximum number of pages turned one by one; any further ones are skipped at once, by the rows of the last.
  private static let mostPages = 8

  /// At the top of a list.
  public init() {}

  /// Selects a row and scrolls no further than needed to show it; both stay within the list.
  mutating func select(_ row: Int, in space: ListSpace) {
    selected = max(0, min(row, space.count - 1))
    isScrolledAway = false
    show(in: space)
    chosenTop = top
  }

  /// Adapts to a new size of the pane.
  mutating func fit(in space: ListSpace) {
    top = chosenTop
    show(in: space)
  }

  /// Turns pages: the selection moves by a screen and keeps its position on the screen.
  mutating func page(by pages: Int, in space: ListSpace) {
    guard space.count > 0 else { return }
    let turned = min(abs(pages), ListCursor.mostPages)
    var rows = 0
    for _ in 0..<turned {
      // A screen that begins with the list may have come back by less than a page.
      let above = space.top(endingWith: max(0, top - 1))
      rows = pages < 0 && above > 0 ? top - above : space.wholeRows(from: pages < 0 ? 0 : top)
      move(by: pages > 0 ? rows : -rows, in: space)
    }
    move(by: (abs(pages) - turned) * rows * pages.signum(), in: space)
    select(selected, in: space)
  }

  /// Moves the selection and the screen.
  private mutating func move(by rows: Int, in space: ListSpace) {
    let last = space.count - 1
    (selected, top) = (max(0, min(selected + rows, last)), max(0, min(top + rows, last)))
  }

  /// Follows the selected row after rows were added or removed above it: it stays on its line.
  mutating func follow(to row: Int, on line: Int?, in space: ListSpace) {
    top = line.map { space.top(above: row, lines: $0) } ?? max(0, top + row - selected)
    let wasAway = isScrolledAway
    if wasAway { (selected, chosenTop) = (row, top) } else { select(row, in: space) }
    show(in: space)
  }

  /// Scrolls without moving the selection, which may leave the screen.
  mutating func scroll(by rows: Int, in space: ListSpace) {
    isScrolledAway = true
    top += rows
    show(in: space)
    chosenTop = top
  }

  /// Scrolls up as long as the selected row stays on the screen.
  mutating func revealAbove(in space: ListSpace) {
    top = 0
    show(in: space)
    chosenTop = top
  }

  private mutating func show(in space: ListSpace) {
    top = max(0, min(top, space.count - 1))
    // Each row takes at least one line, so most screens are far from the end of the list.
    if top + space.lines >= space.count { top = min(top, space.lastTop) }
    guard !isScrolledAway, space.count > 0 else { return }
    if selected < top {
      top = selected
    } else if space.line(of: selected, from: top) == nil {
      top = space.top(endingWith: selected)
    }
    // The heading itself is shown in place of the one that would stay at the top.
    if top > 0, space.linesAbove(top) > 0, space.linesAbove(top - 1) == 0 { top -= 1 }
  }
}
