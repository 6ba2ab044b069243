import PageFormats
import Testing

/// Pages that a broken download cut: at every byte, so inside furniture, ages, bullets, titles and
/// characters.
struct CutPageTests {
  static let furniture = [
    "Orange background", "Try Our AI Features", "Explore what Daily8 AI can do for you:", "Comments",
    "No comments yet...", "Related Articles",
  ]
  static let related = [
    Listed(),
    Listed(title: "Swan found", source: "Coast Courier", when: "12-03-2025", body: "A swan, found."),
  ]
  static let body = ["The fog came at six — early.", "“Boats stayed in.”"]

  @Test func styleA() {
    checkAllCuts(StyleA(body: CutPageTests.body, related: CutPageTests.related, hasPromotion: true).text)
    checkAllCuts(StyleA(byline: nil, body: CutPageTests.body, related: CutPageTests.related).text)
  }

  @Test(arguments: [0, 1, 2])
  func styleB(gap: Int) {
    checkAllCuts(
      StyleB(body: CutPageTests.body, tags: ["#Tin"], related: CutPageTests.related, gap: gap).text)
    checkAllCuts(StyleB(body: CutPageTests.body, tags: nil, related: CutPageTests.related, gap: gap).text)
  }

  @Test func arabic() {
    let listed = Listed(title: "الضباب يعود", source: "صدى البحر", when: "منذ 21 ساعات", body: "عاد الضباب.")
    checkAllCuts(
      StyleA(
        title: "المرفأ مغلق", byline: "رائجمنذ يوم واحد", body: ["أُغلق."], chrome: .arabic, related: [listed]
      ).text)
    checkAllCuts(StyleB(title: "المرفأ مغلق", body: ["أُغلق."], chrome: .arabic, related: [listed]).text)
  }

  @Test func topic() {
    let text = TopicPage(stories: CutPageTests.related).text
    let whole = PageParser.page(text)
    for length in 0...text.utf8.count {
      let page = PageParser.page(Array(text.utf8.prefix(length)))
      #expect(page.related.count <= whole.related.count)
      guard length > "logo\n#\n".utf8.count else { continue }
      #expect(page.kind == .topic, "cut at \(length)")
      for (cut, entry) in zip(page.related, whole.related) { expectBeginning(cut, of: entry, at: length) }
    }
  }

  private func checkAllCuts(_ text: String) {
    let bytes = Array(text.utf8)
    let whole = PageParser.page(bytes)
    for length in 0...bytes.count {
      let page = PageParser.page(Array(bytes[..<length]))
      guard page.kind == .article else {
        #expect(length < 160, "no article any more at \(length)")
        continue
      }
      expectBeginning(page.story, of: whole.story, at: length)
      // The first letters of the app's promotion look like a title.
      let isPromotion = "DOW".hasPrefix(page.related.last?.title ?? "?")
      #expect(page.related.count - (isPromotion ? 1 : 0) <= whole.related.count, "cut at \(length)")
      for (cut, entry) in zip(page.related, whole.related) { expectBeginning(cut, of: entry, at: length) }
      #expect(page.comments.isEmpty, "cut at \(length)")
    }
  }

  /// The texts of a cut entry are how the whole ones begin, apart from the first bytes of what comes next.
  private func expectBeginning(_ cut: Entry, of whole: Entry, at length: Int) {
    // Where the file ends behind the source, that line could be anything.
    let isTitle = (whole.title ?? "").hasPrefix(cut.title ?? "") || cut == Entry(title: whole.source)
    #expect(isTitle, "title cut at \(length)")
    #expect((whole.source ?? "").hasPrefix(cut.source ?? ""), "source cut at \(length)")
    #expect((whole.when ?? "").hasPrefix(cut.when ?? ""), "age cut at \(length)")
    for (index, paragraph) in cut.body.enumerated() {
      let next = index < whole.body.count ? whole.body[index] : ""
      let isBeginning = next.hasPrefix(paragraph)
      // Too short to be told from a paragraph's first letters.
      let isCutMark = index >= cut.body.count - 2 && (paragraph.count < 6 || isBeginningOfOther(paragraph))
      #expect(isBeginning || isCutMark, "body cut at \(length): \(paragraph)")
    }
    for line in CutPageTests.furniture { #expect(!cut.body.contains(line), "furniture at \(length)") }
  }

  private func isBeginningOfOther(_ paragraph: String) -> Bool {
    let bylines = ["Hashtags", "هاشتاغز", "The Meridian16 hours ago", "رائجمنذ يوم واحد"]
    if bylines.contains(where: { $0 != paragraph && $0.hasPrefix(paragraph) }) { return true }
    // Without a blank line before it, a source alone is like any other line.
    return (["Orange background"] + CutPageTests.related.map(\.source) + CutPageTests.related.map(\.when))
      .contains { $0.hasPrefix(paragraph) }
  }
}

/// What a cut page says about itself.
struct CutProblemTests {
  @Test(arguments: [
    "Try Our AI Fea", "Related Articles", "Tin index slips\nTin in", "North Wi", "time23 min",
    "time23 minutes ago",
    "• Nor",
  ])
  func insideFurnitureOrHeading(end: String) throws {
    let text = StyleA().text
    let range = try #require(text.firstRange(of: end))
    let page = PageParser.page(String(text[..<range.upperBound]))
    #expect(page.problems == (end.hasPrefix("•") || end.hasSuffix("ago") ? [] : [.cutShort]))
    #expect(page.story.body == ["The fog came at six.", "Boats stayed in the harbour."])
  }

  @Test func aCutCharacterIsLeftOut() {
    let bytes = Array("\nFog closes the harbour\nThe fog came — ".utf8)
    for length in bytes.count - 3..<bytes.count {
      let page = PageParser.page(Array(bytes[..<length]))
      #expect(page.story.body == ["The fog came"] || page.story.body == ["The fog came —"])
      #expect(page.problems.isEmpty)
    }
  }

  @Test func aCutHeadingIsNoPartOfTheStoryBefore() {
    let heads = [
      "Coast Courier\n12-0", "Coast Courier\n", "Coast Cou", "Coast Courier\na d",
      "Coast Courier\n5 days ago\n- C",
    ]
    for head in heads {
      let page = PageParser.page(StyleB().text + "\n\n" + head)
      #expect(page.related.map(\.body) == [Listed().bodyLines] || head.hasSuffix("\n"), "\(head)")
    }
    let title = PageParser.page(StyleA().text + "Swan fo")
    #expect(title.related.map(\.title) == ["Tin index slips", "Swan fo"])
    #expect(title.problems == [.cutShort])
  }
}
