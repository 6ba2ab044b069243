public import Display

/// Which keys do what in which pane.
public struct Keymap: Sendable {
  /// What keys pressed one after another mean.
  public enum Meaning: Hashable, Sendable {
    case command(Command)
    /// The beginning of longer ones.
    case unfinished
    case nothing

    /// The command; nil where there is none, or none yet.
    var command: Command? {
      if case .command(let command) = self { command } else { nil }
    }
  }

  private var commands: [Pane: [KeySequence: Command]] = [:]
  /// The beginnings of sequences of several keys.
  private var beginnings: [Pane: Set<KeySequence>] = [:]

  /// The keys of some rows; where two rows of a pane want the same keys, the later one has them.
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

  /// What keys mean in a pane. Keys that begin longer ones wait for the rest, whatever they mean alone.
  public func meaning(of keys: [Key], in pane: Pane) -> Meaning {
    let sequence = KeySequence(keys)
    if beginnings[pane]?.contains(sequence) == true { return .unfinished }
    return commands[pane]?[sequence].map { .command($0) } ?? .nothing
  }
}
