import Testing

/// `&` filters the list; sections, orders and headings.
@Suite(.realProgram) struct FilterTests {
  /// Five stories: ferries in the first two, two sources.
  private func desk() throws -> ReaderDriver {
    let articles = ["Amber", "Birch", "Cedar", "Dune", "Elm"].enumerated().map { place, name in
      var article = Article("\(name) news", body: [place < 2 ? "A ferry sails." : "It is quiet."])
      article.source = place.isMultiple(of: 2) ? "Coast Courier" : "The Meridian"
      return article
    }
    return try ReaderDriver(articles)
  }

  private func open(_ desk: ReaderDriver, columns: Int = 120) async throws -> TerminalSession {
    let terminal = try await TerminalSession(desk, columns: columns, environment: ["COLORTERM": "truecolor"])
    try await terminal.waitUntilLoaded(stories: 5)
    return terminal
  }

  private func titles(_ screen: Screen) -> [String] {
    screen.list.split(separator: "\n").compactMap { row in
      ["Amber", "Birch", "Cedar", "Dune", "Elm"].first { row.contains("\($0) news") }
    }
  }

  // MARK: Filters

  @Test func aFilterIsCompletedAndTakenAwayAgain() async throws {
    let terminal = try await open(try desk(), columns: 200)
    try await terminal.press("&")
    try await terminal.typeIn("unr")
    try await terminal.press("Tab")
    try await terminal.wait(for: "unread") { $0.status.hasPrefix("&unread") }
    try await terminal.typeIn(" source:coa")
    try await terminal.wait(for: "a source to complete") {
      $0.rows.dropLast().suffix(3).contains { $0.contains("oast Courier") }
    }
    try await terminal.press("Tab")
    let line = try await terminal.wait(for: "the source") { $0.status.lowercased().contains("coast courier") }
    #expect(line.status.contains("source:"))
    try await terminal.press("Enter")
    let filtered = try await terminal.wait(for: "1 of 3") { titles($0) == ["Amber", "Cedar", "Elm"] }
    #expect(filtered.rows[0].contains("3 unread"))
    #expect(filtered.rows[0].contains("& unread"))
    // Nothing jumps while one marks.
    try await terminal.press("r")
    try await terminal.wait(for: "2 unread") { titles($0) == ["Amber", "Cedar", "Elm"] }
    try await terminal.press("Escape")
    try await terminal.wait(for: "all") { titles($0) == ["Amber", "Birch", "Cedar", "Dune", "Elm"] }
  }

  @Test func mistakesArePointedAt() async throws {
    let terminal = try await open(try desk(), columns: 200)
    try await terminal.press("&")
    try await terminal.typeIn("unread since:yesterdayish ferry")
    try await terminal.wait(for: "yesterdayish: not a date")
    let screen = try await terminal.styledScreen()
    let status = try #require(screen.rows.last)
    let text = String(status.map(\.character))
    let place = try #require(text.firstRange(of: "yesterdayish"))
    let wrong = status[text.distance(from: text.startIndex, to: place.lowerBound)].style
    #expect(wrong != status[2].style, "what is wrong is lit")
    try await terminal.press("Enter")
    try await terminal.wait(for: "the line, to be mended") {
      $0.contains("1 of 5") && $0.status.hasPrefix("&unread since:yesterdayish ferry")
    }
    try await terminal.press("Escape")
    try await terminal.wait(for: "? keys")
    try await terminal.press("Q")
    #expect(try await terminal.exitStatus() == 0)
  }

  @Test func aFilterThatFindsNothing() async throws {
    let terminal = try await open(try desk())
    try await terminal.press("&")
    try await terminal.type("starred")
    try await terminal.wait(for: "no stories") { titles($0).isEmpty }
    for key in ["j", "G", "Enter", "r", "s", "A", "n", "c", "w", "|", "C-o"] {
      try await terminal.press(key)
    }
    try await terminal.press("Escape")
    try await terminal.wait(for: "all") { titles($0).count == 5 }
  }

  // MARK: Sections

  @Test func sectionsAreTabsWhoseCountsFollowMarks() async throws {
    let desk = try desk()
    try desk.configure(
      """
      sections:
        - {name: Harbour, query: ferry}
        - {name: Coast, query: "unread source:coast", sort: title, group: source}
      """)
    let terminal = try await open(desk)
    try await terminal.wait(for: "tabs") { $0.rows[0] == " All   Harbour 2   Coast 3" }
    try await terminal.press("]")
    let harbour = try await terminal.wait(for: "Harbour") { titles($0) == ["Amber", "Birch"] }
    #expect(harbour.rows[1].hasPrefix(" Harbour · 1 of 2"))
    try await terminal.press("r")
    try await terminal.wait(for: "new counts") { $0.rows[0].hasPrefix(" All   Harbour 1   Coast 2") }
    // Another running copy marks.
    let other = try await open(desk)
    try await other.press("j", "r")
    try await terminal.wait(for: "new counts") { $0.rows[0].hasPrefix(" All   Harbour   Coast 2") }
    try await terminal.press("]")
    let coast = try await terminal.wait(for: "Coast") { titles($0) == ["Cedar", "Elm"] }
    #expect(coast.list.contains("▾ Coast Courier"))
    try await terminal.press("]")
    try await terminal.wait(for: "all") { titles($0).count == 5 }
    try await terminal.press("[")
    try await terminal.wait(for: "Coast") { titles($0) == ["Cedar", "Elm"] }
  }

  // MARK: Orders and headings

  @Test func ordersTurnRound() async throws {
    let terminal = try await open(try desk())
    try await terminal.press("S")
    try await terminal.wait(for: "sort by headline")
    try await terminal.press("t")
    try await terminal.wait(for: "Sorted by title")
    try await terminal.press("S", "t")
    try await terminal.wait(for: "reversed") {
      titles($0) == ["Elm", "Dune", "Cedar", "Birch", "Amber"]
    }
    try await terminal.press("S", "d")
    try await terminal.wait(for: "by time") { titles($0) == ["Amber", "Birch", "Cedar", "Dune", "Elm"] }
  }

  @Test func headingsFold() async throws {
    let terminal = try await open(try desk())
    try await terminal.press("v", "s")
    let grouped = try await terminal.wait(for: "▾ Coast Courier") {
      titles($0) == ["Amber", "Cedar", "Elm", "Birch", "Dune"]
    }
    #expect(grouped.list.contains("▾ Coast Courier · 3"))
    #expect(grouped.selected == "Amber news", "what was selected stays so")
    try await terminal.press("k", "Enter")
    try await terminal.wait(for: "▸ Coast Courier") { titles($0) == ["Birch", "Dune"] }
    try await terminal.press("V")
    try await terminal.wait(for: "only headings") { titles($0).isEmpty && $0.contains("▸ The Meridian") }
    try await terminal.press("V")
    try await terminal.wait(for: "all") { titles($0).count == 5 }
    try await terminal.press("v", "n")
    try await terminal.wait(for: "no headings") {
      titles($0) == ["Amber", "Birch", "Cedar", "Dune", "Elm"] && !$0.contains("▾")
    }
  }
}
