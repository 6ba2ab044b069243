import Foundation
import Glibc
import Testing

/// Stories go to commands, files, the clipboard, browsers and editors, with the real program in a real terminal.
@Suite(.realProgram) struct StoryCommandsTests {
  private func desk(_ title: String = "Amber news") throws -> ReaderDriver {
    try ReaderDriver([Article(title, body: ["The amber was found.", "It is old."])])
  }

  private func reading(_ desk: ReaderDriver, environment: [String: String?] = [:]) async throws
    -> TerminalSession
  {
    let terminal = try await TerminalSession(desk, environment: environment)
    try await terminal.waitUntilLoaded(stories: 1)
    return terminal
  }

  // MARK: Commands

  @Test func aCommandGetsTheStoryAndIsShown() async throws {
    let terminal = try await reading(try desk())
    try await terminal.press("|")
    try await terminal.type("tr a-z A-Z")
    try await terminal.wait(for: "THE AMBER WAS FOUND.")
  }

  @Test func theHeadlineIsNoCommand() async throws {
    let title = "Amber $(touch x) `touch x` ; touch x"
    let desk = try ReaderDriver()
    try desk.add("amber.txt", Article(title).text)
    let terminal = try await reading(desk)
    try await terminal.press("|")
    try await terminal.type("cd '\(desk.path)'; printf '%s\\n' \"$BROADSHEET_TITLE\" >title; ls >names")
    #expect(try await desk.text("title") == title + "\n")
    #expect(try await !desk.text("names").split(separator: "\n").contains("x"))
  }

  @Test func aCommandThatNeverEndsIsStopped() async throws {
    let desk = try desk()
    let terminal = try await reading(desk)
    try await terminal.press("|")
    try await terminal.type("echo $$ >'\(desk.path)/number'; sleep 1000")
    let number = try #require(pid_t(try await desk.text("number").trimmingCharacters(in: .newlines)))
    try await terminal.press("Escape")
    _ = try await Patience.wait(for: "the command's end") { kill(number, 0) == 0 ? nil : true }
    try await terminal.press("Q")
    #expect(try await terminal.exitStatus() == 0)
  }

  // MARK: Files and the clipboard

  @Test func aStoryIsSaved() async throws {
    let desk = try desk()
    let terminal = try await reading(desk)
    try await terminal.press("w")
    try await terminal.wait(for: "Save as")
    try await terminal.press("C-u")
    try await terminal.type(desk.path + "/saved.md")
    #expect(try await desk.text("saved.md").hasPrefix("# Amber news\n"))
    try await terminal.wait(for: "saved.md")
  }

  /// Paths are completed, `~` is `$HOME`, missing folders are made when that is wanted, and the format is remembered.
  @Test func savingKnowsFolders() async throws {
    let desk = try desk()
    try FileManager.default.createDirectory(
      atPath: desk.home + "/clippings", withIntermediateDirectories: true)
    var terminal = try await reading(desk)
    try await terminal.press("w")
    try await terminal.wait(for: "Save as")
    try await terminal.press("C-u")
    try await terminal.ask(["send-keys", "-t", "main", "-l", "--", "~/cli"])
    try await terminal.wait(for: "clippings/")
    try await terminal.press("Tab")
    try await terminal.type("new/amber.md")
    try await terminal.wait(for: "Create it? y/n")
    try await terminal.press("n")
    try await terminal.wait(for: "Nothing was saved")
    try await terminal.press(":")
    try await terminal.type("w ~/clippings/new/amber.md")
    try await terminal.wait(for: "Create it? y/n")
    try await terminal.press("y")
    #expect(try await desk.text("home/clippings/new/amber.md").hasPrefix("# Amber news\n"))
    try await terminal.press("w")
    try await terminal.wait(for: "amber-news.md")
    try await terminal.press("Escape", "Q")
    #expect(try await terminal.exitStatus() == 0)
    terminal = try await reading(desk)
    try await terminal.press("w")
    try await terminal.wait(for: "amber-news.md")
  }

  @Test func aFailedSaveNamesTheFile() async throws {
    let terminal = try await reading(try desk())
    try await terminal.press(":")
    try await terminal.type("w /proc/amber.md")
    let screen = try await terminal.wait(for: "/proc/amber.md: cannot be written")
    #expect(!screen.contains(".broadsheet-"))
  }

  /// tmux is the terminal here, and keeps what is copied.
  @Test func theHeadlineIsCopied() async throws {
    let terminal = try await reading(try desk())
    try await terminal.ask(["set", "-s", "set-clipboard", "on"])
    try await terminal.press("y", "t")
    let copied = try await Patience.wait(for: "the clipboard") {
      try? await terminal.ask(["show-buffer"])
    }
    #expect(copied.trimmingCharacters(in: .newlines) == "Amber news")
  }

  // MARK: Programs that need the terminal

  @Test func theEditorGetsTheTerminalAndGivesItBack() async throws {
    let desk = try desk()
    let terminal = try await reading(
      desk, environment: ["EDITOR": "sh -c 'echo editing \"$1\"; read answer; echo \"$answer\" >>\"$1\"' sh"])
    let before = try await terminal.screen()
    try await terminal.press("e")
    let shell = try await terminal.wait(for: "editing \(desk.page("amber-news.txt"))")
    #expect(!shell.contains("The amber was found."))
    #expect(try await terminal.look("#{alternate_on} #{mouse_any_flag}") == "0 0")
    // What reaches all programs in the foreground is not for the reader now.
    try await terminal.resize(columns: 120, rows: 30)
    try await terminal.press("C-z")
    try await terminal.type("An afterword.")
    try await terminal.wait(for: "the reader") { $0.contains("The amber was found.") && $0.rows.count == 30 }
    #expect(before.rows.count == 40)
    #expect(
      try String(contentsOfFile: desk.page("amber-news.txt"), encoding: .utf8).hasSuffix("An afterword.\n"))
    #expect(try await terminal.look("#{alternate_on}") == "1")
  }

  @Test func interruptingAnotherProgramDoesNotEndTheReader() async throws {
    let desk = try desk()
    let terminal = try await reading(desk, environment: ["PAGER": "echo paging; sleep 1000; cat"])
    try await terminal.press("o")
    try await terminal.wait(for: "paging")
    try await terminal.press("C-c")
    try await terminal.wait(for: "The amber was found.")
    try await terminal.press("Q")
    #expect(try await terminal.exitStatus() == 0)
  }

  @Test func theBrowserGetsTheAddressOfThePage() async throws {
    let desk = try ReaderDriver()
    try desk.add(
      "amber.txt", "https://meridian.example/a?b&c\n\nAmber found in the harbour today\n\nIt is old.\n")
    try Data("echo \"$#: $1\" >'\(desk.path)/opened'".utf8).write(
      to: URL(fileURLWithPath: desk.path + "/browser"))
    let terminal = try await reading(desk, environment: ["BROWSER": "no-such:sh \(desk.path)/browser"])
    try await terminal.press("o")
    #expect(try await desk.text("opened") == "1: https://meridian.example/a?b&c\n")
    try await terminal.wait(for: "It is old.")
  }
}
