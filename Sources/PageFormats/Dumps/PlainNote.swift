import Text

/// A short text, or one of which it is doubtful what its story is: its first line that reads like a headline, and all of
/// it.
enum PlainNote {
  /// How far down a headline is looked for, in lines.
  private static let headlineDepth = 12

  static func page(
    _ text: UnsafeBufferPointer<UInt8>, _ rows: DumpRows, isDoubtful: Bool = false
  ) -> BuiltPage {
    var page = BuiltPage(outline: PageOutline(kind: .unknown))
    page.outline.isDoubtful = isDoubtful
    let rows = rows.rows.map(\.range)
    guard !rows.isEmpty else {
      page.outline.problems = [.empty]
      return page
    }
    if isDoubtful { page.outline.problems = [.unknownFormat] }
    guard let headline = headlineRow(text, rows) else {
      for row in rows { page.appendShown(text.slice(row)) }
      return page
    }
    let title = HeadlineShape.cut(text, rows[headline])
    // A headline on top is not repeated in the text; one from further down stays where it is read.
    let isOnTop = headline == 0 && title == rows[0]
    for (index, row) in rows.enumerated() where index > 0 || !isOnTop {
      page.appendShown(text.slice(row))
    }
    page.outline.story.title = page.append(text.slice(title))
    for row in [headline + 1, headline - 1] where rows.indices.contains(row) {
      guard let date = date(text.slice(rows[row])) else { continue }
      page.outline.story.when = page.append(text.slice(rows[row]).slice(date.range))
      page.outline.story.age = date.age
      break
    }
    return page
  }

  /// The date on a line of its own, or beside a name; one within a sentence is another day.
  private static func date(_ row: UnsafeBufferPointer<UInt8>) -> WrittenDate? {
    row.count <= longestDate && !LineEnding.endsSentence(row) ? DumpDate.written(row) : nil
  }

  /// In bytes.
  private static let longestDate = 60

  /// A short line above a paragraph, else the first headline that fits, else a long one, else any line with a letter;
  /// nil for a text without one: it goes by its file's name.
  private static func headlineRow(_ text: UnsafeBufferPointer<UInt8>, _ rows: [ByteRange]) -> Int? {
    let candidates = 0..<min(rows.count, headlineDepth)
    func line(_ row: Int) -> UnsafeBufferPointer<UInt8> { text.slice(rows[row]) }
    // Between a headline and its text may be the date.
    let text = rows.count > 2 && date(line(1)) != nil ? 2 : 1
    if rows.count > text, HeadlineShape.isAbove(line(text), line(0)) { return 0 }
    return candidates.first { rows[$0].count <= HeadlineShape.longest && HeadlineShape.fits(line($0)) }
      ?? candidates.first { HeadlineShape.fits(line($0)) }
      ?? candidates.first { HeadlineShape.hasLetter(line($0)) }
  }
}
