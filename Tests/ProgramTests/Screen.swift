/// What a terminal shows: rows of text without the blanks at their ends.
struct Screen: Equatable {
  var rows: [String]

  init(_ text: String) {
    rows = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  var text: String { rows.joined(separator: "\n") }
  var status: String { rows.last ?? "" }

  func contains(_ text: String) -> Bool { self.text.contains(text) }

  /// The panes' columns of text, from left to right, without their titles.
  private var columns: [[String]] {
    let cells = rows.dropLast().map {
      $0.split(separator: "│", omittingEmptySubsequences: false).map(String.init)
    }
    let count = cells.map(\.count).max() ?? 0
    return (0..<count).map { column in
      cells.map { column < $0.count ? $0[column] : "" }
    }
  }

  private func pane(_ column: Int) -> String {
    let columns = columns
    return columns.indices.contains(column) ? columns[column].joined(separator: "\n") : ""
  }

  /// The three panes of a wide screen.
  var list: String { pane(0) }
  /// The list without the titles of the panes, which count related stories that are found later.
  var listRows: ArraySlice<String> { columns.first?.dropFirst() ?? [] }
  var story: String { pane(1) }
  var related: String { pane(2) }

  /// What is like the story has been found among all stories: nothing more comes into its pane.
  var showsAlikeStories: Bool {
    ["Same story", "Earlier in this thread", "Also related"].contains { contains($0) } && !contains("so far)")
  }

  /// The list's row of the story with that title, signs and all.
  func listRow(_ title: String) -> String? {
    columns.first?.first { $0.contains(title) }
  }

  /// The title under the list's cursor.
  var selected: String? {
    let row = columns.first?.first { $0.hasPrefix("▌") }
    return row.map { $0.dropFirst(4).trimmed }
  }

  /// The first row of the story pane, under its title.
  var storyTop: String { columns.indices.contains(1) ? columns[1].dropFirst(1).first?.trimmed ?? "" : "" }

  func isUnread(_ title: String) -> Bool { listRow(title)?.contains("●") == true }
  func isStarred(_ title: String) -> Bool { listRow(title)?.contains("★") == true }
}

extension StringProtocol {
  var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
