import Text

/// A page with the latest stories of one topic: `logo`, `#`, `Latest news with #Tag`, then the stories.
struct Daily8Topic: DumpFormat {
  private static let heading: StaticString = "Latest news with #"

  func outline(of text: PageText) -> PageOutline? {
    guard let line = headingLine(in: text) else { return nil }
    var page = PageOutline(kind: .topic)
    page.story.topics = line < text.count ? [tag(text.range(line), in: text)].filter { !$0.isEmpty } : []
    let end = AppPromotion.start(in: text)
    let stories = RelatedStories.entries(in: text, lines: min(line + 1, end)..<end, layout: .bulleted)
    page.related = stories.entries
    let isTruncated =
      stories.isTruncated || (line + 1 >= text.count && text.endsOpen)
      || AppPromotion.isTruncated(in: text, from: end)
    if isTruncated { page.problems.append(.cutShort) }
    return page
  }

  /// The line with the tag, which can be truncated or missing. In any language a topic page is recognized by `logo`
  /// and `#` above it; in English also by its words.
  private func headingLine(in text: PageText) -> Int? {
    var line = 0
    if text.isLine(line, "logo") { line += 1 }
    if text.isLine(line, "#") { line += 1 }
    // A headline with these words appears twice.
    let isTwice = line + 1 < text.count && text.areEqual(line, line + 1)
    if line < text.count, text[line].hasPrefix(Daily8Topic.heading), !isTwice { return line }
    guard line == 2 else { return nil }
    guard line < text.count else { return text.endsOpen ? nil : line }
    let isTruncated = text.isTruncated(line, of: .init(Daily8Topic.heading))
    return isTruncated || text[line].contains(UInt8(ascii: "#")) && !text.isLine(line, "#") ? line : nil
  }

  /// The text after the last `#`; in a language that puts the tag first, up to the next word.
  private func tag(_ heading: ByteRange, in text: PageText) -> ByteRange {
    guard let hash = text.bytes[heading].lastIndex(of: UInt8(ascii: "#")) else {
      return heading.upperBound..<heading.upperBound
    }
    let after = hash + 1..<heading.upperBound
    guard hash == heading.lowerBound, let space = text.bytes[after].firstIndex(of: 0x20) else {
      return after
    }
    return after.lowerBound..<space
  }
}
