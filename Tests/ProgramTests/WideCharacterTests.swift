import Testing

/// Text of other widths than one keeps the lines between the panes straight, as the terminal counts columns.
@Suite(.realProgram) struct WideCharacterTests {
  private static let titles = [
    "「図書館」再開へ 市民ら清掃 港の古い倉庫で作業が続く", "مجلس الميناء يؤجل التصويت على العبّارة بعد جلسة امتدت",
    "🦭 Seal pup 🚆 waits 🇯🇵 for 👩‍👩‍👧 a train ❤️ again and again",
    "Cafe\u{301} A\u{30A}ngstro\u{308}m e\u{301}te\u{301} again",
    "한국어 신문의 긴 제목이 여기에 있다 그리고 더 있다", "ภาษาไทยมีสระและวรรณยุกต์ที่ไม่กินที่ ข่าวยาวมาก",
    "हिन्दी समाचार का एक बहुत लंबा शीर्षक यहाँ है", "全角ＡＢＣ１２３と半角ｶﾅの混ざった見出しです",
  ]

  private func open(columns: Int, rows: Int) async throws -> TerminalSession {
    let articles = Self.titles.map { title in
      Article(
        title, body: Self.titles + [Self.titles.joined(separator: " ")], related: [Article("Beside " + title)]
      )
    }
    let desk = try ReaderDriver()
    for (number, article) in articles.enumerated() { try desk.add("page\(number).txt", article.text) }
    let terminal = try await TerminalSession(desk, columns: columns, rows: rows)
    try await terminal.waitUntilLoaded(stories: 16)
    return terminal
  }

  @Test(arguments: [(120, 40), (137, 34), (80, 24), (95, 30)])
  func bordersAreStraight(columns: Int, rows: Int) async throws {
    let terminal = try await open(columns: columns, rows: rows)
    try await expectStraightBorders(terminal, columns: columns, rows: rows)
    for _ in 1...3 { try await terminal.press("J", "J") }
    try await terminal.press("Enter", "j", "j", "j")
    try await terminal.wait(for: "15 unread")
    try await expectStraightBorders(terminal, columns: columns, rows: rows)
  }

  /// Lets the terminal itself say in which columns the lines are: in its copy mode it jumps from line to line.
  private func expectStraightBorders(_ terminal: TerminalSession, columns: Int, rows: Int) async throws {
    let screen = try await terminal.screen()
    let crossings = screen.rows[0].indices.filter { screen.rows[0][$0] == "┬" }
    let expected = crossings.map { screen.rows[0].distance(from: screen.rows[0].startIndex, to: $0) }
    #expect(expected.count == (columns < 120 ? 1 : 2))
    var words = ["copy-mode", "-t", "main"]
    func copy(_ command: String...) { words += [";", "send-keys", "-t", "main", "-X"] + command }
    copy("top-line")
    for _ in 2..<rows - 1 {
      copy("cursor-down")
      copy("start-of-line")
      for _ in expected {
        copy("jump-forward", "│")
        words += [";", "display-message", "-p", "-t", "main", "#{copy_cursor_y} #{copy_cursor_x}"]
      }
    }
    copy("cancel")
    let found = try await terminal.ask(words).split(separator: "\n").map(String.init)
    let wanted = (1..<rows - 2).flatMap { row in expected.map { "\(row) \($0)" } }
    let crooked = zip(found, wanted).filter { $0 != $1 }.map { "row and column \($0), expected \($1)" }
    // Where the list ends above the related stories, the line has a joint.
    let joints = screen.rows.indices.filter { screen.rows[$0].contains("┤") }
    let wrong = crooked.filter { text in !joints.contains { text.contains("expected \($0) ") } }
    #expect(wrong.isEmpty, "\(screen.text)")
    #expect(found.count == wanted.count)
  }
}
