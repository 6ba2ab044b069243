public import Display

/// The menu of what can follow the keys that were pressed. It scrolls where the screen has not enough rows for it.
extension ReaderState {
  /// What can follow: the rest of the keys, and the command's row.
  public var continuations: [(keys: KeySequence, row: CommandRow)] {
    pendingSequence.isEmpty ? [] : commands.continuations(of: pendingSequence, in: focus)
  }

  /// How many rows the menu can have: what one looks at, and the status line, stay on the screen.
  public var menuRows: Int { max(1, screen.rows - 3) }

  /// Scrolls the menu with a key that none of its commands has.
  /// - Returns: whether it does that.
  mutating func scrollMenu(_ key: Key) -> Bool {
    let rows: Int? =
      switch key {
      case .down: 1
      case .up: -1
      case .pageDown: menuRows
      case .pageUp: -menuRows
      default: nil
      }
    let continuations = continuations
    guard let rows, !continuations.isEmpty, !continuations.contains(where: { $0.keys.keys.first == key })
    else { return false }
    menuTop = max(0, min(menuTop + rows, continuations.count - menuRows))
    return true
  }
}
