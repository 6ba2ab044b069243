import Foundation
import Testing

/// `digest`, `copies` and `novelty`, for people and as JSON.
@Suite(.realProgram) struct ComparingCommandTests {
  private static let council =
    "The harbour council put off its vote on the night ferry until Thursday, mayor Maria Torres said in Oslo."
  private static let cost =
    "The night ferry costs the town 1,200 crowns a week, and few passengers use it after ten in the evening, when the last train has left."
  private static let crew =
    "The crew of the ferry learned of the delay from the radio on Monday morning, like everybody else did."

  private func desk() throws -> ReaderDriver {
    var copy = Article("Ferry vote delayed", body: ["(AP) — " + Self.council, Self.cost])
    copy.source = "Tidewater Post"
    return try ReaderDriver([
      Article("Council delays ferry vote", body: [Self.council, Self.cost, Self.crew]), copy,
      Article("Choir sings", body: ["The choir sang in the old hall."]),
    ])
  }

  private func object(_ line: some StringProtocol) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
    return try #require(object as? [String: Any])
  }

  @Test func digestAsJSON() async throws {
    let desk = try desk()
    let finished = try await Program.run(
      ["digest", "--json", desk.page("council-delays-ferry-vote.txt")], on: desk)
    #expect(finished.status == 0 && finished.errors.isEmpty)
    let digest = try object(try #require(finished.lines.first))
    #expect(
      Set(digest.keys) == [
        "file", "keySentences", "people", "places", "organisations", "otherNames", "numbers", "dates",
        "attempted", "cut",
      ])
    #expect(digest["file"] as? String == "council-delays-ferry-vote.txt")
    #expect(digest["keySentences"] as? [String] == [Self.council, Self.cost, Self.crew])
    let people = try #require(digest["people"] as? [[String: Any]])
    #expect(people.map { $0["name"] as? String } == ["Maria Torres"])
    let places = try #require(digest["places"] as? [[String: Any]])
    #expect(places.map { $0["name"] as? String } == ["Oslo"])
    let numbers = try #require(digest["numbers"] as? [[String: Any]])
    #expect(numbers.map { $0["text"] as? String } == ["1,200"])
    #expect(numbers.map { $0["paragraph"] as? Int } == [1])
    let dates = try #require(digest["dates"] as? [[String: Any]])
    #expect(dates.map { $0["text"] as? String } == ["Thursday", "Monday"])
  }

  @Test func digestForPeople() async throws {
    let desk = try desk()
    let finished = try await Program.run(
      ["digest", desk.page("council-delays-ferry-vote.txt"), desk.page("nowhere.txt")], on: desk)
    #expect(finished.status == 1)
    #expect(finished.lines.first == "Council delays ferry vote")
    #expect(finished.lines.contains("Key sentences"))
    #expect(finished.lines.contains("People: Maria Torres"))
    #expect(finished.errors.contains("nowhere.txt: no such file or folder"))
  }

  @Test func copiesAsJSON() async throws {
    let desk = try desk()
    let finished = try await Program.run(["copies", "--json", desk.pages], on: desk)
    #expect(finished.status == 0 && finished.errors.isEmpty)
    let copies = try object(finished.output)
    let pairs = try #require(copies["pairs"] as? [[String: Any]])
    #expect(pairs.count == 1)
    #expect(pairs.first?["copy"] as? Bool == true)
    #expect(pairs.first?["ofB"] as? Double ?? 0 > 0.9)
    let groups = try #require(copies["groups"] as? [[String: Any]])
    #expect(groups.first?["agency"] as? String == "AP")
    #expect(
      Set(groups.first?["stories"] as? [String] ?? [])
        == ["council-delays-ferry-vote.txt", "ferry-vote-delayed.txt"])
  }

  @Test func copiesForPeople() async throws {
    let desk = try desk()
    let finished = try await Program.run(["copies", desk.pages], on: desk)
    #expect(finished.lines.count == 4)
    #expect(finished.lines.dropFirst().first?.contains("2 copies · first saved ") == true)
    #expect(finished.output.contains("credited to AP"))
  }

  @Test func novelty() async throws {
    let desk = try desk()
    let (read, other) = (desk.page("ferry-vote-delayed.txt"), desk.page("council-delays-ferry-vote.txt"))
    let finished = try await Program.run(["novelty", "--json", "--read", read, "--", other], on: desk)
    #expect(finished.status == 0 && finished.errors.isEmpty)
    let story = try object(try #require(finished.lines.first))
    let paragraphs = try #require(story["paragraphs"] as? [[String: Any]])
    #expect(paragraphs.map { $0["read"] as? Bool } == [true, true, false])
    #expect(paragraphs.first?["known"] as? Double == 1)
    let printed = try await Program.run(["novelty", "--read", read, "--", other], on: desk)
    #expect(printed.lines == ["Council delays ferry vote", "1 of 3 paragraphs new", "  " + Self.crew])
  }

  @Test func aFolderIsNoStory() async throws {
    let desk = try desk()
    let finished = try await Program.run(["related", desk.pages], on: desk)
    #expect(finished.status == 2)
    #expect(finished.errors.contains("or --all"))
  }

  @Test func listedByCopies() async throws {
    let desk = try desk()
    let finished = try await Program.run(["list", "copies", desk.pages], on: desk)
    #expect(finished.status == 0)
    #expect(finished.lines.count == 2)
    #expect(!finished.output.contains("Choir"))
    #expect(try await Program.run(["list", "new", desk.pages], on: desk).lines.count == 3)
  }

  @Test func wrongUsage() async throws {
    for arguments in [["novelty", "--read", "x"], ["novelty", "x"], ["digest"], ["copies"]] {
      #expect(try await Program.run(arguments, on: try desk()).status == 2)
    }
  }
}
