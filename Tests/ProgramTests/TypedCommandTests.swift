import Foundation
import Testing

/// Commands by their names, behind `:`.
@Suite(.realProgram) struct TypedCommandTests {
  private func desk() throws -> ReaderDriver {
    let words = String(repeating: "word ", count: 60)
    return try ReaderDriver("abcdefghijklmno".map { Article("\($0)-boat sails", body: [words]) })
  }

  private func open(_ desk: ReaderDriver, options: [String] = []) async throws -> TerminalSession {
    let terminal = try await TerminalSession(desk, options + [desk.pages])
    try await terminal.waitUntilLoaded(stories: 15)
    return terminal
  }

  private func run(_ command: String, in terminal: TerminalSession) async throws {
    try await terminal.press(":")
    try await terminal.type(command)
  }

  private func quit(_ terminal: TerminalSession) async throws {
    try await terminal.press("Escape", "Q")
    #expect(try await terminal.exitStatus() == 0)
  }

  /// Who types a line gives it up with ^C, and reads on.
  @Test func controlCGivesTheLineUp() async throws {
    let terminal = try await open(try desk())
    try await terminal.press("/")
    try await terminal.typeIn("word")
    try await terminal.wait(for: "no match")
    try await terminal.press("C-c")
    try await terminal.wait(for: "Enter read")
    try await terminal.press("j")
    try await terminal.wait(for: "2 of 15")
    try await quit(terminal)
  }

  @Test func namesAreCompleted() async throws {
    let terminal = try await open(try desk())
    try await terminal.press(":")
    try await terminal.typeIn("toggle-s")
    try await terminal.wait(for: "toggle star")
    try await terminal.press("Tab")
    try await terminal.wait(for: "the name") { $0.status.hasPrefix(":toggle-star") }
    try await terminal.press("Enter")
    try await terminal.wait(for: "Starred")
    // Tab goes round among several.
    try await terminal.press(":")
    try await terminal.typeIn("sort-")
    try await terminal.press("Tab")
    try await terminal.wait(for: "the first") { $0.status.hasPrefix(":sort-date") }
    try await terminal.press("Tab")
    try await terminal.wait(for: "the second") { $0.status.hasPrefix(":sort-title") }
    try await terminal.press("BTab", "BTab")
    try await terminal.wait(for: "the last") { $0.status.hasPrefix(":sort-relevance") }
    try await terminal.press("Escape")
    try await terminal.wait(for: "nothing") { $0.status.contains("? keys") && $0.selected == "a-boat sails" }
  }

  @Test func themesAndSettingsAreCompleted() async throws {
    let terminal = try await open(try desk())
    try await terminal.press(":")
    try await terminal.typeIn("theme fog")
    try await terminal.press("Tab")
    try await terminal.wait(for: "the theme") { $0.status.hasPrefix(":theme foghorn") }
    try await terminal.press("Enter")
    try await terminal.wait(for: "Theme: foghorn")
    try await terminal.press(":")
    try await terminal.typeIn("set lay")
    try await terminal.press("Tab")
    try await terminal.wait(for: "the setting") { $0.status.hasPrefix(":set layout=") }
    try await terminal.typeIn("st")
    try await terminal.press("Tab")
    try await terminal.wait(for: "the value") { $0.status.hasPrefix(":set layout=stacked") }
    try await terminal.press("Enter")
    try await terminal.wait(for: "stacked panes") { !$0.rows[0].contains("┬") }
  }

  @Test func settingsCountAtOnceUntilQuitting() async throws {
    let desk = try desk()
    let terminal = try await open(desk)
    func longest(_ screen: Screen) -> Int {
      screen.story.split(separator: "\n").map(\.trimmed).filter { $0.contains("word word") }.map(\.count)
        .max() ?? 0
    }
    try await terminal.wait(for: "the usual column") { longest($0) > 40 }
    try await run("set line-width=40", in: terminal)
    try await terminal.wait(for: "Set line-width=40 until you quit") { (30...40).contains(longest($0)) }
    for (setting, complaint) in [
      ("line-width=4000", "20 to 120"), ("line-width=", "20 to 120"), ("line-width", "20 to 120"),
      ("line-widht=40", "did you mean line-width?"),
      ("sections=x", "can only be set in the configuration file"), ("theme=fogorn", "did you mean foghorn?"),
      ("=", "is not an option"),
      ("mouse=maybe", "true"),
    ] {
      try await run("set \(setting)", in: terminal)
      let screen = try await terminal.wait(for: complaint)
      #expect((30...40).contains(longest(screen)), "\(setting)")
      // The next answer may be the same: this one must be gone before it is waited for.
      try await terminal.press("C-l")
      try await terminal.wait(for: "no answer") { !$0.status.contains(complaint) }
    }
    try await quit(terminal)
    let second = try await open(desk)
    try await second.wait(for: "the usual column") { longest($0) > 40 }
  }

  /// What the reader has changed by keys gives way to what is set, also where that was set before.
  @Test func aSettingCountsMoreThanKeysBefore() async throws {
    let desk = try desk()
    let terminal = try await open(desk, options: ["--no-mouse"])
    try await terminal.press("=", "=")
    try await terminal.wait(for: "stacked panes") { !$0.rows[0].contains("┬") }
    try await run("set layout=auto", in: terminal)
    try await terminal.wait(for: "columns") { $0.rows[0].contains("┬") }
    try await terminal.press("g", "S", "t", "S", "t")
    try await terminal.wait(for: "reversed") { $0.list.contains("o-boat") }
    try await run("set sort=date", in: terminal)
    try await terminal.press("g")
    try await terminal.wait(for: "the newest") { $0.selected == "a-boat sails" }
    try await terminal.press("v", "s")
    try await terminal.wait(for: "▾ The Meridian")
    try await run("set group=none", in: terminal)
    try await terminal.wait(for: "no headings") { !$0.contains("▾") }
    #expect(try await terminal.look("#{mouse_any_flag}") == "0")
    try await run("set mouse=true", in: terminal)
    try await terminal.wait(for: "Set mouse=true")
    #expect(try await terminal.look("#{mouse_any_flag}") == "1")
  }

