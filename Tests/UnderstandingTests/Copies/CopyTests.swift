import SeededNumbers
import Testing

@testable import Understanding

@Suite struct CopyTests {
  private func text(_ words: Range<Int>) -> String { words.map { "word\($0)" }.joined(separator: " ") }

  private func pairs(_ texts: [[String]]) -> [TextPair] {
    let shingles = texts.map { Shingles(of: $0) }
    return CopyFinder(samples: shingles.map(\.sample)).pairs { shingles[$0] }
  }

  @Test func aShortenedCopyWithAnotherBeginning() throws {
    let agency = [text(0..<100), text(100..<300)]
    let copy = ["From our own correspondent, " + text(0..<150)]
    let other = [text(1000..<1300)]
    let pair = try #require(pairs([agency, other, copy]).first)
    #expect(pairs([agency, other, copy]).count == 1)
    #expect((pair.first, pair.second) == (0, 2))
    #expect(pair.isCopy)
    #expect(abs(pair.shareOfFirst - 0.5) < 0.01)
    #expect(pair.shareOfSecond > 0.95)
  }

  @Test func aQuotationIsNoCopy() {
    let pair = pairs([[text(0..<300)], [text(1000..<1200), text(0..<120)]]).first
    #expect(pair?.isCopy == false)
    #expect(pairs([[text(0..<300)], [text(1000..<1200), text(0..<10)]]).isEmpty)
  }

  @Test func paragraphsMayBreakAnywhere() {
    let share = Shingles(of: [text(0..<50), text(50..<100)]).share(
      in: Shingles(of: [text(0..<30), text(30..<100)]))
    #expect(share == 1)
  }

  @Test func caseAndAccentsMakeNoDifference() {
    let shingles = Shingles(of: ["Le Café du Port est fermé"])
    #expect(shingles.share(in: Shingles(of: ["LE CAFE DU PORT EST FERME"])) == 1)
    let arabic = Shingles(of: ["أجّل مجلس المدينة التصويت على العبّارة الليلية"])
    #expect(arabic.share(in: Shingles(of: ["اجل مجلس المدينه التصويت على العباره الليليه"])) == 1)
  }

  @Test func copiesOfCopiesAreOneGroup() {
    func pair(_ first: Int, _ second: Int, _ share: Double) -> TextPair {
      TextPair(first: first, second: second, shareOfFirst: share, shareOfSecond: 0)
    }
    let groups = CopyFinder.groups(of: [pair(0, 4, 0.9), pair(2, 4, 0.6), pair(1, 3, 0.5)], count: 5)
    #expect(groups == [[0, 2, 4]])
  }

  /// A notice that a site prints below everything makes no copies, and no more work.
  @Test func furnitureMakesNoCopies() {
    let notice = text(9_000..<9_060)
    #expect(pairs((0..<300).map { [text($0 * 10..<$0 * 10 + 9), notice] }).isEmpty)
  }

  @Test(arguments: [
    (["OSLO (AP) — The ferry sank."], "AP"),
    (["The ferry sank.", "By Reuters"], "Reuters"),
    (["By Reuters staff", "The ferry sank."], "Reuters"),
    (["The ferry sank.", "Reporting by A. Lind and B. Moe; Editing by C. Ros"], "Reuters"),
    (["The Associated Press contributed to this report."], "AP"),
    (["The dpa reported it."], "dpa"),
    (["APRICOTS are late.", "He had a headpa(r)t."], nil),
    ([String(repeating: "x ", count: 100) + "(AP)", "a", "b", "c", "d"], nil),
  ])
  func agencies(paragraphs: [String], agency: String?) {
    #expect(TextCredit.agency(of: paragraphs) == agency)
  }

  @Test(arguments: [
    (
      ["The ferry sank.", "This story was originally published by The Harbour Post. All rights reserved."],
      "The Harbour Post"
    ),
    (["Republished here. It first appeared in Tidewater.com, our partner."], "Tidewater.com"),
    (["The list was originally published in 1987."], nil),
    (["The ferry sank."], nil),
  ])
  func firstPublishers(paragraphs: [String], publisher: String?) {
    #expect(TextCredit.firstPublisher(of: paragraphs) == publisher)
  }
}
