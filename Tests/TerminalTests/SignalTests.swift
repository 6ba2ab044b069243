import Foundation
import Glibc
import Testing

/// However the program ends, the terminal is given back.
@Suite(.realProgram) struct SignalTests {
  /// Runs the program under a shell that says afterwards how it ended, and stays.
  private func open(_ desk: Desk) async throws -> TerminalSession {
    let script = """
      trap : INT QUIT; echo before; sh -c 'echo $$ >"$PID_FILE"; exec "$PROGRAM" "$PAGES"'; echo "ended with $?"; exec sleep 1000
      """
    let terminal = try await TerminalSession(
      desk, command: ["sh", "-c", script],
      environment: [
        "PID_FILE": desk.path + "/pid", "PROGRAM": Program.installed.get().path, "PAGES": desk.pages,
      ])
    try await terminal.waitUntilLoaded(stories: 1)
    return terminal
  }

  private func programID(_ desk: Desk) throws -> pid_t {
    let text = try String(contentsOfFile: desk.path + "/pid", encoding: .utf8)
    guard let id = pid_t(text.trimmed.trimmingCharacters(in: .newlines)) else { throw Trouble("no process: \(text)") }
    return id
  }

  /// Modes of the terminal as `stty` names them: `echo`, `-icanon`.
  private func modes(_ terminal: TerminalSession) async throws -> Set<Substring> {
    let device = try await terminal.look("#{pane_tty}")
    let finished = try await ChildProcess.run(
      Program.system("stty"), ["-F", device, "-a"], environment: ["PATH": Program.searchPath])
    return Set(finished.output.split { " ;\n".contains($0) })
  }

  private func expectGivenBack(_ terminal: TerminalSession) async throws {
    #expect(try await terminal.look("#{alternate_on} #{cursor_flag} #{keypad_flag} #{mouse_any_flag}") == "0 1 0 0")
    #expect(try await modes(terminal).isSuperset(of: ["echo", "icanon", "isig", "icrnl", "opost", "ixon"]))
    #expect(try await terminal.screen().rows[0] == "before")
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGSEGV, SIGABRT])
  func terminalIsGivenBack(signal: Int32) async throws {
    let desk = try Desk([Article("Amber news")])
    let terminal = try await open(desk)
    #expect(try await terminal.look("#{alternate_on}") == "1")
    #expect(try await modes(terminal).isSuperset(of: ["-echo", "-icanon"]))
    kill(try programID(desk), signal)
    try await terminal.wait(for: "ended with \(128 + signal)")
    try await expectGivenBack(terminal)
  }

  @Test func terminalIsGivenBackAfterQuitting() async throws {
    let terminal = try await open(try Desk([Article("Amber news")]))
    try await terminal.press("q")
    try await terminal.wait(for: "ended with 0")
    try await expectGivenBack(terminal)
  }

  /// ^C is SIGINT from the keyboard.
  @Test func interruptKeyEndsIt() async throws {
    let terminal = try await open(try Desk([Article("Amber news")]))
    try await terminal.press("C-c")
    try await terminal.wait(for: "ended with 130")
    try await expectGivenBack(terminal)
  }

  @Test func placeIsKeptWhenASignalEndsIt() async throws {
    let desk = try Desk([Article.long("Amber news")])
    let terminal = try await open(desk)
    try await terminal.press("Enter")
    try await terminal.wait(for: "0 unread")
    for _ in 1...8 { try await terminal.press("j") }
    try await terminal.wait(for: "eight lines down") { $0.storyTop.hasPrefix("Amber paragraph 3 ") }
    kill(try programID(desk), SIGTERM)
    try await terminal.wait(for: "ended with 143")
    let second = try await TerminalSession(desk)
    try await second.wait(for: "the place") { $0.storyTop.hasPrefix("Amber paragraph 3 ") }
  }
}
