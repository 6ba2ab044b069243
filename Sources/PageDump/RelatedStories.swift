/// Finds the related stories of a page by the shape of their headings, which no text of a story has.
///
/// Style A, as lines that are not blank: title, title, source, `time23 minutes ago`, `• source` (on topic pages
/// `• Category` before it), title, body. Style B: source, age, `- source`, title, body.
enum RelatedStories {
  /// A heading found at `first`, whose story's body begins at `body`.
  struct Heading {
    var first: Int
    var body: Int
    var entry: EntryOutline
  }

  /// All entries in some lines, and whether the last is cut before its body.
  static func entries(in text: PageText, lines: Range<Int>) -> (entries: [EntryOutline], isCut: Bool) {
    var entries: [EntryOutline] = []
    var open: Heading?
    var line = lines.lowerBound
    func close(before end: Int) {
      guard var heading = open else { return }
      heading.entry.body = text.span(min(heading.body, end)..<end)
      entries.append(heading.entry)
      open = nil
    }
    while line < lines.upperBound {
      guard let heading = heading(in: text, at: line, end: lines.upperBound) else {
        line += 1
        continue
      }
      close(before: heading.first)
      open = heading
      line = max(heading.body, line + 1)
    }
    let tail = CutHeading.find(in: text, lines: (open?.body ?? lines.lowerBound)..<lines.upperBound)
    close(before: tail?.first ?? lines.upperBound)
    if let entry = tail?.entry, entry.title != nil { entries.append(entry) }
    return (entries, tail != nil)
  }

  static func heading(in text: PageText, at line: Int, end: Int) -> Heading? {
    styleA(text, line, end) ?? styleB(text, line, end)
  }

  private static func styleA(_ text: PageText, _ first: Int, _ end: Int) -> Heading? {
    guard first + 3 < end, text.areEqual(first, first + 1), let when = timeLine(text, first + 3) else { return nil }
    var entry = EntryOutline()
    entry.title = text.range(first)
    entry.source = text.range(first + 2)
    entry.when = when.range
    entry.age = when.age
    var line = first + 4
    while line < end, let bullet = bullet(text, line) {
      if !text.slice(bullet).isEqual(to: text[first + 2]) { entry.topics.append(bullet) }
      line += 1
    }
    if line < end, text.areEqual(line, first) || text.isCut(line, of: text[first]) { line += 1 }
    return Heading(first: first, body: line, entry: entry)
  }

  /// `time23 minutes ago`; the word stays English in every language.
  static func timeLine(_ text: PageText, _ line: Int) -> (range: ByteRange, age: Age)? {
    guard text[line].hasPrefix("time") else { return nil }
    guard let age = AgeNotation.whole(text[line].dropping(first: 4)) else { return nil }
    let range = text.range(line)
    return (range.lowerBound + 4..<range.upperBound, age)
  }

  /// What stands behind `•`. A bullet that is the source is no topic; the last one always is the source.
  private static func bullet(_ text: PageText, _ line: Int) -> ByteRange? {
    guard text[line].hasPrefix("•") else { return nil }
    let range = text.range(line)
    var start = range.lowerBound + 3
    while start < range.upperBound, text.bytes[start] == 0x20 { start += 1 }
    return start..<range.upperBound
  }

  private static func styleB(_ text: PageText, _ first: Int, _ end: Int) -> Heading? {
    guard first + 2 < end, text[first + 2].hasPrefix("- "),
      text[first + 2].dropping(first: 2).isEqual(to: text[first]),
      let age = AgeNotation.whole(text[first + 1])
    else { return nil }
    var entry = EntryOutline()
    entry.source = text.range(first)
    entry.when = text.range(first + 1)
    entry.age = age
    let title = first + 3
    if title < end, heading(in: text, at: title, end: end) == nil { entry.title = text.range(title) }
    return Heading(first: first, body: min(title + 1, end), entry: entry)
  }
}

/// The beginning of a related story's heading where the file is cut: no part of the story before it.
private struct CutHeading {
  var first: Int
  var entry: EntryOutline

  /// - Parameter lines: the last body, with whatever stands behind it.
  static func find(in text: PageText, lines: Range<Int>) -> CutHeading? {
    guard text.endsOpen, lines.upperBound == text.count, lines.count >= 2 else { return nil }
    // A heading is set off by a blank line, a related story's body is one block.
    guard let first = (lines.lowerBound + 1..<lines.upperBound).first(where: { text.lines[$0].hasBlankBefore })
    else { return nil }
    return styleA(text, first, lines.upperBound) ?? styleB(text, first, lines.upperBound)
  }

  private static func styleA(_ text: PageText, _ first: Int, _ end: Int) -> CutHeading? {
    let rest = end - first
    guard rest <= 4 else { return nil }
    let isRepeated = rest > 1 && (text.areEqual(first, first + 1) || text.isCut(first + 1, of: text[first]))
    // Bodies of style A have a blank line before them; alone behind one, a line is the next title.
    guard isRepeated || (rest == 1 && isStyleA(text, before: first)) else { return nil }
    var entry = EntryOutline()
    entry.title = text.range(first)
    if rest > 2 { entry.source = text.range(first + 2) }
    return CutHeading(first: first, entry: entry)
  }

  private static func isStyleA(_ text: PageText, before line: Int) -> Bool {
    (0..<line).contains { RelatedStories.timeLine(text, $0) != nil }
  }

  private static func styleB(_ text: PageText, _ first: Int, _ end: Int) -> CutHeading? {
    let rest = end - first
    guard rest <= 3, rest > 1, text[first].count <= Byline.longestSource else { return nil }
    let isAge = AgeNotation.whole(text[first + 1]) != nil || AgeNotation.isCutAge(text[first + 1])
    guard isAge, rest == 2 || text[first + 2].first == UInt8(ascii: "-") else { return nil }
    return CutHeading(first: first, entry: EntryOutline())
  }
}

extension AgeNotation {
  /// How an age begins that the file's end cuts: a number, or `a `, or the Arabic word for "ago".
  fileprivate static func isCutAge(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = line.first, line.count < 24 else { return false }
    return (0x30...0x39).contains(first) || line.hasPrefix("a ") || line.hasPrefix("an ") || line.hasPrefix("منذ")
  }
}
