import Testing

/// Following related stories, and coming back.
@Suite(.realProgram) struct TrailTests {
  /// `Amber` lists `Birch`, which lists `Cedar`.
  private func open() async throws -> TerminalSession {
    var (amber, birch, cedar) = (
      Article.long("Amber light returns"), Article.long("Birch falls on road"),
      Article.long("Cedar is replanted")
    )
    birch.age = "2 hours ago"
    cedar.age = "3 hours ago"
    birch.related = [cedar]
    amber.related = [birch]
    let terminal = try await TerminalSession(try ReaderDriver([amber, birch, cedar]), columns: 130, rows: 24)
    try await terminal.waitUntilLoaded(stories: 3)
    return terminal
  }

  private func followTwoDeep(_ terminal: TerminalSession) async throws {
    try await terminal.press("Enter")
    try await terminal.wait(for: "2 unread")
    for _ in 1...8 { try await terminal.press("j") }
    try await terminal.wait(for: "eight lines down") { $0.storyTop.hasPrefix("Amber paragraph 3 ") }
    try await terminal.press("Tab")
    try await terminal.wait(for: "Enter follow")
    try await terminal.press("Enter")
    let second = try await terminal.wait(for: "the second story") {
      $0.storyTop == "Birch falls on road" && $0.rows[0].contains("1 unread")
    }
    #expect(second.status.contains("Amber light returns › Birch falls on road"))
    #expect(second.status.contains("^O back"))
    for _ in 1...6 { try await terminal.press("j") }
    try await terminal.wait(for: "six lines down") { $0.storyTop.hasPrefix("Birch paragraph 2 ") }
    // By its number, from the story: what the page lists comes first.
    try await terminal.press("1")
    let third = try await terminal.wait(for: "the third story") {
      $0.storyTop == "Cedar is replanted" && $0.rows[0].contains("0 unread")
    }
    #expect(third.status.contains("Amber light returns › Birch falls on road › Cedar is replanted"))
  }

  @Test(arguments: ["C-o", "BSpace", "H"]) func backGoesToTheSamePlaces(key: String) async throws {
    let terminal = try await open()
    try await followTwoDeep(terminal)
    try await terminal.press(key)
    let second = try await terminal.wait(for: "the second story") {
      $0.storyTop.hasPrefix("Birch paragraph 2 ")
    }
    #expect(!second.status.contains("Cedar"))
    try await terminal.press(key)
    let first = try await terminal.wait(for: "the first story") {
      $0.storyTop.hasPrefix("Amber paragraph 3 ")
    }
    // It was left from the related pane.
    #expect(first.status.contains("Enter follow"))
    #expect(!first.status.contains("^O back"))
    try await terminal.press(key)
    try await terminal.wait(for: "Nothing to go back to")
  }

  /// In the list a digit may begin a number. Where no other key comes, it follows as it does elsewhere.
  @Test func aDigitInTheListFollows() async throws {
    let desk = try ReaderDriver([Article.long("Amber news", related: [Article.long("Birch news")])])
    let terminal = try await TerminalSession(desk)
    try await terminal.waitUntilLoaded(stories: 2)
    try await terminal.wait(for: "a related story") { $0.related.contains("Birch news") }
    try await terminal.press("1")
    try await terminal.wait(for: "Amber news › Birch news") {
      $0.status.contains("Birch news") && $0.status.contains("q list")
    }
    try await terminal.press("Q")
    #expect(try await terminal.exitStatus() == 0)
  }

  @Test func forwardGoesOn() async throws {
    let terminal = try await open()
    try await followTwoDeep(terminal)
    try await terminal.press("j", "j", "j", "j")
    try await terminal.wait(for: "four lines down") { $0.storyTop.hasPrefix("Cedar paragraph 1 ") }
    try await terminal.press("H", "H")
    try await terminal.wait(for: "the first story") { $0.storyTop.hasPrefix("Amber paragraph 3 ") }
    try await terminal.press("L")
    try await terminal.wait(for: "the second story") { $0.storyTop.hasPrefix("Birch paragraph 2 ") }
    try await terminal.press("L")
    try await terminal.wait(for: "the third story") { $0.storyTop.hasPrefix("Cedar paragraph 1 ") }
    try await terminal.press("L")
    try await terminal.wait(for: "Nothing to go forward to")
  }

  @Test func listedStoryLeadsBackToItsPages() async throws {
    let terminal = try await open()
    try await terminal.press("G")
    let screen = try await terminal.wait(for: "Cedar") { $0.storyTop == "Cedar is replanted" }
    #expect(screen.related.contains("Pages that list it"))
    #expect(screen.related.contains("Birch falls on road"))
    try await terminal.press("l")
    try await terminal.wait(for: "the story's hints") { $0.status.contains("q list") }
    try await terminal.press("7")
    // How many there are depends on whether what is like it has been found.
    try await terminal.wait(for: "Only ")
  }
}
