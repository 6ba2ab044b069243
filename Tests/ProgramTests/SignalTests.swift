import Foundation
import Glibc
import Testing

/// However the program ends, the terminal is given back.
@Suite(.realProgram) struct SignalTests {
  private func open(_ desk: ReaderDriver) async throws -> TerminalSession {
    let terminal = try await TerminalSession(desk)
    try await terminal.waitUntilLoaded(stories: 1)
    return terminal
  }

  /// Modes of the terminal as `stty` names them: `echo`, `-icanon`.
  private func modes(_ terminal: TerminalSession) async throws -> Set<Substring> {
    let device = try await terminal.look("#{pane_tty}")
    let finished = try await ChildProcess.run(
      Program.system("stty"), ["-F", device, "-a"], environment: ["PATH": Program.searchPath])
    return Set(finished.output.split { " ;\n".contains($0) })
  }

  private func expectGivenBack(_ terminal: TerminalSession) async throws {
    #expect(
      try await terminal.look("#{alternate_on} #{cursor_flag} #{keypad_flag} #{mouse_any_flag}") == "0 1 0 0")
    #expect(try await modes(terminal).isSuperset(of: ["echo", "icanon", "isig", "icrnl", "opost", "ixon"]))
    #expect(try await terminal.screen().rows[0] == "before the program")
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGSEGV, SIGABRT])
  func terminalIsGivenBack(signal: Int32) async throws {
    let desk = try ReaderDriver([Article("Amber news")])
    let terminal = try await open(desk)
    #expect(try await terminal.look("#{alternate_on}") == "1")
    #expect(try await modes(terminal).isSuperset(of: ["-echo", "-icanon"]))
    try await terminal.signal(signal)
    #expect(try await terminal.exitStatus() == 128 + signal)
    try await expectGivenBack(terminal)
  }

  @Test func terminalIsGivenBackAfterQuitting() async throws {
    let terminal = try await open(try ReaderDriver([Article("Amber news")]))
    try await terminal.press("q")
    #expect(try await terminal.exitStatus() == 0)
    try await expectGivenBack(terminal)
  }

  /// ^C is SIGINT from the keyboard.
  @Test func interruptKeyEndsIt() async throws {
    let terminal = try await open(try ReaderDriver([Article("Amber news")]))
    try await terminal.press("C-c")
    #expect(try await terminal.exitStatus() == 130)
    try await expectGivenBack(terminal)
  }

  @Test func placeIsKeptWhenASignalEndsIt() async throws {
    let desk = try ReaderDriver([Article.long("Amber news")])
    let terminal = try await open(desk)
    try await terminal.press("Enter")
    try await terminal.wait(for: "0 unread")
    for _ in 1...8 { try await terminal.press("j") }
    try await terminal.wait(for: "eight lines down") { $0.storyTop.hasPrefix("Amber paragraph 3 ") }
    try await terminal.signal(SIGTERM)
    #expect(try await terminal.exitStatus() == 143)
    let second = try await TerminalSession(desk)
    try await second.wait(for: "the place") { $0.storyTop.hasPrefix("Amber paragraph 3 ") }
  }
}
