import PageFormats
import Testing

/// Pages with control bytes in them.
struct HostilePageTests {
  @Test func everyTextOfAPageIsClean() {
    let nasty = "\u{1B}[31mFog\u{202E}"
    let listed = Listed(title: nasty + "1", source: nasty + "2", categories: [nasty + "3"], body: nasty + "4")
    let a = StyleA(
      title: nasty, byline: nasty + "16 hours ago", body: [nasty], comments: [nasty], related: [listed])
    let page = PageParser.page(a.text)
    #expect(page.story == Entry(title: "Fog", source: "Fog", when: "16 hours ago", body: ["Fog"]))
    #expect(page.comments == ["Fog"])
    #expect(page.related.map(\.title) == ["Fog1"])
    #expect(page.related.map(\.topics) == [["Fog3"]])
    #expect(PageParser.page(StyleB(tags: ["#\u{1B}[1mFog"]).text).story.topics == ["Fog"])
  }

  @Test(arguments: ["\u{1B}[1m  Fog", "Fog \u{1B}[0m\u{A0} ", "\u{202E}\u{3000}Fog\u{200B} \u{1B}c"])
  func removedSequencesLeaveNoBlanksAround(title: String) {
    let bytes = Array(StyleA(title: title, byline: title + "16 hours ago", body: [title]).text.utf8)
    PageParser.read(bytes) { page in
      let story = page.outline.story
      var appended = Array("before".utf8)
      page.append(story.title ?? 0..<0, to: &appended)
      #expect(appended == Array("beforeFog".utf8))
      #expect(story.title.map { page.string($0) } == "Fog")
    }
    let page = PageParser.page(bytes)
    #expect(page.story.title == "Fog" && page.story.body == ["Fog"])
  }

  @Test func aSequenceEndsWithItsLine() {
    let page = PageParser.page("\nFog closes the harbour\nBoats\u{1B}]0;stayed\nin.\u{7}\n")
    #expect(page.story.body == ["Boats0;stayed", "in."])
  }
}
