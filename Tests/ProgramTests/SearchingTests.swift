import Foundation
import Testing

/// `search` and `index`.
@Suite(.realProgram) struct SearchingTests {
  private func desk() throws -> ReaderDriver {
    try ReaderDriver([
      Article("Amber news", body: ["The ferry left at six.", "A Café opened on the quay wall."]),
      Article("Ferry stops", body: ["It will run again."]), Article("Choir sings", body: ["All of it."]),
    ])
  }

  private func titles(_ finished: Finished) -> [String] {
    finished.lines.filter { !$0.hasPrefix(" ") }.compactMap { $0.components(separatedBy: "  ").last }
  }

  @Test func bestFirstWithTheWordsPlaces() async throws {
    let desk = try desk()
    let found = try await Program.run(["search", "ferry", desk.pages], on: desk)
    #expect(found.status == 0)
    #expect(titles(found) == ["Ferry stops", "Amber news"])
    #expect(found.output.contains("    The ferry left at six."))
    #expect(
      try await titles(Program.run(["search", "cafe \"quay wall\"", desk.pages], on: desk)) == ["Amber news"])
    #expect(try await titles(Program.run(["search", "\"wall quay\"", desk.pages], on: desk)) == [])
    #expect(
      try await titles(Program.run(["search", "--limit", "1", "ferry", desk.pages], on: desk)).count == 1)
  }

  @Test func aQueryOfTheWholeLanguage() async throws {
    let desk = try desk()
    for (query, expected) in [
      ("FERRY", []), ("Ferry", ["Ferry stops"]),
      ("unread choir OR \"quay wall\"", ["Choir sings", "Amber news"]),
      ("page -ferry", ["Choir sings"]), ("source:nobody", []),
    ] {
      let found = try await Program.run(["search", query, desk.pages], on: desk)
      #expect(Set(titles(found)) == Set(expected), "\(query)")
    }
  }

  @Test func asJSON() async throws {
    let desk = try desk()
    let found = try await Program.run(["search", "--json", "café", desk.pages], on: desk)
    let line = try #require(found.lines.first)
    let story = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    #expect(story["title"] as? String == "Amber news")
    #expect((story["score"] as? Double ?? 0) > 0)
    let place = try #require((story["places"] as? [[String: Any]])?.first)
    #expect(place["part"] as? String == "body")
    #expect(place["paragraph"] as? Int == 1)
    #expect(place["start"] as? Int == 2)
    #expect(place["end"] as? Int == 7)
    #expect(place["text"] as? String == "Café")
  }

  @Test func theSameWithAnIndex() async throws {
    let desk = try desk()
    let before = try await Program.run(["search", "ferry", desk.pages], on: desk)
    let made = try await Program.run(["index", desk.pages], on: desk)
    #expect(made.status == 0)
    #expect(try await Program.run(["search", "ferry", desk.pages], on: desk).output == before.output)
    try desk.add("new.txt", Article("Ferry, ferry", body: ["A ferry."]).text)
    let after = try await Program.run(["search", "ferry", desk.pages], on: desk)
    #expect(titles(after).contains("Ferry, ferry"), "what the index does not know is looked through")
  }

  @Test func nothingFoundAndNothingToLookFor() async throws {
    let desk = try desk()
    let nothing = try await Program.run(["search", "zebra", desk.pages], on: desk)
    #expect(nothing.status == 1)
    #expect(nothing.output.isEmpty)
    let empty = try await Program.run(["search", "--", "--", desk.pages], on: desk)
    #expect(empty.status == 1)
    #expect(empty.errors.contains("the query is empty"))
  }
}
