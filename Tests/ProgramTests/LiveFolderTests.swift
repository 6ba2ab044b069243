import Foundation
import Glibc
import Testing

/// Pages that come, change and go while somebody reads, and what the next start knows of them.
@Suite(.realProgram) struct LiveFolderTests {
  @Test func pagesComeChangeAndGo() async throws {
    let desk = try ReaderDriver([Article("Amber news"), Article("Birch news")])
    let terminal = try await TerminalSession(desk)
    try await terminal.waitUntilLoaded(stories: 2)
    try await terminal.press("j")
    try await terminal.wait(for: "Birch") { $0.selected == "Birch news" }
    try desk.add("cedar.txt", Article("Cedar news").text)
    try await terminal.wait(for: "a new page") {
      $0.listRow("Cedar news") != nil && $0.selected == "Birch news"
    }
    try desk.add("cedar.txt", Article("Dogwood news").text)
    try await terminal.wait(for: "a changed page") {
      $0.listRow("Dogwood news") != nil && $0.listRow("Cedar news") == nil
    }
    try FileManager.default.createDirectory(
      atPath: desk.page("new/deep"), withIntermediateDirectories: true)
    try desk.add("new/deep/elm.txt", Article("Elm news").text)
    try await terminal.wait(for: "a page in a new folder") { $0.listRow("Elm news") != nil }
    try FileManager.default.removeItem(atPath: desk.page("new"))
    try await terminal.wait(for: "the folder to go") { $0.listRow("Elm news") == nil }
    try FileManager.default.removeItem(atPath: desk.page("cedar.txt"))
    try await terminal.wait(for: "the page to go") {
      $0.listRow("Dogwood news") == nil && $0.selected == "Birch news"
    }
  }

  @Test func theStoryThatIsReadStays() async throws {
    let desk = try ReaderDriver([Article("Amber news"), Article("Birch news")])
    let terminal = try await TerminalSession(desk)
    try await terminal.waitUntilLoaded(stories: 2)
    try await terminal.press("Enter")
    try FileManager.default.removeItem(atPath: desk.page("amber-news.txt"))
    try await terminal.wait(for: "the story to leave the list") {
      $0.listRow("Amber news") == nil && $0.storyTop == "Amber news"
    }
  }

  @Test func theNextStartKnowsWhatHappenedMeanwhile() async throws {
    let desk = try ReaderDriver([Article("Amber news"), Article("Birch news"), Article("Cedar news")])
    let first = try await Program.run(["list", desk.pages], on: desk)
    #expect(first.lines.count == 3)
    let cache = desk.home + "/cache/broadsheet"
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: cache).contains { $0.hasSuffix(".catalogue") })
    try FileManager.default.removeItem(atPath: desk.page("amber-news.txt"))
    try desk.add("birch-news.txt", Article("Dogwood news").text)
    let terminal = try await TerminalSession(desk)
    try await terminal.wait(for: "the changes") {
      $0.listRow("Dogwood news") != nil && $0.listRow("Amber news") == nil && $0.listRow("Birch news") == nil
    }
    #expect(try await Program.run(["list", desk.pages], on: desk).lines.count == 2)
  }

  @Test func aDamagedCatalogueIsReadAnew() async throws {
    let desk = try ReaderDriver([Article("Amber news"), Article("Birch news")])
    _ = try await Program.run(["list", desk.pages], on: desk)
    let cache = desk.home + "/cache/broadsheet/"
    let name = try #require(
      try FileManager.default.contentsOfDirectory(atPath: cache).first { $0.hasSuffix(".catalogue") })
    var bytes = try Data(contentsOf: URL(fileURLWithPath: cache + name))
    for place in stride(from: 4_096, to: bytes.count, by: 3) { bytes[place] = 0x5A }
    try bytes.write(to: URL(fileURLWithPath: cache + name))
    let terminal = try await TerminalSession(desk)
    try await terminal.waitUntilLoaded(stories: 2)
    #expect(try await Program.run(["list", desk.pages], on: desk).lines.count == 2)
  }

  @Test func aFolderThatCannotBeWrittenToIsNoHindrance() async throws {
    let desk = try ReaderDriver([Article("Amber news")])
    try FileManager.default.createDirectory(atPath: desk.home, withIntermediateDirectories: true)
    try Data().write(to: URL(fileURLWithPath: desk.home + "/cache"))
    let listed = try await Program.run(["list", desk.pages], on: desk)
    #expect(listed.status == 0)
    #expect(listed.errors.isEmpty)
    #expect(listed.lines.count == 1)
  }
}
