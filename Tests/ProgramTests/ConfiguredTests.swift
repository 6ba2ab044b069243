import Foundation
import Testing

/// The configuration, with its mistakes, and when it changes while somebody reads.
@Suite(.realProgram) struct ConfiguredTests {
  private func desk() throws -> ReaderDriver {
    let desk = try ReaderDriver()
    let words = String(repeating: "word ", count: 60)
    try desk.add("amber.txt", Article("Amber news", body: ["Amber begins. \(words)", "Amber ends."]).text)
    var other = Article("Birch news")
    other.age = "5 hours ago"
    try desk.add("birch.txt", other.text)
    return desk
  }

  private func open(_ desk: ReaderDriver, environment: [String: String?] = [:]) async throws
    -> TerminalSession
  {
    let terminal = try await TerminalSession(desk, environment: environment)
    try await terminal.waitUntilLoaded(stories: 2)
    return terminal
  }

  /// The most columns of a row of the story.
  private func measure(_ screen: Screen) -> Int {
    screen.story.split(separator: "\n").map { $0.trimmed }.filter { $0.contains("word word") }.map(\.count)
      .max() ?? 0
  }

  // MARK: Mistakes

  @Test func aMistakeIsToldAndTheRestCounts() async throws {
    let desk = try desk()
    try desk.configure("line-width: 30\nlayout: colums\n")
    let terminal = try await open(desk)
    let screen = try await terminal.wait(for: "config.yaml:2: layout is \"colums\", expected auto, columns")
    #expect(screen.status.contains("did you mean columns?"))
    #expect((20...30).contains(measure(screen)))
    try await terminal.press("j")
    try await terminal.wait(for: "2 of 2")
  }

  @Test func manyMistakesAreCounted() async throws {
    let desk = try desk()
    try desk.configure("line-widht: 30\nlayout: 7\nmouse: perhaps\ntheme: [a]\nread: never\nsections: 4\n")
    let terminal = try await open(desk)
    try await terminal.wait(for: "config.yaml:1: \"line-widht\" is not an option; did you mean line-width?")
    try await terminal.press("j")
    try await terminal.wait(for: "2 of 2")
  }

  /// Nine lists of nine lists of nine lists …
  private static let bomb =
    "a: &a [x, x, x, x, x, x, x, x, x]\n"
    + zip("bcdefghij", "abcdefghi").map { name, inner in
      "\(name): &\(name) [\(Array(repeating: "*\(inner)", count: 9).joined(separator: ", "))]\n"
    }.joined()

  @Test(arguments: [
    Data((0...255).map { UInt8($0) }), Data("line-width: 30\n\u{0}".utf8), Data("{[:".utf8), Data(bomb.utf8),
    Data("- a\n- b\n".utf8), Data([0xFF, 0xFE, 0x6D, 0x00]),
    Data("layout: \"\u{1B}[2J\u{1B}]0;x\u{7}\"\n".utf8),
    Data(String(repeating: "[", count: 20_000).utf8), Data(String(repeating: "x", count: 2 << 20).utf8),
    Data("sections: [{name: A, query: \"(((\"}]\nkeys: {list: {gg: no-such}}\n".utf8),
    Data("--- !!binary x\n".utf8),
  ])
  func nothingInTheFileStopsTheProgram(bytes: Data) async throws {
    let desk = try desk()
    try desk.configure(bytes)
    let terminal = try await open(desk)
    try await terminal.wait(for: "a complaint") { $0.status.contains("config.yaml") }
    try await terminal.press("j", "Enter")
    try await terminal.wait(for: "1 unread") { $0.selected == "Birch news" }
    try await terminal.press("Q")
    #expect(try await terminal.exitStatus() == 0)
  }

  @Test func aFolderInItsPlaceIsNoFile() async throws {
    let desk = try desk()
    try FileManager.default.createDirectory(atPath: desk.configurationFile, withIntermediateDirectories: true)
    let terminal = try await open(desk)
    try await terminal.wait(for: "config.yaml: not a file")
    try FileManager.default.removeItem(atPath: desk.configurationFile)
    try desk.configure("line-width: 30\n")
    try await terminal.wait(for: "the narrow column") { (20...30).contains(measure($0)) }
  }

  // MARK: Changes while reading

