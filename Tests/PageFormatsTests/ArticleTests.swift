import PageFormats
import Testing

struct ArticleTests {
  @Test func styleA() throws {
    let page = PageParser.page(StyleA(hasPromotion: true).text)
    #expect(page.kind == .article)
    #expect(page.story.title == "Fog closes the harbour")
    #expect(page.story.source == "The Meridian")
    #expect(page.story.when == "16 hours ago")
    #expect(page.story.body == ["The fog came at six.", "Boats stayed in the harbour."])
    #expect(page.comments.isEmpty)
    #expect(page.problems.isEmpty)
    let related = try #require(page.related.first)
    #expect(page.related.count == 1)
    #expect(related.title == "Tin index slips")
    #expect(related.source == "North Wire")
    #expect(related.when == "23 minutes ago")
    #expect(related.body == ["The tin index slipped by two points."])
  }

  @Test(arguments: [0, 1, 2], [true, false])
  func styleB(gap: Int, startsBlank: Bool) throws {
    let related = [Listed(), Listed(title: "Choir sings on", source: "Coast Courier", when: "a day ago")]
    let page = PageParser.page(StyleB(related: related, gap: gap, startsBlank: startsBlank).text)
    #expect(page.kind == .article)
    #expect(page.story.title == "Fog closes the harbour")
    #expect(page.story.source == nil)
    #expect(page.story.body == ["The fog came at six.", "Boats stayed in the harbour."])
    #expect(page.related.map(\.title) == ["Tin index slips", "Choir sings on"])
    #expect(page.related.map(\.source) == ["North Wire", "Coast Courier"])
    #expect(page.related.map(\.when) == ["23 minutes ago", "a day ago"])
    #expect(page.related.allSatisfy { $0.body == ["The tin index slipped by two points."] })
    #expect(page.problems.isEmpty)
  }

  @Test func titleOnly() {
    #expect(PageParser.page(StyleA(byline: nil, body: []).text).story.body.isEmpty)
    #expect(PageParser.page(StyleB(body: [], tags: nil).text).story.body.isEmpty)
    #expect(PageParser.page(StyleB(body: []).text).story.title == "Fog closes the harbour")
  }

  @Test func aBodyThatRepeatsTheTitle() {
    let body = ["Fog closes the harbour", "The fog came at six."]
    #expect(PageParser.page(StyleA(body: body).text).story.body == body)
    #expect(PageParser.page(StyleA(byline: nil, body: body).text).story.body == body)
    #expect(PageParser.page(StyleB(body: body).text).story.body == body)
  }

