import Foundation
import Glibc
import Testing

/// Marks against kills, second programs and folders that cannot be written.
@Suite(.realProgram) struct MarkSurvivalTests {
  private func desk() throws -> ReaderDriver {
    try ReaderDriver(["Amber", "Birch", "Cedar"].map { Article("\($0) news") })
  }

  @Test func readSignThatWentOutlivesAKill() async throws {
    let desk = try desk()
    for left in [2, 1, 0] {
      let terminal = try await TerminalSession(desk)
      try await terminal.waitUntilLoaded(stories: 3)
      try await terminal.wait(for: "the marks") { $0.rows[0].contains("\(left + 1) unread") }
      if left < 2 {
        try await terminal.press("n")
        try await terminal.wait(for: "an unread story") { $0.storyTop != "Amber news" }
      }
      try await terminal.press("r")
      try await terminal.wait(for: "\(left) unread") { $0.rows[0].contains("\(left) unread") }
      try await terminal.signal(SIGKILL)
      #expect(try await terminal.exitStatus() == 128 + SIGKILL)
    }
    let list = try await Program.run(["list", "--unread", desk.pages], on: desk)
    #expect(list.output.isEmpty)
  }

  @Test func twoProgramsShareMarksAtOnce() async throws {
    let desk = try desk()
    let one = try await TerminalSession(desk)
    let other = try await TerminalSession(desk)
    for terminal in [one, other] { try await terminal.waitUntilLoaded(stories: 3) }
    try await one.press("j", "s")
    try await one.wait(for: "Starred")
    try await other.wait(for: "the star") { $0.isStarred("Birch news") }
    try await other.press("Enter")
    try await one.wait(for: "2 unread")
    #expect(!(try await one.screen().isUnread("Amber news")))
    // What one did, the other can undo.
    try await other.press("u", "u")
    try await one.wait(for: "no star") { !$0.isStarred("Birch news") && $0.isUnread("Amber news") }
  }

  @Test func closedWindowKeepsThePlace() async throws {
    let desk = try ReaderDriver([Article.long("Amber news")])
    let first = try await TerminalSession(desk, columns: 120, rows: 20)
    try await first.waitUntilLoaded(stories: 1)
    try await first.press("Enter")
    try await first.wait(for: "0 unread")
    for _ in 1...8 { try await first.press("j") }
    try await first.wait(for: "eight lines down") { $0.storyTop.hasPrefix("Amber paragraph 3 ") }
    let id = try await first.processID
    try await first.closeWindow()
    _ = try await Patience.wait(for: "the program's end") { kill(id, 0) != 0 ? true : nil }
    let second = try await TerminalSession(desk, columns: 120, rows: 20)
    try await second.wait(for: "the place") { $0.storyTop.hasPrefix("Amber paragraph 3 ") }
  }

  @Test func marksThatWereDeletedComeBack() async throws {
    let desk = try ReaderDriver([Article.long("Amber news")])
    let terminal = try await TerminalSession(desk, columns: 120, rows: 20)
    try await terminal.waitUntilLoaded(stories: 1)
    try await terminal.press("Enter")
    try await terminal.wait(for: "0 unread")
    try FileManager.default.removeItem(atPath: desk.home + "/state/broadsheet/marks.sqlite")
    try await terminal.press("s")
    try await terminal.wait(for: "Starred") { $0.rows[0].contains("0 unread") && $0.isStarred("Amber news") }
    try await terminal.press("Q")
    #expect(try await terminal.exitStatus() == 0)
    let starred = try await Program.run(["list", "starred read", desk.pages], on: desk)
    #expect(starred.lines.count == 1, "\(starred.errors)")
  }

  @Test func readingGoesOnWithoutAPlaceForMarks() async throws {
    let desk = try desk()
    // Where the folder of the marks would be made there is a file.
    try Data("not a folder".utf8).write(to: URL(fileURLWithPath: desk.home + "/state"))
    let terminal = try await TerminalSession(desk)
    let screen = try await terminal.wait(for: "Marks will be lost when you quit")
    #expect(screen.status.contains(desk.home))
    try await terminal.waitUntilLoaded(stories: 3)
    try await terminal.press("r")
    #expect(try await terminal.wait(for: "Marked read").rows[0].contains("2 unread"))
    try await terminal.press("u")
    #expect(try await terminal.wait(for: "Undone: marked “Amber news” read").rows[0].contains("3 unread"))
    try await terminal.press("T", "Enter")
    try await terminal.wait(for: "Theme: ")
    try await terminal.press("Q")
    #expect(try await terminal.exitStatus() == 0)
  }
}
