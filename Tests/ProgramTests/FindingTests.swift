import Testing

/// `/` finds in the story, `\` in all stories, both while one types.
@Suite(.realProgram) struct FindingTests {
  // MARK: In the story

  private func reading(_ body: [String]) async throws -> TerminalSession {
    let terminal = try await TerminalSession(
      try ReaderDriver([Article("Amber news", body: body)]), environment: ["COLORTERM": "truecolor"])
    try await terminal.waitUntilLoaded(stories: 1)
    try await terminal.press("Enter")
    try await terminal.wait(for: "0 unread")
    return terminal
  }

  @Test func matchesAreLitCountedAndVisited() async throws {
    let terminal = try await reading(["The ferry left.", "Another ferry came.", "A ferry sank."])
    try await terminal.press("/")
    try await terminal.typeIn("ferr")
    #expect(try await terminal.wait(for: "match 1 of 3").status.hasPrefix("/ferr"))
    let typed = try await terminal.styledScreen()
    let plain = try #require(typed.styles(of: "The ferry").first)
    let lit = typed.styles(of: "ferry")
    #expect(lit.count == 3)
    #expect(!lit.contains(plain))
    #expect(lit[1] == lit[2])
    #expect(lit[0] != lit[1], "the current one stands out")

    try await terminal.press("Enter")
    #expect(try await terminal.wait(for: "match 1 of 3").status.hasPrefix(" /ferr · match 1 of 3"))
    try await terminal.press("n")
    try await terminal.wait(for: "match 2 of 3")
    let second = try await terminal.styledScreen().styles(of: "ferry")
    #expect(second[0] == second[2])
    #expect(second[1] != second[2])
    try await terminal.press("N", "N")
    try await terminal.wait(for: "the other end") { $0.status.contains("Wrapped") }
    try await terminal.press("p")
    try await terminal.wait(for: "match 2 of 3")
    try await terminal.press("Escape")
    try await terminal.wait(for: "the end of finding") { !$0.status.contains("match") }
    let after = try await terminal.styledScreen().styles(of: "ferry")
    #expect(Set(after).count == 1)
    #expect(after.first == plain)
  }

  @Test func escapeWhileTypingGoesBackToThePlace() async throws {
    let body = (1...60).map { "Paragraph \($0) ends." } + ["Here is the zebra."]
    let terminal = try await reading(body)
    try await terminal.press("j", "j", "j", "j", "j", "j")
    let before = try await terminal.wait(for: "six lines down") { $0.storyTop.hasPrefix("Paragraph 2 ") }
    try await terminal.press("/")
    try await terminal.typeIn("zebra")
    try await terminal.wait(for: "the zebra") { $0.story.contains("Here is the zebra.") }
    try await terminal.press("Escape")
    try await terminal.wait(for: "the place before") {
      $0.story == before.story && !$0.status.contains("zebra")
    }
  }

  @Test(arguments: [
    ("cafe", "1 of 2"), ("CAFÉ", "no match"), ("Café", "1 of 1"), ("ferry", "1 of 2"), ("Ferry", "1 of 1"),
    ("احمد", "1 of 1"), ("مدرسه", "1 of 1"), ("zebra", "no match"), ("don't", "1 of 1"),
  ])
  func caseAccentsAndArabicFormsAreFolded(words: String, count: String) async throws {
    let terminal = try await reading([
      "A Café opened, a café closed.", "The Ferry took the other ferry.", "Don’t ask.",
      "قال أحمد إن المدرسة مغلقة.",
    ])
    try await terminal.press("/")
    try await terminal.typeIn(words)
    try await terminal.wait(for: count)
    try await terminal.press("Enter", "Q")
    #expect(try await terminal.exitStatus() == 0)
  }

  @Test func nothingFoundIsSaid() async throws {
    let terminal = try await reading(["It is old."])
    try await terminal.press("/")
    try await terminal.type("zebra")
    try await terminal.wait(for: "zebra is not in this story")
    try await terminal.press("n")
    try await terminal.wait(for: "zebra is not in this story")
  }

  // MARK: In all stories

