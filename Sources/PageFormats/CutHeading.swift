import Text

/// The beginning of a related story's heading where the file is cut: no part of the story before it.
struct CutHeading {
  var first: Int
  var entry: EntryOutline

  /// Looks at the last body with whatever stands behind it. `isFirst`: no heading stands before these lines.
  static func find(in text: PageText, lines: Range<Int>, isFirst: Bool, isStyleA: Bool) -> CutHeading? {
    guard lines.upperBound == text.count, !lines.isEmpty else { return nil }
    // A heading is set off by a blank line, a related story's body is one block.
    let behindBody = lines.dropFirst(isFirst ? 0 : 1)
    let first = isFirst ? lines.lowerBound : behindBody.first { text.hasBlankBefore($0) }
    guard let first else { return isStyleA ? nil : contiguous(text, behindBody) }
    let cut = isStyleA ? styleA(text, first, lines.upperBound) : styleB(text, first, lines.upperBound)
    return cut ?? (isStyleA ? nil : contiguous(text, behindBody))
  }

  private static func styleA(_ text: PageText, _ first: Int, _ end: Int) -> CutHeading? {
    let rest = end - first
    guard rest <= 4 else { return nil }
    // Alone behind a blank line stands the next title.
    let isAlone = rest == 1 && (text.endsOpen || !endsSentence(text[first]))
    let isTwice = rest > 1 && (text.areEqual(first, first + 1) || text.isCut(first + 1, of: text[first]))
    guard isAlone || isTwice, rest < 3 || text[first + 2].count <= Byline.longestSource,
      rest < 4 || text[first + 3].hasPrefix("time") || text.isCut(first + 3, of: .init("time"))
    else { return nil }
    var entry = EntryOutline()
    entry.title = text.range(first)
    if rest > 2 { entry.source = text.range(first + 2) }
    return CutHeading(first: first, entry: entry)
  }

  private static func styleB(_ text: PageText, _ first: Int, _ end: Int) -> CutHeading? {
    let rest = end - first
    guard rest <= 3, Byline.isShortName(text[first]) else { return nil }
    let cut = CutHeading(first: first, entry: EntryOutline())
    guard rest > 1 else { return text.endsOpen && !endsSentence(text[first]) ? cut : nil }
    let isCutAge = rest == 2 && text.endsOpen && AgeNotation.isCutAge(text[first + 1])
    guard isCutAge || AgeNotation.whole(text[first + 1]) != nil else { return nil }
    return rest == 2 || isCutDash(text, end - 1, source: first) ? cut : nil
  }

  /// Some pages have no blank lines between related stories: then only an age or a dash tells.
  private static func contiguous(_ text: PageText, _ lines: Range<Int>) -> CutHeading? {
    for rest in [3, 2] where lines.count >= rest {
      let first = lines.upperBound - rest
      guard let cut = styleB(text, first, lines.upperBound), AgeNotation.whole(text[first + 1]) != nil else {
        continue
      }
      return cut
    }
    return nil
  }

  private static func isCutDash(_ text: PageText, _ line: Int, source: Int) -> Bool {
    guard text[line].first == UInt8(ascii: "-") else { return false }
    let name = text[line].dropping(first: 2)
    return name.isEmpty || text[source].hasPrefix(name)
  }

  private static func endsSentence(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    switch line.last {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "\""): true
    default: line.hasSuffix("”") || line.hasSuffix("…") || line.hasSuffix("؟")
    }
  }
}

extension AgeNotation {
  /// How an age begins that the file's end cuts: a number, or `a `, or the Arabic word for "ago".
  fileprivate static func isCutAge(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = line.first, line.count < 32 else { return false }
    return (0x30...0x39).contains(first) || line.isEqual(to: "a") || line.isEqual(to: "an")
      || line.hasPrefix("a ")
      || line.hasPrefix("an ") || UnsafeBufferPointer<UInt8>("منذ ").hasPrefix(line) || line.hasPrefix("منذ")
  }
}
