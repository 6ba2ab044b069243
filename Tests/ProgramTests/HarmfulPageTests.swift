import Foundation
import Testing

/// A page that would like to speak to the terminal, in its text and in its name.
@Suite(.realProgram) struct HarmfulPageTests {
  /// Sequences that clear, colour, set the title, answer back, turn text round, in seven and eight bits.
  private static let poison =
    "\u{1B}[2J\u{1B}[31m\u{1B}]0;owned\u{07}\u{1B}P+q\u{1B}\\\u{9B}5m\u{9D}0;owned\u{9C}\u{202E}\u{2066}\u{08}\u{7F}\u{0E}"

  private func desk() throws -> ReaderDriver {
    let desk = try ReaderDriver()
    var beside = Article("Beside\(Self.poison) it", body: ["Text\(Self.poison) beside."])
    beside.source = "North\(Self.poison) Wire"
    beside.age = "5 hours ago"
    var page = Article("Amber\(Self.poison) news", body: ["Text\(Self.poison) of it."], related: [beside])
    page.source = "The\(Self.poison) Meridian"
    page.comments = ["Said\(Self.poison) so."]
    try desk.add("amber\(Self.poison).txt", page.text)
    try desk.add("empty\(Self.poison).txt", "")
    try desk.add("picture.\(Self.poison)jpg", "")
    return desk
  }

  private func file(_ desk: ReaderDriver) -> String { desk.page("amber\(Self.poison).txt") }

  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case 0x00..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Also what JSON hides behind a backslash would reach the next program.
  private func expectHarmless(_ finished: Finished, _ comment: Comment) {
    for text in [finished.output, finished.errors] {
      #expect(text.unicodeScalars.filter(Self.isHarmful).isEmpty, comment)
      #expect(text.firstMatch(of: /\\u00[01789]/) == nil, comment)
    }
    #expect(String(data: finished.outputBytes, encoding: .utf8) != nil, comment)
  }

  @Test(arguments: [
    ["list", "PAGES"], ["list", "--json", "PAGES"], ["parse", "FILE"], ["show", "FILE"],
    ["show", "--json", "FILE"],
    ["check", "PAGES"], ["PAGES"], ["FILE"], ["list", "FILE", "POISON"], ["show", "POISON"],
    ["parse", "POISON"],
    ["POISON"], ["--POISON"], ["list", "-POISON"], ["--theme", "POISON"], ["show", "a", "POISON"],
    ["show", "0123456789abcdef", "--in", "POISON"],
  ])
  func nothingHarmfulIsPrinted(words: [String]) async throws {
    let desk = try desk()
    let arguments = words.map {
      $0.replacingOccurrences(of: "PAGES", with: desk.pages)
        .replacingOccurrences(of: "FILE", with: file(desk))
        .replacingOccurrences(of: "POISON", with: Self.poison)
    }
    let finished = try await Program.run(arguments, on: desk)
    #expect(!finished.output.isEmpty || !finished.errors.isEmpty)
    expectHarmless(finished, "\(words)")
  }

  @Test func identityOfAHarmfulStory() async throws {
    let desk = try desk()
    let list = try await Program.run(["list", desk.pages], on: desk)
    #expect(list.lines.count == 2)
    for line in list.lines {
      let id = String(line.prefix(16))
      for options in [[], ["--json"]] {
        let finished = try await Program.run(["show", id, "--in", desk.pages] + options, on: desk)
        #expect(finished.status == 0)
        expectHarmless(finished, "\(id)")
      }
    }
  }

  @Test func nothingHarmfulReachesTheScreen() async throws {
    let desk = try desk()
    let terminal = try await TerminalSession(desk, [desk.pages], environment: ["NO_COLOR": "1"])
    let title = try await terminal.look("#{pane_title}")
    let screen = try await terminal.wait(for: "both stories") {
      $0.list.contains("Amber news") && $0.list.contains("Beside it")
    }
    #expect(screen.rows[0].contains("┬"))
    try await terminal.press("Enter", "Tab", "Enter")
    try await terminal.wait(for: "Text beside.")
    let colours = try await terminal.colours()
    #expect(colours.firstMatch(of: /\u{1B}\[[0-9;]*(31|5)m/) == nil)
    #expect(try await terminal.screen().text.unicodeScalars.filter(Self.isHarmful).isEmpty)
    #expect(try await terminal.look("#{pane_title}") == title)
    #expect(try await terminal.look("#{alternate_on}") == "1")
  }

  /// What is shown of a name is cleaned; what is opened is the name.
  @Test func storiesOfAFolderWithAHarmfulName() async throws {
    let desk = try ReaderDriver()
    let folder = desk.pages + "/drafts\(Self.poison)\tof May"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    try Data(Article("Amber news").text.utf8).write(to: URL(fileURLWithPath: folder + "/amber.txt"))
    let terminal = try await TerminalSession(desk, [folder])
    try await terminal.wait(for: "its story") { $0.list.contains("Amber news") }
  }

  @Test func harmfulNameOfAnEmptyFolder() async throws {
    let desk = try ReaderDriver()
    let folder = desk.pages + "/nothing\(Self.poison)here"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    let terminal = try await TerminalSession(desk, [folder], columns: 200)
    try await terminal.wait(for: "No stories here.")
    #expect(try await terminal.screen().contains("nothinghere"))
  }
}
