import Text

/// The beginning of a related story's heading at the end of a truncated file, which is not part of the previous
/// story.
struct TruncatedHeading {
  var first: Int
  var entry: EntryOutline

  /// Examines the last body and the lines after it. `isFirst`: there is no heading before these lines.
  static func find(in text: PageText, lines: Range<Int>, isFirst: Bool, layout: Daily8Layout)
    -> TruncatedHeading?
  {
    guard lines.upperBound == text.count, !lines.isEmpty else { return nil }
    // A heading is preceded by a blank line, and a related story's body has no blank lines.
    let afterBody = lines.dropFirst(isFirst ? 0 : 1)
    let first = isFirst ? lines.lowerBound : afterBody.first { text.hasBlankBefore($0) }
    guard let first else { return layout == .bulleted ? nil : contiguous(text, afterBody) }
    switch layout {
    case .bulleted: return bulleted(text, first, lines.upperBound)
    case .dashed: return dashed(text, first, lines.upperBound) ?? contiguous(text, afterBody)
    }
  }

  private static func bulleted(_ text: PageText, _ first: Int, _ end: Int) -> TruncatedHeading? {
    let rest = end - first
    guard rest <= 4 else { return nil }
    // A single line after a blank one is the next title.
    let isAlone = rest == 1 && (text.endsOpen || !endsSentence(text[first]))
    let isTwice =
      rest > 1 && (text.areEqual(first, first + 1) || text.isTruncated(first + 1, of: text[first]))
    guard isAlone || isTwice, rest < 3 || text[first + 2].count <= Byline.longestSource,
      rest < 4 || text[first + 3].hasPrefix("time") || text.isTruncated(first + 3, of: .init("time"))
    else { return nil }
    var entry = EntryOutline()
    entry.title = text.range(first)
    if rest > 2 { entry.source = text.range(first + 2) }
    return TruncatedHeading(first: first, entry: entry)
  }

  private static func dashed(_ text: PageText, _ first: Int, _ end: Int) -> TruncatedHeading? {
    let rest = end - first
    guard rest <= 3, Byline.isShortName(text[first]) else { return nil }
    let heading = TruncatedHeading(first: first, entry: EntryOutline())
    guard rest > 1 else { return text.endsOpen && !endsSentence(text[first]) ? heading : nil }
    let isTruncatedAge = rest == 2 && text.endsOpen && AgeNotation.isTruncatedAge(text[first + 1])
    guard isTruncatedAge || AgeNotation.whole(text[first + 1]) != nil else { return nil }
    return rest == 2 || isTruncatedDash(text, end - 1, source: first) ? heading : nil
  }

  /// Some pages have no blank lines between related stories: then a heading is recognized only by an age or a dash.
  private static func contiguous(_ text: PageText, _ lines: Range<Int>) -> TruncatedHeading? {
    for rest in [3, 2] where lines.count >= rest {
      let first = lines.upperBound - rest
      guard let heading = dashed(text, first, lines.upperBound), AgeNotation.whole(text[first + 1]) != nil
      else {
        continue
      }
      return heading
    }
    return nil
  }

  private static func isTruncatedDash(_ text: PageText, _ line: Int, source: Int) -> Bool {
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
  /// The beginning of an age truncated by the end of the file: a number, `a `, or the Arabic word for "ago".
  fileprivate static func isTruncatedAge(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = line.first, line.count < 32 else { return false }
    return (0x30...0x39).contains(first) || line.isEqual(to: "a") || line.isEqual(to: "an")
      || line.hasPrefix("a ")
      || line.hasPrefix("an ") || UnsafeBufferPointer<UInt8>("منذ ").hasPrefix(line) || line.hasPrefix("منذ")
  }
}
