import Glibc
import Testing

/// ^Z and `fg` under an interactive shell.
@Suite(.realProgram) struct JobControlTests {
  private func shell(_ desk: ReaderDriver) async throws -> TerminalSession {
    let terminal = try await TerminalSession(
      desk, command: [try Program.system("bash"), "--norc", "--noprofile", "-i"], columns: 120, rows: 30,
      environment: ["PS1": "shell> ", "READER": Program.installed.get().path, "PAGES": desk.pages])
    try await terminal.wait(for: "shell>")
    try await terminal.type("echo the $((40 + 2)) lines before")
    try await terminal.wait(for: "the 42 lines before")
    return terminal
  }

  @Test func suspendGivesTheShellItsScreen() async throws {
    let terminal = try await shell(try ReaderDriver(["Amber", "Birch"].map { Article.long("\($0) news") }))
    for _ in 1...2 {
      try await terminal.type("\"$READER\" \"$PAGES\"")
      try await terminal.waitUntilLoaded(stories: 2)
      try await terminal.press("j")
      let reading = try await terminal.wait(for: "2 of 2, and what is like it") {
        $0.contains("2 of 2") && $0.showsAlikeStories
      }
      for _ in 1...2 {
        try await terminal.press("C-z")
        let shell = try await terminal.wait(for: "the shell") { $0.contains("Stopped") }
        #expect(shell.contains("the 42 lines before"))
        #expect(!shell.contains("Amber news"))
        #expect(try await terminal.look("#{alternate_on} #{cursor_flag}") == "0 1")
        try await terminal.type("fg")
        try await terminal.wait(for: "the same screen") { $0 == reading }
        try await terminal.press("k")
        try await terminal.wait(for: "1 of 2")
        try await terminal.press("j")
        try await terminal.wait(for: "the same screen") { $0 == reading }
      }
      try await terminal.press("Q")
      try await terminal.wait(for: "the shell") { $0.contains("the 42 lines before") }
      try await terminal.type("clear; echo the $((40 + 2)) lines before")
      try await terminal.wait(for: "a clear screen") {
        $0.contains("the 42 lines before") && !$0.contains("Stopped")
      }
    }
  }

  @Test func windowMayChangeWhileAsleep() async throws {
    let terminal = try await shell(try ReaderDriver(["Amber", "Birch"].map { Article.long("\($0) news") }))
    try await terminal.type("\"$READER\" \"$PAGES\"")
    try await terminal.waitUntilLoaded(stories: 2)
    try await terminal.press("C-z")
    try await terminal.wait(for: "Stopped")
    try await terminal.resize(columns: 90, rows: 20)
    try await terminal.type("fg")
    let screen = try await terminal.wait(for: "90×20") { $0.rows.count == 20 && $0.rows[0].count == 90 }
    #expect(screen.rows[0].hasPrefix(" Stories · 1 of 2"))
  }

  @Test func endedWhileAsleepLeavesTheShellAlone() async throws {
    let terminal = try await shell(try ReaderDriver([Article.long("Amber news")]))
    try await terminal.type("\"$READER\" \"$PAGES\"")
    try await terminal.waitUntilLoaded(stories: 1)
    try await terminal.press("C-z")
    try await terminal.wait(for: "Stopped")
    try await terminal.type("kill %1; fg >/dev/null 2>&1; echo \"ended with $?\"")
    let screen = try await terminal.wait(for: "ended with 143")
    #expect(screen.contains("the 42 lines before"))
    #expect(try await terminal.look("#{alternate_on} #{cursor_flag}") == "0 1")
  }

  private func pid(_ terminal: TerminalSession) async throws -> pid_t {
    let shell = try await terminal.processID
    return try await Patience.wait(for: "the program") {
      let children = try String(contentsOfFile: "/proc/\(shell)/task/\(shell)/children", encoding: .utf8)
      return children.split(separator: " ").first.flatMap { pid_t($0) }
    }
  }

  @Test func stoppedWithoutWarningComesBackWhole() async throws {
    let terminal = try await shell(try ReaderDriver(["Amber", "Birch"].map { Article.long("\($0) news") }))
    try await terminal.type("\"$READER\" \"$PAGES\"")
    try await terminal.waitUntilLoaded(stories: 2)
    let reading = try await terminal.wait(for: "what is like it") { $0.showsAlikeStories }
    kill(try await pid(terminal), SIGSTOP)
    try await terminal.wait(for: "Stopped")
    try await terminal.type("fg")
    try await terminal.wait(for: "the same screen") { $0 == reading }
    // A key needs no Return.
    try await terminal.press("j")
    try await terminal.wait(for: "2 of 2")
    #expect(try await terminal.look("#{alternate_on} #{mouse_any_flag}") == "1 1")
    try await terminal.press("Q")
    // What is typed before the program has left is its own, and goes with it.
    try await terminal.wait(for: "the prompt") { $0.rows.last { !$0.isEmpty }?.hasPrefix("shell>") == true }
    try await terminal.type("echo the $((40 + 3)) lines after")
    try await terminal.wait(for: "the 43 lines after")
    #expect(try await terminal.look("#{alternate_on} #{cursor_flag} #{mouse_any_flag}") == "0 1 0")
  }

  @Test(arguments: ["TSTP", "STOP"]) func aCrashAfterASleepGivesTheTerminalBack(signal: String) async throws {
    let terminal = try await shell(try ReaderDriver([Article.long("Amber news")]))
    try await terminal.type("\"$READER\" \"$PAGES\"")
    try await terminal.waitUntilLoaded(stories: 1)
    let program = try await pid(terminal)
    kill(program, signal == "STOP" ? SIGSTOP : SIGTSTP)
    try await terminal.wait(for: "Stopped")
    try await terminal.type("fg")
    try await terminal.wait(for: "1 of 1")
    kill(program, SIGSEGV)
    try await terminal.wait(for: "your marks are saved")
    try await terminal.type("echo the $((40 + 3)) lines after")
    try await terminal.wait(for: "the 43 lines after")
    #expect(try await terminal.look("#{alternate_on} #{cursor_flag} #{mouse_any_flag}") == "0 1 0")
  }
}
