import Testing

@testable import PageFormats

@Suite struct HTMLMetadataTests {
  @Test func whatAPageSaysOfItsStory() {
    let built = BuiltText(SamplePage.html())
    let story = built.outline.story
    #expect(built.text(story.title) == "Fog closes the harbour of Eastmere")
    #expect(built.text(story.source) == "The Eastmere Courier")
    #expect(built.text(story.author) == "Jane Okoro, Tom Brandt")
    #expect(
      built.text(story.address) == "https://courier.example/2025/03/11/fog-closes-the-harbour-of-eastmere")
    #expect(built.text(built.outline.language) == "en-GB")
    #expect(built.text(story.when) == "2025-03-11T09:15:02+01:00")
    #expect(story.age == .moment(1_741_680_902, zone: 3_600))
    #expect(story.age?.time(savedAt: nil)?.iso8601 == "2025-03-11T09:15:02+01:00")
  }

  /// The same page with another head, and without what its body says of the author.
  private func built(head: String, address: String? = nil) -> BuiltText {
    let page = SamplePage.html(head: "<html><head>\(head)</head>")
      .replacing("class=\"byline\"", with: "class=\"line\"").replacing("rel=\"author\" ", with: "")
      .replacing("By <a", with: "<a")
    return BuiltText(page, address: address)
  }

  @Test(arguments: [
    ("<title>Fog closes the harbour of Eastmere - Courier</title>", "Fog closes the harbour of Eastmere"),
    ("<title>Courier</title>", "Fog closes the harbour of Eastmere"),
  ])
  func theHeadlineIsTheHeadingThatAgrees(head: String, title: String) {
    let built = built(head: head)
    #expect(built.text(built.outline.story.title) == title)
  }

  @Test func withoutAHeadingTheTitleLosesTheSite() {
    let html =
      "<html><head><title>Tin prices fall again &#8211; The Courier</title><meta property='og:site_name' content='The Courier'></head><body><p>\(SamplePage.paragraphs[0])</p></body></html>"
    let built = BuiltText(html)
    #expect(built.text(built.outline.story.title) == "Tin prices fall again")
  }

  @Test func theSiteIsItsHostWhereNothingElseSaysIt() {
    let built = built(head: "<title>Fog</title>", address: "https://www.courier.example/a-story-of-fog")
    #expect(built.text(built.outline.story.source) == "courier.example")
    #expect(built.text(built.outline.story.address) == "https://www.courier.example/a-story-of-fog")
  }

  @Test func anAddressOfAnotherSiteIsNotItsOwn() {
    let built = built(
      head: "<link rel=canonical href='https://agency.example/wire/77'>",
      address: "https://courier.example/fog")
    #expect(built.text(built.outline.story.address) == "https://courier.example/fog")
  }

  @Test(arguments: [
    ("<meta property='article:published_time' content='2025-03-11'>", "2025-03-11"),
    ("<meta name='date' content='11 March 2025'>", "2025-03-11"),
    (
      "<script type='application/ld+json'>{'bad':1}</script><meta name=pubdate content='2025-03-11T10:00'>",
      "2025-03-11"
    ),
  ])
  func theDateOfAHead(head: String, day: String) {
    #expect(built(head: head).outline.story.age?.time(savedAt: nil)?.iso8601 == day)
  }

  @Test func theDateOfAnAddress() {
    let built = built(head: "", address: "https://courier.example/2025/mar/11/fog-in-the-harbour")
    #expect(built.outline.story.age == CivilDate(year: 2025, month: 3, day: 11).map { .date($0) })
  }

  @Test func aVisibleDateNearTheHeadline() {
    let html = SamplePage.html(head: "<html><head></head>")
      .replacing("By <a", with: "Published 11 March 2025 by <a")
    let built = BuiltText(html)
    #expect(built.outline.story.age == CivilDate(year: 2025, month: 3, day: 11).map { .date($0) })
    #expect(built.text(built.outline.story.when) == "11 March 2025")
  }

  @Test func theAuthorOfABylineElement() {
    let built = BuiltText(SamplePage.html(head: "<html><head></head>"))
    #expect(built.text(built.outline.story.author) == "Jane Okoro, Tom Brandt")
  }

  /// A date beside a name is none of it; months that are names, too, stay.
  @Test(arguments: [
    ("By Ann Bee March 26, 2015", ["Ann Bee"]), ("Ann Bee Jan. 3", ["Ann Bee"]), ("April May", ["April May"]),
    ("Theresa May and Ann Bee 3 May", ["Theresa May", "Ann Bee"]),
  ])
  func aDateBesideAName(text: String, names: [String]) { #expect(AuthorNames.find(in: text) == names) }

  @Test func dataOfSeveralObjectsThatReferToEachOther() {
    let head = """
      <script type="application/ld+json">{"@graph":[{"@type":"Article","author":{"@id":"#j"}},
      {"@type":"Person","@id":"#j","name":"Jane Okoro"},]}</script>
      """
    let built = built(head: head)
    #expect(built.text(built.outline.story.author) == "Jane Okoro")
  }
}

