public import Display

/// The mapping from keys to commands in each pane.
public struct Keymap: Sendable {
  /// The meaning of a key sequence.
  public enum Meaning: Hashable, Sendable {
    case command(Command)
    /// The beginning of longer sequences.
    case unfinished
    case nothing

    /// The command; nil if there is none or the sequence is incomplete.
    var command: Command? {
      if case .command(let command) = self { command } else { nil }
    }
  }

  /// The rows that have keys, searched one by one: dictionaries of all keys would take longer to make at the start than
  /// they save while reading.
  private let rows: [CommandRow]

  /// The keys of the given rows; if two rows of a pane use the same keys, the later row takes precedence.
  public init(_ rows: [CommandRow]) {
    self.rows = rows.filter { !$0.keys.isEmpty }
  }

  /// The meaning of keys in a pane. Keys that begin longer sequences wait for the rest, even if they are a command.
  public func meaning(of keys: [Key], in pane: Pane) -> Meaning {
    guard !keys.isEmpty else { return .nothing }
    var found = Meaning.nothing
    for row in rows where row.panes.contains(pane) {
      for sequence in row.keys where sequence.keys.starts(with: keys) {
        if sequence.keys.count > keys.count { return .unfinished }
        found = .command(row.command)
      }
    }
    return found
  }
}
