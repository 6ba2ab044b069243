import Glibc
import Testing

/// Clicks, the wheel and dragging, as a terminal reports them.
@Suite(.realProgram) struct MouseTests {
  private func desk() throws -> ReaderDriver {
    try ReaderDriver(
      "abcdefghijklmnopqrst".map {
        Article.long("\($0)-boat sails", related: $0 == "a" ? [Article.long("t-boat sails")] : [])
      })
  }

  private func open(
    _ desk: ReaderDriver, _ options: [String] = [], columns: Int = 120, rows: Int = 24
  ) async throws -> TerminalSession {
    let terminal = try await TerminalSession(desk, options + [desk.pages], columns: columns, rows: rows)
    try await terminal.waitUntilLoaded(stories: 20)
    return terminal
  }

  /// Where some text stands on the screen.
  private func place(of text: String, in screen: Screen) throws -> (column: Int, row: Int) {
    for (number, row) in screen.rows.enumerated() {
      guard let range = row.firstRange(of: text) else { continue }
      return (row.distance(from: row.startIndex, to: range.lowerBound), number)
    }
    throw Trouble("no \(text) on the screen:\n\(screen.text)")
  }

  private func click(_ text: String, in terminal: TerminalSession, times: Int = 1) async throws {
    let place = try place(of: text, in: try await terminal.screen())
    try await terminal.click(column: place.column, row: place.row, times: times)
  }

  private func border(_ screen: Screen) -> Int? {
    screen.rows[0].firstIndex(of: "┬").map {
      screen.rows[0].distance(from: screen.rows[0].startIndex, to: $0)
    }
  }

  @Test func aClickSelectsAndTwoOpen() async throws {
    let terminal = try await open(try desk())
    try await click("c-boat sails", in: terminal)
    let selected = try await terminal.wait(for: "the story") {
      $0.selected == "c-boat sails" && $0.story.contains("c-boat paragraph 3 ")
    }
    #expect(selected.rows[0].contains("20 unread"))
    #expect(selected.status.contains("Enter read"))
    try await terminal.press("k")
    try await terminal.wait(for: "b") { $0.selected == "b-boat sails" }
    try await click("e-boat sails", in: terminal, times: 2)
    try await terminal.wait(for: "19 unread") { !$0.isUnread("e-boat sails") && $0.status.contains("q list") }
  }

