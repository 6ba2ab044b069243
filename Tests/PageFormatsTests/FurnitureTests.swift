import PageFormats
import Testing

struct FurnitureTests {
  @Test func furnitureLinesInAStoryAreText() {
    let body = [
      "Comments", "Read More", "Orange background", "Show Comments ()", "Related Articles", "Hashtags",
      "Try Our AI Features", "The fog came at six.", "Comments", "No comments yet...", "Related Articles",
      "Boats stayed in.", "logo", "time16 hours ago", "app-storeplay-store", "DOWNLOAD THE APP", "Comments",
    ]
    for text in [StyleA(body: body).text, StyleB(body: body, tags: nil).text, StyleB(body: body).text] {
      let page = PageParser.page(text)
      #expect(page.story.body == body)
      #expect(page.related.count == 1)
    }
  }

  @Test func commentsThatCarryText() {
    let said = ["Ada: The horn is too loud.", "Comments", "No comments yet...", "Bo: It is not."]
    let page = PageParser.page(StyleA(comments: said, commentsHeading: "Comments (2)").text)
    #expect(page.comments == said)
    #expect(page.commentCount == 2)
    #expect(page.story.body.count == 2)
    #expect(page.related.count == 1)
    let plain = PageParser.page(StyleA(comments: ["Ada: The horn is too loud."]).text)
    #expect(plain.comments == ["Ada: The horn is too loud."])
    #expect(plain.commentCount == nil)
  }

  @Test(arguments: ["12 Comments", "Comments (12)", "Comments12", "التعليقات (12)", "التعليقات ١٢"])
  func commentCounts(heading: String) {
    let chrome = heading.hasPrefix("ا") ? Chrome.arabic : .english
    let page = PageParser.page(
      StyleA(chrome: chrome, comments: ["Ada: Loud."], commentsHeading: heading).text)
    #expect(page.commentCount == 12)
    #expect(page.comments == ["Ada: Loud."])
  }

  @Test(arguments: 0..<6)
  func oneLineOfFurnitureMissing(line: Int) {
    let furniture = [
      "Orange background", "Try Our AI Features", "Explore what Daily8 AI can do for you:", "Comments",
      "No comments yet...", "Related Articles",
    ]
    for text in [StyleA().text, StyleB().text] {
      let page = PageParser.page(text.replacing("\(furniture[line])\n", with: ""))
      #expect(page.kind == .article)
      #expect(page.story.body == ["The fog came at six.", "Boats stayed in the harbour."])
      #expect(page.related.map(\.title) == ["Tin index slips"])
      #expect(page.comments.isEmpty)
    }
  }

  @Test func noFurnitureAtAll() {
    var page = StyleA().text
    for line in [
      "Orange background", "Try Our AI Features", "Explore what Daily8 AI can do for you:", "Comments",
    ] {
      page = page.replacing("\(line)\n\n", with: "")
    }
    page = page.replacing("No comments yet...\n\n", with: "").replacing("Related Articles\n\n", with: "")
    #expect(PageParser.page(page).story.body == ["The fog came at six.", "Boats stayed in the harbour."])
    #expect(PageParser.page(page).related.map(\.title) == ["Tin index slips"])
  }

  @Test func noRelatedStories() {
    for text in [
      StyleA(related: []).text, StyleB(related: []).text, StyleA(related: [], hasPromotion: true).text,
    ] {
      let page = PageParser.page(text)
      #expect(page.story.body.count == 2)
      #expect(page.related.isEmpty)
      #expect(page.problems.isEmpty)
    }
  }

  @Test func furnitureAlone() {
    let page = PageParser.page(StyleB(title: "", body: [], tags: nil).text)
    #expect(page.story.title == nil)
    #expect(page.story.body.isEmpty)
    #expect(page.related.count == 1)
    #expect(page.problems == [.missingTitle])
  }

  @Test func linesBelowThatAreNoHeadingAreKept() {
    let page = PageParser.page(StyleA(related: []).text + "Weather tomorrow\n\nMore fog.\n")
    #expect(page.related == [Entry(title: "Weather tomorrow", body: ["More fog."])])
  }

  @Test func appPromotionInAnotherLanguage() {
    let text = StyleA().text + "HENT APPEN\n\nKom i gang\n\nEn verden av nyheter.\napp-storeplay-store"
    #expect(PageParser.page(text).related.map(\.body) == [Listed().bodyLines])
  }
}

struct HashtagTests {
  @Test(arguments: [
    (["#Foghorn", "#Tin"], ["Foghorn", "Tin"]), (["#Foghorn #Tin"], ["Foghorn", "Tin"]),
    (["#Foghorn#Tin"], ["Foghorn", "Tin"]), (["Foghorn", "Lower Quay"], ["Foghorn", "Lower Quay"]), ([], []),
  ])
  func underTheLabel(lines: [String], topics: [String]) {
    let page = PageParser.page(StyleB(tags: lines).text)
    #expect(page.story.topics == topics)
    #expect(page.story.body == ["The fog came at six.", "Boats stayed in the harbour."])
  }

  @Test func theWordInAStory() {
    let body = ["Hashtags", "They are everywhere now, says the keeper.", "#foghorn leads."]
    #expect(PageParser.page(StyleB(body: body, tags: nil).text).story.body == body)
    #expect(PageParser.page(StyleB(body: body, tags: ["#Tin"]).text).story.topics == ["Tin"])
    #expect(
      PageParser.page(StyleA(body: ["The fog came.", "Hashtags"]).text).story.body == [
        "The fog came.", "Hashtags",
      ])
  }

  @Test func cutBehindTheLabel() {
    let page = PageParser.page("\nFog closes the harbour\nThe fog came at six.\nHashtags\n#Foghorn")
    #expect(page.story.topics == ["Foghorn"])
    #expect(page.story.body == ["The fog came at six."])
  }
}
