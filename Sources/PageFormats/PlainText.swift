import Text

/// Any other text: the first line that looks like a headline, and all of it.
struct PlainText: DumpFormat {
  /// How far down a headline is looked for, in lines that are not blank.
  static let headlineDepth = 12
  /// Characters of a title taken from a longer line.
  static let longestTitle = 240

  func outline(of text: PageText) -> PageOutline? {
    var page = PageOutline(kind: .unknown)
    guard text.count > 0 else {
      page.problems = [.empty]
      return page
    }
    page.problems = [.unknownFormat]
    let line = PlainText.titleLine(in: text)
    let title = PlainText.title(in: text, line: line)
    page.story.title = title
    // A headline on top is not repeated in the text; one from further down stays where it is read.
    let isWholeFirstLine = line == 0 && title == text.range(0)
    page.story.body = text.span((isWholeFirstLine ? 1 : 0)..<text.count)
    return page
  }

  /// The first headline that fits, else a long one truncated, else any line with a letter.
  private static func titleLine(in text: PageText) -> Int {
    let candidates = 0..<min(text.count, headlineDepth)
    return candidates.first { text[$0].count <= longestTitle && looksLikeHeadline(text[$0]) }
      ?? candidates.first { looksLikeHeadline(text[$0]) }
      ?? candidates.first { hasLetter(text[$0]) } ?? 0
  }

  /// Four words, or some seven letters of a script that has no spaces, and no date, time or web address.
  static func looksLikeHeadline(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    let line = UnsafeBufferPointer(rebasing: line.prefix(longestTitle * 4))
    guard line.count >= 20, hasLetter(line) else { return false }
    var (words, digits, numbers) = (1, 0, [Int]())
    var run = 0
    for byte in line {
      if (0x30...0x39).contains(byte) {
        (digits, run) = (digits + 1, run + 1)
        continue
      }
      if run > 0 { numbers.append(run) }
      run = 0
      if byte == 0x20 { words += 1 }
    }
    if run > 0 { numbers.append(run) }
    // A year and a day among few words are a date.
    let isDate = words <= 8 && numbers.contains(4) && numbers.contains { $0 <= 2 }
    return (words >= 4 || (line.first ?? 0) >= 0xE0) && digits * 3 < line.count && !isDate
  }

  private static func hasLetter(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    line.contains { (0x41...0x5A).contains($0 & 0xDF) || $0 >= 0x80 }
  }

  /// The line, or as many whole words of it as a title can have.
  private static func title(in text: PageText, line: Int) -> ByteRange {
    let range = afterBullet(text.range(line), in: text)
    var (end, characters, lastSpace) = (range.lowerBound, 0, range.lowerBound)
    while end < range.upperBound {
      if text.bytes[end] & 0xC0 != 0x80 {
        if characters == longestTitle { break }
        characters += 1
        if text.bytes[end] == 0x20 { lastSpace = end }
      }
      end += 1
    }
    guard end < range.upperBound else { return range }
    let isWord = text.bytes[end] == 0x20 || (lastSpace - range.lowerBound) * 2 < end - range.lowerBound
    return range.lowerBound..<(isWord ? end : lastSpace)
  }

  private static func afterBullet(_ range: ByteRange, in text: PageText) -> ByteRange {
    for bullet: StaticString in ["• ", "- ", "* ", "> "] where text.slice(range).hasPrefix(bullet) {
      return range.lowerBound + bullet.utf8CodeUnitCount..<range.upperBound
    }
    return range
  }
}
