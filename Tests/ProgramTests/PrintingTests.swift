import Foundation
import Marks
import StoryLibrary
import Testing

/// `parse`, `list` and `show`, for people and as JSON.
@Suite(.realProgram) struct PrintingTests {
  private static let pageKeys: Set = [
    "file", "kind", "format", "encoding",
    "title", "source", "author", "when", "published", "language", "address",
    "topics",
    "doubtful", "body", "blocks", "comments", "related",
    "problems",
  ]
  private static let entryKeys: Set = [
    "title", "source", "author", "when", "published", "address", "topics", "body",
  ]

  private func desk() throws -> ReaderDriver {
    var beside = Article("Tin index slips", body: ["The tin index slipped by two points."])
    beside.age = "23 minutes ago"
    var amber = Article("Amber news", body: ["First paragraph.", "Second paragraph."], related: [beside])
    amber.comments = ["Well said."]
    return try ReaderDriver([amber])
  }

  private func objects(_ finished: Finished) throws -> [[String: Any]] {
    try finished.lines.map { line in
      guard let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] else {
        throw Trouble("no object: \(line)")
      }
      return object
    }
  }

  @Test func parsePrintsAnObjectALine() async throws {
    let desk = try desk()
    let file = desk.page("amber-news.txt")
    try desk.add("empty.txt", "")
    let finished = try await Program.run(["parse", file, desk.page("empty.txt")], on: desk)
    #expect(finished.status == 0)
    #expect(finished.errors.isEmpty)
    let pages = try objects(finished)
    #expect(pages.map { Set($0.keys) } == [Self.pageKeys, Self.pageKeys])
    let page = try #require(pages.first)
    #expect(page["file"] as? String == file)
    #expect(page["kind"] as? String == "article")
    #expect(page["title"] as? String == "Amber news")
    #expect(page["source"] as? String == "The Meridian")
    #expect(page["when"] as? String == "1 hours ago")
    #expect((page["published"] as? String)?.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/) != nil)
    #expect(page["body"] as? [String] == ["First paragraph.", "Second paragraph."])
    #expect(page["comments"] as? [String] == ["Well said."])
    #expect(page["topics"] as? [String] == [])
    #expect(page["problems"] as? [String] == [])
    let related = try #require(page["related"] as? [[String: Any]])
    #expect(related.map { Set($0.keys) } == [Self.entryKeys])
    #expect(related.first?["title"] as? String == "Tin index slips")
    #expect(related.first?["when"] as? String == "23 minutes ago")
    let empty = try #require(pages.last)
    for key in ["title", "source", "when", "published"] { #expect(empty[key] is NSNull) }
    for key in ["topics", "body", "comments", "related"] { #expect((empty[key] as? [Any])?.isEmpty == true) }
    #expect(empty["problems"] as? [String] == ["empty"])
  }

  @Test func parseGoesOnAfterAFileThatIsNotThere() async throws {
    let desk = try desk()
    let finished = try await Program.run(
      ["parse", desk.page("nowhere.txt"), desk.page("amber-news.txt"), desk.pages], on: desk)
    #expect(finished.status == 1)
    #expect(try objects(finished).count == 1)
    #expect(finished.errors.contains("broadsheet: \(desk.page("nowhere.txt")): no such file or folder\n"))
    #expect(finished.errors.contains("broadsheet: \(desk.pages): "))
  }

  @Test func listPrintsTheNewestFirst() async throws {
    let desk = try desk()
    let finished = try await Program.run(["list", desk.pages], on: desk)
    #expect(finished.status == 0)
    let line = /[0-9a-f]{16}  \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ   ●  The Meridian +(.+)/
    let titles = finished.lines.compactMap { $0.wholeMatch(of: line).map { String($0.1) } }
    #expect(titles == ["Tin index slips", "Amber news"])
  }

  @Test func listTakesAQuery() async throws {
    let birch = Article("Birch news", body: ["A ferry."])
    let desk = try ReaderDriver([Article("Amber news"), birch, Article("Cedar news")])
    func titles(_ arguments: String...) async throws -> [String] {
      let finished = try await Program.run(["list"] + arguments, on: desk)
      #expect(finished.status == 0 && finished.errors.isEmpty)
      return finished.lines.compactMap { $0.components(separatedBy: "  ").last }
    }
    #expect(try await titles("ferry", desk.pages) == ["Birch news"])
    #expect(try await titles(desk.pages, "unread -ferry", "--sort", "title") == ["Amber news", "Cedar news"])
    #expect(
      try await titles("unread", desk.pages, "--sort", "title", "--reverse", "--limit", "2")
        == ["Cedar news", "Birch news"])
    #expect(try await titles("read", desk.pages).isEmpty)
  }

  @Test func aWrongQueryIsPointedAt() async throws {
    let desk = try ReaderDriver([Article("Amber news")])
    for command in ["list", "search"] {
      let finished = try await Program.run([command, "ß sorce:nhk", desk.pages], on: desk)
      #expect(finished.status == 2)
      #expect(finished.output.isEmpty)
      #expect(finished.errors.contains("did you mean source:?\n    ß sorce:nhk\n      ^^^^^\n"))
      let nobody = try await Program.run([command, "source:meridan", desk.pages], on: desk)
      #expect(nobody.status == 1)
      #expect(nobody.errors.contains("no story has a source like meridan"))
    }
    #expect(try await Program.run(["list", "--sort", "size", desk.pages], on: desk).status == 2)
  }

  @Test func listAsJSON() async throws {
    let desk = try desk()
    let finished = try await Program.run(["list", "--json", "--unread", desk.pages], on: desk)
    let stories = try objects(finished)
    #expect(stories.count == 2)
    for story in stories {
      #expect(
        Set(story.keys).isSuperset(of: [
          "id", "title", "source", "when", "published", "read", "starred", "note",
        ]))
      #expect(story["pages"] as? [String] == [desk.page("amber-news.txt")])
      #expect(story["read"] as? Bool == false)
    }
    let (tin, amber) = (try #require(stories.first), try #require(stories.last))
    #expect(amber["related"] as? [String] == [try #require(tin["id"] as? String)])
    #expect(tin["backlinks"] as? [String] == [try #require(amber["id"] as? String)])
  }

  @Test func notesArePrintedHarmlessAndLineByLine() async throws {
    let desk = try desk()
    let amber = StoryIdentity(title: "Amber news", source: "The Meridian")
    let store = try MarkStore(path: desk.state + "/marks.sqlite")
    _ = try store.apply(MarkChange(.note("Ask the harbour\n\nthen \u{1B}[31mwrite\r\n"), [amber]))
    let list = try await Program.run(["list", "--json", desk.pages], on: desk)
    let notes = try objects(list).map { $0["note"] as? String }
    #expect(notes == [nil, "Ask the harbour\n\nthen write\n"])
    let show = ["show", "\(amber.id)", "--in", desk.pages]
    let json = try objects(try await Program.run(show + ["--json"], on: desk))
    #expect(json.first?["note"] as? String == "Ask the harbour\n\nthen write\n")
    let text = try await Program.run(show, on: desk)
    #expect(text.output.contains("\n\nSecond paragraph.\n\n✎ Ask the harbour\n  \n  then write\n  \n"))
  }

  @Test func showPrintsAFile() async throws {
    let desk = try desk()
    let finished = try await Program.run(["show", desk.page("amber-news.txt")], on: desk)
    #expect(finished.status == 0)
    #expect(finished.lines.first == "Amber news")
    #expect(finished.output.hasSuffix("\n\nFirst paragraph.\n\nSecond paragraph.\n"))
    let json = try await Program.run(["show", "--json", desk.page("amber-news.txt")], on: desk)
    #expect(try objects(json).map { Set($0.keys) } == [Self.pageKeys])
  }

  @Test func showPrintsAStoryByItsIdentity() async throws {
    let desk = try desk()
    let list = try await Program.run(["list", desk.pages], on: desk)
    let id = String(try #require(list.lines.first).prefix(16))
    let text = try await Program.run(["show", id, "--in", desk.pages], on: desk)
    #expect(text.status == 0)
    #expect(text.lines.first == "Tin index slips")
    #expect(text.output.contains("The tin index slipped by two points."))
    let json = try await Program.run(["show", "--json", id, "--in", desk.pages], on: desk)
    let story = try #require(try objects(json).first)
    #expect(story["id"] as? String == id)
    #expect(story["body"] as? [String] == ["The tin index slipped by two points."])
    let unknown = try await Program.run(["show", "0123456789abcdef", "--in", desk.pages], on: desk)
    #expect(unknown.status == 1)
    #expect(unknown.errors == "broadsheet: 0123456789abcdef: no such story in \(desk.pages)\n")
  }
}