  /// Some hundred stories; the zebra is in one, at the end of its text; half of them have ferries.
  private static func library() throws -> ReaderDriver {
    let desk = try ReaderDriver()
    for number in 1...300 {
      var article = Article.long("Number\(number) reports")
      article.age = "2 hours ago"
      if number.isMultiple(of: 2) { article.body[1] = "Here is a ferry." }
      if number == 200 { article.body.append("At last the zebras ran.") }
      if number == 150 { article.body[2] = "قال أحمد إن المدرسة مغلقة." }
      if number == 100 { article.body[2] = "Le Café Crème." }
      try desk.add("\(number).txt", article.text)
    }
    return desk
  }

  /// Without a folder for caches there is no index.
  @Test(arguments: [false, true]) func theListNarrowsWhileOneTypes(hasIndex: Bool) async throws {
    let desk = try Self.library()
    if hasIndex { #expect(try await Program.run(["index", desk.pages], on: desk).status == 0) }
    let terminal = try await TerminalSession(
      desk,
      environment: [
        "COLORTERM": "truecolor", "XDG_CACHE_HOME": hasIndex ? desk.home + "/cache" : "/dev/null/no",
      ])
    try await goToFirst(terminal)
    for _ in 1...30 { try await terminal.press("j") }
    let before = try await terminal.wait(for: "31 of 300") { screen in
      screen.rows[0].contains("31 of 300") && screen.story.contains(" paragraph 5 ")
        && screen.selected.map { screen.storyTop == $0 } == true
    }
    try await terminal.press("\\")
    try await terminal.typeIn("ferr")
    try await terminal.wait(for: "150 stories")
    try await terminal.press("C-u")
    try await terminal.typeIn("zeb")
    let found = try await terminal.wait(for: "1 story") {
      $0.status.contains("1 story") && $0.selected == "Number200 reports"
    }
    #expect(found.rows[0].hasPrefix(" Found · 1 of 1"))
    try await terminal.wait(for: "At last the zebras ran.")
    try await terminal.press("Escape")
    try await terminal.wait(for: "the list before") {
      $0.listRows == before.listRows && $0.story == before.story
    }

    try await terminal.press("\\")
    try await terminal.type("zebras")
    let opened = try await terminal.wait(for: "the match") { $0.story.contains("At last the zebras ran.") }
    #expect(opened.selected == "Number200 reports")
    try await terminal.wait(for: "match 1 of 1")
    let styles = try await terminal.styledScreen()
    #expect(styles.styles(of: "zebras ran").last != styles.styles(of: "ran.").last)
    // The story has the keys: one Escape for the list, one for the list before.
    try await terminal.press("Escape")
    try await terminal.wait(for: "the found list") { $0.rows[0].contains(" Found · 1 of 1") }
    try await terminal.press("Escape")
    try await terminal.wait(for: "the list before") {
      $0.rows[0].contains("31 of 300") && $0.selected == before.selected
    }
  }

  @Test(arguments: [
    ("cafe creme", "1 story"), ("Café", "1 story"), ("CAFE", "0 stories"), ("احمد المدرسه", "1 story"),
    ("\"a ferry\" zebras", "1 story"), ("ferry -zebras", "149 stories"), ("nothing of it", "0 stories"),
    ("source:meridian zebras OR crème", "2 stories"),
  ])
  func words(query: String, count: String) async throws {
    let terminal = try await TerminalSession(try Self.library())
    try await terminal.waitUntilLoaded(stories: 300)
    try await terminal.press("\\")
    try await terminal.typeIn(query)
    try await terminal.wait(for: count)
  }

  /// Whoever has had time to begin reading stays at that story while others arrive above it.
  private func goToFirst(_ terminal: TerminalSession) async throws {
    try await terminal.waitUntilLoaded(stories: 300)
    try await terminal.press("g")
    try await terminal.wait(for: "1 of 300")
  }

  @Test func nothingFoundIsAnEmptyListToComeBackFrom() async throws {
    let terminal = try await TerminalSession(try Self.library())
    try await goToFirst(terminal)
    try await terminal.press("\\")
    try await terminal.type("unicorns")
    try await terminal.wait(for: "an empty list") { !$0.list.contains("Number") }
    for key in ["j", "k", "Enter", "r", "s", "n", "G", "Space", "1", "C-o", "Tab", "Tab", "Tab"] {
      try await terminal.press(key)
    }
    try await terminal.press("Escape", "Escape", "Escape")
    try await terminal.wait(for: "1 of 300")
  }
}
