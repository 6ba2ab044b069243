import PageFormats
import Testing

struct AgeTests {
  /// 2025-08-20 12:00:00 UTC.
  static let saved: Int64 = 1_755_691_200

  @Test(arguments: [
    ("a few seconds ago", "2025-08-20T12:00:00Z", PublicationTime.Precision.minute),
    ("in a few seconds", "2025-08-20T12:00:00Z", .minute),
    ("45 seconds ago", "2025-08-20T12:00:00Z", .minute),
    ("a minute ago", "2025-08-20T11:59:00Z", .minute),
    ("1 minute ago", "2025-08-20T11:59:00Z", .minute),
    ("23 minutes ago", "2025-08-20T11:37:00Z", .minute),
    ("an hour ago", "2025-08-20T11:00:00Z", .hour),
    ("1 hour ago", "2025-08-20T11:00:00Z", .hour),
    ("16 hours ago", "2025-08-19T20:00:00Z", .hour),
    ("a day ago", "2025-08-19", .day),
    ("7 days ago", "2025-08-13", .day),
    ("a week ago", "2025-08-13", .day),
    ("a month ago", "2025-07", .month),
    ("2 years ago", "2023", .year),
    ("12-03-2025", "2025-03-12", .day),
    ("29-02-2024", "2024-02-29", .day),
    ("منذ بضع ثوان", "2025-08-20T12:00:00Z", .minute),
    ("منذ 4 دقائق", "2025-08-20T11:56:00Z", .minute),
    ("منذ دقيقتان", "2025-08-20T11:58:00Z", .minute),
    ("منذ ساعة واحدة", "2025-08-20T11:00:00Z", .hour),
    ("منذ ٢١ ساعات", "2025-08-19T15:00:00Z", .hour),
    ("منذ يوم واحد", "2025-08-19", .day),
    ("منذ 7 أيام", "2025-08-13", .day),
    ("٠٩-٠٦-٢٠٢٥", "2025-06-09", .day),
    ("۰۹-۰۶-۲۰۲۵", "2025-06-09", .day),
  ])
  func meaning(when: String, time: String, precision: PublicationTime.Precision) throws {
    let related = [Listed(when: when)]
    for text in [
      StyleA(related: related).text, StyleB(related: related).text, TopicPage(stories: related).text,
    ] {
      let entry = try #require(PageParser.page(text, savedAt: AgeTests.saved).related.first)
      #expect(entry.when == when)
      #expect(entry.published?.iso8601 == time)
      #expect(entry.published?.precision == precision)
    }
  }

  /// The largest number of each unit still belongs to the age, not to the source.
  @Test(arguments: [
    ("59 seconds ago", "2025-08-20T12:00:00Z"), ("59 minutes ago", "2025-08-20T11:01:00Z"),
    ("23 hours ago", "2025-08-19T13:00:00Z"), ("31 days ago", "2025-07-20"), ("9 weeks ago", "2025-06-18"),
    ("12 months ago", "2024-08"), ("99 years ago", "1926"),
  ])
  func theLargestNumbersBehindASource(when: String, time: String) {
    let page = PageParser.page(StyleA(byline: "The Meridian" + when).text, savedAt: AgeTests.saved)
    #expect(page.story.source == "The Meridian")
    #expect(page.story.when == when)
    #expect(page.story.published?.iso8601 == time)
  }

  @Test func withoutTheTimeOfSavingOnlyDatesAreKnown() {
    let page = PageParser.page(StyleA(related: [Listed(), Listed(when: "12-03-2025")]).text)
    #expect(page.story.published == nil)
    #expect(page.related.map { $0.published?.iso8601 } == [nil, "2025-03-12"])
  }

  /// Nothing was published after it was saved.
  @Test(arguments: [("12-03-2031", "2025-08-20"), ("21-08-2025", "2025-08-20"), ("20-08-2025", "2025-08-20")])
  func datesAfterTheTimeOfSaving(when: String, time: String) throws {
    let page = PageParser.page(StyleA(related: [Listed(when: when)]).text, savedAt: AgeTests.saved)
    let entry = try #require(page.related.first)
    #expect(entry.published?.iso8601 == time)
    #expect(entry.when == when)
    #expect(try #require(entry.published).seconds <= AgeTests.saved)
  }

  @Test(arguments: ["31-02-2025", "00-01-2025", "01-13-2025", "29-02-2023", "1-2-2025"])
  func daysThatDoNotExist(when: String) {
    let page = PageParser.page(StyleA(byline: "The Meridian\(when)").text)
    #expect(page.story.published == nil)
    #expect(page.story.body.first == "The Meridian\(when)")
  }

  @Test(
    arguments: [
      (0, "1970-01-01"), (-1, "1969-12-31"), (59, "1970-03-01"), (11_016, "2000-02-29"),
      (-719_468, "0000-03-01"),
      (2_932_896, "9999-12-31"),
    ] as [(Int64, String)])
  func civilDates(days: Int64, date: String) {
    #expect(PublicationTime(seconds: days * 86_400, precision: .day).iso8601 == date)
    #expect(CivilDate(daysSince1970: days).daysSince1970 == days)
  }

  @Test func everyDayOfFourCenturies() {
    var last = CivilDate(daysSince1970: -73_000)
    for day in Int64(-72_999)...73_000 {
      let date = CivilDate(daysSince1970: day)
      #expect(date.daysSince1970 == day)
      #expect(CivilDate(year: date.year, month: date.month, day: date.day) == date)
      #expect((date.year, date.month, date.day) > (last.year, last.month, last.day))
      last = date
    }
  }

  @Test(arguments: [Int64.min, .min + 1, -1, .max])
  func anyTimeOfSaving(saved: Int64) throws {
    let published = try #require(PageParser.page(StyleA().text, savedAt: saved).story.published)
    #expect(published.seconds <= saved || published.iso8601 == "0000-01-01T00:00:00Z")
  }

  @Test(arguments: [(Int64.min, "0000-01-01T00:00:00Z"), (.max, "9999-12-31T23:59:59Z")])
  func timesThatNoCalendarHas(seconds: Int64, shown: String) {
    #expect(PublicationTime(seconds: seconds, precision: .minute).iso8601 == shown)
  }

  @Test func beforeTheEpoch() {
    #expect(PublicationTime(seconds: -1, precision: .minute).iso8601 == "1969-12-31T23:59:59Z")
    #expect(PublicationTime.Precision.minute < .year)
  }
}
