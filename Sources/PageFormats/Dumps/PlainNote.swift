import Text

/// A short text, or one whose story is doubtful: the first line that looks like a headline, and the whole text.
enum PlainNote {
  /// The maximum number of lines searched for a headline.
  private static let headlineDepth = 12

  /// The page, and the ranges of the text from which its blocks were made. `doubtful` is the same text as a page whose
  /// story is doubtful.
  static func page(
    _ text: UnsafeBufferPointer<UInt8>, _ rows: DumpRows, doubtful: DumpPage? = nil
  ) -> (BuiltPage, sources: [ByteRange]) {
    var page = BuiltPage(outline: PageOutline(kind: .unknown))
    page.outline.isDoubtful = doubtful != nil
    let rows = rows.rows.map(\.range)
    guard !rows.isEmpty else {
      page.outline.problems = [.empty]
      return (page, [])
    }
    if page.outline.isDoubtful { page.outline.problems = [.unknownFormat] }
    let likely = doubtful?.likelyHeadline
    guard let headline = likely.flatMap({ rows.row(of: $0) }) ?? headlineRow(text, rows) else {
      for row in rows { page.appendShown(text.slice(row)) }
      return (page, rows)
    }
    let title = likely ?? HeadlineShape.cut(text, rows[headline])
    // A headline at the top is not repeated in the text; one from further down also remains in its place.
    let isOnTop = headline == 0 && title == rows[0]
    let shown = rows.dropFirst(isOnTop ? 1 : 0)
    for row in shown { page.appendShown(text.slice(row)) }
    page.outline.story.title = page.append(text.slice(title))
    for row in [headline + 1, headline - 1] where rows.indices.contains(row) {
      guard let date = date(text.slice(rows[row])) else { continue }
      page.outline.story.when = page.append(text.slice(rows[row]).slice(date.range))
      page.outline.story.age = date.age
      break
    }
    return (page, Array(shown))
  }

  /// The date on a line of its own, or next to a name; a date within a sentence is that of something else.
  private static func date(_ row: UnsafeBufferPointer<UInt8>) -> WrittenDate? {
    row.count <= longestDate && !LineEnding.endsSentence(row) ? DumpDate.written(row) : nil
  }

  /// The maximum length in bytes of a line with the date.
  private static let longestDate = 60

  /// A short line above a paragraph, else the first headline that fits, else a long one, else any line with a letter;
  /// nil if there is none, in which case the file's name is used.
  private static func headlineRow(_ text: UnsafeBufferPointer<UInt8>, _ rows: [ByteRange]) -> Int? {
    let candidates = 0..<min(rows.count, headlineDepth)
    func line(_ row: Int) -> UnsafeBufferPointer<UInt8> { text.slice(rows[row]) }
    // The date may be between a headline and its text.
    let text = rows.count > 2 && date(line(1)) != nil ? 2 : 1
    if rows.count > text, HeadlineShape.isAbove(line(text), line(0)) { return 0 }
    return candidates.first { rows[$0].count <= HeadlineShape.longest && HeadlineShape.fits(line($0)) }
      ?? candidates.first { HeadlineShape.fits(line($0)) }
      ?? candidates.first { HeadlineShape.hasLetter(line($0)) }
  }
}

extension [ByteRange] {
  /// The row that contains a range, of rows in text order.
  fileprivate func row(of range: ByteRange) -> Int? {
    firstIndex { $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound }
  }
}
