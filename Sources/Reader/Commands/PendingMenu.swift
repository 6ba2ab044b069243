public import Display

/// The menu of commands that can follow the pressed keys. It scrolls if it does not fit on the screen.
extension ReaderState {
  /// The possible commands: the remaining keys and the command's row.
  public var continuations: [(keys: KeySequence, row: CommandRow)] {
    pendingSequence.isEmpty ? [] : commands.continuations(of: pendingSequence, in: focus)
  }

  /// The maximum height of the menu: the current row and the status line stay visible.
  public var menuRows: Int { max(1, screen.rows - 3) }

  /// Scrolls the menu if the key is not used by any of its commands.
  /// - Returns: whether the key scrolls the menu.
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
