import PageFormats
import Testing

struct BylineTests {
  @Test(arguments: [
    ("The Meridian16 hours ago", "The Meridian", "16 hours ago"),
    ("Meridiana few seconds ago", "Meridian", "a few seconds ago"),
    ("Salt Timesa day ago", "Salt Times", "a day ago"),
    ("FHKa minute ago", "FHK", "a minute ago"),
    ("Lanternan hour ago", "Lantern", "an hour ago"),
    ("9 Lanterns6 days ago", "9 Lanterns", "6 days ago"),
    ("Saltus12-03-2025", "Saltus", "12-03-2025"),
    ("Rivertown 2412-03-2025", "Rivertown 24", "12-03-2025"),
    ("Fog2423 minutes ago", "Fog24", "23 minutes ago"),
    ("Fog242 hours ago", "Fog24", "2 hours ago"),
    ("Fog2413 hours ago", "Fog24", "13 hours ago"),
    ("Channel 412 hours ago", "Channel 4", "12 hours ago"),
    ("Channel 23 minutes ago", "Channel 2", "3 minutes ago"),
    ("KXQ 75 days ago", "KXQ 7", "5 days ago"),
    ("Sea + Shore7 days ago", "Sea + Shore", "7 days ago"),
    ("Hill - Valley Post10 hours ago", "Hill - Valley Post", "10 hours ago"),
    ("fog.example1 hour ago", "fog.example", "1 hour ago"),
    ("The Meridian 16 hours ago", "The Meridian", "16 hours ago"),
    ("Voice of the North 6 days ago", "Voice of the North", "6 days ago"),
    ("رائجمنذ 21 ساعات", "رائج", "منذ 21 ساعات"),
    ("المنارة اليوممنذ يوم واحد", "المنارة اليوم", "منذ يوم واحد"),
    ("دفتر الساحل٠٩-٠٦-٢٠٢٥", "دفتر الساحل", "٠٩-٠٦-٢٠٢٥"),
  ])
  func glued(line: String, source: String, when: String) {
    let page = PageParser.page(StyleA(byline: line).text)
    #expect(page.story.source == source)
    #expect(page.story.when == when)
    #expect(page.story.body.count == 2)
  }

  @Test func ageAlone() {
    let page = PageParser.page(StyleA(byline: "16 hours ago").text)
    #expect(page.story.source == nil)
    #expect(page.story.when == "16 hours ago")
  }

  /// First lines of stories on pages without a byline.
  @Test(arguments: [
    "The crash happened 16 hours ago", "He died a day ago", "Published 2 hours ago", "Updated: 12-03-2025",
    "Who saw the swan 5 days ago?", "\"We left\"2 hours ago", "Dana Morrow9 June 2025 06:40", "99-99-2025",
    "A sentence that goes on and on before it comes to the point, and only then says that it was 3 hours ago",
  ])
  func lookAlikes(line: String) {
    let page = PageParser.page(StyleA(byline: nil, body: [line, "The fog came at six."]).text)
    #expect(page.story.source == nil)
    #expect(page.story.when == nil)
    #expect(page.story.body == [line, "The fog came at six."])
  }

  @Test func onlyTheLineUnderTheTitleIsAByline() {
    let body = ["The fog came at six.", "Dana Morrow3 hours ago", "Boats stayed in."]
    #expect(PageParser.page(StyleA(body: body).text).story.body == body)
    #expect(
      PageParser.page(StyleB(body: ["The Meridian16 hours ago"]).text).story.body == [
        "The Meridian16 hours ago"
      ])
  }

  @Test func aBlankLineUnderTheByline() {
    let page = PageParser.page(StyleA(byline: "The Meridian5 hours ago\n").text)
    #expect(page.story.source == "The Meridian")
    #expect(page.story.body.count == 2)
  }
}
