/// Any other text: the first line that looks like a headline, and all of it.
struct PlainText: DumpFormat {
  /// How far down a headline is looked for, in lines that are not blank.
  static let headlineDepth = 12
  /// Bytes of a title that is cut from a longer line.
  static let longestTitle = 240

  func outline(of text: PageText) -> PageOutline? {
    var page = PageOutline(kind: .unknown)
    guard text.count > 0 else {
      page.problems = [.empty]
      return page
    }
    page.problems = [.unknownFormat]
    let candidates = 0..<min(text.count, PlainText.headlineDepth)
    let line = candidates.first { looksLikeHeadline(text[$0]) } ?? candidates.first { hasLetter(text[$0]) } ?? 0
    let title = PlainText.title(in: text, line: line)
    page.story.title = title
    // A headline on top is not repeated in the text; one from further down stays where it is read.
    let isWholeFirstLine = line == 0 && title == text.range(0)
    page.story.body = text.span((isWholeFirstLine ? 1 : 0)..<text.count)
    return page
  }

  /// Four words, or some twenty letters of a script that has no spaces, and no time or web address.
  private func looksLikeHeadline(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard line.count >= 20, hasLetter(line) else { return false }
    let words = line.split(separator: 0x20).count
    let digits = line.filter { (0x30...0x39).contains($0) }.count
    return (words >= 4 || (line.first ?? 0) >= 0xE0) && digits * 3 < line.count
  }

  private func hasLetter(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    line.contains { (0x41...0x5A).contains($0 & 0xDF) || $0 >= 0x80 }
  }

  /// The line, or as many whole words of it as a title can have.
  private static func title(in text: PageText, line: Int) -> ByteRange {
    let range = text.range(line)
    guard range.count > longestTitle else { return range }
    var end = range.lowerBound + longestTitle
    while end > range.lowerBound + longestTitle / 2, text.bytes[end] != 0x20 { end -= 1 }
    if text.bytes[end] == 0x20 { return range.lowerBound..<end }
    end = range.lowerBound + longestTitle
    while end > range.lowerBound, text.bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return range.lowerBound..<end
  }
}
