import Text

/// Finds the related stories of a page by the format of their headings, which does not occur in the text of stories.
///
/// A bulleted heading has these non-blank lines: title, title, source, `time23 minutes ago`, `• source` (on topic
/// pages preceded by `• Category`), title, body. A dashed one has: source, age, `- source`, title, body. One line may
/// be missing from a heading, and an age may be in an unknown notation.
enum RelatedStories {
  /// A heading found at `first`, whose story's body begins at `body`.
  struct Heading {
    var first: Int
    var body: Int
    var entry: EntryOutline
  }

  /// The maximum length in bytes of an age in an unknown notation.
  private static let longestAge = 40
  /// The maximum number of bullets: the source and some categories.
  private static let mostBullets = 4
  /// The maximum number of lines needed to recognize a heading: the title twice, source, time, bullets, the title
  /// again.
  private static let longestHeading = 4 + mostBullets + 1

  /// All entries in a range of lines, and whether the last one is truncated before its body. Lines above the first
  /// heading form an entry of their own.
  static func entries(
    in text: PageText, lines: Range<Int>, layout: Daily8Layout
  ) -> (entries: [EntryOutline], isTruncated: Bool) {
    var entries: [EntryOutline] = []
    var open = Heading(first: lines.lowerBound, body: lines.lowerBound, entry: EntryOutline())
    var line = lines.lowerBound
    func close(before end: Int) {
      var entry = open.entry
      entry.body = text.span(min(open.body, end)..<end)
      if entry.title == nil, entry.body != nil, open.body < end {
        entry.title = text.range(open.body)
        entry.body = text.span(open.body + 1..<end)
      }
      if entry.title != nil { entries.append(entry) }
    }
    while line < lines.upperBound {
      guard let heading = heading(in: text, at: line, end: lines.upperBound) else {
        line += 1
        continue
      }
      close(before: heading.first)
      open = heading
      line = heading.body
    }
    let tail = TruncatedHeading.find(
      in: text, lines: open.body..<lines.upperBound, isFirst: open.first == open.body, layout: layout)
    close(before: tail?.first ?? lines.upperBound)
    if let entry = tail?.entry, entry.title != nil { entries.append(entry) }
    return (entries, tail != nil || (open.first < open.body && open.entry.title == nil))
  }

  /// Searches for a heading in a growing range of lines, examining each line only a few times.
  struct HeadingSearch {
    /// No heading that begins before this line is complete within the range.
    private var searchedEnd = 0

    /// Whether a heading begins in `lines`, parsed as if the page ended there. Each call must extend the lines of the
    /// previous one.
    mutating func findsHeading(in text: PageText, lines: Range<Int>) -> Bool {
      // A heading near the previous end may be complete now.
      let first = max(lines.lowerBound, searchedEnd - RelatedStories.longestHeading)
      searchedEnd = lines.upperBound
      return (first..<max(first, lines.upperBound)).contains {
        shape(in: text, at: $0, end: lines.upperBound) != nil
      }
    }
  }

  static func heading(in text: PageText, at line: Int, end: Int) -> Heading? {
    guard var heading = shape(in: text, at: line, end: end) else { return nil }
    let title = heading.body
    guard heading.entry.title == nil, title < end else { return heading }
    if shape(in: text, at: title, end: end) == nil {
      heading.entry.title = text.range(title)
      heading.body = title + 1
    }
    return heading
  }

  /// A heading; in the dashed layout without the title that follows it.
  private static func shape(in text: PageText, at line: Int, end: Int) -> Heading? {
    mayBegin(text, line, end) ? bulleted(text, line, end) ?? dashed(text, line, end) : nil
  }

  /// A cheap test of the beginnings of the next three lines: a dash or `time` in its expected place, or a bullet
  /// below a line that appears twice.
  private static func mayBegin(_ text: PageText, _ line: Int, _ end: Int) -> Bool {
    func begin(_ next: Int) -> UInt8 { next < end ? text.firstByte(of: next) : 0 }
    let (dash, time) = (UInt8(ascii: "-"), UInt8(ascii: "t"))
    let (second, third, fourth) = (begin(line + 1), begin(line + 2), begin(line + 3))
    return second == dash || third == dash || third == time || fourth == time
      || fourth == 0xE2 && text.areEqual(line, line + 1)
  }

