import Foundation
import Glibc
import Testing

/// What a terminal sends, in whichever pieces it comes.
@Suite(.realProgram) struct InputTests {
  private func open(environment: [String: String] = [:]) async throws -> RawTerminal {
    let desk = try ReaderDriver(["Amber", "Birch", "Cedar"].map { Article.long("\($0) news") })
    let terminal = try RawTerminal(desk, environment: environment)
    try await terminal.waitUntilLoaded(stories: 3)
    return terminal
  }

  @Test func aSlowArrowIsAnArrow() async throws {
    let terminal = try await open(environment: ["ESCDELAY": "10000"])
    for byte in ["\u{1B}", "[", "B"] {
      terminal.type(byte)
      try await Task.sleep(for: .milliseconds(200))
    }
    try await terminal.wait(for: "2 of 3")
    terminal.type("Q")
    #expect(try await terminal.end() == 0)
  }

  /// A key that is about the text waits for it, where both are typed before the text has been read. On a busy machine it
  /// may come later than anybody waits: then another story is tried.
  @Test func aKeyThatIsTypedAheadMeetsItsText() async throws {
    let names = (1...12).map { "number\($0) news" }
    let desk = try ReaderDriver(names.map { Article.long($0) })
    let terminal = try RawTerminal(desk, columns: 120, rows: 24)
    try await terminal.waitUntilLoaded(stories: names.count)
    var scrolled = 0
    for number in 2...names.count where scrolled == 0 {
      // The next story, into it, and its last line.
      terminal.type("qj\rG".dropFirstIf(number == 2))
      try await terminal.wait(for: "the text") { $0.text.contains("number\(number) paragraph") }
      try await Task.sleep(for: .milliseconds(100))
      terminal.look()
      if terminal.model.screen.text.contains("number\(number) paragraph 80") { scrolled += 1 }
    }
    #expect(scrolled == 1)
    terminal.type("Q")
    #expect(try await terminal.end() == 0)
  }

  @Test func escapeAloneIsEscape() async throws {
    let terminal = try await open(environment: ["ESCDELAY": "1"])
    terminal.type("?")
    try await terminal.wait(for: " Keys ─")
    terminal.type("\u{1B}")
    try await terminal.wait(for: "the list") { !$0.text.contains(" Keys ─") }
  }

  /// More keys than are handled at once, which lead away and back: the screen has shown both.
  @Test func aFloodOfKeysIsShownOnItsWay() async throws {
    let terminal = try await open()
    terminal.type("\u{1B}[?2026;2$y?")
    try await terminal.wait(for: " Keys ─")
    terminal.type("q")
    try await terminal.wait(for: "the list") { !$0.text.contains(" Keys ─") }
    let before = terminal.output.count
    terminal.type(String(repeating: "j", count: 1_100) + "g")
    try await terminal.wait(for: "two updates") { _ in
      String(decoding: terminal.output[before...], as: UTF8.self).matches(of: /\u{1B}\[\?2026h/).count >= 2
    }
    try await terminal.wait(for: "1 of 3")
  }

  @Test func aResizeBreaksNoReport() async throws {
    let terminal = try await open(environment: ["ESCDELAY": "10000"])
    terminal.type("\u{1B}[<0;1")
    terminal.resize(columns: 100, rows: 30)
    try await terminal.wait(for: "another screen") { $0.text(row: 29).contains("? keys") }
    terminal.type("0;3M\u{1B}")
    terminal.resize(columns: 120, rows: 40)
    try await terminal.wait(for: "another screen") { $0.text(row: 39).contains("? keys") }
    // What is left of either is no key: digits, `;` and letters would leave their traces in the status line.
    terminal.type("[Aj")
    try await terminal.wait(for: "a story") {
      $0.text.contains(" of 3") && $0.text(row: 39).contains("? keys")
    }
    #expect(!terminal.model.screen.text.contains("does nothing"))
  }

  @Test func keysByTheNumberOfTheirCharacter() async throws {
    let terminal = try await open()
    terminal.type("\u{1B}[106u")
    try await terminal.wait(for: "2 of 3")
    terminal.type("?")
    try await terminal.wait(for: " Keys ─")
    terminal.type("\u{1B}[27u")
    try await terminal.wait(for: "the list") { !$0.text.contains(" Keys ─") }
  }

  @Test func updatesComeAtOnceWhereTheTerminalHasThat() async throws {
    let terminal = try await open()
    let question = "\u{1B}[?2026$p", begin = "\u{1B}[?2026h"
    #expect(terminal.text.contains(question))
    terminal.type("?")
    try await terminal.wait(for: " Keys ─")
    #expect(!terminal.text.contains(begin), "it has not said so")
    terminal.type("\u{1B}[?2026;2$yq")
    try await terminal.wait(for: "the list") { !$0.text.contains(" Keys ─") }
    terminal.type("?")
    try await terminal.wait(for: " Keys ─") {
      $0.text.contains(" Keys ─") && !$0.privateModes.contains(2026)
    }
    #expect(terminal.text.contains(begin))
    terminal.type("Q")
    #expect(try await terminal.end() == 0)
    #expect(terminal.differences == [])
  }
}

extension RawTerminal {
  fileprivate var text: String { String(decoding: output, as: UTF8.self) }
}

extension String {
  fileprivate func dropFirstIf(_ condition: Bool) -> String { condition ? String(dropFirst()) : self }
}