  /// `:theme` is remembered, `:set theme` is not.
  @Test func aThemeThatIsSetLastsUntilQuitting() async throws {
    let desk = try desk()
    let first = try await open(desk)
    try await run("theme foghorn", in: first)
    try await first.wait(for: "Theme: foghorn")
    try await run("set theme=gravure", in: first)
    try await first.wait(for: "Set theme=gravure until you quit")
    let gravure = try await first.colours()
    try await run("set theme=auto", in: first)
    try await first.wait(for: "Set theme=auto until you quit")
    #expect(try await first.colours() != gravure, "the one that was chosen last")
    try await quit(first)
    #expect(try String(contentsOfFile: desk.state + "/theme", encoding: .utf8) == "foghorn\n")
  }

  @Test func whatIsNoCommandIsSaid() async throws {
    let terminal = try await open(try desk())
    try await run("fly", in: terminal)
    try await terminal.wait(for: "fly: no such command · Tab completes")
    try await run("sort", in: terminal)
    try await terminal.wait(for: "sort could be sort-date")
    try await run("zoom in", in: terminal)
    try await terminal.wait(for: "zoom takes no argument")
    try await run("theme no-such", in: terminal)
    try await terminal.wait(for: "no-such: no such theme")
    try await run("section", in: terminal)
    try await run("", in: terminal)
    try await run("   ", in: terminal)
    try await run("99999999999999999999999999", in: terminal)
    try await run("-1", in: terminal)
    try await terminal.press("j")
    try await terminal.wait(for: "the reader") { $0.rows[0].contains(" of 15") }
  }

  @Test func numbersAreStories() async throws {
    let terminal = try await open(try desk())
    for (number, title) in [("12", "l"), ("1", "a"), ("999", "o"), ("0", "a")] {
      try await run(number, in: terminal)
      try await terminal.wait(for: title) { $0.selected == "\(title)-boat sails" }
    }
  }

  @Test(arguments: ["q", "qa", "quit", "close"]) func quitting(command: String) async throws {
    let terminal = try await open(try desk())
    try await run(command, in: terminal)
    #expect(try await terminal.exitStatus() == 0)
  }

  @Test func whatWasTypedIsFoundInTheNextRun() async throws {
    let desk = try desk()
    let (first, other) = (try await open(desk), try await open(desk))
    let commands = [(first, "1"), (other, "top"), (first, "zoom"), (first, "zoom"), (other, "no-such")]
    for (index, (terminal, command)) in commands.enumerated() {
      try await run(command, in: terminal)
      try await terminal.wait(for: "the line's end") { !$0.status.hasPrefix(":") }
      // Both write to one file: the order is that of writing.
      _ = try await Patience.wait(for: "the history") {
        let history = try? String(contentsOfFile: desk.state + "/history", encoding: .utf8)
        return history?.split(separator: "\n").count == index + 1 ? true : nil
      }
    }
    try await quit(first)
    try await quit(other)
    let next = try await open(desk)
    try await next.press(":")
    for line in ["no-such", "zoom", "top", "1", "1"] {
      try await next.press("Up")
      try await next.wait(for: line) { $0.status.hasPrefix(":\(line) ") }
    }
    try await next.press("Down", "C-n")
    try await next.wait(for: "zoom") { $0.status.hasPrefix(":zoom ") }
    // What has been typed chooses.
    try await next.press("C-u")
    try await next.typeIn("t")
    try await next.press("Up")
    try await next.wait(for: "top") { $0.status.hasPrefix(":top ") }
    try await next.press("Down")
    try await next.wait(for: "what was typed") { $0.status.hasPrefix(":t ") }
  }

  /// The file grows with every line that is typed; a start shortens it once it is long, and keeps the latest.
  @Test(arguments: [(100, 100), (20_000, 12_000)]) func aLongHistoryIsShortened(before: Int, atMost: Int)
    async throws
  {
    let desk = try desk()
    try FileManager.default.createDirectory(atPath: desk.state, withIntermediateDirectories: true)
    let file = desk.state + "/history"
    let text = (1...before).map { "command\tzoom \($0)\n" }.joined()
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    let terminal = try await open(desk)
    try await quit(terminal)
    let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
    #expect(lines.last == "command\tzoom \(before)")
    #expect(lines.count == before || before > atMost)
    #expect(lines.count <= atMost && lines.count >= 100)
  }

  @Test func aDamagedHistoryIsNoMatter() async throws {
    let desk = try desk()
    try FileManager.default.createDirectory(atPath: desk.state, withIntermediateDirectories: true)
    let bytes =
      Data((0...255).map { UInt8($0) }) + Data("\ncommand\tzoom\u{1B}[2J\nnothing\n\t\t\ncommand\ttop\n".utf8)
    try bytes.write(to: URL(fileURLWithPath: desk.state + "/history"))
    try Data("layout 7\nlistColumn x\nlistColumn 99999999999999999999\nside -5\n\u{0}".utf8)
      .write(to: URL(fileURLWithPath: desk.state + "/panes"))
    let terminal = try await open(desk)
    try await terminal.press(":", "Up")
    try await terminal.wait(for: "top") { $0.status.hasPrefix(":top ") }
    try await terminal.press("Up")
    try await terminal.wait(for: "zoom") { $0.status.hasPrefix(":zoom") && !$0.status.contains("\u{1B}") }
  }
}
