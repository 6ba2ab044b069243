import PageFormats
import Testing

struct TopicTests {
  @Test func aTopicAndItsStories() {
    let stories = [
      Listed(categories: ["Business"]),
      Listed(title: "Choir sings on", source: "Sea + Shore", when: "14-06-2025"),
      Listed(title: "Swan found", source: "Hill - Valley Post", when: "a day ago", categories: ["Nature"]),
    ]
    let page = PageParser.page(TopicPage(stories: stories).text)
    #expect(page.kind == .topic)
    #expect(page.story.topics == ["Foghorn"])
    #expect(page.story.title == nil)
    #expect(page.story.body.isEmpty)
    #expect(page.related.map(\.title) == ["Tin index slips", "Choir sings on", "Swan found"])
    #expect(page.related.map(\.source) == ["North Wire", "Sea + Shore", "Hill - Valley Post"])
    #expect(page.related.map(\.when) == ["23 minutes ago", "14-06-2025", "a day ago"])
    #expect(page.related.map(\.topics) == [["Business"], [], ["Nature"]])
    #expect(page.problems.isEmpty)
  }

  @Test func aCategoryNamedLikeTheSource() {
    let page = PageParser.page(
      TopicPage(stories: [Listed(source: "Business", categories: ["Business"])]).text)
    #expect(page.related.map(\.source) == ["Business"])
    #expect(page.related.map(\.topics) == [["Business"]])
  }

  @Test(arguments: [
    ("Latest news with #CUP2071", "CUP2071"), ("آخر الأخبار مع #مرفأ", "مرفأ"), ("#مرفأ آخر الأخبار", "مرفأ"),
  ])
  func tags(heading: String, tag: String) {
    let page = PageParser.page(TopicPage(heading: heading).text)
    #expect(page.kind == .topic)
    #expect(page.story.topics == [tag])
    #expect(page.related.count == 1)
  }

  @Test func withoutLogo() {
    let page = PageParser.page(String(TopicPage().text.dropFirst("logo\n".count)))
    #expect(page.kind == .topic)
    #expect(page.story.topics == ["Foghorn"])
  }

  @Test func withoutStories() {
    let page = PageParser.page(TopicPage(stories: []).text)
    #expect(page.kind == .topic)
    #expect(page.related.isEmpty)
  }

  @Test func linesBeforeTheFirstStoryAreKept() {
    let page = PageParser.page(TopicPage(heading: "Latest news with #Foghorn\n\nAll about horns").text)
    #expect(page.related.map(\.title) == ["All about horns", "Tin index slips"])
  }
}
