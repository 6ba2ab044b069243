import StoryLibrary
import Testing

@testable import Marks

/// Which mark a story has that was saved anew since it was marked.
@Suite struct MarkTableTests {
  private let ferry = "Harbour council delays ferry vote"
  private let news = """
    The vote on the ferry was delayed again. Nobody on the council would say why it was. The harbour master spoke of \
    a letter that had come late. He would not show it to anybody. The ferry sails on as it did.
    """
  private let museum = story("Museum reopens after flood")

  private func ferry(_ text: String, from source: String? = "The Meridian") -> StoryIdentity {
    StoryIdentity(title: ferry, source: source, text: text)
  }

  @Test func nothingIsKnownOfAnUnmarkedStory() {
    #expect(MarkTable().mark(for: museum) == Mark(read: false, starred: false, place: 0))
    #expect(MarkTable([(museum, Mark(read: true))]).mark(for: ferry(news)) == Mark())
  }

  @Test func anOwnMarkComesFirst() {
    let (old, new) = (ferry(news), ferry(news + " And more."))
    let table = MarkTable([(old, Mark(read: true)), (new, Mark(starred: true, place: 9))])
    #expect(table.mark(for: old) == Mark(read: true))
    #expect(table.mark(for: new) == Mark(starred: true, place: 9))
  }

  @Test(arguments: [" And more was said of it, later in the day.", "", " Corrected: it does not."])
  func aVersionHasTheMarkOfTheOther(addition: String) {
    let mark = Mark(read: true, starred: true, place: 120, note: "Ask")
    let table = MarkTable([(ferry(news), mark)])
    #expect(table.mark(for: ferry(news + addition)) == mark)
    #expect(MarkTable([(ferry(news + addition), mark)]).mark(for: ferry(news)) == mark)
    #expect(table.mark(for: ferry(news.replacing("letter", with: "paper") + addition)) == mark)
  }

  @Test func anEditionHasNothing() {
    let table = MarkTable([(ferry(news), Mark(read: true, note: "Ask"))])
    let other = ferry(
      "Today the vote was held. It was close. All the fishermen came to hear how it went, and left.")
    #expect(table.mark(for: other) == Mark())
  }

  @Test func aHeadlineAloneLendsNothing() {
    let alone = StoryIdentity(title: ferry, source: nil)
    let table = MarkTable([(alone, Mark(read: true))])
    #expect(table.mark(for: alone) == Mark(read: true))
    for source in ["The Meridian", "Coast Courier"] {
      #expect(table.mark(for: StoryIdentity(title: ferry, source: source)) == Mark())
      #expect(table.mark(for: ferry(news, from: source)) == Mark())
    }
  }

  @Test func theSameTextWithoutASourceHasTheMark() {
    let table = MarkTable([(ferry(news, from: nil), Mark(read: true))])
    #expect(table.mark(for: ferry(news)) == Mark(read: true))
    #expect(
      MarkTable([(ferry(news), Mark(read: true))]).mark(for: ferry(news, from: nil)) == Mark(read: true))
    #expect(
      MarkTable([(ferry(news, from: "Coast Courier"), Mark(read: true))]).mark(for: ferry(news)) == Mark())
  }

  @Test func anAddressIsEnough() {
    let headline = HeadlineID(title: "Ferry vote delayed, again", source: nil)
    let old = StoryIdentity(id: StoryID(rawValue: 1), headline: museum.headline, address: 7)
    let new = StoryIdentity(id: StoryID(rawValue: 2), headline: headline, address: 7)
    let other = StoryIdentity(id: StoryID(rawValue: 3), headline: headline, address: 8)
    let table = MarkTable([(old, Mark(starred: true))])
    #expect(table.mark(for: new).starred)
    #expect(!table.mark(for: other).starred)
  }

  /// Only stories for which this is true are looked up with their identity.
  @Test func aTitleOrAPageIsNeededForAMark() {
    var table = MarkTable([(museum, Mark(read: true, note: "Ask"))])
    let (title, other) = (museum.titleID, ferry(news).titleID)
    #expect(table.mayBeFlagged(titled: title, hasPage: false))
    #expect(table.mayBeKnown(titled: title, hasPage: false))
    #expect(!table.mayBeFlagged(titled: other, hasPage: true))
    #expect(!table.mayBeKnown(titled: other, hasPage: true))
    let old = StoryIdentity(id: StoryID(rawValue: 1), headline: museum.headline, address: 7)
    table = MarkTable([(old, Mark(starred: true, labels: ["later"]))])
    #expect(table.mayBeFlagged(titled: other, hasPage: true))
    #expect(table.mayBeKnown(titled: other, hasPage: true))
    #expect(!table.mayBeFlagged(titled: other, hasPage: false))
    #expect(!MarkTable().mayBeFlagged(titled: title, hasPage: true))
  }

  /// A mark that was made before texts were kept.
  @Test func anOldMarkGoesToTheStoryThatWasThere() {
    let old = StoryIdentity(title: ferry, source: "The Meridian")
    var table = MarkTable()
    table.apply([old], since: 1_000)
    func story(_ text: String, _ span: Range<Int64>) -> StoryIdentity {
      StoryIdentity(
        id: StoryID(rawValue: UInt64(text.utf8.count)), headline: old.headline, text: ferry(text).text,
        inheritance: MarkInheritance(sourced: span, unsourced: 0..<0))
    }
    #expect(table.isRead(story("Monday: the vote is on Tuesday, says the council.", 500..<2_000)))
    #expect(!table.isRead(story("Tuesday: the vote is on Friday, says the council.", 2_000 ..< .max)))
  }

  /// Ten thousand editions are marked, and each is found again by its text.
  @Test func manyEditionsOfOneHeadline() {
    func edition(_ day: Int, _ addition: String = "") -> StoryIdentity {
      ferry("Day \(day) brings the \(day * 7 % 1_009)th boat and the \(day * 13 % 997)th letter\(addition).")
    }
    let table = MarkTable((1...10_000).map { (edition($0), Mark(place: $0)) })
    for day in stride(from: 1, through: 10_000, by: 97) {
      #expect(table.mark(for: edition(day)).place == day)
      #expect(table.mark(for: edition(day + 20_000)) == Mark())
    }
  }
}
