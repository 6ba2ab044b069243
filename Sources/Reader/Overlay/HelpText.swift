import Display

/// The text of the help screen, created from the command table: the commands that work in the focused pane, by
/// purpose, in as many columns as fit.
public struct HelpText: Hashable, Sendable {
  /// A row of a column.
  public enum Row: Hashable, Sendable {
    case heading(String)
    /// A line of a command's help; only the first one has the keys.
    case command(keys: String, help: String)
    case blank
  }

  /// All rows in reading order.
  public let rows: [Row]
  /// The lines of the screen, with the text of each column.
  public let lines: [[Row]]
  /// The width of a column.
  public let columnWidth: Int
  /// The width of the longest keys.
  public let keyColumns: Int

  /// The columns between the edge of the screen and the keys, and between keys and help.
  public static let gap = 2
  /// The minimum width of a column.
  private static let leastColumn = 56
  private static let mostColumns = 3

  /// The help for a focused pane: the commands with all words of a pattern in their keys, name or help.
  public init(_ table: CommandTable = .standard, focus: Pane, columns: Int, pattern: String = "") {
    let count = min(HelpText.mostColumns, max(1, columns / HelpText.leastColumn))
    columnWidth = columns / count
    let inPane = table.rows.filter { $0.panes.contains(focus) }
    let keys = inPane.map { DisplayWidth.columns(of: HelpText.keys(of: $0)) }
    keyColumns = min(keys.max() ?? 0, columnWidth / 3)
    let wrapper = TextWrapper(width: columnWidth - keyColumns - 3 * HelpText.gap)
    let words = pattern.lowercased().split(separator: " ")
    let found = inPane.filter { HelpText.has(words, in: $0) }
    let sections = CommandTopic.allCases.compactMap { topic -> [Row]? in
      let rows = HelpText.commands(found.filter { $0.command.topic == topic }, wrapper)
      return rows.isEmpty ? nil : [.heading(topic.heading)] + rows
    }
    rows =
      sections.isEmpty
      ? [.heading("No command matches")] : Array(sections.joined(separator: [.blank]))
    lines = sections.isEmpty ? [rows] : HelpText.lines(of: sections, columns: count)
  }

  /// Distributes whole sections over the columns so that these have about the same height.
  private static func lines(of sections: [[Row]], columns count: Int) -> [[Row]] {
    let all = sections.reduce(0) { $0 + $1.count + 1 }
    var columns: [[Row]] = [[]]
    var left = all
    for section in sections {
      let height = columns[columns.count - 1].count
      let wanted = (left + height) / (count - columns.count + 1)
      if height > 0, columns.count < count, height + section.count / 2 >= wanted { columns.append([]) }
      if columns[columns.count - 1].isEmpty == false { columns[columns.count - 1].append(.blank) }
      columns[columns.count - 1] += section
      left -= section.count + 1
    }
    let height = columns.map(\.count).max() ?? 0
    return (0..<height).map { line in columns.map { line < $0.count ? $0[line] : .blank } }
  }

  private static func has(_ words: [Substring], in row: CommandRow) -> Bool {
    let text = "\(row.name) \(row.help) \(keys(of: row))".lowercased()
    return words.allSatisfy { text.contains($0) }
  }

  /// The nine keys that open related stories share a row.
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
}
