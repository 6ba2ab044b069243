import Text

/// Finds the name of the site: the copyright holder in a line at the foot of the page.
enum DumpSource {
  /// The number of lines below a story that are searched, from the last one up.
  private static let reach = 60
  /// The maximum length of a name, in letters.
  private static let longestName = 40

  /// The site's name, as a range of the page's text.
  static func find(_ text: UnsafeBufferPointer<UInt8>, _ lines: DumpLines, below end: Int) -> ByteRange? {
    for index in (max(end, lines.count - reach)..<max(end, lines.count)).reversed() {
      let line = lines[index]
      guard line.size <= 220, line.traits.contains(.furniture),
        let name = name(text.slice(line.range))
      else { continue }
      return Int(line.start) + name.lowerBound..<Int(line.start) + name.upperBound
    }
    return nil
  }

  private static let signs: [StaticString] = ["copyright", "(c)", "©", "by"]

  /// The text after `©` or `Copyright` and any years, up to the end of the name.
  private static func name(_ line: UnsafeBufferPointer<UInt8>) -> ByteRange? {
    guard var start = signEnd(line) else { return nil }
    while start < line.count {
      let rest = line.dropping(first: start)
      if let word = signs.first(where: { rest.hasPrefixIgnoringCase($0) }) {
        start += word.utf8CodeUnitCount
      } else if isBeforeName(rest) {
        start += rest.scalar(at: 0).length
      } else {
        break
      }
    }
    var end = start
    while end < line.count, !endsName(line, at: end) { end += line.scalar(at: end).length }
    while end > start, line[end - 1] == 0x20 || line[end - 1] == UInt8(ascii: ",") { end -= 1 }
    let name = line.slice(start..<end)
    guard name.count >= 3, name.count <= longestName,
      Letters.isUppercase(name.scalar(at: 0).scalar.value)
        || name.scalar(at: 0).scalar.value >= 0x5D0, !LineOpening(of: name).contains(.aboveHeadlines),
      !name.hasPrefixIgnoringCase("all rights")
    else { return nil }
    return start..<end
  }

  private static func signEnd(_ line: UnsafeBufferPointer<UInt8>) -> Int? {
    if let sign = line.firstIndex(of: "©") { return sign + 2 }
    let word = line.indices.first {
      ASCII.lowercased(line[$0]) == UInt8(ascii: "c")
        && line.dropping(first: $0).hasPrefixIgnoringCase("copyright ")
    }
    return word.map { $0 + 10 } ?? line.firstIndexIgnoringCase(of: "(c) ").map { $0 + 4 }
  }

  /// Whether a text has only blanks, years and the characters between years.
  private static func isBeforeName(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let scalar = text.scalar(at: 0).scalar
    return scalar == " " || scalar == "-" || scalar == "–" || scalar == "," || scalar == ":" || scalar == "."
      || (scalar.isASCII && ASCII.isDigit(UInt8(ascii: scalar)))
  }

  private static let ends: [StaticString] = [
    "|", "·", "•", "©", " - ", " – ", " — ", " All ", " all ", ", all ", " ALL ", "  ", ";", "(",
  ]

  private static func endsName(_ line: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
    let rest = line.dropping(first: position)
    if rest.hasPrefix(". ") || rest.count == 1 && rest.hasPrefix(".") { return true }
    return ends.contains { rest.hasPrefix($0) }
      || (ASCII.isDigit(line[position]) && rest.prefix(4).allSatisfy(ASCII.isDigit))
  }
}
