import Text

/// Finds a story's authors: after `By`, `von`, `par` … on a line near the headline, or as a bare name next to the
/// date.
struct DumpByline {
  private let text: UnsafeBufferPointer<UInt8>
  private let lines: DumpLines
  private let story: Range<Int>

  /// The number of lines from a headline down, and from the story up, in which a byline may be.
  private static let reachBelow = 25

  /// The names of a story's authors, as ranges of the page's text; empty if none are found.
  static func names(
    _ text: UnsafeBufferPointer<UInt8>, _ lines: DumpLines, story: Range<Int>, headline: Int?, date: Int?
  ) -> [ByteRange] {
    let byline = DumpByline(text: text, lines: lines, story: story)
    let first = max(0, (headline ?? story.lowerBound - 8) - 3)
    let last = min(lines.count, max(story.lowerBound, headline ?? 0) + 1)
    // A list of links or a table of contents may be between a headline and its text.
    let above = (first..<last).filter { $0 - first <= reachBelow || last - $0 <= reachBelow }
    let near = above + Array(story.upperBound..<min(lines.count, story.upperBound + 3))
    for line in near where lines[line].size <= 160 {
      let names = byline.names(on: line)
      if !names.isEmpty { return names }
    }
    guard let date else { return [] }
    let besideDate = [date - 1, date + 1, date, date - 2].filter {
      $0 >= first && $0 < min(lines.count, story.lowerBound) && $0 != headline
    }
    return besideDate.lazy.compactMap { byline.bareName(on: $0) }.first.map { [$0] } ?? []
  }

  /// Whether a line has a word such as `By` where a byline can begin, followed by more text.
  static func mayBegin(_ line: UnsafeBufferPointer<UInt8>) -> Bool { nameStart(line) != nil }

  /// The names on a line of any page after `By` or a similar word; if that word is alone, those on the next line.
  static func names(
    in line: UnsafeBufferPointer<UInt8>, next: UnsafeBufferPointer<UInt8>
  ) -> [String] {
    let start = nameStart(line)
    let named = start == nil ? next : line
    guard start != nil || isWordAlone(line) else { return [] }
    return AuthorNames.read(named, from: start ?? 0).map { String(decoding: named[$0], as: UTF8.self) }
  }

  private func bytes(_ line: Int) -> UnsafeBufferPointer<UInt8> { text.slice(lines[line].range) }

  private func names(on line: Int) -> [ByteRange] {
    let bytes = bytes(line)
    if let start = DumpByline.nameStart(bytes) {
      return AuthorNames.read(bytes, from: start).map { offset($0, line) }
    }
    guard DumpByline.isWordAlone(bytes), line + 1 < lines.count else { return [] }
    return AuthorNames.read(self.bytes(line + 1), from: 0).map { offset($0, line + 1) }
  }

  private func offset(_ range: ByteRange, _ line: Int) -> ByteRange {
    let start = Int(lines[line].start)
    return start + range.lowerBound..<start + range.upperBound
  }

  private static let leads = PhraseMatcher(
    ["written,posted,published,story,text,words,reporting,analysis,opinion"],
    endsWord: PhraseMatcher.endsWordOfText)
  private static let words = PhraseMatcher(
    [PhraseMatcher.inAnyCase("by,von,par,por,di,autorin,autore,autor,author,автор,作者,記者,记者,door")],
    endsWord: PhraseMatcher.endsWordOfText)

  /// The text after `By`, which must be at the beginning of a line or after a separator, a number or a colon.
  private static func nameStart(_ line: UnsafeBufferPointer<UInt8>) -> Int? {
    var position = 0
    var mayBegin = true
    while position < line.count {
      if mayBegin, let start = nameStart(line, at: position) { return start }
      let byte = line[position]
      if ASCII.isLetter(byte) {
        mayBegin = false
        position += 1
        continue
      }
      switch byte {
      case UInt8(ascii: "|"), UInt8(ascii: "-"), UInt8(ascii: ","), UInt8(ascii: ":"): mayBegin = true
      // Also after a number.
      case 0x20: mayBegin = mayBegin || position > 0 && ASCII.isDigit(line[position - 1])
      case 0x80...: mayBegin = isSeparator(line.scalar(at: position).scalar)
      default: mayBegin = false
      }
      position += byte < 0x80 ? 1 : line.scalar(at: position).length
    }
    return nil
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "·" || scalar == "•" || scalar == "—" || scalar == "–"
  }

  private static func nameStart(_ line: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    var position = start
    while position < line.count, line[position] == 0x20 { position += 1 }
    if let lead = leads.end(at: position, in: line) {
      position = lead
      while position < line.count, line[position] == 0x20 { position += 1 }
    }
    guard let afterWord = words.end(at: position, in: line) else { return nil }
    position = skippingSeparators(line, from: afterWord)
    return position > afterWord && position < line.count ? position : nil
  }

  private static func skippingSeparators(_ line: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var position = start
    while position < line.count {
      if line[position] == 0x20 || line[position] == UInt8(ascii: ":") {
        position += 1
      } else if line.dropping(first: position).hasPrefix("：") {
        position += 3
      } else {
        break
      }
    }
    return position
  }

  /// A byline word alone on its line: `By`, `Written by:`.
  private static func isWordAlone(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    ([
      "by", "by:", "written by", "written by:", "posted by", "posted by:",
    ] as [StaticString]).contains { line.isEqualIgnoringCase(to: $0) }
  }

  private func bareName(on line: Int) -> ByteRange? {
    let bytes = bytes(line)
    var end = bytes.indices.first { bareNameEnds(bytes, at: $0) } ?? bytes.count
    while end > 0, bytes[end - 1] == 0x20 || bytes[end - 1] == UInt8(ascii: ",") { end -= 1 }
    let name = bytes.slice(0..<end)
    let words = name.split(separator: 0x20)
    guard (2...3).contains(words.count), AuthorNames.hasForm(name), !AuthorNames.hasOtherWord(name),
      MonthNames.month(String(decoding: words[0], as: UTF8.self).lowercased()) == nil
    else { return nil }
    return offset(0..<end, line)
  }

  /// A bare name ends at a separator, `on`, or a number.
  private func bareNameEnds(_ line: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
    let rest = line.dropping(first: position)
    if ASCII.isDigit(line[position]) { return !line.endsWord(before: position) }
    return rest.hasPrefix("|") || rest.hasPrefix("·") || rest.hasPrefix("•") || rest.hasPrefix("–")
      || rest.hasPrefix("—") || rest.hasPrefix(" - ") || rest.hasPrefix(" on ") || rest.hasPrefix(", on ")
  }
}