  // MARK: Bulleted

  private static func bulleted(_ text: PageText, _ first: Int, _ end: Int) -> Heading? {
    guard first + 2 < end, var (entry, line) = top(text, first, end) else { return nil }
    entry.title = text.range(first)
    let bullets = line
    var last: ByteRange?
    while line < end, line - bullets < mostBullets, let bullet = bullet(text, line) {
      if !text.isOpenEnd(line) {
        if let last { entry.topics.append(last) }
        last = bullet
      }
      line += 1
    }
    if entry.source == nil { entry.source = last }
    // The last bullet is the source; the others are categories.
    if let last, let source = entry.source, !text.slice(last).isEqual(to: text.slice(source)) {
      entry.topics.append(last)
    }
    if line < end, text.areEqual(line, first) || text.isTruncated(line, of: text[first]) { line += 1 }
    return Heading(first: first, body: line, entry: entry)
  }

  /// The lines above the bullets, one of which may be missing, and the line after them.
  private static func top(_ text: PageText, _ first: Int, _ end: Int) -> (EntryOutline, Int)? {
    var entry = EntryOutline()
    func read(source: Int?, time: Int) -> (EntryOutline, Int)? {
      guard time < end, let when = timeLine(text, time, end: end) else { return nil }
      entry.source = source.map { text.range($0) }
      (entry.when, entry.age) = (when.range, when.age)
      return (entry, time + 1)
    }
    guard text.areEqual(first, first + 1) else {
      guard first + 3 < end, bullet(text, first + 3) != nil else { return nil }
      return read(source: first + 1, time: first + 2)
    }
    if let whole = read(source: first + 2, time: first + 3) ?? read(source: nil, time: first + 2) {
      return whole
    }
    guard first + 3 < end, let name = bullet(text, first + 3), text.slice(name).isEqual(to: text[first + 2])
    else {
      return nil
    }
    entry.source = text.range(first + 2)
    return (entry, first + 3)
  }

  /// `time23 minutes ago`; the word is in English in every language. An age in an unknown notation is accepted if a
  /// bullet follows.
  private static func timeLine(_ text: PageText, _ line: Int, end: Int) -> (range: ByteRange, age: Age?)? {
    guard text[line].hasPrefix("time") else { return nil }
    let when = text[line].dropping(first: 4)
    let age = AgeNotation.whole(when)
    let isBeforeBullet =
      line + 1 < end && !when.isEmpty && when.count <= longestAge && bullet(text, line + 1) != nil
    guard age != nil || isBeforeBullet else { return nil }
    return (text.range(line).lowerBound + 4..<text.range(line).upperBound, age)
  }

  /// The text after `•`.
  private static func bullet(_ text: PageText, _ line: Int) -> ByteRange? {
    guard text[line].hasPrefix("•") else { return nil }
    let range = text.range(line)
    var start = range.lowerBound + 3
    while start < range.upperBound, text.bytes[start] == 0x20 { start += 1 }
    return start..<range.upperBound
  }

  // MARK: Dashed

  private static func dashed(_ text: PageText, _ first: Int, _ end: Int) -> Heading? {
    var entry = EntryOutline()
    if first + 2 < end, isDash(text, first + 2, source: first), text[first + 1].count <= longestAge {
      entry.when = text.range(first + 1)
      entry.age = AgeNotation.whole(text[first + 1])
      entry.source = text.range(first)
      return Heading(first: first, body: first + 3, entry: entry)
    }
    if first + 1 < end, isDash(text, first + 1, source: first) {
      entry.source = text.range(first)
      return Heading(first: first, body: first + 2, entry: entry)
    }
    return nil
  }

  /// `- source`.
  private static func isDash(_ text: PageText, _ line: Int, source: Int) -> Bool {
    text[line].count == text[source].count + 2 && text[line].hasPrefix("- ")
      && text[line].dropping(first: 2).isEqual(to: text[source])
  }
}