  @Test func changesCountAtOnce() async throws {
    let desk = try desk()
    let terminal = try await open(desk)
    #expect(measure(try await terminal.screen()) > 40)
    try desk.configure("line-width: 30\n")
    try await terminal.wait(for: "Configuration reloaded") { (20...30).contains(measure($0)) }
    try desk.configure("line-width: 30\nlayout: stacked\n")
    try await terminal.wait(for: "stacked panes") {
      !$0.rows[0].contains("┬") && $0.contains("Amber begins.")
    }
    try desk.configure("layout: auto\nsections: [{name: Trees, query: birch}]\n")
    try await terminal.wait(for: "tabs") {
      $0.rows[0].hasPrefix(" All   Trees 1") && $0.rows[1].contains("┬")
    }
    try await terminal.press("]")
    try await terminal.wait(for: "Trees · 1 of 1")
    // The section in which one is goes.
    try desk.configure("keys: {everywhere: {x: toggle-star}}\n")
    try await terminal.wait(for: "all stories") {
      $0.rows[0].hasPrefix(" Stories ·") && $0.rows[0].contains(" of 2")
    }
    try await terminal.press("x")
    try await terminal.wait(for: "Starred")
    try FileManager.default.removeItem(atPath: desk.configurationFile)
    try await terminal.wait(for: "Configuration reloaded")
    try await terminal.press("x")
    try await terminal.wait(for: "1 selected")
  }

  @Test func brokenAndMended() async throws {
    let desk = try desk()
    try desk.configure("line-width: 30\n")
    let terminal = try await open(desk)
    try await terminal.wait(for: "the narrow column") { (20...30).contains(measure($0)) }
    try desk.configure("line-width: {{{\n")
    try await terminal.wait(for: "config.yaml:2: not YAML")
    #expect((20...30).contains(measure(try await terminal.screen())), "what counted goes on counting")
    try desk.configure("line-width: 40\n")
    try await terminal.wait(for: "Configuration reloaded") { (31...40).contains(measure($0)) }
  }

  /// What is being typed, asked or searched goes on.
  @Test func changesLeaveWhatIsOpen() async throws {
    let desk = try desk()
    let terminal = try await open(desk)
    var measure = 30
    func change() async throws {
      measure += 1
      try desk.configure("line-width: \(measure)\nsections: [{name: Trees\(measure), query: birch}]\n")
    }
    try await terminal.press(":")
    try await terminal.typeIn("toggle-st")
    try await change()
    try await terminal.wait(for: "the line") {
      $0.contains("Trees31") && $0.status.hasPrefix(":toggle-st")
        && $0.contains("toggle star")
    }
    try await terminal.press("C-u", "BSpace", "A")
    try await change()
    try await terminal.wait(for: "the question") { $0.contains("Trees32") && $0.status.contains("y/n") }
    try await terminal.press("n", "S")
    try await change()
    try await terminal.wait(for: "Trees33")
    // Escape and another key at once are a key with Alt.
    try await terminal.press("Escape")
    try await terminal.wait(for: "? keys")
    try await terminal.press("\\")
    try await terminal.typeIn("birch")
    try await terminal.wait(for: "1 story")
    try await change()
    try await terminal.wait(for: "the search") { $0.contains("Trees34") && $0.status.hasPrefix("\\birch") }
    try await terminal.press("Enter")
    try await change()
    try await terminal.wait(for: "the story found") {
      $0.contains("Trees35") && $0.story.contains("Birch news")
    }
    let opened = try await terminal.screen()
    try await terminal.press("Escape")
    try await terminal.wait(for: "what was found") { $0 != opened }
    try await terminal.press("q")
    try await terminal.wait(for: "all stories") { $0.rows[1].contains(" of 2") }
    try await terminal.press("?")
    try await change()
    try await terminal.wait(for: " Keys ─")
    try await terminal.press("q")
    try await terminal.wait(for: "all stories") { $0.contains("Trees36") && $0.rows[1].contains(" of 2") }
  }

  @Test func theMouseIsLeftAndClaimed() async throws {
    let desk = try desk()
    let terminal = try await open(desk)
    #expect(try await terminal.look("#{mouse_any_flag}") == "1")
    for (text, flag) in [("mouse: false", "0"), ("mouse: true", "1"), ("mouse: no", "0"), ("", "1")] {
      try desk.configure(text)
      _ = try await Patience.wait(for: "\(text): \(flag)") {
        try await terminal.look("#{mouse_any_flag}") == flag ? true : nil
      }
    }
  }

