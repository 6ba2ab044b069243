import Text

/// Finds a story's headline among the lines above its text.
struct DumpHeadline {
  private let text: UnsafeBufferPointer<UInt8>
  private let lines: DumpLines
  private let story: Range<Int>
  /// Whether each stem occurs in the story, and in its first four lines.
  private var isSaid: [Bool]
  private var isSaidAtOnce: [Bool]
  /// The lines that may be the headline.
  private let candidates: Range<Int>
  private let dates: DatesAboveStory
  /// For the candidates and the lines below them: whether they may begin a byline.
  private var hasByline: [Bool] = []

  /// The maximum distance of a headline above its text, in lines.
  private static let reach = 40
  /// The maximum length of a headline, in letters.
  private static let longest = 220
  private static let longestByline = 120

  /// The line of the headline; nil if no line can be one.
  static func line(
    _ text: UnsafeBufferPointer<UInt8>, _ lines: DumpLines, story: Range<Int>, _ dates: DatesAboveStory
  ) -> Int? {
    DumpHeadline(text, lines, story, dates).best()
  }

  private init(
    _ text: UnsafeBufferPointer<UInt8>, _ lines: DumpLines, _ story: Range<Int>, _ dates: DatesAboveStory
  ) {
    (self.text, self.lines, self.story, self.dates) = (text, lines, story, dates)
    candidates = max(0, story.lowerBound - DumpHeadline.reach)..<min(lines.count, story.lowerBound + 1)
    isSaid = [Bool](repeating: false, count: lines.stemPlaces)
    isSaidAtOnce = isSaid
    for line in story { for stem in lines.stems(of: line) { isSaid[Int(stem)] = true } }
    for line in story.prefix(4) { for stem in lines.stems(of: line) { isSaidAtOnce[Int(stem)] = true } }
    let near = candidates.lowerBound..<min(lines.count, candidates.upperBound + 3)
    hasByline = near.map { line in
      lines[line].size < DumpHeadline.longestByline && DumpByline.mayBegin(text.slice(lines[line].range))
    }
  }

  private func best() -> Int? {
    let scores = candidates.compactMap { line in score(line).map { (line: line, score: $0) } }
    guard let best = scores.max(by: { $0.score < $1.score }) else { return nil }
    // Searching for a line within others is the most expensive test, and can only change the order of close scores.
    let close = scores.filter { $0.score + HeadlineWeights.contained >= best.score }
    guard close.count > 1 else { return best.line }
    let others = ShortLines(text, lines, before: story.upperBound + DumpHeadline.reach)
    let decided = close.map { candidate in
      let isContained = others.contain(text.slice(lines[candidate.line].range))
      return (candidate.line, candidate.score + (isContained ? HeadlineWeights.contained : 0))
    }
    // If scores are equal, the first line is chosen.
    return decided.reduce(decided[0]) { $1.1 > $0.1 ? $1 : $0 }.0
  }

  /// The score of a line; nil if it cannot be a headline.
  private func score(_ index: Int) -> Float? {
    typealias Weight = HeadlineWeights
    let line = lines[index]
    let bytes = text.slice(line.range)
    guard line.size >= 10, line.size <= DumpHeadline.longest, line.stemCount > 0,
      line.size >= 75 || !hasDate(index), !LineOpening(of: bytes).contains(.aboveHeadlines)
    else { return nil }
    let signs = HeadlineSigns(bytes)
    if signs.hasAddress || signs.hasCopyright { return nil }
    let stems = lines.stems(of: index)
    let distance = Float(story.lowerBound - index)
    var score = Weight.saidAtOnce * Float(stems.count { isSaidAtOnce[Int($0)] }) / Float(stems.count)
    score += Weight.saidInStory * Float(stems.count { isSaid[Int($0)] }) / Float(stems.count)
    score += Weight.distance * min(1, distance / 20) + Weight.nearness / (1 + distance)
    if stems.count < 2 { score += Weight.oneWord }
    if line.isBullet { score += Weight.bullet }
    if line.traits.contains(.ends), !endsInQuestion(bytes) { score += Weight.endsSentence }
    if line.traits.contains(.repeated) { score += Weight.repeated }
    if line.traits.contains(.blankBefore) { score += Weight.blankBefore }
    if line.size > 90 { score += Weight.over90 }
    if line.size > 130 { score += Weight.over130 }
    if line.size < 25 { score += Weight.under25 }
    if line.traits.contains(.picture) { score += Weight.picture }
    if index >= story.lowerBound { score += Weight.inside }
    if hasBylineSoon(after: index) { score += Weight.bylineSoon }
    if index + 1 < lines.count, isLikeHeadline(index + 1), lines[index + 1].size > line.size {
      score += Weight.longerBelow
    }
    if index > candidates.lowerBound, isLikeHeadline(index - 1) { score += Weight.headlineAbove }
    score += Weight.capitalized * capitalizedPart(bytes)
    score += Weight.digits * Float(signs.digits) / Float(line.size)
    if signs.hasSeparator { score += Weight.separator }
    return score
  }

