import Foundation
import Glibc
import Testing

/// `--log FILE`, for reports of bugs.
@Suite(.realProgram) struct LogTests {
  private static func log(of desk: ReaderDriver, _ arguments: [String] = []) async throws -> String {
    let file = desk.home + "/broadsheet.log"
    let terminal = try await TerminalSession(desk, ["--log", file] + arguments + [desk.pages])
    try await terminal.waitUntilLoaded(stories: 2)
    try await terminal.press("Enter")
    try await terminal.wait(for: "Beryl paragraph")
    try await terminal.press("Q")
    #expect(try await terminal.exitStatus() == 0)
    return try String(contentsOfFile: file, encoding: .utf8)
  }

  private static func desk() throws -> ReaderDriver {
    let desk = try ReaderDriver([Article.long("Beryl news"), Article("Amber news")])
    try desk.add("empty.txt", "")
    return desk
  }

  @Test func itTellsWhatHappenedAndNothingOfStories() async throws {
    let desk = try Self.desk()
    let log = try await Self.log(of: desk)
    let lines = log.split(separator: "\n")
    #expect(
      lines.first?.contains(#/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ broadsheet \d+\.\d+\.\d+, Linux /#) == true)
    for line in lines.dropFirst() { #expect(line.contains(#/^ +\d+\.\d{3}  /#), "\(line)") }
    for part in [
      "terminal 120×40", "TERM=tmux-256color", "paths: 1", "problem: empty (1)",
      "all files looked at", "effect: readBody", "effect: mark", "end: quit",
    ] { #expect(log.contains(part), "\(part)") }
    for secret in ["beryl", "amber", "meridian", "paragraph", desk.pages.lowercased(), ".txt"] {
      #expect(!log.lowercased().contains(secret))
    }
  }

  @Test func itIsItsOwnersAloneAndGrows() async throws {
    let desk = try Self.desk()
    let first = try await Self.log(of: desk)
    let file = desk.home + "/broadsheet.log"
    let attributes = try FileManager.default.attributesOfItem(atPath: file)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(try await Self.log(of: desk).hasPrefix(first))
  }

  @Test func whereItCannotBeWrittenTheScreenIsNotTaken() async throws {
    let desk = try Self.desk()
    let file = desk.home + "/nowhere/log"
    let terminal = try await TerminalSession(desk, ["--log", file, desk.pages])
    #expect(try await terminal.exitStatus() == 1)
    // The path of the file may wrap the message anywhere.
    let text = try await terminal.screen().text.filter { !$0.isWhitespace }
    #expect(text.contains("cannotbewritten:nosuchfileorfolder"))
  }

  /// The log has a thread of its own, which must not get what is meant for the program.
  @Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGUSR1])
  func signalsMeanTheSame(signal: Int32) async throws {
    let desk = try Self.desk()
    let terminal = try RawTerminal(desk, ["--log", desk.home + "/broadsheet.log", desk.pages])
    try await terminal.waitUntilLoaded(stories: 2)
    terminal.resize(columns: 90, rows: 20)
    try await terminal.wait(for: "the new size") { $0.text(row: 19).contains("? keys") }
    terminal.signal(signal)
    #expect(RawTerminal.isEnded(try await terminal.end(), by: signal))
    #expect(terminal.differences == [])
    let log = try String(contentsOfFile: desk.home + "/broadsheet.log", encoding: .utf8)
    #expect(log.contains("resized to 90×20"))
  }

  @Test func theMouseCanBeLeftToTheTerminal() async throws {
    let terminal = try await TerminalSession(try Self.desk(), ["--no-mouse"] + [])
    try await terminal.wait(for: "Stories")
    #expect(try await terminal.look("#{mouse_any_flag}") == "0")
    try await terminal.press("Q")
    #expect(try await terminal.exitStatus() == 0)
  }
}
