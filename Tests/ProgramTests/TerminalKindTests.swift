import Testing

/// Terminals and locales that lack something, and no terminal at all.
@Suite(.realProgram) struct TerminalKindTests {
  @Test(arguments: [
    ("dumb" as String?, "the terminal type dumb (TERM) cannot move the cursor"),
    ("no-such-terminal", "unknown terminal type no-such-terminal (TERM)"),
    ("", "TERM is not set"), (nil, "TERM is not set"),
  ])
  func unusableTerminalIsTold(type: String?, message: String) async throws {
    let desk = try ReaderDriver([Article("Amber news")])
    let terminal = try await TerminalSession(desk, columns: 200, environment: ["TERM": type])
    let screen = try await terminal.wait(for: message)
    #expect(screen.contains("broadsheet list FOLDER prints the stories instead"))
    #expect(try await terminal.exitStatus() == 1)
  }

  @Test(arguments: [
    [:], ["LANG": "C"], ["LC_ALL": "C"], ["LC_ALL": "POSIX", "LANG": "C.UTF-8"], ["LANG": "xx_YY.ISO-8859-1"],
  ])
  func withoutALocaleSignsAreDrawnAllTheSame(locale: [String: String]) async throws {
    let desk = try ReaderDriver([Article("Café 図書館 opens")])
    var environment: [String: String?] = ["LANG": nil]
    for (name, value) in locale { environment[name] = value }
    let terminal = try await TerminalSession(desk, environment: environment)
    let screen = try await terminal.waitUntilLoaded(stories: 1)
    #expect(screen.listRow("Café 図書館 opens")?.hasPrefix("▌ ● ") == true)
    #expect(screen.rows[0].contains("┬"))
  }

  @Test(arguments: ["xterm", "xterm-256color", "screen", "linux", "vt100"])
  func otherTerminals(type: String) async throws {
    let terminal = try await TerminalSession(
      try ReaderDriver([Article("Amber news")]), environment: ["TERM": type])
    try await terminal.waitUntilLoaded(stories: 1)
    try await terminal.press("Enter")
    try await terminal.wait(for: "0 unread")
    try await terminal.press("q", "q")
    #expect(try await terminal.exitStatus() == 0)
  }

  /// New terminals, and those of other machines.
  @Test(arguments: [
    ("xterm-ghostty-new", "xterm-256color"), ("wezterm-new", "xterm-256color"), ("screen.new", nil),
  ])
  func anUnknownTypeIsTakenForASimilarOne(type: String, similar: String?) async throws {
    let desk = try ReaderDriver([Article("Amber news")])
    let terminal = try await TerminalSession(desk, columns: 200, environment: ["TERM": type])
    guard let similar else {
      try await terminal.wait(for: "unknown terminal type \(type) (TERM)")
      return
    }
    try await terminal.wait(for: "Unknown terminal type \(type) (TERM); using \(similar)")
    try await terminal.press("q")
    #expect(try await terminal.exitStatus() == 0)
  }

  @Test func keyboardThatIsNoTerminal() async throws {
    let desk = try ReaderDriver([Article("Amber news")])
    let terminal = try await TerminalSession(
      desk, command: ["sh", "-c", "exec \(try Program.installed.get().path) \(desk.pages) </dev/null"])
    try await terminal.wait(for: "standard input is not a terminal")
    #expect(try await terminal.exitStatus() == 1)
  }

  @Test func outputThatIsNoTerminalIsAList() async throws {
    let desk = try ReaderDriver(["Amber", "Birch"].map { Article("\($0) news") })
    for environment in [[:], ["TERM": nil], ["TERM": "dumb"]] as [[String: String?]] {
      let finished = try await Program.run([desk.pages], on: desk, environment: environment)
      #expect(finished.status == 0)
      #expect(finished.errors.isEmpty)
      #expect(finished.lines.map { $0.suffix(10) } == ["Amber news", "Birch news"])
    }
  }
}
