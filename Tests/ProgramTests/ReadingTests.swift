import Testing

/// Opening a folder, moving in it, reading.
@Suite(.realProgram) struct ReadingTests {
  /// Twelve stories, `Story a` the newest; their texts are longer than any screen here.
  static let titles = "abcdefghijkl".map { "\($0)-boat sails" }

  private func open(columns: Int = 120, rows: Int = 20) async throws -> TerminalSession {
    let desk = try ReaderDriver(Self.titles.map { Article.long($0) })
    let terminal = try await TerminalSession(desk, columns: columns, rows: rows)
    try await terminal.waitUntilLoaded(stories: 12)
    return terminal
  }

  @Test func threePanesAreThere() async throws {
    let screen = try await open().wait(for: "a-boat and what is like it") {
      $0.contains("a-boat paragraph 2") && $0.showsAlikeStories
    }
    #expect(screen.rows[0].hasPrefix(" Stories · 1 of 12 ─"))
    #expect(screen.rows[0].contains("┬ Story ─"))
    #expect(screen.rows[0].contains("┬ Related · "))
    #expect(screen.list.contains("The Meridian · 1 h"))
    #expect(screen.story.contains("The Meridian · "))
    #expect(screen.related.contains("Same story"))
    #expect(screen.selected == "a-boat sails")
    #expect(screen.status.contains("Enter read"))
    #expect(screen.status.contains("? keys"))
  }

  @Test(arguments: [
    (["j"], "b"), (["j", "j", "k"], "b"), (["Down", "Down"], "c"), (["Down", "Down", "Up"], "b"),
    (["G"], "l"),
    (["G", "g"], "a"), (["End", "Home", "J"], "b"), (["J", "J", "K"], "b"), (["k"], "a"), (["G", "j"], "l"),
    (["NPage"], "i"), (["Space", "b"], "a"), (["C-d"], "e"), (["G", "PPage"], "d"), (["n", "n", "p"], "b"),
  ])
  func keysMoveInTheList(keys: [String], to letter: String) async throws {
    let terminal = try await open()
    for key in keys { try await terminal.press(key) }
    // The story pane follows, and nothing is marked read by moving.
    let screen = try await terminal.wait(for: "\(letter)-boat") {
      $0.selected == "\(letter)-boat sails" && $0.story.contains("\(letter)-boat paragraph 3 ")
    }
    #expect(screen.rows[0].contains("12 unread"))
  }

  @Test func enterReads() async throws {
    let terminal = try await open()
    #expect(try await terminal.screen().isUnread("a-boat sails"))
    try await terminal.press("Enter")
    let read = try await terminal.wait(for: "11 unread")
    #expect(!read.isUnread("a-boat sails"))
    #expect(read.isUnread("b-boat sails"))
    #expect(read.status.contains("q list"))
    // The story listens to the keys now.
    try await terminal.press("j", "j", "j")
    try await terminal.wait(for: "three lines down") {
      $0.selected == "a-boat sails" && $0.storyTop.hasPrefix("───")
    }
    try await terminal.press("G")
    try await terminal.wait(for: "a-boat paragraph 80")
    try await terminal.press("J")
    try await terminal.wait(for: "the next story") {
      $0.selected == "b-boat sails" && $0.storyTop == "b-boat sails"
    }
    try await terminal.press("q")
    try await terminal.wait(for: "Enter read")
    try await terminal.press("q")
    #expect(try await terminal.exitStatus() == 0)
  }

  @Test func narrowShowsOnePaneAtATime() async throws {
    let terminal = try await open(columns: 40, rows: 12)
    #expect(try await terminal.screen().rows[0].hasPrefix(" Stories · 1 of 12"))
    try await terminal.press("Enter")
    let story = try await terminal.wait(for: "Story · Tab: related")
    #expect(story.contains("a-boat paragraph 3"))
    #expect(!story.contains("b-boat"))
    try await terminal.press("Tab")
    try await terminal.wait(for: "the related stories") { $0.rows[0].hasPrefix(" Related") }
    try await terminal.press("Tab")
    try await terminal.wait(for: "11 unread")
  }

  @Test func helpNamesTheKeysAndCloses() async throws {
    let terminal = try await open()
    try await terminal.press("?")
    let help = try await terminal.wait(for: " Keys ─")
    #expect(help.contains("next story, or a line down"))
    try await terminal.press("G")
    try await terminal.wait(for: "quit at once")
    try await terminal.press("q")
    try await terminal.wait(for: "1 of 12")
    try await terminal.press("Q")
    #expect(try await terminal.exitStatus() == 0)
  }

  @Test func samplesOpenWithoutAFolder() async throws {
    let terminal = try await TerminalSession(try ReaderDriver(), [], columns: 200, rows: 50)
    try await terminal.wait(for: "Harbour council delays ferry vote")
  }
}
