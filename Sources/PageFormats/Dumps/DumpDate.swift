import Text

/// Finds a story's publication date in the lines around it.
enum DumpDate {
  /// A date on the page, and the line it is on.
  struct Found {
    var line: Int
    /// The range in the page's text.
    var range: ByteRange
    var age: Age
  }

  static func find(
    _ text: UnsafeBufferPointer<UInt8>, _ lines: DumpLines, story: Range<Int>, headline: Int?,
    _ dates: DatesAboveStory
  ) -> Found? {
    let first = max(story.lowerBound, headline ?? 0)
    let above = max(0, story.lowerBound - DatesAboveStory.above)..<min(lines.count, first + 3)
    let below = story.upperBound..<min(lines.count, story.upperBound + 12)
    var best: (score: Float, found: Found)?
    for line in Array(above) + below where lines[line].size <= 160 || line < story.lowerBound {
      guard let found = date(text, lines[line], line, dates) else { continue }
      let isBelowHeadline = headline.map { $0 < line && line < first + 3 } ?? false
      var score = Float(lines[line].size < 60 ? 2 : 0) + (isBelowHeadline ? 1.5 : 0)
      score -= 0.06 * Float(abs(story.lowerBound - line)) + (line >= story.upperBound ? 1.5 : 0)
      score += certainty(text.slice(lines[line].range))
      if best == nil || score > best?.score ?? 0 { best = (score, found) }
    }
    return best?.found
  }

  /// The first date in a line.
  static func written(_ line: UnsafeBufferPointer<UInt8>) -> WrittenDate? {
    guard line.contains(where: ASCII.isDigit) else { return nil }
    return WrittenDate.first(in: line, isMonthFirst: isEnglish(line))
  }

  /// Whether a line has a word or a time that is typical of English pages, which write the month first.
  private static func isEnglish(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard line.contains(byte: UInt8(ascii: "/")) else { return false }
    let words: [StaticString] = ["am", "pm", "a.m", "p.m", "published", "updated", "posted"]
    return line.indices.contains { place in
      let rest = line.dropping(first: place)
      return (place == 0 || !ASCII.isLetter(line[place - 1]))
        && words.contains { rest.hasPrefixIgnoringCase($0) }
    }
  }

  /// A day, or an age on a line of its own.
  private static func date(
    _ text: UnsafeBufferPointer<UInt8>, _ line: DumpLine, _ index: Int, _ dates: DatesAboveStory
  ) -> Found? {
    let bytes = text.slice(line.range)
    let isKnown = dates.lines.contains(index)
    if line.traits.contains(.digits), let date = isKnown ? dates[index] : written(bytes) {
      let start = Int(line.start)
      let range = start + date.range.lowerBound..<start + date.range.upperBound
      return Found(line: index, range: range, age: date.age)
    }
    guard line.isDated, line.size < 40, let match = AgeNotation.trailing(in: bytes, glued: false) else {
      return nil
    }
    return Found(line: index, range: Int(line.start) + match.start..<Int(line.end), age: match.age)
  }

  /// How strongly the rest of the line indicates that its date is the publication date.
  private static func certainty(_ line: UnsafeBufferPointer<UInt8>) -> Float {
    let found = DumpDate.words.groups(in: line)
    let (isPublished, isUpdated) = (found & 1 != 0, found & 2 != 0)
    var words = 0
    var position = line.firstWord()
    while position < line.count, words <= 7 {
      words += 1
      while line.isWord(at: position) { position += line.scalar(at: position).length }
      position = line.firstWord(from: position)
    }
    return (isPublished ? 1 : 0) - (isUpdated && !isPublished ? 0.5 : 0) + (words <= 7 ? 0.3 : 0)
  }

  /// Words that mark a date as that of publication, and words that mark it as that of a change.
  private static let words = PhraseMatcher(
    [
      "publi,posted,created,first,veröffentl,erstellt,опубл,δημοσ,发布,發布",
      "updat,modif,aktualis,mis à jour,last ,обновл,actualiz,aggiorn,ενημέρ,更新",
    ].map(PhraseMatcher.inAnyCase), endsWord: PhraseMatcher.endsWordOfText)
}

/// The dates written in the lines above a story and in its first lines, where a headline and the publication date are
/// searched for.
struct DatesAboveStory {
  /// The lines near the beginning of the story, whose dates are needed more than once.
  let lines: Range<Int>
  private let dates: [WrittenDate?]
  private let text: UnsafeBufferPointer<UInt8>
  private let all: DumpLines

  /// The lengths in lines.
  static let above = 25
  private static let within = 4
  /// Long lines within the story are text, and far above it they are that of another one.
  private static let longestElsewhere = 220

  init(_ text: UnsafeBufferPointer<UInt8>, _ lines: DumpLines, story start: Int) {
    (self.text, all) = (text, lines)
    self.lines = max(0, start - DatesAboveStory.above)..<min(lines.count, start + DatesAboveStory.within)
    dates = self.lines.map { index in
      let isAbove = index < start
      return isAbove || lines[index].size <= DatesAboveStory.longestElsewhere
        ? DatesAboveStory.date(text, lines[index]) : nil
    }
  }

  /// The first date in a line.
  subscript(line: Int) -> WrittenDate? {
    if lines.contains(line) { return dates[line - lines.lowerBound] }
    return all[line].size <= DatesAboveStory.longestElsewhere ? DatesAboveStory.date(text, all[line]) : nil
  }

  private static func date(_ text: UnsafeBufferPointer<UInt8>, _ line: DumpLine) -> WrittenDate? {
    line.traits.contains(.digits) ? DumpDate.written(text.slice(line.range)) : nil
  }
}
