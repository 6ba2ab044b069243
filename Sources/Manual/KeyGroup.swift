public import Reader

/// The commands whose keys work in the same panes, for the manual and the README.
public struct KeyGroup: Hashable, Sendable {
  /// Keys and their help.
  public struct Entry: Hashable, Sendable {
    /// In key notation; `:name` for a command without keys.
    public var keys: [String]
    /// The names of their commands: one, or several that differ by a number.
    public var names: [String]
    /// The help, without a full stop.
    public var help: String
  }

  /// Where the keys work.
  public let heading: String
  /// In the order of the table.
  public let entries: [Entry]

  /// All groups of a table of commands: first the keys that work everywhere.
  public static func all(of table: [CommandRow]) -> [KeyGroup] {
    let panes = table.map(\.panes).reduce(into: [Set<Pane>]()) { found, panes in
      if !found.contains(panes) { found.append(panes) }
    }
    let everywhere = Set(Pane.allCases)
    return (panes.filter { $0 == everywhere } + panes.filter { $0 != everywhere }).map { panes in
      KeyGroup(
        heading: heading(of: panes), entries: entries(of: table.filter { $0.panes == panes }))
    }
  }

  /// The nine keys that follow related stories are one entry.
  private static func entries(of rows: [CommandRow]) -> [Entry] {
    let following = rows.filter { $0.command.isNumbered }
    return rows.compactMap { row in
      guard row.command.isNumbered else {
        return Entry(keys: keys(of: row), names: [row.name], help: row.help)
      }
      guard row == following.first else { return nil }
      return Entry(
        keys: following.flatMap { keys(of: $0) }, names: following.map(\.name),
        help: "follow the related story with that number")
    }
  }

  private static func keys(of row: CommandRow) -> [String] {
    row.keys.isEmpty ? [":" + row.name] : row.keys.map(\.description)
  }

  private static func heading(of panes: Set<Pane>) -> String {
    guard panes.count < Pane.allCases.count else { return "Everywhere" }
    return "In " + Pane.allCases.filter { panes.contains($0) }.map(name).joined(separator: " and ")
  }

  private static func name(of pane: Pane) -> String {
    switch pane {
    case .list: "the list"
    case .story: "the story"
    case .related: "the related stories"
    }
  }
}

extension Command {
  fileprivate var isNumbered: Bool { if case .follow1to9 = self { true } else { false } }
}
