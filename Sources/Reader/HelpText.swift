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
  /// How wide the widest keys are.
  public let keyColumns: Int

  /// Columns between the screen's edge and the keys, and between keys and help.
  public static let gap = 2

  /// The help for somebody who is in a pane.
  public init(focus: Pane, columns: Int) {
    let own = CommandRow.table.filter { $0.panes.contains(focus) && $0.panes.count < Pane.allCases.count }
    let everywhere = CommandRow.table.filter { $0.panes.count == Pane.allCases.count }
    let keys = (own + everywhere).map { DisplayWidth.columns(of: HelpText.keys(of: $0)) }
    keyColumns = min(keys.max() ?? 0, columns / 3)
    let wrapper = TextWrapper(width: columns - keyColumns - 3 * HelpText.gap)
    rows =
      [.heading("In \(HelpText.name(of: focus))")] + HelpText.commands(own, wrapper)
      + [.blank, .heading("Everywhere")] + HelpText.commands(everywhere, wrapper)
  }

  /// The nine keys that follow related stories are one row.
  private static func commands(_ table: [CommandRow], _ wrapper: TextWrapper) -> [Row] {
    table.flatMap { row -> [Row] in
      if case .follow1to9(let number) = row.command, number > 1 { return [] }
      let isFollow = if case .follow1to9 = row.command { true } else { false }
      let help = isFollow ? "follow the related story with that number" : row.help
      return wrapper.texts(of: help).enumerated().map { place, line in
        .command(keys: place == 0 ? keys(of: row) : "", help: line)
      }
    }
  }

  private static func keys(of row: CommandRow) -> String {
    if case .follow1to9 = row.command { return "1…9" }
    return row.keys.map(\.description).joined(separator: " ")
  }

  /// The nearest first row that leaves no empty space below the last one.
  public func clamped(top: Int, visible: Int) -> Int {
    max(0, min(top, rows.count - visible))
  }

  /// What a pane is called in a sentence.
  private static func name(of pane: Pane) -> String {
    switch pane {
    case .list: "the list"
    case .story: "the story"
    case .related: "the related stories"
    }
  }
}
