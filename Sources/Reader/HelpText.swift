import Display

/// The help screen's text, made from the table of commands: the focused pane's own keys first.
public enum HelpText {
  /// A row of the help screen.
  public enum Row: Hashable, Sendable {
    case heading(String)
    case command(keys: String, help: String)
    case blank
  }

  /// All rows for a pane.
  public static func rows(focus: Pane) -> [Row] {
    let own = CommandRow.table.filter { $0.panes.contains(focus) && $0.panes.count < Pane.allCases.count }
    let everywhere = CommandRow.table.filter { $0.panes.count == Pane.allCases.count }
    var rows: [Row] = [.heading("In \(name(of: focus))")]
    rows += commands(own) + [.blank, .heading("Everywhere")] + commands(everywhere)
    return rows
  }

  /// The nine keys that follow related stories are one row.
  private static func commands(_ table: [CommandRow]) -> [Row] {
    table.compactMap { row in
      if case .follow1to9(let number) = row.command {
        return number == 1 ? .command(keys: "1…9", help: "follow the related story with that number") : nil
      }
      return .command(keys: row.keys.map(\.description).joined(separator: " "), help: row.help)
    }
  }

  static func clamped(top: Int, rows visible: Int, focus: Pane) -> Int {
    max(0, min(top, rows(focus: focus).count - visible))
  }

  /// What a pane is called in a sentence.
  public static func name(of pane: Pane) -> String {
    switch pane {
    case .list: "the list"
    case .story: "the story"
    case .related: "the related stories"
    }
  }
}