  @Test func aRelatedBodyThatRepeatsItsTitle() {
    let listed = Listed(title: "Choir sings on", body: "Choir sings on")
    #expect(
      PageParser.page(StyleA(related: [listed, Listed()]).text).related.first?.body == ["Choir sings on"])
    #expect(
      PageParser.page(StyleB(related: [listed, Listed()]).text).related.first?.body == ["Choir sings on"])
  }

  @Test func relatedStoriesWithoutABody() {
    let related = [Listed(body: ""), Listed(title: "Choir sings on", body: ""), Listed(title: "Swan found")]
    for text in [StyleA(related: related).text, StyleB(related: related).text] {
      let page = PageParser.page(text)
      #expect(page.related.map(\.title) == ["Tin index slips", "Choir sings on", "Swan found"])
      #expect(page.related.map(\.body.count) == [0, 0, 1])
    }
  }

  @Test(arguments: ["Hill - Valley Post", "24 Voices", "Sea + Shore", "Radio 5", "-", "Café Müller", "بحر"])
  func sourcesOfAllKinds(source: String) {
    let related = [Listed(source: source), Listed(title: "Swan found", source: source)]
    for text in [StyleA(related: related).text, StyleB(related: related, gap: 0).text] {
      let page = PageParser.page(text)
      #expect(page.related.map(\.source) == [source, source])
      #expect(page.related.map(\.title) == ["Tin index slips", "Swan found"])
    }
  }

  @Test(arguments: [
    "Comments", "Related Articles", "Hashtags", "logo", "Orange background", "Try Our AI Features",
    "12-03-2025", "#foghorn: a hero", "Latest news with #Foghorn", "time5 hours ago",
  ])
  func titlesLikeFurniture(title: String) {
    let a = PageParser.page(StyleA(title: title).text)
    #expect(a.story.title == title)
    #expect(a.story.source == "The Meridian")
    #expect(a.story.body.count == 2)
    guard title != "Latest news with #Foghorn", title != "logo" else { return }
    let b = PageParser.page(StyleB(title: title).text)
    #expect(b.story.title == title)
    #expect(b.story.body.count == 2)
    #expect(b.related.count == 1)
  }

  @Test func arabicPages() {
    let listed = Listed(title: "الضباب يعود", source: "صدى البحر", when: "منذ 21 ساعات", body: "عاد الضباب.")
    let a = StyleA(
      title: "المرفأ مغلق", byline: "المنارة اليوممنذ ساعة واحدة", body: ["أُغلق المرفأ."], chrome: .arabic,
      related: [listed, listed])
    let b = StyleB(
      title: "المرفأ مغلق", body: ["أُغلق المرفأ."], tags: ["#مرفأ"], chrome: .arabic,
      related: [listed, listed])
    for (page, source) in [(PageParser.page(a.text), "المنارة اليوم"), (PageParser.page(b.text), nil)] {
      #expect(page.kind == .article)
      #expect(page.story.title == "المرفأ مغلق")
      #expect(page.story.source == source)
      #expect(page.story.body == ["أُغلق المرفأ."])
      #expect(page.related.map(\.source) == ["صدى البحر", "صدى البحر"])
      #expect(page.related.map(\.when) == ["منذ 21 ساعات", "منذ 21 ساعات"])
      #expect(page.related.map(\.body) == [["عاد الضباب."], ["عاد الضباب."]])
    }
    #expect(PageParser.page(b.text).story.topics == ["مرفأ"])
  }

  @Test func blankLinesAndLineEndsDoNotMatter() {
    for text in [StyleA(hasPromotion: true).text, StyleB().text] {
      let page = PageParser.page(text)
      #expect(PageParser.page(text.replacing("\n", with: "\r\n")) == page)
      #expect(PageParser.page(text.replacing("\n", with: " \n\u{A0}")).related == page.related)
      #expect(PageParser.page(text.replacing("\n", with: "\r")) == page)
    }
    let dense = StyleA().text.replacing("\n\n", with: "\n")
    #expect(PageParser.page(dense) == PageParser.page(StyleA().text))
  }

  @Test func aPageWithoutItsFirstLines() {
    let page = PageParser.page(String(StyleA().text.dropFirst("logo\n".count)))
    #expect(page.story == PageParser.page(StyleA().text).story)
    let once = PageParser.page(
      StyleA().text.replacing("harbour\n\nFog closes the harbour\n", with: "harbour\n"))
    #expect(once.story == page.story)
    let cut = PageParser.page("Fog closes the harbour\n\nFog closes the harbour\n\nThe fog came at")
    #expect(cut.story == Entry(title: "Fog closes the harbour", body: ["The fog came at"]))
  }

  @Test func headingsWithALineMissing() {
    let lines = ["Tin index slips\n", "North Wire\n\n", "time23 minutes ago\n\n", "  • North Wire\n\n"]
    for line in lines {
      var text = StyleA(related: [Listed(), Listed(title: "Swan found")]).text
      guard let first = text.firstRange(of: line) else { continue }
      text.removeSubrange(first)
      let page = PageParser.page(text)
      #expect(page.related.map(\.title) == ["Tin index slips", "Swan found"], "without \(line)")
      #expect(page.related.first?.source == "North Wire", "without \(line)")
      #expect(page.related.first?.body == ["The tin index slipped by two points."], "without \(line)")
    }
    let noAge = PageParser.page(StyleB().text.replacing("23 minutes ago\n", with: ""))
    #expect(
      noAge.related == [Entry(title: "Tin index slips", source: "North Wire", body: Listed().bodyLines)])
  }

  @Test func anAgeThatIsNotKnownEndsNoHeading() {
    for text in [
      StyleA(related: [Listed(when: "gestern")]).text, StyleB(related: [Listed(when: "gestern")]).text,
    ] {
      let page = PageParser.page(text, savedAt: 0)
      #expect(page.related.map(\.when) == ["gestern"])
      #expect(page.related.map(\.published) == [nil])
      #expect(page.related.map(\.body) == [Listed().bodyLines])
    }
  }
}

extension Listed {
  var bodyLines: [String] { [body] }
}
