import Text

/// Finds a story's authors: after `By`, `von`, `par` … on a line near the headline, or as a bare name next to the
/// date.
struct DumpByline {
  private let text: UnsafeBufferPointer<UInt8>
  private let lines: DumpLines
  private let story: Range<Int>

  /// The names of a story's authors, as ranges of the page's text; empty if none are found.
  static func names(
    _ text: UnsafeBufferPointer<UInt8>, _ lines: DumpLines, story: Range<Int>, headline: Int?, date: Int?
  ) -> [ByteRange] {
    let byline = DumpByline(text: text, lines: lines, story: story)
    let first = max(0, (headline ?? story.lowerBound - 8) - 3)
    let near =
      Array(first..<min(lines.count, story.lowerBound + 1))
      + Array(story.upperBound..<min(lines.count, story.upperBound + 3))
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
    return BylineNames.read(named, from: start ?? 0).map { String(decoding: named[$0], as: UTF8.self) }
  }

  private func bytes(_ line: Int) -> UnsafeBufferPointer<UInt8> { text.slice(lines[line].range) }

  private func names(on line: Int) -> [ByteRange] {
    let bytes = bytes(line)
    if let start = DumpByline.nameStart(bytes) {
      return BylineNames.read(bytes, from: start).map { offset($0, line) }
    }
    guard DumpByline.isWordAlone(bytes), line + 1 < lines.count else { return [] }
    return BylineNames.read(self.bytes(line + 1), from: 0).map { offset($0, line + 1) }
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
    guard (2...3).contains(words.count), BylineNames.isName(name), !BylineNames.hasOtherWord(name),
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

/// Names of people as written in bylines: two to five capitalized words each, several separated by commas and `and`.
enum BylineNames {
  private static let particles: [StaticString] = [
    "de", "van", "von", "der", "den", "la", "le", "du", "di", "da", "al", "el", "bin", "ten", "dos",
  ]
  private static let conjunctions: [StaticString] = ["and ", "und ", "et ", "y ", "e ", "& "]
  /// Words that follow a name and do not belong to it.
  private static let ends: [StaticString] = [
    "updated", "update", "published", "publish", "posted", "on", "at",
  ]
  /// Two or three capitalized words that appear next to dates and are not names.
  private static let others = Set([
    "news", "staff", "share", "read", "more", "updated", "published", "image", "photo", "home", "about",
    "contact",
    "sign", "menu", "search", "comment", "comments", "subscribe", "follow", "min", "press", "agency",
    "policy",
    "terms", "video", "store", "shop", "blog", "edition", "today", "day", "days", "world", "sport", "sports",
  ])

  /// The names in a line, from a position on.
  static func read(_ line: UnsafeBufferPointer<UInt8>, from start: Int) -> [ByteRange] {
    var names: [ByteRange] = []
    var position = start
    while let name = name(line, from: position) {
      names.append(name)
      guard let next = nextName(line, from: name.upperBound) else { break }
      position = next
    }
    return names
  }

  /// Whether all words of a text can be part of a name.
  static func isName(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.split(separator: 0x20).allSatisfy { word in
      let word = UnsafeBufferPointer(rebasing: word)
      return wordEnd(word, from: 0) == word.count
    }
  }

  static func hasOtherWord(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.split(separator: 0x20).contains { others.contains(String(decoding: $0, as: UTF8.self).lowercased()) }
  }

  private static func name(_ line: UnsafeBufferPointer<UInt8>, from start: Int) -> ByteRange? {
    var (end, words, position) = (start, 0, start)
    while words < 5, let next = wordEnd(line, from: position) {
      if words > 0, isEnd(line.slice(position..<next)) { break }
      (end, words) = (next, words + 1)
      position = next
      while position < line.count, line[position] == 0x20 { position += 1 }
      guard position > next else { break }
    }
    while end > start, line[end - 1] == UInt8(ascii: ".") { end -= 1 }
    return words >= 2 ? start..<end : nil
  }

  /// The end of a capitalized word, or of a particle such as `van`.
  private static func wordEnd(_ line: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard start < line.count else { return nil }
    let rest = line.dropping(first: start)
    let first = rest.scalar(at: 0).scalar.value
    guard Letters.isUppercase(first) else {
      return particles.first { rest.startsWithWordAsWritten($0) }.map { start + $0.utf8CodeUnitCount }
    }
    var end = start
    while end < line.count {
      let (scalar, length) = line.scalar(at: end)
      guard Letters.isWord(scalar.value) || ["'", "\u{2019}", ".", "-"].contains(scalar) else { break }
      end += length
    }
    return end
  }

  private static func isEnd(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    ends.contains { word.startsWithWord($0) }
  }

  /// The position of the next name, after a comma or a conjunction.
  private static func nextName(_ line: UnsafeBufferPointer<UInt8>, from end: Int) -> Int? {
    var position = end
    while position < line.count, line[position] == 0x20 || line[position] == UInt8(ascii: ".") {
      position += 1
    }
    let rest = line.dropping(first: position)
    if rest.first == UInt8(ascii: ",") {
      position += 1
    } else if let word = conjunctions.first(where: { rest.hasPrefixIgnoringCase($0) }) {
      position += word.utf8CodeUnitCount - 1
    } else {
      return nil
    }
    let next = position
    while position < line.count, line[position] == 0x20 { position += 1 }
    return position > next && position < line.count ? position : nil
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether these bytes begin with a whole word, in the given case.
  fileprivate func startsWithWordAsWritten(_ word: StaticString) -> Bool {
    hasPrefix(word) && !isWord(at: word.utf8CodeUnitCount)
  }
}