  /// Another program may have left the mouse on.
  @Test func aMouseThatWasNotAskedForDoesNothing() async throws {
    let desk = try desk()
    try desk.configure("resume: no\n")
    for (options, selected) in [([], "c-boat"), (["--no-mouse"], "a-boat")] {
      let terminal = try RawTerminal(desk, options + [desk.pages], columns: 120, rows: 24)
      try await terminal.waitUntilLoaded(stories: 20)
      // A click on the third story, which is then starred.
      terminal.type("\u{1B}[<0;8;6M\u{1B}[<0;8;6ms")
      try await terminal.wait(for: "a star") { $0.text.contains("★") }
      #expect(
        (0..<24).contains { row in
          let text = terminal.model.screen.text(row: row)
          return text.contains("★") && text.contains(selected)
        }, "\(options): \(terminal.model.screen.text)")
      terminal.type("sQ")
      #expect(try await terminal.end() == 0)
    }
  }

  @Test func aClickOnARelatedStoryFollows() async throws {
    let terminal = try await open(try desk())
    let screen = try await terminal.wait(for: "a related story") { $0.related.contains("t-boat") }
    let related = try place(of: "Related", in: screen)
    let row = try #require(screen.rows.firstIndex { $0.dropFirst(related.column).contains("t-boat") })
    try await terminal.click(column: related.column + 6, row: row)
    try await terminal.wait(for: "the related story") { $0.story.contains("t-boat paragraph 3 ") }
    try await terminal.press("C-o")
    try await terminal.wait(for: "back") { $0.story.contains("a-boat paragraph 3 ") }
  }

  @Test func theWheelScrollsAndNothingElse() async throws {
    let terminal = try await open(try desk())
    for _ in 1...4 { try await terminal.mouse("65", column: 5, row: 8) }
    let scrolled = try await terminal.wait(for: "a scrolled list") { !$0.list.contains("a-boat") }
    #expect(scrolled.rows[0].contains("1 of 20 ─"))
    #expect(scrolled.story.contains("a-boat paragraph 1 "))
    for _ in 1...4 { try await terminal.mouse("65", column: 60, row: 8) }
    try await terminal.wait(for: "a scrolled story") {
      $0.story.contains("a-boat paragraph 9 ") && !$0.story.contains("a-boat paragraph 1 ")
        && !$0.list.contains("a-boat")
    }
    for _ in 1...9 { try await terminal.mouse("64", column: 60, row: 8) }
    for _ in 1...9 { try await terminal.mouse("64", column: 5, row: 8) }
    let back = try await terminal.wait(for: "the beginning") {
      $0.list.contains("a-boat") && $0.story.contains("a-boat paragraph 1 ")
    }
    #expect(back.rows[0].contains("1 of 20 ─"))
    #expect(back.status.contains("Enter read"), "the list has the keys as before")
  }

  @Test func aDraggedLineStaysWhereItIs() async throws {
    let desk = try desk()
    let terminal = try await open(desk)
    let before = try #require(border(try await terminal.screen()))
    try await terminal.mouse("0", column: before, row: 9)
    for column in [before + 3, before + 9, before + 12] {
      try await terminal.mouse("32", column: column, row: 11)
    }
    try await terminal.wait(for: "the moved line") { border($0) == before + 12 }
    try await terminal.mouse("0", column: before + 12, row: 11, isRelease: true)
    // Let go, it does not follow.
    try await terminal.mouse("32", column: before, row: 11)
    try await terminal.press("j")
    #expect(border(try await terminal.wait(for: "2 of 20")) == before + 12)
    try await terminal.press("Q")
    #expect(try await terminal.exitStatus() == 0)
    #expect(border(try await open(desk).screen()) == before + 12)
  }

  @Test func dragsTooFarLeaveRoom() async throws {
    let terminal = try await open(try desk())
    let before = try #require(border(try await terminal.screen()))
    try await terminal.mouse("0", column: before, row: 9)
    for column in [0, 119, 5_000] { try await terminal.mouse("32", column: column, row: 11) }
    try await terminal.mouse("0", column: 5_000, row: 11, isRelease: true)
    let screen = try await terminal.wait(for: "three panes") { border($0) != before }
    #expect(screen.rows[0].count { $0 == "┬" } == 2)
    #expect(screen.rows[0].contains("Story"))
  }

  @Test func tabsAreClicked() async throws {
    let desk = try desk()
    try desk.configure("sections: [{name: Bees, query: b-boat}, {name: Seas, query: c-boat}]\n")
    let terminal = try await open(desk)
    try await terminal.wait(for: "tabs") { $0.rows[0].contains("Seas 1") }
    try await click("Seas", in: terminal)
    try await terminal.wait(for: "Seas · 1 of 1")
    try await click(" All ", in: terminal)
    try await terminal.wait(for: "all, with the story that was selected") {
      $0.rows[1].contains("3 of 20") && $0.selected == "c-boat sails"
    }
    try await click("d-boat sails", in: terminal)
    try await terminal.wait(for: "d") { $0.selected == "d-boat sails" }
  }

  @Test func headingsFoldWithAClick() async throws {
    let terminal = try await open(try desk())
    try await terminal.press("v", "s")
    try await terminal.wait(for: "▾ The Meridian")
    try await click("▾ The Meridian", in: terminal)
    try await terminal.wait(for: "▸ The Meridian") { !$0.list.contains("boat") }
  }

  /// Reports from nowhere, cut or never heard of; they come between keys.
  @Test func strangeReportsAreNothing() async throws {
    let terminal = try await open(try desk())
    for report in [
      "\u{1B}[<0;99999;99999M", "\u{1B}[<0;0;0M", "\u{1B}[<0;1M", "\u{1B}[<;;M", "\u{1B}[<-1;3;3M",
      "\u{1B}[<999;3;3M",
      "\u{1B}[<0;99999999999999999999999;1M", "\u{1B}[<1;3;3M", "\u{1B}[<2;3;3M", "\u{1B}[<66;3;3M",
      "\u{1B}[<35;3;3M",
      "\u{1B}[<0;3;24M", "\u{1B}[<0;3;24m", "\u{1B}[<0;200;1M",
    ] {
      try await terminal.typeIn(report)
    }
    try await terminal.press("j")
    try await terminal.wait(for: "the reader") { $0.rows[0].contains("2 of 20 ─") }
    for key in ["?", "/", "&", ":", "A"] {
      try await terminal.press(key)
      try await terminal.click(column: 3, row: 5)
      try await terminal.mouse("65", column: 3, row: 5)
      try await terminal.press("Escape")
    }
    try await terminal.press("Q")
    #expect(try await terminal.exitStatus() == 0)
  }

  // MARK: Claimed and given back

  private static let flags = "#{mouse_any_flag} #{mouse_sgr_flag}"

  @Test func theMouseIsLeftWhereWanted() async throws {
    let desk = try desk()
    #expect(try await open(desk).look(Self.flags) == "1 1")
    #expect(try await open(desk, ["--no-mouse"]).look(Self.flags) == "0 0")
    try desk.configure("mouse: false\n")
    #expect(try await open(desk).look(Self.flags) == "0 0")
    try desk.configure("mouse: true\n")
    let terminal = try await open(desk, ["--no-mouse"])
    try desk.configure("mouse: true\nline-width: 30\n")
    try await terminal.wait(for: "Configuration reloaded")
    #expect(try await terminal.look(Self.flags) == "0 0", "the command line counts")
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGSEGV, SIGABRT]) func signalsGiveItBack(signal: Int32)
    async throws
  {
    let terminal = try await open(try desk())
    try await terminal.signal(signal)
    #expect(try await terminal.exitStatus() == 128 + signal)
    #expect(try await terminal.look(Self.flags) == "0 0")
  }

  @Test func quittingAndSuspendingGiveItBack() async throws {
    let desk = try desk()
    let terminal = try await TerminalSession(
      desk, command: [try Program.system("bash"), "--norc", "--noprofile", "-i"],
      environment: ["PS1": "shell> ", "READER": Program.installed.get().path, "PAGES": desk.pages])
    try await terminal.wait(for: "shell>")
    try await terminal.type("\"$READER\" \"$PAGES\"")
    try await terminal.waitUntilLoaded(stories: 20)
    try await terminal.press("C-z")
    try await terminal.wait(for: "Stopped")
    #expect(try await terminal.look(Self.flags) == "0 0")
    try await terminal.type("fg")
    try await terminal.waitUntilLoaded(stories: 20)
    #expect(try await terminal.look(Self.flags) == "1 1")
    try await terminal.press("q")
    try await terminal.wait(for: "the shell") { !$0.contains("boat") }
    #expect(try await terminal.look(Self.flags) == "0 0")
  }
}
