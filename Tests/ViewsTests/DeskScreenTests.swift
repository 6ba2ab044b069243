import Configuration
import Display
import Views
import Queries
import Reader
import ReaderHarness
import StoryLibrary
import Testing

/// The exact screens of prompts, lists of chosen stories, layouts, and what lies over the panes.
struct DeskScreenTests {
  private func desk(_ columns: Int, _ rows: Int, settings: Settings = Settings()) throws
    -> ReaderDriver
  {
    try ReaderDriver(ScreenTests.pages, columns: columns, rows: rows, settings: settings)
  }

  private func check(_ desk: ReaderDriver, _ name: String) throws {
    try Snapshot.check(Screen.draw(desk.state), name)
  }

  static let sections = {
    var settings = Settings()
    settings.sections = [
      .init(name: "Coast", query: StoryQuery("source:courier")),
      .init(name: "図書館", query: StoryQuery("unread")),
      .init(name: "الميناء", query: StoryQuery("source:المنارة")),
      .init(name: "Nothing here", query: StoryQuery("source:nobody")),
      .init(
        name: "A section with a name that is longer than any tab", query: StoryQuery("unread"),
        sort: StorySort(.title)),
    ]
    return settings
  }()

  @Test func tabs() throws {
    var desk = try desk(120, 40, settings: Self.sections)
    desk.press("]")
    try check(desk, "tabs-120x40")
    desk.press("] ] ]")
    desk.apply(.resized(Size(columns: 80, rows: 24)))
    try check(desk, "tabs-80x24-empty")
    desk.press("]")
    desk.apply(.resized(Size(columns: 40, rows: 12)))
    try check(desk, "tabs-40x12")
  }

  @Test func commandLine() throws {
    for (columns, rows) in [(120, 40), (80, 24), (40, 12), (20, 6)] {
      var desk = try desk(columns, rows)
      desk.press(":")
      desk.type("sort-")
      desk.press("Tab Tab")
      try check(desk, "command-\(columns)x\(rows)")
    }
  }

  @Test func filterWithAProblem() throws {
    for (columns, rows) in [(120, 40), (40, 12)] {
      var desk = try desk(columns, rows)
      desk.press("&")
      desk.type("unread sorce:courier")
      try check(desk, "problem-\(columns)x\(rows)")
    }
  }

  @Test func filteredAndSorted() throws {
    var desk = try desk(120, 40)
    desk.press("&")
    desk.type("source:meridian OR source:courier")
    desk.press("Enter S t S S j")
    try check(desk, "filtered-120x40")
    desk.apply(.resized(Size(columns: 80, rows: 24)))
    desk.press("& ^U")
    desk.type("source:nobody OR (since:2020 topic:\"a topic that no story has\")")
    desk.press("Enter")
    try check(desk, "nothing-fits-80x24")
  }

  @Test func searching() throws {
    for (columns, rows) in [(200, 50), (80, 24), (40, 12)] {
      var desk = try desk(columns, rows)
      desk.press("\\")
      desk.type("ferry")
      try check(desk, "search-\(columns)x\(rows)")
    }
    var desk = try desk(120, 40)
    desk.press("\\")
    desk.type("harbour vote")
    desk.press("Enter n")
    try check(desk, "search-120x40-opened")
    desk.press("\\")
    desk.type(" submarine")
    try check(desk, "search-120x40-nothing")
  }

  @Test func finding() throws {
    var desk = try desk(80, 24)
    desk.press("Tab /")
    desk.type("vote")
    try check(desk, "find-80x24")
    desk.press("Enter n")
    try check(desk, "find-80x24-next")
  }

  @Test func headings() throws {
    for (columns, rows) in [(120, 40), (40, 12)] {
      var desk = try desk(columns, rows)
      desk.press("v s g Enter")
      try check(desk, "grouped-\(columns)x\(rows)")
    }
  }

  @Test func pendingKeys() throws {
    var desk = try desk(80, 24)
    desk.press("S")
    try check(desk, "pending-80x24")
    var narrow = try self.desk(20, 6)
    narrow.press("y")
    try check(narrow, "pending-20x6")
  }

  @Test func layouts() throws {
    var stacked = try desk(120, 40)
    stacked.press("= =")
    try check(stacked, "stacked-120x40")
    stacked.apply(.resized(Size(columns: 80, rows: 24)))
    stacked.press("Tab Tab")
    try check(stacked, "stacked-80x24-related")
    var single = try desk(120, 40)
    single.press("Enter z")
    try check(single, "zoomed-120x40")
    single.apply(.resized(Size(columns: 20, rows: 6)))
    try check(single, "zoomed-20x6")
  }

  @Test func pager() throws {
    var desk = try desk(80, 24)
    desk.press("|")
    desk.type("fold -w 40")
    desk.press("Enter")
    try check(desk, "pager-80x24-running")
    let lines = (1...60).map { "\($0) \(ScreenTests.wall.prefix(30 + $0 * 3))" } + ["", "図書館再開へ", "التصويت"]
    desk.apply(.commandEnded(CommandResult(command: "fold -w 40", lines: lines)))
    desk.press("Space")
    try check(desk, "pager-80x24")
    desk.press("G x")
    try check(desk, "pager-80x24-end")
  }

  /// Code and JSON are read by their indentation.
  @Test func outputKeepsItsIndentation() throws {
    var desk = try desk(40, 12)
    let lines = ["{", "  \"title\": \"Ferry vote delayed until the pilots agree\"", "  \"ميناء\"", "}"]
    desk.apply(.commandEnded(CommandResult(command: "jq .", lines: lines)))
    let rows = (1...5).map { Screen.draw(desk.state).rowText($0) }
    #expect(rows[0].hasPrefix(" {") && rows[4].hasPrefix(" }"))
    #expect(rows[1].hasPrefix("   \"title\": "))
    #expect(rows[2].hasPrefix("   ") && rows[2].dropFirst(3).first != " ", "both rows of the line")
    #expect(rows[3].contains("\"") && !rows[3].hasPrefix("   \""), "right-to-left lines begin at the right")
    let deep = CommandResult(command: "x", lines: [String(repeating: " ", count: 90) + "deep"])
    desk.apply(.commandEnded(deep))
    #expect(Screen.draw(desk.state).rowText(1).contains("deep"))
  }

  @Test func helpWithWords() throws {
    var desk = try desk(80, 24)
    desk.press("? /")
    desk.type("sort")
    try check(desk, "help-80x24-sort")
    desk.type("ed by nobody")
    desk.press("Enter")
    try check(desk, "help-80x24-nothing")
  }

  @Test func notes() throws {
    var desk = try desk(120, 40)
    desk.press("c")
    desk.type("Ask Ines Marl about the twelve cars 図書館 الميناء")
    try check(desk, "note-120x40-typed")
    desk.press("Enter Enter")
    try check(desk, "note-120x40")
    var narrow = try self.desk(40, 12)
    narrow.press("c")
    narrow.type("Ask Ines Marl about the twelve cars 図書館 and about the crowns")
    try check(narrow, "note-40x12-typed")
  }

  @Test func arabicPrompt() throws {
    var desk = try desk(80, 24)
    desk.press("Tab /")
    desk.type("مجلس الميناء")
    try check(desk, "arabic-prompt-80x24")
  }

  @Test func overwriting() throws {
    var desk = try desk(80, 24)
    guard let stories = desk.state.chosen else { return }
    desk.apply(
      .fileExists(String(repeating: "a long folder/", count: 9) + "story.txt", stories))
    try check(desk, "overwrite-80x24")
  }
}
