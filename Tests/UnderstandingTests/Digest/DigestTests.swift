import PageFormats
import Testing

@testable import Understanding

@Suite struct DigestTests {
  private func digest(_ title: String, _ paragraphs: [String]) throws -> Digest {
    let day = try #require(CivilDate(year: 2026, month: 11, day: 28))
    return DigestMaker([StoryToDigest(title: title, paragraphs: paragraphs, day: day)]).digest(of: 0)
  }

  private let paragraphs = [
    "By A. Writer",
    "The harbour council put off its vote on the night ferry until Thursday, the mayor said.",
    "The weather was fine, and many people walked along the quay in the sun with their dogs.",
    "Why was nobody told of it before the meeting of the harbour council was over?",
    "The night ferry costs the harbour council 1,200 crowns a week, 40% more than planned.",
    "“We do not know who will use a night ferry in winter,” a member of the council said.",
  ]

  @Test func keySentences() throws {
    let digest = try digest("Harbour council delays night ferry vote", paragraphs)
    #expect(digest.keySentences.map(\.paragraph) == [1, 2, 4])
    #expect(digest.keySentences.first?.text == paragraphs[1])
  }

  @Test func numbersAreNoDates() throws {
    let digest = try digest("Vote 12", paragraphs + ["It cost $4.5 million in 2019, on May 3."])
    #expect(digest.numbers.map(\.text) == ["12", "1,200", "40%", "$4.5 million"])
    #expect(digest.numbers.map(\.paragraph) == [nil, 4, 4, 6])
    #expect(digest.dates.map(\.value.iso8601) == ["2026-12-03", "2019", "2026-05-03"])
  }

  @Test func anEmptyStory() throws {
    let digest = try digest("", [])
    #expect(digest.keySentences.isEmpty && digest.names.isEmpty && digest.numbers.isEmpty)
    #expect(try self.digest("The Harbour in January", []).keySentences.map(\.paragraph) == [nil])
  }

  /// What is longer than any news story is not looked at, also in the middle of a character.
  @Test func aStoryWithoutEnd() throws {
    let digest = try digest("A line", [String(repeating: "é", count: DigestedText.longest)])
    #expect(digest.isCut)
    #expect(try !self.digest("A line", paragraphs).isCut)
  }
}
