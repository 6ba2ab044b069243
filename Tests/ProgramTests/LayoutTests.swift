import Testing

/// Panes as the reader wants them, now and in the next run.
@Suite(.realProgram) struct LayoutTests {
  /// Going to the story marks nothing, so that screens can be compared.
  private func desk() throws -> ReaderDriver {
    let desk = try ReaderDriver("abcdefghijkl".map { Article.long("\($0)-boat sails") })
    try desk.configure("read: manual\n")
    return desk
  }

  private func open(_ desk: ReaderDriver, columns: Int = 120, rows: Int = 30) async throws -> TerminalSession
  {
    let terminal = try await TerminalSession(desk, columns: columns, rows: rows)
    try await terminal.wait(for: "Stories · 1 of 12")
    try await terminal.waitUntilLoaded(stories: 12)
    return terminal
  }

  private func quit(_ terminal: TerminalSession) async throws {
    try await terminal.press("Q")
    #expect(try await terminal.exitStatus() == 0)
  }

  private func borders(_ screen: Screen) -> [Int] {
    screen.rows[0].enumerated().filter { $0.element == "┬" }.map(\.offset)
  }

  @Test func layoutsGoRoundAndAreRemembered() async throws {
    let desk = try desk()
    let terminal = try await open(desk)
    let first = try await terminal.wait(for: "what is like it") { $0.showsAlikeStories }
    try await terminal.press("=")
    try await terminal.wait(for: "Layout: columns") { borders($0).count == 2 }
    try await terminal.press("=")
    let stacked = try await terminal.wait(for: "Layout: stacked") { borders($0).isEmpty }
    #expect(stacked.contains("a-boat paragraph 1 "))
    #expect(stacked.rows[0].contains("Stories"))
    try await quit(terminal)

    let second = try await open(desk)
    try await second.wait(for: "the same panes") { $0.rows.dropLast() == stacked.rows.dropLast() }
    try await second.press("=")
    try await second.wait(for: "Layout: single") { !$0.contains("paragraph") }
    try await second.press("Tab")
    try await second.wait(for: "a-boat paragraph 1 ")
    try await second.press("Tab", "Tab", "=")
    try await second.wait(for: "Layout: auto") { $0.rows.dropLast() == first.rows.dropLast() }
  }

  @Test func onePaneAloneAndAllAgain() async throws {
    let desk = try desk()
    let terminal = try await open(desk)
    let first = try await terminal.wait(for: "what is like it") { $0.showsAlikeStories }
    try await terminal.press("z")
    try await terminal.wait(for: "the list alone") {
      !$0.contains("paragraph") && $0.rows[0].hasPrefix(" Stories")
    }
    try await terminal.press("Tab")
    try await terminal.wait(for: "the story alone") {
      $0.contains("a-boat paragraph 1 ") && !$0.contains("b-boat")
    }
    try await terminal.press("z")
    try await terminal.wait(for: "all panes") { borders($0).count == 2 }
    try await terminal.press("BTab")
    try await terminal.wait(for: "as before") { $0 == first }
    try await terminal.press("z")
    try await terminal.wait(for: "the list alone") { !$0.contains("paragraph") }
    try await quit(terminal)
    #expect(try await borders(open(desk).screen()).count == 2, "whoever starts sees everything")
  }

  @Test func sizesAreRemembered() async throws {
    let desk = try desk()
    let terminal = try await open(desk)
    let before = borders(try await terminal.screen())
    try await terminal.press(">", ">", ">", ">")
    let wider = try await terminal.wait(for: "a wider list") { borders($0)[0] >= before[0] + 10 }
    try await terminal.press("Tab", "Tab", "<", "<")
    let both = try await terminal.wait(for: "a smaller pane") { borders($0)[1] > borders(wider)[1] }
    #expect(borders(both)[0] == borders(wider)[0])
    try await terminal.press("Tab", "<")
    try await terminal.wait(for: "a smaller list") { borders($0)[0] < borders(both)[0] }
    try await terminal.press(">")
    try await terminal.wait(for: "as before") { borders($0) == borders(both) }
    try await quit(terminal)
    #expect(borders(try await open(desk).screen()) == borders(both))
  }

  @Test func nothingBecomesTooSmallToRead() async throws {
    let terminal = try await open(try desk())
    for key in ["<", ">"] {
      for _ in 1...60 { try await terminal.press(key) }
      let screen = try await terminal.wait(for: "three panes") { borders($0).count == 2 }
      #expect(screen.rows.allSatisfy { $0.count <= 120 })
      #expect(screen.rows[0].contains("Story"))
      #expect(screen.contains("a-boat"))
    }
  }

  @Test(arguments: [(40, 12), (20, 6), (79, 10), (60, 15), (30, 40)])
  func smallScreens(columns: Int, rows: Int) async throws {
    let desk = try desk()
    try desk.configure("sections: [{name: Boats, query: boat}, {name: A, query: a-boat}]\n")
    let terminal = try await TerminalSession(desk, columns: columns, rows: rows)
    try await terminal.wait(for: "a-boat")
    for _ in 1...4 {
      for key in ["Tab", ">", "<", "z", "z", "]", "[", "Tab", "Tab", "="] { try await terminal.press(key) }
      let screen = try await terminal.wait(for: "a layout") { $0.status.contains("Layout: ") }
      #expect(screen.rows.count == rows)
      #expect(screen.rows.allSatisfy { $0.count <= columns })
    }
    for key in [":", "/", "\\", "&"] {
      try await terminal.press(key)
      try await terminal.wait(for: key) { $0.status.hasPrefix(key) }
      try await terminal.press("Escape")
      try await terminal.wait(for: "the end of \(key)") { !$0.status.hasPrefix(key) }
    }
    try await quit(terminal)
  }

  @Test func aLineThatIsTypedOutlivesResizing() async throws {
    let terminal = try await open(try desk())
    try await terminal.press(":")
    try await terminal.typeIn("toggle-st")
    for (columns, rows) in [(40, 12), (10, 3), (200, 50), (20, 6), (90, 20)] {
      try await terminal.resize(columns: columns, rows: rows)
      guard columns >= 20 else { continue }
      try await terminal.wait(for: "the line") { $0.rows.count == rows && $0.status.hasPrefix(":toggle-st") }
    }
    try await terminal.press("Tab", "Enter")
    try await terminal.wait(for: "Starred")
  }
}
