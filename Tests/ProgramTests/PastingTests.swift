import Testing

/// What is pasted is text, never a command; the terminal marks it while the program runs, and no longer.
@Suite(.realProgram) struct PastingTests {
  /// Pastes as a terminal does that was asked to mark what is pasted.
  private func paste(_ text: String, into terminal: TerminalSession) async throws {
    try await terminal.ask(["set-buffer", text, ";", "paste-buffer", "-p", "-t", "main"])
  }

  @Test func aPasteIsNoCommand() async throws {
    let terminal = try await TerminalSession(
      try ReaderDriver([Article.long("Amber news"), Article.long("Birch news")]))
    try await terminal.waitUntilLoaded(stories: 2)
    try await paste("QqQ\nj\u{1B}Q", into: terminal)
    try await terminal.press("j")
    try await terminal.wait(for: "2 of 2")
    try await terminal.press("Q")
    #expect(try await terminal.exitStatus() == 0)
  }

  @Test func aPasteIntoALineIsTypedAndNotEntered() async throws {
    let terminal = try await TerminalSession(try ReaderDriver([Article.long("Amber news")]))
    try await terminal.waitUntilLoaded(stories: 1)
    try await terminal.press(":")
    try await paste("quit\nquit\n\u{1B}[31m\u{7}", into: terminal)
    try await terminal.wait(for: "the line") { $0.status.hasPrefix(":quit quit") }
    try await terminal.press("Escape", "j")
    try await terminal.wait(for: "1 of 1")
  }

  @Test(arguments: ["Q", "C-z"]) func pastesIntoTheShellAreItsOwn(key: String) async throws {
    let desk = try ReaderDriver([Article.long("Amber news")])
    let terminal = try await TerminalSession(
      desk, command: [try Program.system("bash"), "--norc", "--noprofile", "-i"], columns: 120, rows: 30,
      environment: ["PS1": "shell> ", "READER": Program.installed.get().path, "PAGES": desk.pages])
    try await terminal.wait(for: "shell>")
    try await terminal.type("bind 'set enable-bracketed-paste off'; clear")
    try await terminal.type("\"$READER\" \"$PAGES\"")
    try await terminal.waitUntilLoaded(stories: 1)
    try await terminal.press(key)
    try await terminal.wait(for: "the shell") { !$0.contains("Amber news") && $0.contains("shell>") }
    try await terminal.type("cat -v")
    try await paste("pasted\n", into: terminal)
    let screen = try await terminal.wait(for: "pasted")
    #expect(!screen.contains("200~"))
  }
}