@Suite struct WrittenDateTests {
  @Test(arguments: [
    ("2019-11-19T10:02:00Z", "2019-11-19T10:02:00Z"),
    ("2019-11-19 10:02:30 +0530", "2019-11-19T10:02:30+05:30"),
    ("2019-11-19T23:30:00-05:00", "2019-11-19T23:30:00-05:00"), ("2019-11-19T10:02:00", "2019-11-19"),
    ("Nov. 19th, 2019", "2019-11-19"), ("19. November 2019", "2019-11-19"),
    ("19 de noviembre de 2019", "2019-11-19"),
    ("1er février 2019", "2019-02-01"), ("2019年11月19日", "2019-11-19"), ("20191119", "2019-11-19"),
    ("19.11.2019", "2019-11-19"), ("Tuesday, March 5, 2019 at noon", "2019-03-05"),
    ("11/19/2019", "2019-11-19"), ("05-10-2018", "2018-05-10"), ("05/10/18", "2018-05-10"),
    ("05.10.2018", "2018-10-05"), ("19/11/2019", "2019-11-19"), ("2019년 11월 19일", "2019-11-19"),
    ("19 noiembrie 2019", "2019-11-19"), ("19 листопада 2019", "2019-11-19"), ("19 नवंबर 2019", "2019-11-19"),
  ])
  func isRead(text: String, time: String) {
    let date = WrittenDate.first(in: text, isMonthFirst: true)
    #expect(date?.age.time(savedAt: nil)?.iso8601 == time)
  }

  @Test func theOrderOfDayAndMonthIsTheLanguages() {
    #expect(
      WrittenDate.first(in: "05/10/2018", isMonthFirst: true)?.day == CivilDate(year: 2018, month: 5, day: 10)
    )
    #expect(
      WrittenDate.first(in: "05/10/2018", isMonthFirst: false)?.day
        == CivilDate(year: 2018, month: 10, day: 5))
  }

  @Test(arguments: [
    "", "19", "version 2.0.1", "2019-13-40", "31 February 2019", "call 020 1911 2019", "1887-01-01",
  ])
  func isNone(text: String) {
    #expect(WrittenDate.first(in: text, isMonthFirst: true) == nil)
  }
}

@Suite struct AuthorNamesTests {
  @Test(arguments: [
    ("By Jane Okoro", ["Jane Okoro"]), ("ByJane Okoro", ["Jane Okoro"]),
    ("Written by: Jane Okoro and Tom Brandt, special to the Courier", ["Jane Okoro", "Tom Brandt"]),
    ("Von Ada Quill und Lee Marsh", ["Ada Quill", "Lee Marsh"]),
    ("Jane Okoro | Staff Reporter", ["Jane Okoro"]),
    ("JANE OKORO; Jane Okoro", ["JANE OKORO"]), ("admin", []), ("Courier Staff", []),
    ("Jane Okoro The Courier", ["Jane Okoro"]), ("Recipe by Jane Okoro", ["Jane Okoro"]),
    ("Reviewed by Jane Okoro", []), ("Artikel von Ada Quill", ["Ada Quill"]),
    ("Maria von Moor", ["Maria von Moor"]),
    ("Jane Okoro, MD, Ph.D.", ["Jane Okoro"]), ("Jane Okoro Senior Writer", ["Jane Okoro"]),
    ("Jane Okoro, head of news, The Meridian and Tom Brandt", ["Jane Okoro", "Tom Brandt"]),
    ("https://courier.example/people/jane", []), ("page.head.author", []), ("Read more", []),
    ("By\nJane Okoro\nMarch 26, 2025\n5 min read\nShare this", ["Jane Okoro"]),
    ("Jane Okoro\nTom Brandt", ["Jane Okoro", "Tom Brandt"]), ("Okoro Okoro", ["Okoro"]),
    ("jane@courier.example", []),
    ("The Courier", []), ("Published 11 March 2025", []),
    ("Jane Okoro is a reporter in Eastmere", ["Jane Okoro"]),
  ])
  func areFound(text: String, names: [String]) {
    #expect(AuthorNames.find(in: text, site: "The Courier") == names)
  }
}
