import Foundation
import Testing

/// What a day ended with comes back with the next start of the same library.
@Suite(.realProgram) struct SessionTests {
  private let configuration = """
    sections:
      - {name: Harbour, query: news}
    """

  private func desk() throws -> ReaderDriver {
    let desk = try ReaderDriver(["Amber", "Birch", "Cedar", "Dogwood"].map { Article("\($0) news") })
    try desk.configure(configuration)
    return desk
  }

  private func open(_ desk: ReaderDriver) async throws -> TerminalSession {
    let terminal = try await TerminalSession(desk)
    try await terminal.waitUntilLoaded(stories: 4)
    return terminal
  }

  private func leave(_ terminal: TerminalSession) async throws {
    try await terminal.press("Q")
    #expect(try await terminal.exitStatus() == 0)
  }

  private func file(of desk: ReaderDriver) throws -> String {
    let folder = desk.state + "/sessions"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    return try folder + "/" + #require(names.first)
  }

  @Test func itComesBack() async throws {
    let desk = try desk()
    var terminal = try await open(desk)
    try await terminal.press("]", "S", "t", "S", "t", "v", "s", "j", "j")
    try await terminal.wait(for: "Cedar, selected") {
      $0.rows[0].contains("2 of 4") || $0.rows[1].contains("2 of 4")
    }
    try await leave(terminal)
    terminal = try await open(desk)
    let screen = try await terminal.wait(for: "the session") { $0.contains("2 of 4") }
    #expect(screen.contains("by title reversed"))
    #expect(screen.contains("▾ The Meridian"))
    try await leave(terminal)
    // Who has done nothing changes nothing.
    let kept = try String(contentsOfFile: file(of: desk), encoding: .utf8)
    #expect(
      kept.contains("section Harbour\n") && kept.contains("sort -title\n") && kept.contains("group source\n"))
  }

  @Test func aFilterComesBackAndOthersFoldersHaveTheirOwn() async throws {
    let desk = try desk()
    var terminal = try await open(desk)
    try await terminal.press("&")
    try await terminal.type("birch")
    try await terminal.wait(for: "1 of 1")
    try await leave(terminal)
    terminal = try await TerminalSession(desk)
    try await terminal.wait(for: "& birch")
    try await leave(terminal)
    let other = try await TerminalSession(desk, [desk.page("amber-news.txt"), desk.page("cedar-news.txt")])
    try await other.waitUntilLoaded(stories: 2)
    try await leave(other)
  }

  @Test func itCanBeTurnedOff() async throws {
    let desk = try desk()
    var terminal = try await open(desk)
    try await terminal.press("G")
    try await terminal.wait(for: "4 of 4")
    try await leave(terminal)
    try desk.configure(configuration + "\nresume: false\n")
    terminal = try await open(desk)
    #expect(try await terminal.screen().contains("1 of 4"))
    try await leave(terminal)
  }

  @Test(
    arguments: [
      "filter sorce:x \"\n", "section no such\nsort sideways\nstory zzz\nfolded \n", "\u{1B}[2J\0\0",
      "filter \u{1B}]0;x\u{7}amber\n", String(repeating: "folded x\n", count: 9_000),
      "sort relevance\ngroup none\nstory 0000000000000000\n",
    ])
  func aDamagedFileDoesNoHarm(text: String) async throws {
    let desk = try desk()
    var terminal = try await open(desk)
    try await terminal.press("j")
    try await terminal.wait(for: "2 of 4")
    try await leave(terminal)
    let file = try file(of: desk)
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    terminal = try await TerminalSession(desk)
    try await terminal.wait(for: "a list") { $0.contains(" of ") || $0.contains("amber") }
    try await terminal.press("Q")
    #expect(try await terminal.exitStatus() == 0)
  }
}
