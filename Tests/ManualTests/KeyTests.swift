import Foundation
import Manual
import Reader
import Testing

/// The keys as the manual and the README have them, compared with the table of commands.
struct KeyTests {
  @Test func everyCommandIsInOneGroup() {
    let entries = KeyGroup.all(of: CommandRow.table).flatMap(\.entries)
    #expect(entries.flatMap(\.names).sorted() == CommandRow.table.map(\.name).sorted())
    let keys = entries.flatMap(\.keys).filter { !$0.hasPrefix(":") || $0 == ":" }
    #expect(keys.sorted() == CommandRow.table.flatMap(\.keys).map(\.description).sorted())
  }

  @Test func groupsTellWhereKeysWork() {
    let groups = KeyGroup.all(of: CommandRow.table)
    #expect(groups.first?.heading == "Everywhere")
    #expect(Set(groups.map(\.heading)).count == groups.count)
    #expect(groups.contains { $0.heading == "In the list" })
  }

  @Test func theTableOfTheReadmeIsTheProgramsOwn() throws {
    let parts = try Checkout.text(of: "README.md").components(separatedBy: "<!-- keys -->\n")
    try #require(parts.count == 3, "two marks in README.md, around what `broadsheet describe keys` prints")
    #expect(parts[1] == KeyTable(CommandRow.table).text)
  }
}

/// The files that these tests are beside.
enum Checkout {
  static func text(of file: String) throws -> String {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try String(contentsOf: root.appendingPathComponent(file), encoding: .utf8)
  }
}
