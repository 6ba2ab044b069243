public import Reader

/// The table of keys as Markdown, for the README.
public struct KeyTable: Sendable {
  private let groups: [KeyGroup]

  /// The table of some commands.
  public init(_ rows: [CommandRow]) {
    groups = KeyGroup.all(of: rows)
  }

  /// A heading in bold and a table for each group.
  public var text: String { groups.map(text).joined(separator: "\n") }

  private func text(of group: KeyGroup) -> String {
    let rows = group.entries.map { entry in
      let keys = entry.keys.map(KeyTable.code).joined(separator: " ")
      let names = [entry.names.first, entry.names.count > 1 ? entry.names.last : nil].compactMap { $0 }
      return
        "| \(keys) | \(KeyTable.escaped(entry.help)) | \(names.map(KeyTable.code).joined(separator: " … ")) |"
    }
    let head = ["**\(group.heading)**", "", "| keys | what they do | name |", "| --- | --- | --- |"]
    return (head + rows).joined(separator: "\n") + "\n"
  }

  private static func code(_ text: String) -> String {
    let escaped = escaped(text)
    return text.contains("`") ? "`` \(escaped) ``" : "`\(escaped)`"
  }

  /// A vertical bar would end the cell, even in code.
  private static func escaped(_ text: String) -> String { text.replacing("|", with: "\\|") }
}
