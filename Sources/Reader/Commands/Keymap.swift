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

  private var commands: [Pane: [KeySequence: Command]] = [:]
  /// The proper prefixes of all key sequences.
  private var beginnings: [Pane: Set<KeySequence>] = [:]

  /// The keys of the given rows; if two rows of a pane use the same keys, the later row takes precedence.
  public init(_ rows: [CommandRow]) {
    for row in rows {
      for pane in row.panes {
        for keys in row.keys { add(keys, row.command, in: pane) }
      }
    }
  }

  private mutating func add(_ sequence: KeySequence, _ command: Command, in pane: Pane) {
    commands[pane, default: [:]][sequence] = command
    for length in 1..<max(1, sequence.keys.count) {
      beginnings[pane, default: []].insert(KeySequence(Array(sequence.keys.prefix(length))))
    }
  }

  /// The meaning of keys in a pane. Keys that begin longer sequences wait for the rest, even if they are a command.
  public func meaning(of keys: [Key], in pane: Pane) -> Meaning {
    let sequence = KeySequence(keys)
    if beginnings[pane]?.contains(sequence) == true { return .unfinished }
    return commands[pane]?[sequence].map { .command($0) } ?? .nothing
  }
}
