public import Display

/// Which key does what in which pane.
public struct Keymap: Sendable {
  private var commands: [Pane: [Key: Command]] = [:]

  /// The keys of the table.
  public static let standard = Keymap(CommandRow.table)

  /// The keys of some rows; where two rows of a pane want the same key, the later one has it.
  public init(_ rows: [CommandRow]) {
    for row in rows {
      for pane in row.panes {
        for key in row.keys { commands[pane, default: [:]][key] = row.command }
      }
    }
  }

  /// What a key does; nil for a key that means nothing there.
  public func command(for key: Key, in pane: Pane) -> Command? { commands[pane]?[key] }
}
