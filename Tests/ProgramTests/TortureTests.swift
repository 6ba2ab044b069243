import Foundation
import Glibc
import SeededNumbers
import TerminalModel
import Testing

/// Attacks on the program in a terminal: a few rounds with the other tests, and as many as wanted with
/// `BROADSHEET_TORTURE=1` and `BROADSHEET_TORTURE_COUNT`.
@Suite(.realProgram) struct TortureTests {
  /// How often each attack is made.
  private static let rounds: Int = {
    let environment = ProcessInfo.processInfo.environment
    guard environment["BROADSHEET_TORTURE"] == "1" else { return 3 }
    return environment["BROADSHEET_TORTURE_COUNT"].flatMap { Int($0) } ?? 100
  }()

  private func pages(_ count: Int) throws -> ReaderDriver {
    try ReaderDriver((1...count).map { Article.long("Story\($0) news") })
  }

  /// What the screen has called read is read after any kill.
  @Test func killsLoseNoMark() async throws {
    let desk = try pages(Self.rounds + 2)
    for round in 1...Self.rounds {
      let terminal = try RawTerminal(desk)
      try await terminal.waitUntilLoaded(stories: Self.rounds + 2)
      try await terminal.wait(for: "the marks") {
        $0.text(row: 0).contains("\(Self.rounds + 3 - round) unread")
      }
      terminal.type("G" + String(repeating: "k", count: round - 1) + "r")
      try await terminal.wait(for: "the mark") {
        $0.text(row: 0).contains("\(Self.rounds + 2 - round) unread")
      }
      terminal.signal(SIGKILL)
      _ = try await terminal.end()
    }
    let list = try await Program.run(["list", "--unread", desk.pages], on: desk)
    #expect(list.lines.count == 2)
  }

  /// Windows of any size, changing while keys are pressed.
  @Test func anySizeIsDrawn() async throws {
    var random = SeededNumbers(seed: 7)
    let terminal = try RawTerminal(try pages(20))
    try await terminal.waitUntilLoaded(stories: 20)
    let keys = [
      "j", "k", "\t", " ", "z", "z", "=", "?", "q", "\u{1B}[<0;3;3M\u{1B}[<0;3;3m", "G", "g", "v", "s",
    ]
    for _ in 0..<Self.rounds * 10 {
      terminal.resize(
        columns: Int.random(in: 1...260, using: &random), rows: Int.random(in: 1...90, using: &random))
      terminal.type(keys[Int.random(in: 0..<keys.count, using: &random)])
      terminal.look()
      try await Task.sleep(for: .milliseconds(5))
    }
    terminal.resize(columns: 20_000, rows: 20_000)
    terminal.look()
    terminal.resize(columns: 120, rows: 40)
    terminal.type("\u{1B}Q")
    #expect(try await terminal.end() == 0)
    #expect(terminal.hasInitialModes)
  }

  /// Pages of any bytes: nothing of them is carried out by the terminal.
  @Test func nothingOfAPageReachesTheTerminal() async throws {
    var random = SeededNumbers(seed: 11)
    let pieces = [
      "\u{1B}]0;owned\u{7}", "\u{1B}[2J", "\u{9B}31m", "\u{1B}Pq\u{1B}\\", "\u{1B}[?1049l", "\u{1B}c",
      "\u{8}\u{8}",
      "\u{202E}", "\u{E0001}", "e" + String(repeating: "\u{301}", count: 300), "図書館", "ภาษา", "مجلس", "👩‍👩‍👧",
      "\r", "\u{7F}", "\u{85}", "\u{2028}", "words of news ", "\n\n",
    ]
    for _ in 0..<Self.rounds {
      let desk = try ReaderDriver()
      for number in 1...5 {
        let text = (0..<200).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
        try desk.add("\(number).txt", Article("Number\(number) \(text.prefix(40))", body: [text]).text)
      }
      let terminal = try RawTerminal(desk)
      try await terminal.waitUntilLoaded(stories: 5)
      for key in ["j", "\r", " ", " ", "q", "j", "i", "q", "j", "?", "q"] {
        terminal.type(key)
        terminal.look()
        try await Task.sleep(for: .milliseconds(5))
      }
      #expect(terminal.model.screen.isAlternate)
      terminal.type("Q")
      #expect(try await terminal.end() == 0)
      #expect(terminal.differences == [])
      let sent = String(decoding: terminal.output, as: UTF8.self)
      #expect(!sent.contains("\u{1B}]") && !sent.contains("\u{9B}") && !sent.contains("\u{1B}c"))
      #expect(!sent.contains("\u{202E}") && !sent.contains("\u{E0001}"))
    }
  }

  /// Signals at any moment, from the very start on.
  @Test func anySignalAtAnyMoment() async throws {
    var random = SeededNumbers(seed: 13)
    let signals = [SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGUSR1, SIGPIPE, SIGALRM, SIGXCPU, SIGSEGV, SIGABRT]
    let desk = try pages(20)
    for _ in 0..<Self.rounds * 2 {
      let terminal = try RawTerminal(desk)
      try await terminal.wait(for: "the screen") { $0.isAlternate }
      for _ in 0..<Int.random(in: 0...20, using: &random) {
        terminal.type(["j", "k", "r", "\t", " "].randomElement(using: &random) ?? "j")
      }
      try await Task.sleep(for: .milliseconds(Int.random(in: 0...40, using: &random)))
      terminal.signal(signals[Int.random(in: 0..<signals.count, using: &random)])
      #expect(try await terminal.end() & 0x7F != 0)
      #expect(terminal.differences == [])
    }
  }
}
