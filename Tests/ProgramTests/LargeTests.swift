import Testing

/// Thousands of pages: keys are answered whatever else is being done.
@Suite(.realProgram) struct LargeTests {
  private static let count = 2_000

  private func open() async throws -> TerminalSession {
    let desk = try ReaderDriver()
    for number in 1...Self.count {
      var article = Article(
        "Number\(number) reports", body: (1...20).map { "The ferry line \($0) of \(number)." })
      article.age = number == 1 ? "1 hours ago" : number == Self.count ? "9 days ago" : "2 days ago"
      article.source = number.isMultiple(of: 3) ? "Topic A" : "Topic B"
      try desk.add("\(number).txt", article.text)
    }
    let terminal = try await TerminalSession(desk)
    try await terminal.waitUntilLoaded(stories: Self.count)
    return terminal
  }

  @Test func keysTypedAheadAreAllTaken() async throws {
    let terminal = try await open()
    // All of it at once: a search that is given up, headings, an order, many steps.
    var keys = ["\\", "f", "e", "r", "r", "y", "Escape", "v", "s", "v", "n", "S", "t", "S", "d", "g"]
    keys += Array(repeating: "j", count: 400) + Array(repeating: "k", count: 100)
    try await terminal.ask(["send-keys", "-t", "main"] + keys)
    try await terminal.wait(for: "the last key") {
      $0.rows[0].contains(" of \(Self.count)") && $0.selected?.hasPrefix("Number") == true
    }
    // The list in its last order may come after the last key; then the key finds its story there.
    for (key, title) in [("g", "Number1 reports"), ("G", "Number\(Self.count) reports")] {
      _ = try await Patience.wait(for: title) {
        try await terminal.press(key)
        return try await terminal.screen().selected == title ? true : nil
      }
    }
  }

  /// Who answers and quits at once has all of them marked, and takes it back with one key in the next run.
  @Test func allAreMarkedBeforeLeaving() async throws {
    let terminal = try await open()
    try await terminal.press("A")
    try await terminal.wait(for: "Mark all \(Self.count) unread stories read?")
    try await terminal.press("y", "Q")
    #expect(try await terminal.exitStatus() == 0)
    let desk = terminal.desk
    let unread = try await Program.run(["list", "unread", desk.pages], on: desk)
    #expect(unread.lines.isEmpty)
    let next = try await TerminalSession(desk)
    try await next.wait(for: " 0 unread")
    try await next.press("u")
    try await next.wait(for: "Undone: \(Self.count) stories marked read")
    try await next.wait(for: " \(Self.count) unread")
  }

  /// The only unread story is the last of many.
  @Test func aFarStoryIsFound() async throws {
    let terminal = try await open()
    try await terminal.press("A", "y")
    try await terminal.wait(for: " 0 unread")
    try await terminal.press("G", "r")
    try await terminal.wait(for: " 1 unread")
    try await terminal.press("g", "n")
    try await terminal.wait(for: "the last story") { $0.rows[0].contains("\(Self.count) of \(Self.count)") }
  }

  @Test func keysAreAnsweredWhileStoriesAreLookedFor() async throws {
    let terminal = try await open()
    try await terminal.press("v", "s")
    try await terminal.press("g", "J", "J")
    try await terminal.press("\\")
    try await terminal.typeIn("the fer")
    for _ in 1...8 { try await terminal.press("BSpace") }
    // The last of them closes the line, and nothing is left of the search. Which heading is on the screen depends on
    // when the keys before met the list that was looked for.
    try await terminal.wait(for: "the headings") {
      $0.contains("headings: source") && $0.rows[0].hasPrefix(" Stories")
    }
    try await terminal.press("\\")
    try await terminal.typeIn("line 7 1234")
    try await terminal.wait(for: "1 story") { $0.selected == "Number1234 reports" }
    try await terminal.press("Enter")
    try await terminal.wait(for: "the story") {
      $0.story.contains("Number1234 reports") && $0.status.contains("match")
    }
    try await terminal.press("Q")
    #expect(try await terminal.exitStatus() == 0)
  }
}
