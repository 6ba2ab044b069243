import Display

/// The help screen's text, made from the table of commands: the focused pane's own keys first.
public struct HelpText: Hashable, Sendable {
  /// A row of the help screen.
  public enum Row: Hashable, Sendable {
    case heading(String)
    /// A line of a command's help; only the first one has its keys.
    case command(keys: String, help: String)
    case blank
  }

  /// All rows, laid out for a screen of some columns.
  public let rows: [Row]
  /// The width of the widest keys.
  public let keyColumns: Int

  /// Columns between the screen's edge and the keys, and between keys and help.
  public static let gap = 2

  /// The help for a focused pane: the commands with all words of a pattern in their keys, name or help.
  public init(_ table: CommandTable = .standard, focus: Pane, columns: Int, pattern: String = "") {
    let own = table.rows.filter { $0.panes.contains(focus) && $0.panes.count < Pane.allCases.count }
    let everywhere = table.rows.filter { $0.panes.count == Pane.allCases.count }
    let keys = (own + everywhere).map { DisplayWidth.columns(of: HelpText.keys(of: $0)) }
    keyColumns = min(keys.max() ?? 0, columns / 3)
    let wrapper = TextWrapper(width: columns - keyColumns - 3 * HelpText.gap)
    let words = pattern.lowercased().split(separator: " ")
    func section(_ heading: String, _ rows: [CommandRow]) -> [Row] {
      let found = HelpText.commands(rows.filter { HelpText.has(words, in: $0) }, wrapper)
      return found.isEmpty ? [] : [.heading(heading)] + found
    }
    let sections = [
      section("In \(HelpText.name(of: focus))", own), section("Everywhere", everywhere),
    ].filter { !$0.isEmpty }
    rows =
      sections.isEmpty
      ? [.heading("No command matches")] : Array(sections.joined(separator: [.blank]))
  }

  private static func has(_ words: [Substring], in row: CommandRow) -> Bool {
    let text = "\(row.name) \(row.help) \(keys(of: row))".lowercased()
    return words.allSatisfy { text.contains($0) }
  }

  /// The nine keys that follow related stories are one row.
  private static func commands(_ table: [CommandRow], _ wrapper: TextWrapper) -> [Row] {
    table.flatMap { row -> [Row] in
      if case .follow1to9(let number) = row.command, number > 1 { return [] }
      let isFollow = if case .follow1to9 = row.command { true } else { false }
      let help = isFollow ? "follow the related story with that number" : row.help
      return wrapper.texts(of: help).enumerated().map { place, line in
        .command(keys: place == 0 ? keys(of: row) : "", help: String(line))
      }
    }
  }

  /// The keys of a command, or its name if it has none.
  private static func keys(of row: CommandRow) -> String {
    if case .follow1to9 = row.command { return "1…9" }
    return row.keys.isEmpty ? ":\(row.name)" : row.keys.map(\.description).joined(separator: " ")
  }

  /// The name of a pane in a sentence.
  private static func name(of pane: Pane) -> String {
    switch pane {
    case .list: "the list"
    case .story: "the story"
    case .related: "the related stories"
    }
  }
}
