/// A page with one story, saved from the aggregator in either of its two styles.
///
/// Style A: `logo`, the title twice, source and age on one line, the story, furniture, related stories, app
/// promotion. Style B: the title, the story, `Hashtags`, furniture, related stories.
struct Daily8Article: DumpFormat {
  func outline(of text: PageText) -> PageOutline? {
    guard text.count > 0 else { return nil }
    let run = FurnitureRun.find(in: text)
    let isStyleA = text.isLine(0, "logo") && text.count > 1
    guard run != nil || (isStyleA && repeatsTitle(text)) || isCutStyleB(text) else { return nil }

    let end = AppPromotion.start(in: text)
    let bodyEnd = run?.lines.lowerBound ?? end
    var page = PageOutline(kind: .article)
    var line = isStyleA ? 1 : 0
    if line < bodyEnd {
      page.story.title = text.range(line)
      line += 1
      if isStyleA { line = readByline(text, after: line, end: bodyEnd, into: &page.story) }
    } else {
      page.problems.append(.missingTitle)
    }
    let hashtags = Hashtags.find(in: text, lines: line..<max(line, bodyEnd), isOpen: run == nil)
    page.story.topics = hashtags?.topics ?? []
    page.story.body = text.span(line..<max(line, hashtags?.first ?? bodyEnd))
    if let run { readBelow(text, run, end: end, into: &page) }
    return page
  }

  private func repeatsTitle(_ text: PageText) -> Bool {
    text.count == 2 || text.areEqual(1, 2) || text.isCut(2, of: text[1])
  }

  /// A page of style B that is cut before its furniture: a blank line, then a title and paragraphs without any.
  private func isCutStyleB(_ text: PageText) -> Bool {
    text.startsBlank && text.endsOpen && !text.lines.dropFirst().contains { $0.hasBlankBefore }
  }

  private func readByline(_ text: PageText, after start: Int, end: Int, into story: inout EntryOutline) -> Int {
    var line = start
    if line < end, text.areEqual(line, line - 1) || text.isCut(line, of: text[line - 1]) { line += 1 }
    if line < end, let byline = Byline(text, line: line) {
      story.source = byline.source
      story.when = byline.when
      story.age = byline.age
      line += 1
    }
    return line
  }

  private func readBelow(_ text: PageText, _ run: FurnitureRun, end: Int, into page: inout PageOutline) {
    page.comments = run.comments.map { text.range($0) }
    page.commentCount = run.commentCount
    let below = min(run.lines.upperBound, end)..<end
    let related = RelatedStories.entries(in: text, lines: below)
    page.related = related.entries
    if related.isCut || (below.isEmpty && text.endsOpen && end == text.count) { page.problems.append(.cutShort) }
  }
}

/// The tags under a story of style B: a label, then `#Tag` lines, or none.
struct Hashtags {
  var first: Int
  var topics: [ByteRange]

  /// Looks upwards from the end of the story. `isOpen`: the file ends there, without furniture.
  static func find(in text: PageText, lines: Range<Int>, isOpen: Bool) -> Hashtags? {
    var line = lines.upperBound - 1
    while line >= lines.lowerBound {
      if Furniture.languages.contains(where: { text.isLine(line, $0.hashtags) }) {
        return Hashtags(first: line, topics: (line + 1..<lines.upperBound).flatMap { tags(text, $0) })
      }
      guard text[line].first == UInt8(ascii: "#") else { return nil }
      line -= 1
    }
    return nil
  }

  /// `#Tag`, or several on one line.
  private static func tags(_ text: PageText, _ line: Int) -> [ByteRange] {
    let range = text.range(line)
    return text.bytes[range].split(separator: 0x20).compactMap { word in
      let start = word.startIndex + (word.first == UInt8(ascii: "#") ? 1 : 0)
      return start < word.endIndex ? start..<word.endIndex : nil
    }
  }
}
