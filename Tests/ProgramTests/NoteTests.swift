import Foundation
import Testing

/// Notes of the reader's own.
@Suite(.realProgram) struct NoteTests {
  private func desk() throws -> ReaderDriver {
    try ReaderDriver([
      Article("Amber news", body: ["The amber was found."]), Article("Birch news", body: ["It grows."]),
    ])
  }

  private func open(_ desk: ReaderDriver, environment: [String: String?] = [:]) async throws
    -> TerminalSession
  {
    let terminal = try await TerminalSession(desk, environment: environment)
    try await terminal.waitUntilLoaded(stories: 2)
    return terminal
  }

  private func note(_ text: String, in terminal: TerminalSession) async throws {
    try await terminal.press("c")
    try await terminal.wait(for: "the line") { $0.status.hasPrefix("Note: ") }
    try await terminal.type(text)
  }

  @Test func aNoteIsShownFoundAndUndone() async throws {
    let desk = try desk()
    let terminal = try await open(desk)
    let plain = try await terminal.wait(for: "The amber was found.")
    try await note("Ask Élodie about it", in: terminal)
    let noted = try await terminal.wait(for: "Note written · u undoes it") {
      $0.story.contains("Ask Élodie about it") && $0.list.contains("✎")
    }
    #expect(noted.list.contains("✎ Ask"))
    let rows = noted.story.split(separator: "\n")
    let (text, below) = (
      rows.firstIndex { $0.contains("amber was") }, rows.firstIndex { $0.contains("Élodie") }
    )
    #expect(try #require(text) < #require(below))

    try await terminal.press("\\")
    try await terminal.typeIn("elodie")
    try await terminal.wait(for: "1 story") { $0.list.contains("Amber") && !$0.list.contains("Birch") }
    try await terminal.press("Escape")
    try await terminal.wait(for: "1 of 2")
    try await terminal.press("&")
    try await terminal.type("noted")
    try await terminal.wait(for: "1 of 1") { $0.list.contains("Amber") && !$0.list.contains("Birch") }
    try await terminal.press("Escape")
    try await terminal.wait(for: "1 of 2")

    // The line begins with the note there is.
    try await terminal.press("c")
    try await terminal.wait(for: "the note") { $0.status.hasPrefix("Note: Ask Élodie about it") }
    try await terminal.type(", soon")
    try await terminal.wait(for: "Note changed") { $0.story.contains("Ask Élodie about it, soon") }
    try await terminal.press("u")
    try await terminal.wait(for: "Undone: changed the note on “Amber news”") {
      !$0.contains("soon") && $0.story.contains("Élodie")
    }
    try await terminal.press("u")
    try await terminal.wait(for: "no note") { $0.story == plain.story && $0.list == plain.list }
    try await terminal.press("C-r")
    try await terminal.wait(for: "Redone: wrote a note on “Amber news”") { $0.story.contains("Élodie") }
    try await terminal.press("c", "C-u", "Enter")
    try await terminal.wait(for: "Note deleted") { !$0.contains("Élodie") }
    try await terminal.press("c")
    try await terminal.typeIn("never mind")
    try await terminal.press("Escape")
    try await terminal.wait(for: "nothing") { $0.story == plain.story && $0.list == plain.list }
  }

  @Test func itIsThereInTheNextRunAndInOthers() async throws {
    let desk = try desk()
    let (first, other) = (try await open(desk), try await open(desk))
    try await note("remember this", in: first)
    try await other.wait(for: "the note") {
      $0.story.contains("remember this") && $0.list.contains("✎ remember")
    }
    try await other.press("u")
    try await first.wait(for: "no note") { !$0.story.contains("remember this") && !$0.list.contains("✎") }
    try await other.press("C-r")
    try await first.wait(for: "the note") { $0.story.contains("remember this") }
    for terminal in [first, other] {
      try await terminal.press("Q")
      #expect(try await terminal.exitStatus() == 0)
    }
    try await open(desk).wait(for: "the note") { $0.story.contains("remember this") }
    let listed = try await Program.run(["list", "noted", desk.pages], on: desk)
    #expect(listed.lines.count == 1)
    #expect(listed.output.contains("Amber news"))
  }

  @Test func theEditorWritesSeveralLines() async throws {
    let desk = try desk()
    let script = try desk.write(
      "cp \"$1\" '\(desk.path)/before'; printf 'one\\ntwo\\n' >>\"$1\"\n", to: "editor")
    let terminal = try await open(desk, environment: ["EDITOR": "sh \(script)"])
    try await note("zero", in: terminal)
    try await terminal.wait(for: "Note written")
    try await terminal.press("C")
    let screen = try await terminal.wait(for: "Note changed") { $0.story.contains("two") }
    #expect(try String(contentsOfFile: desk.path + "/before", encoding: .utf8).hasPrefix("zero"))
    let rows = screen.story.split(separator: "\n").map(\.trimmed)
    #expect(rows.contains { $0.hasSuffix("one") })
    // Only its first line is in the list.
    #expect(screen.list.contains("✎ zero"))
    #expect(!screen.list.contains("two"))
  }

  @Test(arguments: ["false", "sh -c 'kill -9 $$' sh", "no-such-editor"])
  func anEditorThatFailsLeavesTheNote(editor: String) async throws {
    let terminal = try await open(try desk(), environment: ["EDITOR": editor])
    try await note("as it was", in: terminal)
    try await terminal.wait(for: "Note written")
    try await terminal.press("C")
    try await terminal.wait(for: "a warning") {
      $0.story.contains("as it was") && !$0.status.contains("Note written") && !$0.status.contains("? keys")
    }
    try await terminal.press("j")
    try await terminal.wait(for: "2 of 2")
  }

  @Test(arguments: ["txt", "md", "html"]) func savedStoriesHaveTheirNotes(ending: String) async throws {
    let desk = try desk()
    let terminal = try await open(desk)
    try await note("see <b>below</b>", in: terminal)
    try await terminal.wait(for: "Note written")
    try await terminal.press("w")
    try await terminal.wait(for: "Save as")
    try await terminal.press("C-u")
    try await terminal.type(desk.path + "/saved.\(ending)")
    let saved = try await desk.text("saved.\(ending)")
    #expect(saved.contains("below"))
    #expect(saved.contains("The amber was found."))
    #expect(saved.contains("<b>below</b>") == (ending == "txt"))
  }

  @Test func hostileNotesAreText() async throws {
    let desk = try desk()
    let script = try desk.write("printf 'a\\033[2Jb\\007\\tc\\000d\\377' >\"$1\"\n", to: "editor")
    let terminal = try await open(desk, environment: ["EDITOR": "sh \(script)"])
    try await terminal.press("C")
    try await terminal.wait(for: "the reader") {
      $0.contains("The amber was found.") && $0.rows[0].contains("1 of 2")
    }
    try await terminal.press("j")
    try await terminal.wait(for: "2 of 2")
    try await terminal.press("Q")
    #expect(try await terminal.exitStatus() == 0)
  }
}
