import Foundation
import Testing

/// Read, starred, undone; and what is left of it after a restart.
@Suite(.realProgram) struct MarkingTests {
  private func desk() throws -> ReaderDriver {
    try ReaderDriver(["Amber", "Birch", "Cedar", "Dune", "Elm"].map { Article.long("\($0) news") })
  }

  private func open(_ desk: ReaderDriver) async throws -> TerminalSession {
    let terminal = try await TerminalSession(desk, columns: 120, rows: 24)
    try await terminal.waitUntilLoaded(stories: 5)
    try await terminal.wait(for: "5 unread")
    return terminal
  }

  @Test func readAndStarToggle() async throws {
    let terminal = try await open(try desk())
    try await terminal.press("r")
    let read = try await terminal.wait(for: "Marked read · u undoes it") { screen in
      screen.contains("Marked read · u undoes it") && screen.rows[0].contains("4 unread")
    }
    #expect(!read.isUnread("Amber news"))
    try await terminal.press("r")
    let unread = try await terminal.wait(for: "Marked unread · u undoes it")
    #expect(unread.isUnread("Amber news"))
    try await terminal.press("j", "s")
    let starred = try await terminal.wait(for: "Starred · u undoes it")
    #expect(starred.isStarred("Birch news"))
    #expect(starred.isUnread("Birch news"))
    #expect(!starred.isStarred("Amber news"))
    try await terminal.press("s")
    let plain = try await terminal.wait(for: "Star removed")
    #expect(!plain.isStarred("Birch news"))
  }

  @Test func allReadAsksFirst() async throws {
    let terminal = try await open(try desk())
    try await terminal.press("A")
    try await terminal.wait(for: "Mark all 5 unread stories read?")
    try await terminal.press("n")
    #expect(try await terminal.wait(for: "Nothing was marked").rows[0].contains("5 unread"))
    try await terminal.press("A")
    try await terminal.wait(for: "y/n")
    try await terminal.press("y")
    let all = try await terminal.wait(for: "5 stories marked read · u")
    #expect(all.rows[0].contains("0 unread"))
    try await terminal.press("u")
    #expect(try await terminal.wait(for: "Undone: 5 stories marked read").rows[0].contains("5 unread"))
    try await terminal.press("C-r")
    #expect(try await terminal.wait(for: "Redone: 5 stories marked read").rows[0].contains("0 unread"))
    try await terminal.press("A")
    try await terminal.wait(for: "No unread stories")
  }

  /// However narrow the screen, it says what to press.
  @Test(arguments: [(120, "Mark all 5 unread stories read? u undoes it · y/n"), (40, "y/n"), (20, "y/n")])
  func questionFits(columns: Int, text: String) async throws {
    let terminal = try await TerminalSession(try desk(), columns: columns, rows: 12)
    try await terminal.wait(for: "1 of 5")
    try await terminal.press("A")
    try await terminal.wait(for: text) { $0.status.contains(text) }
  }

  @Test func undoWithNothingToUndo() async throws {
    let terminal = try await open(try desk())
    try await terminal.press("u")
    try await terminal.wait(for: "Nothing to undo")
    try await terminal.press("C-r")
    try await terminal.wait(for: "Nothing to redo")
  }

  @Test func marksAndPlaceAreFoundAgain() async throws {
    let desk = try desk()
    let first = try await open(desk)
    try await first.press("s")
    try await first.wait(for: "Starred")
    try await first.press("Enter")
    try await first.wait(for: "4 unread")
    for _ in 1...8 { try await first.press("j") }
    try await first.wait(for: "eight lines down") { $0.storyTop.hasPrefix("Amber paragraph 3 ") }
    try await first.press("q")
    try await first.wait(for: "q quit")
    try await first.press("q")
    #expect(try await first.exitStatus() == 0)

    // Another width: the place is in the text, not a row.
    let second = try await TerminalSession(desk, columns: 90, rows: 20)
    let screen = try await second.wait(for: "the place in the story") {
      $0.storyTop.hasPrefix("Amber paragraph 3 ") && $0.contains("4 unread")
    }
    #expect(!screen.isUnread("Amber news"))
    #expect(screen.isStarred("Amber news"))
    // Undo knows what was done before the restart.
    try await second.press("u")
    #expect(try await second.wait(for: "Undone: marked “Amber news” read").rows[0].contains("5 unread"))
    try await second.press("u")
    #expect(!(try await second.wait(for: "Undone: starred “Amber news”").isStarred("Amber news")))
    try await second.press("u")
    try await second.wait(for: "Nothing to undo")
  }

  @Test func printedListKnowsMarks() async throws {
    let desk = try desk()
    let terminal = try await open(desk)
    try await terminal.press("s", "Enter")
    try await terminal.wait(for: "the marks") {
      $0.rows[0].contains("4 unread") && $0.isStarred("Amber news")
    }
    let all = try await Program.run(["list", desk.pages], on: desk)
    #expect(all.lines.count == 5)
    #expect(all.lines.first?.contains("★   The Meridian") == true)
    let unread = try await Program.run(["list", "--unread", desk.pages], on: desk)
    #expect(unread.lines.count == 4)
    #expect(!unread.output.contains("Amber"))
  }
}
