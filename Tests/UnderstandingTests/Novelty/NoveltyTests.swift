import Testing

@testable import Understanding

@Suite struct NoveltyTests {
  private let council =
    "The harbour council put off its vote on the night ferry until Thursday, the mayor said."
  private let cost =
    "The night ferry costs the town 1,200 crowns a week, and few passengers use it after ten."

  @Test func aCopyIsRead() {
    let read = ReadStories([["Something else.", council + " " + cost]])
    #expect(read.contain(council))
    #expect(
      read.contain("The harbour council put off its vote on the night ferry until Thursday, officials said."))
    #expect(!read.contain("The night ferry left the quay on Monday with nobody on board, the crew said."))
  }

  /// Somebody who has read of 1,200 crowns has not read of 1,400.
  @Test func aNewNumberIsNew() {
    let read = ReadStories([[council, cost]])
    #expect(read.contain(cost))
    #expect(!read.contain(cost.replacing("1,200", with: "1,400")))
  }

  /// Each story by itself: pieces of many make nothing read.
  @Test func piecesOfManyStoriesAreNotRead() {
    let (one, other) = (council.split(separator: ", ")[0], council.split(separator: " vote ")[1])
    #expect(ReadStories([[council]]).contain(council))
    #expect(!ReadStories([[String(one.prefix(45))], [String(other.suffix(30))]]).contain(council))
  }

  @Test func wordsAreComparedFolded() {
    let read = ReadStories([["أجّل مجلس المدينة التصويت على العبّارة الليلية إلى يوم الخميس"]])
    #expect(read.contain("اجل مجلس المدينه التصويت على العباره الليليه الى يوم الخميس"))
    #expect(!read.contain("وصلت العبّارة الليلية إلى الميناء بعد منتصف الليل وعلى متنها راكبان"))
  }

  @Test func tooShortToBeRead() {
    #expect(!ReadStories([["Read more.", ""]]).contain("Read more."))
    #expect(!ReadStories([]).contain(council))
  }

  @Test func howMuchIsKnown() {
    let novelty = Novelty(read: [[council]], others: [[council, cost, "By day"]])
    let paragraphs = novelty.paragraphs(of: [council, cost, "By day"])
    #expect(paragraphs.map(\.words) == [16, 17])
    #expect(paragraphs[0].known == 1)
    #expect(paragraphs[1].known > 0.05 && paragraphs[1].known < 0.5)
    let known = Novelty.known(paragraphs)
    #expect(abs(known - (16 + 17 * paragraphs[1].known) / 33) < 0.001)
  }
}
