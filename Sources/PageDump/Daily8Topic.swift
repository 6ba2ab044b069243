/// A page with the latest stories of one topic: `logo`, `#`, `Latest news with #Tag`, then the stories.
struct Daily8Topic: DumpFormat {
  func outline(of text: PageText) -> PageOutline? {
    guard text.isLine(0, "logo"), text.isLine(1, "#"), text.count > 2,
      let hash = text[2].lastIndex(of: UInt8(ascii: "#"))
    else { return nil }
    var page = PageOutline(kind: .topic)
    let heading = text.range(2)
    page.story.topics = [heading.lowerBound + hash + 1..<heading.upperBound].filter { !$0.isEmpty }
    let end = AppPromotion.start(in: text)
    let stories = RelatedStories.entries(in: text, lines: min(3, end)..<end)
    page.related = stories.entries
    if stories.isCut { page.problems.append(.cutShort) }
    return page
  }
}