  private func hasDate(_ line: Int) -> Bool {
    lines[line].size <= DumpHeadline.longest && dates[line] != nil
  }

  private func hasBylineSoon(after line: Int) -> Bool {
    (line + 1..<min(lines.count, line + 4)).contains {
      lines[$0].size < DumpHeadline.longestByline && (hasDate($0) || hasByline[$0 - candidates.lowerBound])
    }
  }

  private func isLikeHeadline(_ line: Int) -> Bool {
    (18...200).contains(lines[line].size) && !lines[line].isBullet && !hasDate(line)
  }

  private func endsInQuestion(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    line.last == UInt8(ascii: "?") || line.hasSuffix("？")
  }

  /// The share of capitalized words, not counting the first word.
  private func capitalizedPart(_ line: UnsafeBufferPointer<UInt8>) -> Float {
    var (words, capitalized) = (0, 0)
    var position = line.firstIndex(of: 0x20) ?? line.count
    while position < line.count {
      if line[position] == 0x20 {
        position += 1
        continue
      }
      let value = line.scalar(at: position).scalar.value
      if Letters.isWord(value), value > 0x5F {
        words += 1
        if Letters.isUppercase(value) { capitalized += 1 }
      } else if (0x41...0x5A).contains(value) {
        words += 1
        capitalized += 1
      }
      position = line[position...].firstIndex(of: 0x20) ?? line.count
    }
    return words > 0 ? Float(capitalized) / Float(words) : 0.5
  }
}

/// Signs that a line is not a headline, found in one pass.
private struct HeadlineSigns {
  private(set) var digits = 0
  /// A separator as used between the parts of a path, or between a headline and its site.
  private(set) var hasSeparator = false
  private(set) var hasAddress = false
  private(set) var hasCopyright = false

  init(_ line: UnsafeBufferPointer<UInt8>) {
    for (position, byte) in line.enumerated() where !ASCII.isLetter(byte) && byte != 0x20 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: "|"), UInt8(ascii: ">"): hasSeparator = true
      case UInt8(ascii: ":"): hasAddress = hasAddress || line.dropping(first: position).hasPrefix("://")
      case UInt8(ascii: "-"): hasSeparator = hasSeparator || isApart(line, position, 1)
      case 0xC2:
        let rest = line.dropping(first: position)
        hasCopyright = hasCopyright || rest.hasPrefix("©")
        hasSeparator = hasSeparator || rest.hasPrefix("»")
      case 0xE2:
        let rest = line.dropping(first: position)
        let isDash = rest.hasPrefix("–") || rest.hasPrefix("—")
        hasSeparator = hasSeparator || rest.hasPrefix("›") || isDash && isApart(line, position, 3)
      default: break
      }
    }
  }

  /// Whether there are blanks on both sides.
  private func isApart(_ line: UnsafeBufferPointer<UInt8>, _ position: Int, _ length: Int) -> Bool {
    position > 0 && line[position - 1] == 0x20 && position + length < line.count
      && line[position + length] == 0x20
  }
}

/// The words of all lines that are not paragraphs, for finding one line within others.
private struct ShortLines {
  private var text: [UInt8]

  init(_ page: UnsafeBufferPointer<UInt8>, _ lines: DumpLines, before end: Int) {
    text = [0x0A]
    text.reserveCapacity(page.count + 1)
    for line in 0..<min(lines.count, end) where lines[line].size <= 220 {
      ShortLines.append(page.slice(lines[line].range), to: &text)
      text.append(0x0A)
    }
  }

  /// Whether a line of some length is contained in a longer one.
  func contain(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    var words: [UInt8] = []
    ShortLines.append(line, to: &words)
    guard words.count >= 15 else { return false }
    return text.withUnsafeBufferPointer { text in
      var start = 0
      while let place = text.firstIndex(of: words, from: start) {
        let end = place + words.count
        if text[place - 1] != 0x0A || text[end] != 0x0A { return true }
        start = end
      }
      return false
    }
  }

  /// Appends words in lower case with single blanks between them; all digits are treated as equal.
  private static func append(_ line: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    var isAfterWord = false
    var position = 0
    while position < line.count {
      let byte = line[position]
      if byte < 0x80 {
        position += 1
        let isDigit = ASCII.isDigit(byte)
        if ASCII.isLetter(byte) || isDigit || byte == 0x5F {
          output.append(isDigit ? 0x30 : ASCII.lowercased(byte))
          isAfterWord = true
        } else if isAfterWord {
          output.append(0x20)
          isAfterWord = false
        }
        continue
      }
      let (scalar, length) = line.scalar(at: position)
      position += length
      if Letters.isWord(scalar.value) {
        CharacterReferences.append(Letters.lowercased(scalar.value), to: &output)
        isAfterWord = true
      } else if isAfterWord {
        output.append(0x20)
        isAfterWord = false
      }
    }
    while output.last == 0x20 { output.removeLast() }
  }
}
