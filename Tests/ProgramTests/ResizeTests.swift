import Testing

/// A window that changes its size while somebody reads.
@Suite(.realProgram) struct ResizeTests {
  private static let sizes = [
    (200, 50), (120, 40), (119, 40), (80, 24), (79, 24), (40, 12), (20, 6), (60, 10), (10, 3), (120, 12),
    (19, 6),
    (20, 5), (100, 30), (3, 1), (33, 50), (120, 30),
  ]

  private func open() async throws -> TerminalSession {
    let desk = try ReaderDriver(
      (1...30).map { Article.long("Story \($0)", related: [Article("Beside \($0)")]) })
    let terminal = try await TerminalSession(desk, columns: 120, rows: 30)
    try await terminal.waitUntilLoaded(stories: 60)
    // The first key is pressed: from now on nothing moves by itself.
    try await terminal.press("j", "k")
    try await terminal.wait(for: "1 of 60")
    return terminal
  }

  @Test func everySizeIsDrawnAtOnceAndWhole() async throws {
    let terminal = try await open()
    let first = try await terminal.wait(for: "what is like it") { $0.showsAlikeStories }
    for (columns, rows) in Self.sizes {
      try await terminal.resize(columns: columns, rows: rows)
      let isReadable = columns >= 20 && rows >= 6
      let borders = columns < 80 ? 0 : columns < 120 ? 1 : 2
      let screen = try await terminal.wait(for: "\(columns)×\(rows)") { screen in
        guard screen.rows.count == rows else { return false }
        if !isReadable {
          return screen.rows[0].hasPrefix("Broadsheet".prefix(columns)) && !screen.contains("Story")
        }
        return screen.rows[0].count == columns && screen.rows[0].contains("1 of")
          && screen.status.contains("? keys")
          && screen.rows[0].count { $0 == "┬" } == borders
      }
      #expect(screen.rows.allSatisfy { $0.count <= columns })
      if isReadable {
        let inner = screen.rows[1..<rows - (borders == 0 ? 1 : 2)]
        #expect(inner.allSatisfy { row in row.count { "│┤├".contains($0) } == borders })
      }
      try await expectNoLeftovers(terminal, at: screen)
    }
    try await terminal.wait(for: "the first screen") { $0 == first }
  }

  /// Drawing everything anew must change nothing.
  private func expectNoLeftovers(_ terminal: TerminalSession, at screen: Screen) async throws {
    try await terminal.press("C-l", "C-l")
    try await terminal.wait(for: "the same screen") { $0 == screen }
  }

  @Test func tooSmallAsksForRoomAndStillQuits() async throws {
    let terminal = try await open()
    try await terminal.resize(columns: 19, rows: 5)
    let screen = try await terminal.wait(for: "Broadsheet needs")
    #expect(screen.rows.prefix(3) == ["Broadsheet needs", "20×6 cells;", "q quits"])
    #expect(screen.rows.dropFirst(3).allSatisfy { $0.isEmpty })
    try await terminal.press("q")
    #expect(try await terminal.exitStatus() == 0)
  }

  @Test func placeInTheStoryStays() async throws {
    let desk = try ReaderDriver([
      Article(
        "Amber news", body: (1...60).map { "Amber \($0) " + String(repeating: "and on it went ", count: 12) })
    ])
    let terminal = try await TerminalSession(desk, columns: 120, rows: 30)
    try await terminal.waitUntilLoaded(stories: 1)
    try await terminal.press("Enter")
    try await terminal.wait(for: "the text") { $0.story.contains("Amber 1 ") }
    try await terminal.press("Space", "Space")
    let paragraph = try await terminal.wait(for: "a later page") { $0.story.contains("Amber 12 ") }
    let top = paragraph.storyTop
    for (columns, rows) in [(90, 24), (200, 50), (40, 12), (120, 30)] {
      try await terminal.resize(columns: columns, rows: rows)
    }
    try await terminal.wait(for: "the same place") { $0.rows.count == 30 && $0.storyTop == top }
  }
}
