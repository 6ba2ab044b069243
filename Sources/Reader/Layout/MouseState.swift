import Display
import StoryLibrary

/// The state of the mouse between two events.
struct MouseState: Hashable, Sendable {
  /// The position and time of the last press; the time is in milliseconds of any clock.
  private var press: Point?
  private var pressTime = 0

  /// The maximum time in milliseconds between the two presses of a double click, on the same cell.
  static let doubleClick = 400
  /// The number of rows that one notch of the wheel scrolls.
  static let notch = 3

  /// The number of stories that one notch scrolls in the list.
  static let notchStories = 1

  /// Handles a button press.
  /// - Returns: whether it is the second press of a double click.
  mutating func press(at point: Point, time: Int) -> Bool {
    let isDouble = press == point && time - pressTime <= MouseState.doubleClick
    // The third press in a row does not form another double click with the second.
    (press, pressTime) = (isDouble ? nil : point, time)
    return isDouble
  }
}

/// Handles clicks, the wheel and the dragging of borders.
extension ReaderState {
  mutating func handle(_ event: MouseEvent, time: Int) -> [ReaderEffect] {
    (hasInteracted, isSettled) = (true, true)
    switch event.kind {
    case .wheelUp: return scroll(at: event.point, by: -MouseState.notch)
    case .wheelDown: return scroll(at: event.point, by: MouseState.notch)
    case .press(.left): return press(at: event.point, time: time)
    case .drag(.left): return reduce(panes: .drag(event.point))
    case .release: return reduce(panes: .release)
    case .press, .drag: break
    }
    return []
  }

  private mutating func press(at point: Point, time: Int) -> [ReaderEffect] {
    message = nil
    pendingKeys = []
    guard overlay == nil, prompt == nil else { return [] }
    let isDouble = mouseState.press(at: point, time: time)
    if let border = layout.border(at: point) {
      return reduce(panes: .grab(border))
    }
    if layout.tabs?.contains(point) == true {
      return clickTab(atColumn: point.column)
    }
    guard let pane = layout.pane(at: point), let frame = layout.frames[pane] else { return [] }
    let row = frame.content.contains(point) ? point.row - frame.content.top : nil
    let focused = goToPane(pane)
    return focused + (row.map { press(pane, row: $0, isDouble: isDouble) } ?? [])
  }

  private mutating func press(_ pane: Pane, row: Int, isDouble: Bool) -> [ReaderEffect] {
    switch pane {
    case .list:
      if row == 0, let group = groupOnTop, let heading = listing.headingRow(named: group.name) {
        return reduce(list: .select(heading)) + open()
      }
      guard let place = listPlaces.first(where: { $0.line..<$0.line + $0.height ~= row }),
        let clicked = self.row(at: place.row)
      else { return [] }
      let shown = reduce(list: .select(place.row))
      return isDouble || clicked.isHeading ? shown + open() : shown
    case .related: return related.item(atRow: related.top + row).map { reduce(related: .follow($0)) } ?? []
    case .story: return []
    }
  }

  /// Scrolls the pane under the mouse without selecting or marking anything.
  private mutating func scroll(at point: Point, by rows: Int) -> [ReaderEffect] {
    if overlay != nil { return reduce(overlay: .scroll(rows)) }
    switch layout.pane(at: point) {
    case .list: return reduce(list: .scroll(by: rows.signum() * MouseState.notchStories))
    case .story: return reduce(story: .scroll(by: rows))
    case .related: return reduce(related: .scroll(rows))
    case nil: return []
    }
  }
}
