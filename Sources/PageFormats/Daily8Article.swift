/// The aggregator's page layouts, named after how they list related stories.
enum Daily8Layout {
  /// `logo`, the title twice, source and age on one line, the story, furniture, related stories, app promotion.
  case bulleted
  /// The title, the story, `Hashtags`, furniture, related stories.
  case dashed
}

/// A page with one story, saved from the aggregator in either of its layouts.
struct Daily8Article: DumpFormat {
  func outline(of text: PageText) -> PageOutline? {
    guard text.count > 0 else { return nil }
    let hasLogo = text.isLine(0, "logo") && text.count > 1
    let layout: Daily8Layout =
      hasLogo || (text.count > 1 && text.areEqual(0, 1) && text.hasBlankBefore(1)) ? .bulleted : .dashed
    let run = FurnitureRun.find(in: text)
    let end = AppPromotion.start(in: text)
    let bodyEnd = run?.lines.lowerBound ?? firstRelated(text, end: end) ?? end
    let isKnown = run != nil || bodyEnd < text.count
    guard
      isKnown || (layout == .bulleted && isTruncatedBulleted(text, title: hasLogo ? 1 : 0))
        || (layout == .dashed && isTruncatedDashed(text))
    else { return nil }

    var page = PageOutline(kind: .article)
    var line = hasLogo ? 1 : 0
    if line < bodyEnd {
      page.story.title = text.range(line)
      line += 1
      if layout == .bulleted { line = readByline(text, after: line, end: bodyEnd, into: &page.story) }
    } else {
      page.problems.append(.missingTitle)
    }
    let hashtags =
      layout == .bulleted ? nil : Hashtags.find(in: text, lines: line..<max(line, bodyEnd), isOpen: !isKnown)
    page.story.topics = hashtags?.topics ?? []
    page.story.body = text.span(line..<max(line, hashtags?.first ?? bodyEnd))
    if isKnown {
      readBelow(text, run, from: run?.lines.upperBound ?? bodyEnd, end: end, layout, into: &page)
    }
    return page
  }

  /// If the furniture is missing, the story ends at the first related story's heading.
  private func firstRelated(_ text: PageText, end: Int) -> Int? {
    (0..<end).first { line in
      guard let heading = RelatedStories.heading(in: text, at: line, end: end) else { return false }
      return heading.entry.age != nil && heading.entry.source != nil
    }
  }

  /// A page of the bulleted layout that is truncated before its furniture: the title is followed by a second copy of
  /// it, or by a source and an age.
  private func isTruncatedBulleted(_ text: PageText, title: Int) -> Bool {
    let next = title + 1
    guard next < text.count else { return title > 0 }
    let repeats = text.areEqual(title, next) || text.isTruncated(next, of: text[title])
    return title > 0
      ? repeats || Byline(text, line: next)?.source != nil
      : repeats && (Byline(text, line: next + 1)?.source != nil || HeadlineShape.fits(text[title]))
  }

  /// A page of the dashed layout that is truncated before its furniture: a blank line, then a title and paragraphs
  /// without blank lines between them.
  private func isTruncatedDashed(_ text: PageText) -> Bool {
    guard text.startsBlank, text.endsOpen || HeadlineShape.fits(text[0]) else { return false }
    return (1..<text.count).allSatisfy { !text.hasBlankBefore($0) }
  }

  private func readByline(_ text: PageText, after start: Int, end: Int, into story: inout EntryOutline) -> Int
  {
    var line = start
    if line < end, text.areEqual(line, line - 1) || text.isTruncated(line, of: text[line - 1]) { line += 1 }
    if line < end, let byline = Byline(text, line: line) {
      story.source = byline.source
      story.when = byline.when
      story.age = byline.age
      line += 1
    }
    return line
  }

  private func readBelow(
    _ text: PageText, _ run: FurnitureRun?, from start: Int, end: Int, _ layout: Daily8Layout,
    into page: inout PageOutline
  ) {
    var below = min(start, end)..<end
    var run = run
    if run?.last == .comments, let first = below.first {
      // If the heading of the related stories is missing, the lines before the first of them were written by readers.
      let related = below.first { RelatedStories.heading(in: text, at: $0, end: end) != nil } ?? end
      run?.appendComments(first..<related)
      below = related..<end
    }
    page.comments = run?.comments.map { text.range($0) } ?? []
    page.commentCount = run?.commentCount
    let related = RelatedStories.entries(in: text, lines: below, layout: layout)
    page.related = related.entries
    let endsInFurniture = below.isEmpty && text.endsOpen && end == text.count
    if related.isTruncated || endsInFurniture || AppPromotion.isTruncated(in: text, from: end) {
      page.problems.append(.cutShort)
    }
  }
}
