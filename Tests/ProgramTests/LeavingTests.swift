import Testing

/// `q` leads out of everything, and leaves the terminal as it was.
@Suite(.realProgram) struct LeavingTests {
  private func modes(_ terminal: TerminalSession) async throws -> String {
    let device = try await terminal.look("#{pane_tty}")
    return try await ChildProcess.run(
      Program.system("stty"), ["-F", device, "-a"], environment: ["PATH": Program.searchPath]
    ).output
  }

  private static let flags =
    "#{alternate_on} #{cursor_flag} #{mouse_any_flag} #{mouse_sgr_flag} #{keypad_flag}"

  @Test(arguments: [
    [], ["Enter"], ["Tab", "Tab"], ["?"], ["z"], ["v", "s", "V"], ["/", "amber", "Enter"],
    ["\\", "amber", "Enter"],
    ["&", "unread", "Enter"], ["A"], ["y"], ["|", "cat", "Enter"], ["|", "sleep 100", "Enter"],
    ["?", "/", "x", "Enter"],
  ])
  func closingLeadsOut(keys: [String]) async throws {
    let desk = try ReaderDriver([Article.long("Amber news", related: [Article("Birch news")])])
    let terminal = try await TerminalSession(
      desk, command: ["sh", "-i"], columns: 100, rows: 24,
      environment: ["PS1": "shell> ", "READER": Program.installed.get().path, "PAGES": desk.pages])
    try await terminal.wait(for: "shell>")
    let before = try await modes(terminal)
    let flags = try await terminal.look(Self.flags)
    try await terminal.type("clear; \"$READER\" \"$PAGES\"; echo left with $?")
    try await terminal.waitUntilLoaded(stories: 2)
    let start = try await terminal.screen()
    for key in keys { try await terminal.press(key) }
    if !keys.isEmpty { try await terminal.wait(for: "an answer to \(keys)") { $0 != start } }
    // Keys pressed too often would be typed into the shell.
    for _ in 1...6 where try await terminal.look("#{alternate_on}") == "1" {
      let seen = try await terminal.screen()
      try await terminal.press("q")
      try await terminal.wait(for: "an answer to q") { $0 != seen }
    }
    try await terminal.wait(for: "left with 0")
    #expect(try await modes(terminal) == before)
    #expect(try await terminal.look(Self.flags) == flags)
  }
}
