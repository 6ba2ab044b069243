public import Configuration
public import Display

/// The commands of the table with the configured keys, and the external commands.
public struct CommandTable: Sendable {
  /// All commands, in the order of the help screen.
  public let rows: [CommandRow]
  /// Their keys.
  public let keymap: Keymap

  /// The commands with their default keys.
  public static let standard = CommandTable(CommandRow.table)

  private init(_ rows: [CommandRow]) {
    self.rows = rows
    keymap = Keymap(rows)
  }

  /// The commands and keys for the given settings.
  public init(_ settings: Settings) {
    guard !settings.keys.isEmpty || !settings.commands.isEmpty else {
      self = .standard
      return
    }
    var rows = CommandRow.table
    for (number, command) in settings.commands.enumerated() {
      rows.append(
        CommandRow(.external(number), command.name, "\(command.name): give the story to \(command.run)", []))
    }
    for binding in settings.keys { CommandTable.apply(binding, to: &rows) }
    self.init(rows)
  }

  /// Whether the commands or keys of two settings differ.
  static func differs(_ settings: Settings, from other: Settings) -> Bool {
    settings.keys != other.keys || settings.commands != other.commands
  }

  /// Removes keys from the commands that use them, along with longer and shorter sequences that conflict with them.
  private static func free(_ keys: KeySequence, in wanted: Set<Pane>, _ rows: inout [CommandRow]) {
    var result: [CommandRow] = []
    for row in rows {
      let taken = row.keys.filter { $0.collides(with: keys) }
      let panes = row.panes.intersection(wanted)
      guard !taken.isEmpty, !panes.isEmpty else {
        result.append(row)
        continue
      }
      var elsewhere = row
      elsewhere.panes = row.panes.subtracting(panes)
      var here = row
      (here.panes, here.keys) = (panes, row.keys.filter { !taken.contains($0) })
      if !elsewhere.panes.isEmpty { result.append(elsewhere) }
      if elsewhere.panes.isEmpty || !here.keys.isEmpty { result.append(here) }
    }
    rows = result
  }

  private static func apply(_ binding: KeyBinding, to rows: inout [CommandRow]) {
    let panes = binding.pane.panes
    free(binding.keys, in: panes, &rows)
    guard let name = binding.command, let index = rows.firstIndex(where: { $0.name == name }) else { return }
    if panes == rows[index].panes {
      rows[index].keys.append(binding.keys)
    } else {
      var row = rows[index]
      (row.keys, row.panes) = ([binding.keys], panes)
      rows.insert(row, at: index + 1)
    }
  }

  /// The row of the command with a name.
  public func row(named name: String) -> CommandRow? { rows.first { $0.name == name } }

  /// The first key sequence of a command in a pane, for a hint; nil if it has none there.
  public func key(of command: Command, in pane: Pane) -> String? {
    rows.first { $0.command == command && $0.panes.contains(pane) && !$0.keys.isEmpty }?.keys.first?
      .description
  }

  /// The keys of a command in a pane, for a message; its name if it has none there.
  func hint(_ command: Command, in pane: Pane) -> String {
    if let key = key(of: command, in: pane) { return key }
    return rows.first { $0.command == command }.map { ":\($0.name)" } ?? ":"
  }

  /// The possible continuations of a key sequence in a pane: the remaining keys and the command's row.
  public func continuations(of keys: [Key], in pane: Pane) -> [(keys: KeySequence, row: CommandRow)] {
    rows.filter { $0.panes.contains(pane) }.flatMap { row in
      row.keys.filter { $0.keys.count > keys.count && $0.keys.starts(with: keys) }
        .map { (KeySequence(Array($0.keys.dropFirst(keys.count))), row) }
    }
  }
}

extension KeySequence {
  /// Whether two sequences conflict in a pane: they are equal, or one is a prefix of the other.
  fileprivate func collides(with other: KeySequence) -> Bool {
    let length = min(keys.count, other.keys.count)
    return keys.prefix(length) == other.keys.prefix(length)
  }
}
