import Foundation
import Marks
import StoryLibrary
import Testing

/// One headline over several texts, and one story that is saved again and again, in the real program.
@Suite(.realProgram) struct EditionTests {
  private static let paragraphs = [
    "The harbour council delayed the vote on the new ferry for the third time this year.",
    "Members said that the figures had come too late. The company denied it. A letter was shown to nobody.",
    "The ferry is forty years old and needs a new engine. It carries two hundred people a day in summer.",
  ]

  private func objects(_ finished: Finished) throws -> [[String: Any]] {
    try finished.lines.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:] }
  }

  @Test func aNewEditionArrivesUnread() async throws {
    let monday = Article(
      "Morning briefing", body: ["Monday: the tram opens, and the mayor is there.", "End of Monday."])
    let desk = try ReaderDriver([monday])
    let terminal = try await TerminalSession(desk)
    try await terminal.waitUntilLoaded(stories: 1)
    try await terminal.press("Enter")
    try await terminal.wait(for: "Monday to be read") { $0.contains("0 unread") }
    let tuesday = Article(
      "Morning briefing", body: ["Tuesday: the ferry stops, for how long is not known.", "End of Tuesday."])
    try desk.add("tuesday.txt", tuesday.text)
    try await terminal.wait(for: "Tuesday") { $0.contains("1 unread") }
    let list = try objects(try await Program.run(["list", "--json", desk.pages], on: desk))
    #expect(Set(list.compactMap { $0["id"] as? String }).count == 2)
    #expect(list.map { $0["read"] as? Bool }.filter { $0 == true }.count == 1)
    for (word, other) in [("tram", "ferry"), ("ferry", "tram")] {
      let found = try objects(try await Program.run(["search", "--json", word, desk.pages], on: desk))
      #expect(found.count == 1)
      let id = try #require(found.first?["id"] as? String)
      let shown = try await Program.run(["show", id, "--in", desk.pages], on: desk)
      #expect(shown.output.contains(word) && !shown.output.contains(other))
    }
  }

  @Test func aStorySavedAgainKeepsItsMarksAndSaysThatItChanged() async throws {
    let desk = try ReaderDriver([Article("Ferry vote", body: Self.paragraphs)])
    let first = try await TerminalSession(desk)
    try await first.waitUntilLoaded(stories: 1)
    try await first.press("Enter", "s")
    try await first.wait(for: "both marks") { $0.contains("0 unread") && $0.isStarred("Ferry vote") }
    try await first.press("Q")
    _ = try await first.exitStatus()
    // The older text is nowhere any more.
    try desk.add(
      "ferry-vote.txt", Article("Ferry vote", body: Self.paragraphs + ["Correction: it is forty-one."]).text)
    let story = try #require(
      try objects(try await Program.run(["list", "--json", desk.pages], on: desk)).first)
    #expect(story["read"] as? Bool == true)
    #expect(story["starred"] as? Bool == true)
    #expect(story["changed"] as? Bool == true)
    let second = try await TerminalSession(desk)
    try await second.wait(for: "the change") { $0.contains("changed") && $0.isStarred("Ferry vote") }
    try await second.press("Enter")
    try await second.wait(for: "the change to be seen") { !$0.contains("changed") }
    try await second.press("u")
    try await second.wait(for: "the star to go, as seeing a change is no step") {
      !$0.isStarred("Ferry vote")
    }
  }

  @Test func olderVersionsAreListed() async throws {
    let desk = try ReaderDriver([Article("Ferry vote", body: Self.paragraphs)])
    try desk.add(
      "again.txt", Article("Ferry vote", body: Self.paragraphs + ["Correction: it is forty-one."]).text)
    let terminal = try await TerminalSession(desk)
    try await terminal.waitUntilLoaded(stories: 1)
    try await terminal.press("i")
    try await terminal.wait(for: "both versions") {
      $0.contains("2 versions") && $0.contains("again.txt") && $0.contains("ferry-vote.txt")
    }
    try await terminal.press("q")
    try await terminal.wait(for: "the list") { $0.listRow("Ferry vote") != nil }
  }

  /// What earlier versions of the program knew of a mark is a headline and a source.
  @Test func anOldMarkAndAnOldIdentity() async throws {
    let desk = try ReaderDriver([Article("Ferry vote", body: Self.paragraphs)])
    let old = StoryIdentity(title: "Ferry vote", source: "The Meridian")
    let store = try MarkStore(path: desk.state + "/marks.sqlite")
    _ = try store.apply(MarkChange(.starred(true), [old]))
    let story = try #require(
      try objects(try await Program.run(["list", "--json", desk.pages], on: desk)).first)
    #expect(story["starred"] as? Bool == true)
    #expect(story["id"] as? String != "\(old.id)")
    let shown = try await Program.run(["show", "\(old.id)", "--in", desk.pages], on: desk)
    #expect(shown.lines.first == "Ferry vote")
  }
}
