import Foundation
import Testing

/// Colours, and their absence.
@Suite(.realProgram) struct ThemeTests {
  private func open(
    _ desk: ReaderDriver, _ arguments: [String] = [], environment: [String: String?] = [:]
  ) async throws -> TerminalSession {
    let terminal = try await TerminalSession(desk, arguments + [desk.pages], environment: environment)
    try await terminal.waitUntilLoaded(stories: 1)
    try await terminal.wait(for: "Nothing much was said about it.")
    return terminal
  }

  /// All parameters of the sequences that set colours and attributes.
  private func graphics(_ terminal: TerminalSession) async throws -> [String] {
    try await terminal.colours().matches(of: /\u{1B}\[([0-9;:]*)m/).map { String($0.1) }
  }

  /// The colours on the screen. Which blank has which is left to the program: nobody sees it.
  private func palette(_ terminal: TerminalSession) async throws -> Set<String> {
    Set(try await graphics(terminal).filter(Self.isColour))
  }

  private static func isColour(_ parameters: String) -> Bool {
    parameters.split { ";:".contains($0) }.compactMap { Int($0) }.contains {
      (30...38).contains($0) || (40...48).contains($0) || (90...107).contains($0)
    }
  }

  @Test func nextThemeIsRemembered() async throws {
    let desk = try ReaderDriver([Article("Amber news")])
    let first = try await open(desk)
    let before = try await palette(first)
    try await first.press("T")
    try await first.wait(for: "Enter use")
    try await first.press("j", "Escape")
    try await first.wait(for: "the panes alone") { !$0.contains("Enter use") }
    #expect(try await palette(first) == before)
    try await first.press("T", "j", "Enter")
    let screen = try await first.wait(for: "Theme: ")
    #expect(try await palette(first).isDisjoint(with: before))
    let name = screen.status.trimmed.replacingOccurrences(of: "Theme: ", with: "")
    try await first.press("q")
    #expect(try await first.exitStatus() == 0)
    #expect(try String(contentsOfFile: desk.state + "/theme", encoding: .utf8) == name + "\n")

    let second = try await open(desk)
    let colours = try await palette(second)
    try await second.press("Q")
    #expect(try await second.exitStatus() == 0)
    let third = try await open(desk, ["--theme", name])
    #expect(try await palette(third) == colours)
    #expect(colours.isDisjoint(with: before))
  }

  @Test func themeOptionIsRemembered() async throws {
    let desk = try ReaderDriver([Article("Amber news")])
    let plain = try await palette(try await open(desk))
    let foghorn = try await palette(try await open(desk, ["--theme", "foghorn"]))
    #expect(foghorn != plain)
    #expect(try await palette(try await open(desk)) == foghorn)
  }

  /// What the terminal tells of its background decides until somebody chooses.
  @Test(arguments: [
    ("15;0", "broadsheet-dark"), ("0;15", "broadsheet-light"), ("0;default;7", "broadsheet-light"),
    ("0;8", "broadsheet-dark"), ("", "broadsheet-dark"),
  ])
  func aLightTerminalGetsALightTheme(background: String, theme: String) async throws {
    let desk = try ReaderDriver([Article("Amber news")])
    let told = try await palette(try await open(desk, environment: ["COLORFGBG": background]))
    let chosen = try await palette(try await open(desk, ["--theme", theme]))
    #expect(told == chosen)
  }

  /// Nothing that stands in the place of a theme or of the state keeps the first screen waiting.
  @Test func hostileFilesKeepNobodyWaiting() async throws {
    let desk = try ReaderDriver([Article("Amber news")])
    let themes = desk.home + "/config/broadsheet/themes"
    try FileManager.default.createDirectory(atPath: themes, withIntermediateDirectories: true)
    try FileManager.default.createDirectory(atPath: desk.state, withIntermediateDirectories: true)
    var bomb = "system: base16\nname: Bomb\nl0: &l0 {? fog : wind}\n"
    for level in 1...40 { bomb += "l\(level): &l\(level) {? *l\(level - 1) : *l\(level - 1)}\n" }
    try bomb.write(toFile: themes + "/bomb.yaml", atomically: true, encoding: .utf8)
    mkfifo(themes + "/pipe.yaml", 0o600)
    for name in ["theme", "panes", "history"] { mkfifo(desk.state + "/" + name, 0o600) }
    for (name, reason) in [("bomb", "bomb.yaml:4: aliases such as *l0"), ("pipe", "pipe.yaml: not a file")] {
      let refused = try await Program.run(["--theme", name, desk.pages], on: desk)
      #expect(refused.status == 2)
      #expect(refused.errors.contains(reason), "\(refused.errors)")
    }
    try desk.configure("theme: bomb\n")
    let terminal = try await open(desk)
    try await terminal.press("\\")
    try await terminal.type("amber")
    try await terminal.press("Enter", "Q")
    #expect(try await terminal.exitStatus() == 0)
  }

  @Test func unknownThemeIsWrongUsage() async throws {
    let desk = try ReaderDriver([Article("Amber news")])
    let finished = try await Program.run(["--theme", "plaid\u{1B}[1m", desk.pages], on: desk)
    #expect(finished.status == 2)
    #expect(finished.output.isEmpty)
    #expect(finished.errors.hasPrefix("broadsheet: plaid"))
    #expect(finished.errors.contains("no such theme; the themes are "))
    #expect(finished.errors.contains("broadsheet-dark"))
    #expect(!finished.errors.contains("\u{1B}"))
  }

  @Test(arguments: ["tmux-256color", "xterm", "screen-256color"])
  func noColorMeansNone(type: String) async throws {
    let terminal = try await open(
      try ReaderDriver([Article("Amber news")]),
      environment: ["NO_COLOR": "1", "COLORTERM": "truecolor", "TERM": type])
    try await terminal.press("s", "Enter")
    try await terminal.wait(for: "0 unread")
    let graphics = try await graphics(terminal)
    #expect(!graphics.isEmpty, "titles are bold without colours too")
    #expect(graphics.filter(Self.isColour).isEmpty)
  }

  @Test func emptyNoColorMeansColours() async throws {
    let terminal = try await open(try ReaderDriver([Article("Amber news")]), environment: ["NO_COLOR": ""])
    #expect(try await graphics(terminal).contains(where: Self.isColour))
  }

  @Test func trueColour() async throws {
    let terminal = try await open(
      try ReaderDriver([Article("Amber news")]), environment: ["COLORTERM": "truecolor"])
    #expect(try await graphics(terminal).contains { $0.contains("38;2;") })
  }

  @Test func colours256() async throws {
    let graphics = try await graphics(try await open(try ReaderDriver([Article("Amber news")])))
    #expect(graphics.contains { $0.contains("38;5;") })
    #expect(!graphics.contains { $0.contains("38;2;") })
  }
}
