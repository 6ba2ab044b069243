import Foundation
import Glibc
import TerminalModel
import Testing
import ThreadControl

/// Whatever signal comes, and whatever the program is doing, it ends and the terminal is as it was.
@Suite(.realProgram) struct EverySignalTests {
  private func open(_ desk: ReaderDriver? = nil) async throws -> RawTerminal {
    let desk = try desk ?? ReaderDriver([Article.long("Amber news")])
    let terminal = try RawTerminal(desk)
    try await terminal.waitUntilLoaded(stories: 1)
    return terminal
  }

  /// All that end a program which does not handle them, but for SIGKILL.
  private static let signals: [Int32] =
    [
      SIGHUP, SIGINT, SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGUSR1, SIGSEGV, SIGUSR2, SIGPIPE,
      SIGALRM, SIGTERM, SIGSTKFLT, SIGXCPU, SIGXFSZ, SIGVTALRM, SIGPROF, SIGPOLL, SIGPWR, SIGSYS,
    ] + [34, 49, 64]

  @Test(arguments: signals) func theTerminalIsGivenBack(signal: Int32) async throws {
    let terminal = try await open()
    #expect(!terminal.differences.isEmpty, "the program has the terminal")
    terminal.signal(signal)
    let status = try await terminal.end()
    #expect(RawTerminal.isEnded(status, by: signal), "\(status)")
    #expect(terminal.differences == [])
  }

  @Test func theTerminalIsGivenBackAfterQuitting() async throws {
    let terminal = try await open()
    terminal.type("Q")
    #expect(try await terminal.end() == 0)
    #expect(terminal.differences == [])
  }

  /// Without a shell nobody else sets the modes while the program is stopped: those found then are its own.
  @Test func itsOwnModesAreNotThoseToGoBackTo() async throws {
    let terminal = try await open()
    terminal.signal(SIGSTOP)
    terminal.signal(SIGCONT)
    terminal.type("?")
    try await terminal.wait(for: "Keys")
    terminal.type("Q")
    #expect(try await terminal.end() == 0)
    #expect(terminal.differences == [])
  }

  // MARK: A terminal that does not read

  /// So many screens that no terminal keeps them all unread.
  private func fill(_ terminal: RawTerminal) {
    for _ in 1...60 { terminal.type("T") }
  }

  @Test(arguments: [SIGTERM, SIGINT, SIGHUP, SIGUSR1, SIGSEGV])
  func aTerminalThatDoesNotReadIsGivenBackToo(signal: Int32) async throws {
    let terminal = try await open()
    fill(terminal)
    try await Task.sleep(for: .milliseconds(300))
    terminal.signal(signal)
    let status = try await terminal.end(reading: false)
    #expect(RawTerminal.isEnded(status, by: signal), "\(status)")
    #expect(terminal.differences == [])
  }

  @Test func aTerminalThatReadsAgainShowsTheNewestState() async throws {
    let terminal = try await open()
    fill(terminal)
    // Enter keeps a theme, which closes the choice.
    terminal.type("\r?")
    try await Task.sleep(for: .milliseconds(300))
    let before = terminal.output.count
    try await terminal.wait(for: " Keys ─")
    // Two screens or three, and not all of those that nobody has seen.
    #expect(terminal.output.count - before < 60_000)
    terminal.type("qQ")
    #expect(try await terminal.end() == 0)
    #expect(terminal.differences == [])
  }

  // MARK: A program that does not answer

  @Test(arguments: [SIGTERM, SIGUSR1, SIGHUP])
  func aProgramThatIsBusyGivesTheTerminalBack(signal: Int32) async throws {
    let terminal = try await open()
    try #require(thread_control_freeze(terminal.process) == 0)
    terminal.signal(signal)
    let status = try await terminal.end()
    #expect(RawTerminal.isEnded(status, by: signal), "\(status)")
    #expect(terminal.differences == [])
  }

  @Test func aProgramThatIsBusyEndsWithItsTerminal() async throws {
    let terminal = try await open()
    try #require(thread_control_freeze(terminal.process) == 0)
    terminal.hangUp()
    #expect(RawTerminal.isEnded(try await terminal.end(), by: SIGHUP))
  }

  @Test func aProgramEndsWithItsTerminalWhileAnotherHasIt() async throws {
    let desk = try ReaderDriver([Article.long("Amber news")])
    try desk.configure(
      "commands: [{name: deaf, run: \"trap '' HUP; echo started; sleep 30\", output: screen, key: X}]\n")
    let terminal = try await open(desk)
    terminal.type("X")
    try await terminal.wait(for: "started")
    terminal.hangUp()
    #expect(RawTerminal.isEnded(try await terminal.end(), by: SIGHUP))
  }

  // MARK: What ^C ends

  @Test func interruptEndsTheCommandFirst() async throws {
    let terminal = try await open()
    terminal.type("|sleep 100\r")
    try await terminal.wait(for: "Running…")
    terminal.type("\u{3}")
    try await terminal.wait(for: "its end") { !$0.text.contains("Running…") }
    #expect(terminal.model.screen.isAlternate, "the reader goes on")
    terminal.type("\u{3}")
    #expect(RawTerminal.isEnded(try await terminal.end(), by: SIGINT))
    #expect(terminal.differences == [])
  }

  // MARK: A crash of another thread

  /// While the crash is printed, which takes its time here, the first thread must not go on drawing.
  @Test(arguments: [SIGSEGV, SIGTRAP, SIGABRT]) func nothingIsDrawnAfterACrash(signal: Int32) async throws {
    let terminal = try await open()
    let worker = try #require(try terminal.workers.first)
    try complain(String(repeating: "a library complains\n", count: 3000), in: terminal)
    try #require(thread_control_signal(terminal.process, worker, signal) == 0)
    for _ in 1...200 {
      terminal.type("T\n")
      terminal.look()
    }
    let status = try await terminal.end()
    #expect(RawTerminal.isEnded(status, by: signal), "\(status)")
    let leave = Array("\u{1B}[?1049l\u{1B}[23;0;0t".utf8)
    let end = try #require(terminal.output.ranges(of: leave).last?.upperBound)
    let rest = terminal.output[end...]
    #expect(rest.count > 50_000)
    #expect(!rest.contains(0x1B), "\(String(decoding: rest.prefix(2000), as: UTF8.self))")
  }

  // MARK: Standard error

  /// Writes to the program's standard error.
  private func complain(_ text: String, in terminal: RawTerminal) throws {
    let file = Glibc.open("/proc/\(terminal.process)/fd/2", O_WRONLY | O_APPEND)
    try #require(file >= 0)
    defer { close(file) }
    let bytes = Array(text.utf8)
    #expect(write(file, bytes, bytes.count) == bytes.count)
  }

  @Test func standardErrorIsShownInTheEnd() async throws {
    let terminal = try await open()
    try complain("a library complains\n", in: terminal)
    terminal.type("j")
    try await Task.sleep(for: .milliseconds(50))
    #expect(!terminal.model.screen.text.contains("complains"))
    terminal.type("Q")
    #expect(try await terminal.end() == 0)
    #expect(terminal.model.screen.text.contains("a library complains"))
    #expect(terminal.differences == [])
  }
}
