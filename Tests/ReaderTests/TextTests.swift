import Display
import PageFormats
@testable import Reader
import StoryLibrary
import Testing

/// Text as the story pane lays it out.
struct TextTests {
  static let sentence = "The council met on Tuesday and agreed on nothing at all, as it had done on Monday. "

  @Test func aWallOfTextBreaksAtSentenceEnds() {
    let wall = String(repeating: Self.sentence, count: 30)
    let pieces = ReadableText.paragraphs(of: wall)
    #expect(pieces.count > 3)
    for piece in pieces {
      #expect(piece.hasPrefix("The council"))
      #expect(piece.hasSuffix("Monday."))
      #expect(piece.utf8.count < 900)
    }
    #expect(pieces.joined(separator: " ") == wall.dropLast())
  }

  @Test func aShortParagraphStaysWhole() {
    #expect(ReadableText.paragraphs(of: Self.sentence) == [Self.sentence[...]])
  }

  @Test(arguments: [
    "Mr. Marsh said so", "the U.S. Navy came", "J. Marsh said so", "No. 4 is closed", "at 4.5 percent of it",
  ])
  func abbreviationsEndNoSentence(phrase: String) {
    let wall = String(repeating: "and then \(phrase) and went home ", count: 60)
    #expect(ReadableText.paragraphs(of: wall).count == 1)
  }

  @Test func arabicAndJapaneseSentencesEndToo() {
    let arabic = String(
      repeating: "أجّل مجلس الميناء التصويت على العبّارة بعد جلسة طويلة. هل يعود؟ ", count: 20)
    #expect(ReadableText.paragraphs(of: arabic).count > 1)
    let japanese = String(repeating: "図書館は火曜日に再び開いた。市民は本を乾かした。", count: 30)
    #expect(ReadableText.paragraphs(of: japanese).count > 1)
  }

  @Test func nothingOfTheTextIsLostInLaying() {
    let wall = String(repeating: Self.sentence, count: 25) + "“The end.”"
    let words = wall.split(separator: " ")
    let wrapper = TextWrapper(width: 40)
    let laid = ReadableText.paragraphs(of: wall).flatMap { wrapper.texts(of: String($0)) }
    #expect(laid.flatMap { $0.split(separator: " ") } == words)
  }

  static let ages: [(seconds: Int64, text: String)] = [
    (0, "now"), (59, "now"), (60, "1 min"), (3_599, "59 min"), (3_600, "1 h"), (86_399, "23 h"),
    (86_400, "1 d"),
    (518_400, "6 d"), (691_200, "12 Aug"), (25_920_000, "24 Oct 2024"), (-30, "now"), (-200_000, "22 Aug"),
  ]

  @Test(arguments: ages)
  func agesAreShort(seconds: Int64, text: String) {
    let now: Int64 = 1_755_691_200
    #expect(ShownAge.text(PublicationTime(seconds: now - seconds, precision: .minute), now: now) == text)
  }

  @Test func anAgeIsNoMoreExactThanThePage() {
    let now: Int64 = 1_755_691_200
    #expect(ShownAge.text(PublicationTime(seconds: now - 1_800, precision: .hour), now: now) == "1 h")
    #expect(ShownAge.text(PublicationTime(seconds: now - 43_200, precision: .day), now: now) == "today")
    #expect(ShownAge.full(PublicationTime(seconds: now, precision: .day)) == "20 Aug 2025")
    #expect(ShownAge.full(PublicationTime(seconds: now, precision: .hour)) == "20 Aug 2025, about 12:00 UTC")
    #expect(ShownAge.full(PublicationTime(seconds: now + 65, precision: .minute)) == "20 Aug 2025, 12:01 UTC")
  }

  @Test func whatAPageKnowsRoughlyIsShownRoughly() {
    let now: Int64 = 1_755_691_200
    let month = PublicationTime(seconds: now - 120 * 86_400, precision: .month)
    let year = PublicationTime(seconds: now - 365 * 86_400, precision: .year)
    #expect(ShownAge.text(month, now: now) == "Apr 2025")
    #expect(ShownAge.text(year, now: now) == "2024")
    #expect(ShownAge.full(month) == "about Apr 2025")
    #expect(ShownAge.full(year) == "about 2024")
  }

  @Test func hoursAndDaysAreTheReaders() {
    let now: Int64 = 1_755_691_200
    let tokyo = LocalZone.fixed(9 * 3_600, name: "JST")
    let late = PublicationTime(seconds: now + 4 * 3_600, precision: .minute)
    #expect(ShownAge.full(late, zone: tokyo) == "21 Aug 2025, 01:00 JST")
    #expect(
      ShownAge.full(PublicationTime(seconds: 1_755_648_000, precision: .day), zone: tokyo) == "20 Aug 2025")
    let noon = PublicationTime(seconds: now - 86_400, precision: .day)
    #expect(ShownAge.text(noon, now: now + 4 * 3_600) == "1 d")
    #expect(ShownAge.text(noon, now: now + 4 * 3_600, zone: tokyo) == "2 d", "it is the day after there")
  }
}

/// The table of commands and what is made from it.
struct CommandTableTests {
  @Test(arguments: Pane.allCases)
  func noKeyMeansTwoThingsInAPane(pane: Pane) {
    let keys = CommandRow.table.filter { $0.panes.contains(pane) }.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
  }

  @Test func everyCommandHasAName() {
    let names = CommandRow.table.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(!names.contains { $0.isEmpty || $0.contains(" ") })
  }

  @Test(arguments: Pane.allCases)
  func helpHasEveryCommandOfThePane(pane: Pane) {
    let rows = HelpText(focus: pane, columns: 1_000).rows
    for row in CommandRow.table where row.panes.contains(pane) {
      if case .follow1to9 = row.command { continue }
      let keys = row.keys.isEmpty ? ":\(row.name)" : row.keys.map(\.description).joined(separator: " ")
      #expect(rows.contains(.command(keys: keys, help: row.help)))
    }
  }
}
