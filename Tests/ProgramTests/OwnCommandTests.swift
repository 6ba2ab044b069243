import Foundation
import SavedPages
import Testing

/// Programs that the configuration has made commands of: they get the story, and nothing of it is run.
@Suite(.realProgram) struct OwnCommandTests {
  private func desk(_ title: String = "Amber news") throws -> ReaderDriver {
    let desk = try ReaderDriver()
    try desk.add("amber.txt", Article(title, body: ["Amber begins."]).text)
    var other = Article("Birch news")
    other.age = "5 hours ago"
    try desk.add("birch.txt", other.text)
    return desk
  }

  private func open(_ desk: ReaderDriver) async throws -> TerminalSession {
    let terminal = try await TerminalSession(desk)
    try await terminal.waitUntilLoaded(stories: 2)
    return terminal
  }

  private func json(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func commandsGetTheStory() async throws {
    let desk = try desk()
    try desk.configure(
      """
      commands:
        - {name: keep, run: "cat >'\(desk.path)/kept'", input: json, output: none, key: X}
        - {name: show, run: "tr a-z A-Z", output: pager, key: Y, pane: list}
        - {name: ask, run: "cat >'\(desk.path)/asked'; echo asking; read answer </dev/tty; echo $answer >>'\(desk.path)/asked'", input: json, output: screen, key: Z}
      """)
    let terminal = try await open(desk)
    try await terminal.press("X")
    let kept = try json(try await desk.text("kept"))
    #expect(kept["title"] as? String == "Amber news")
    #expect(try await terminal.screen().rows[0].contains("1 of 2"), "nothing is shown")
    try await terminal.press("Y")
    try await terminal.wait(for: "AMBER BEGINS")
    try await terminal.press("q")
    try await terminal.wait(for: "1 of 2")
    try await terminal.press("Z")
    let asking = try await terminal.wait(for: "asking")
    #expect(!asking.contains("Amber"))
    #expect(try await terminal.look("#{alternate_on} #{mouse_any_flag}") == "0 0")
    try await terminal.type("well")
    try await terminal.wait(for: "the reader") { $0.contains("1 of 2") && $0.contains("Amber begins.") }
    let asked = try await desk.text("asked")
    #expect(asked.hasSuffix("well\n"))
    #expect(try json(asked.replacingOccurrences(of: "well\n", with: ""))["title"] as? String == "Amber news")
    // By its name, too; and where the key counts in one pane alone.
    try FileManager.default.removeItem(atPath: desk.path + "/kept")
    try await terminal.press(":")
    try await terminal.type("keep")
    #expect(try json(try await desk.text("kept"))["title"] as? String == "Amber news")
    try await terminal.press("Tab")
    // What the command has to say at its end may come after the first answer.
    _ = try await Patience.wait(for: "Y is not bound") {
      try await terminal.press("Y")
      return try await terminal.screen().contains("Y is not bound") ? true : nil
    }
  }

  @Test func aCommandThatFailsIsTold() async throws {
    let desk = try desk()
    try desk.configure(
      """
      commands:
        - {name: fail, run: "echo no such luck >&2; exit 3", output: none, key: X}
        - {name: missing, run: "no-such-program-at-all", output: screen, key: Y}
      """)
    let terminal = try await open(desk)
    try await terminal.press("X")
    try await terminal.wait(for: "no such luck")
    try await terminal.press("q")
    try await terminal.press("Y")
    try await terminal.wait(for: "no such command")
    try await terminal.press("j")
    try await terminal.wait(for: "2 of 2")
  }

  @Test func modesThatACommandLeavesBehindAreNotThoseToGoBackTo() async throws {
    let desk = try desk()
    try desk.configure(
      """
      commands:
        - {name: crash, run: "stty raw -echo </dev/tty; echo done >'\(desk.path)/raw'; kill -9 $$", output: screen, key: X}
      """)
    let terminal = try RawTerminal(desk)
    try await terminal.waitUntilLoaded(stories: 2)
    terminal.type("X")
    _ = try await desk.text("raw")
    terminal.type("j")
    try await terminal.wait(for: "2 of 2")
    terminal.type("Q")
    #expect(try await terminal.end() == 0)
    #expect(terminal.hasInitialModes)
  }

  @Test(arguments: ["none", "pager", "screen"]) func aHeadlineIsNoCommand(output: String) async throws {
    let title = "Amber $(touch x) `touch x` ; touch x | touch x & '\"; touch x #"
    let desk = try desk(title)
    try desk.configure(
      """
      commands:
        - name: look
          run: "cd '\(desk.path)'; cat >story; printf '%s\\\\n' \\"$BROADSHEET_TITLE\\" >title; ls >names"
          input: json
          output: \(output)
          key: X
      """)
    let terminal = try await open(desk)
    try await terminal.press("X")
    #expect(try await desk.text("title") == title + "\n")
    #expect(try await !desk.text("names").split(separator: "\n").contains("x"))
    let story = try String(contentsOfFile: desk.path + "/story", encoding: .utf8)
    #expect(try json(story)["title"] as? String == title)
  }

  /// Text is what a command gets that says nothing; a path is an argument, whatever is in it.
  @Test func commandsChooseWhatTheyGet() async throws {
    let desk = try desk()
    try FileManager.default.moveItem(
      atPath: desk.page("amber.txt"), toPath: desk.page("amber $(touch x).txt"))
    try desk.configure(
      """
      commands:
        - {name: plain, run: "cat >'\(desk.path)/plain'", output: none, key: X}
        - {name: named, run: "cat - >'\(desk.path)/input'; printf '%s|%s|%s\\\\n' \\"$BROADSHEET_COUNT\\" \\"$BROADSHEET_FILE\\"", input: path, output: pager, key: Z}
      """.replacingOccurrences(of: "\\\\n", with: "\\\\n"))
    let terminal = try await open(desk)
    try await terminal.press("X")
    #expect(try await desk.text("plain").hasPrefix("Amber news\nThe Meridian"))
    try await terminal.press("Z")
    try await terminal.wait(for: "1|\(desk.page("amber $(touch x).txt"))|")
    #expect(!FileManager.default.fileExists(atPath: desk.path + "/x"))
    #expect(try String(contentsOfFile: desk.path + "/input", encoding: .utf8) == "")
  }

  /// Several stories are one call.
  @Test func severalStoriesAreOneCall() async throws {
    let desk = try desk()
    try desk.configure(
      """
      commands:
        - {name: keep, run: "cat >'\(desk.path)/kept'", input: json, output: none, key: Y}
        - {name: paths, run: "printf '%s ' here >'\(desk.path)/paths'; printf '%s\\\\n' >>'\(desk.path)/paths'", input: path, output: none, key: Z}
      """)
    let terminal = try await open(desk)
    try await terminal.press("x", "x", "Y")
    let kept = try await desk.text("kept").split(separator: "\n").map {
      try json(String($0))["title"] as? String
    }
    #expect(kept == ["Amber news", "Birch news"])
    try await terminal.press("Z")
    #expect(try await desk.text("paths") == "here \(desk.page("amber.txt"))\n\(desk.page("birch.txt"))\n")
  }

  /// A page in an archive has no file: commands get a copy, which goes when the reader does.
  @Test func aPageInAnArchiveIsAFile() async throws {
    let desk = try ReaderDriver()
    try desk.add("crawl.warc", Data(SavedForm.warc.bytes))
    try desk.configure(
      """
      commands:
        - {name: paths, run: "printf '%s\\\\n' >'\(desk.path)/path'", input: path, output: none, key: Z}
        - {name: copy, run: "cat \\"$BROADSHEET_FILE\\" >'\(desk.path)/copy'; echo >>'\(desk.path)/copy'", output: none, key: X}
      """)
    let terminal = try await TerminalSession(desk, environment: ["TMPDIR": desk.path])
    try await terminal.waitUntilLoaded(stories: 1)
    try await terminal.press("X")
    #expect(try await desk.text("copy").contains("<html"))
    try await terminal.press("Z")
    let path = try await desk.text("path").trimmingCharacters(in: .newlines)
    #expect(path.hasPrefix(desk.path + "/broadsheet-") && path.hasSuffix(".html"))
    #expect(FileManager.default.fileExists(atPath: path))
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    try await terminal.press("Q")
    #expect(try await terminal.exitStatus() == 0)
    #expect(!FileManager.default.fileExists(atPath: path))
  }
}