  @Test func theThemeIsTaken() async throws {
    let desk = try desk()
    let terminal = try await open(desk, environment: ["COLORTERM": "truecolor"])
    let before = try await terminal.styledScreen().styles(of: "Amber begins")
    try desk.configure("theme: salmon-paper\n")
    _ = try await Patience.wait(for: "other colours") {
      try await terminal.styledScreen().styles(of: "Amber begins") == before ? nil : true
    }
    // And from the start, whichever was chosen last.
    try FileManager.default.createDirectory(atPath: desk.state, withIntermediateDirectories: true)
    try Data("gravure\n".utf8).write(to: URL(fileURLWithPath: desk.state + "/theme"))
    let second = try await open(desk, environment: ["COLORTERM": "truecolor"])
    #expect(
      try await second.styledScreen().styles(of: "Amber begins")
        == terminal.styledScreen().styles(of: "Amber begins"))
  }

  @Test func whatTheListIsToBeginWith() async throws {
    let desk = try desk()
    try desk.configure("sort: -date\ngroup: source\nlayout: columns\n")
    let terminal = try await open(desk)
    let screen = try await terminal.wait(for: "▾ The Meridian")
    let list = screen.list
    #expect(screen.selected == "Birch news", "before any key the first story is selected")
    let (amber, birch) = (list.firstRange(of: "Amber news"), list.firstRange(of: "Birch news"))
    #expect(try #require(birch).lowerBound < #require(amber).lowerBound)
  }

  @Test(arguments: ["open", "end", "manual", "1 s"]) func whenAStoryCountsAsRead(rule: String) async throws {
    let desk = try ReaderDriver([Article.long("Amber news"), Article.long("Birch news")])
    try desk.configure("read: \(rule)\n")
    let terminal = try await open(desk)
    try await terminal.press("Enter")
    switch rule {
    case "open", "1 s": try await terminal.wait(for: "1 unread")
    default:
      try await terminal.press("j")
      try await terminal.wait(for: "the story") {
        $0.status.contains("q list") && $0.rows[0].contains("2 unread")
      }
      try await terminal.press("G")
      try await terminal.wait(for: "its end") {
        $0.contains("Amber paragraph 80 ") && $0.rows[0].contains(rule == "end" ? "1 unread" : "2 unread")
      }
    }
  }

  @Test func foldersToReadAndToSaveTo() async throws {
    let desk = try desk()
    try desk.configure("folders: ['\(desk.pages)']\nsave-folder: '\(desk.path)'\n")
    let terminal = try await TerminalSession(desk, [])
    try await terminal.waitUntilLoaded(stories: 2)
    try await terminal.press("w")
    try await terminal.wait(for: "the folder") { $0.status.contains(desk.path + "/amber-news.txt") }
    try await terminal.press("Enter")
    try await terminal.wait(for: "Saved as")
    // Nothing is written over unasked.
    try await terminal.press("w", "Enter")
    try await terminal.wait(for: "y/n")
    try await terminal.press("n")
    try await terminal.wait(for: "Nothing was saved")
  }

  // MARK: Keys

  @Test func keysOfTheReadersOwn() async throws {
    let desk = try desk()
    try desk.configure(
      """
      keys:
        everywhere: {gg: top, ^N: down, Q: none}
        list: {x: toggle-star}
        story: {x: toggle-read}
      """)
    let terminal = try await open(desk)
    try await terminal.press("C-n")
    try await terminal.wait(for: "2 of 2")
    try await terminal.press("Q")
    try await terminal.wait(for: "Q is not bound")
    try await terminal.press("g", "g")
    try await terminal.wait(for: "1 of 2")
    try await terminal.press("x")
    try await terminal.wait(for: "Starred")
    // Whoever goes to the story has opened it.
    try await terminal.press("Tab")
    try await terminal.wait(for: "1 unread")
    try await terminal.press("x")
    try await terminal.wait(for: "Marked unread")
    try await terminal.press("Tab", "x")
    try await terminal.wait(for: "x is not bound")
  }
}
