public import Display

/// The commands of one reader: those of the table with the reader's own keys, and the reader's own commands.
public struct CommandTable: Sendable {
  /// A change of keys, as a configuration has it.
  public struct Binding: Hashable, Sendable {
    /// The keys.
    public var keys: KeySequence
    /// Where they work.
    public var panes: Set<Pane>
    /// The name of the command; nil to let the keys do nothing.
    public var command: String?

    /// Keys for a command, or for nothing.
    public init(_ keys: KeySequence, in panes: Set<Pane>, command: String?) {
      (self.keys, self.panes, self.command) = (keys, panes, command)
    }
  }

  /// All commands, in the order of the help screen.
  public let rows: [CommandRow]
  /// Their keys.
  public let keymap: Keymap

  /// The commands with the keys they have without any configuration.
  public static let standard = CommandTable(CommandRow.table)

  private init(_ rows: [CommandRow]) {
    self.rows = rows
    keymap = Keymap(rows)
  }

  /// The standard commands with other keys, and further ones.
  public init(_ bindings: [Binding], externals: [ExternalCommand] = []) {
    var rows = CommandRow.table
    for (number, external) in externals.enumerated() {
      let keys = external.keys.map { [$0] } ?? []
      for key in keys { CommandTable.free(key, in: external.panes, &rows) }
      rows.append(CommandRow(.external(number), external.name, external.help, keys, in: external.panes))
    }
    for binding in bindings { CommandTable.apply(binding, to: &rows) }
    self.init(rows)
  }

  /// Keys are taken from whichever command has them, and from those that they begin or that begin with them: what was
  /// asked for is what works.
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

  private static func apply(_ binding: Binding, to rows: inout [CommandRow]) {
    free(binding.keys, in: binding.panes, &rows)
    guard let name = binding.command, let place = rows.firstIndex(where: { $0.name == name }) else { return }
    if binding.panes == rows[place].panes {
      rows[place].keys.append(binding.keys)
    } else {
      var row = rows[place]
      (row.keys, row.panes) = ([binding.keys], binding.panes)
      rows.insert(row, at: place + 1)
    }
  }

  /// The row of a command's name.
  public func row(named name: String) -> CommandRow? { rows.first { $0.name == name } }

  /// The first keys of a command in a pane, for a hint; nil when it has none there.
  public func key(of command: Command, in pane: Pane) -> String? {
    rows.first { $0.command == command && $0.panes.contains(pane) && !$0.keys.isEmpty }?.keys.first?
      .description
  }

  /// What can follow some keys in a pane: the rest of the keys, and the command's row.
  public func continuations(of keys: [Key], in pane: Pane) -> [(keys: KeySequence, row: CommandRow)] {
    rows.filter { $0.panes.contains(pane) }.flatMap { row in
      row.keys.filter { $0.keys.count > keys.count && $0.keys.starts(with: keys) }
        .map { (KeySequence(Array($0.keys.dropFirst(keys.count))), row) }
    }
  }
}

/// A command that the reader has configured: a program that gets the story.
public struct ExternalCommand: Hashable, Sendable {
  /// What becomes of what it prints.
  public enum Output: Hashable, Sendable {
    /// It is shown.
    case pager
    /// It is thrown away; only a failure is told.
    case none
    /// The program has the terminal while it runs.
    case terminal
  }

  /// How it is called on the command line.
  public var name: String
  /// For the shell.
  public var run: String
  /// Its keys, if it has some.
  public var keys: KeySequence?
  /// Where they work.
  public var panes: Set<Pane>
  /// What becomes of what it prints.
  public var output: Output

  /// A command of the reader's own.
  public init(
    name: String, run: String, keys: KeySequence? = nil, panes: Set<Pane> = Set(Pane.allCases),
    output: Output = .pager
  ) {
    (self.name, self.run, self.keys, self.panes, self.output) = (name, run, keys, panes, output)
  }

  /// For the help screen.
  var help: String { "give the story to: \(run)" }
}

extension KeySequence {
  /// Both cannot be had in one pane: they are the same, or one begins the other.
  fileprivate func collides(with other: KeySequence) -> Bool {
    let length = min(keys.count, other.keys.count)
    return keys.prefix(length) == other.keys.prefix(length)
  }
}
