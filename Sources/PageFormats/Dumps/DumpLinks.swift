import Text

/// What dumps write of links: numbers in brackets with a list of addresses at the end (lynx, links), or Markdown
/// (html2text). Both are taken out of the text before it is judged.
enum DumpLinks {
  /// Where the list of addresses begins; nil for a text without one.
  static func listStart(_ text: UnsafeBufferPointer<UInt8>, _ rows: [DumpRows.Row]) -> Int? {
    for index in rows.indices.dropLast() where isListHeading(text.slice(rows[index].range)) {
      let next = text.slice(rows[index + 1].range)
      guard next.hasPrefix("1. "), let colon = next.firstIndex(of: UInt8(ascii: ":")),
        !next[3..<colon].contains(0x20)
      else { continue }
      let isBelowHeading = index > 0 && isListHeading(text.slice(rows[index - 1].range))
      let row = rows[isBelowHeading ? index - 1 : index]
      return Int(row.start - row.indent)
    }
    return nil
  }

  private static func isListHeading(_ row: UnsafeBufferPointer<UInt8>) -> Bool {
    guard row.count < 16 else { return false }
    let headings: [StaticString] = [
      "References", "Visible links:", "Visible links", "Verweise", "Références", "Referencias",
    ]
    return headings.contains { row.isEqual(to: $0) }
  }

  /// A text with so many of them has numbers for links.
  private static let enoughMarkers = 20

  /// The text without `[12]`; nil if it has no numbers for links.
  static func withoutMarkers(_ text: UnsafeBufferPointer<UInt8>, hasList: Bool) -> [UInt8]? {
    var output: [UInt8] = []
    var (copied, count, position) = (0, 0, 0)
    while let bracket = text.firstIndex(ofByte: UInt8(ascii: "["), from: position) {
      let length = markerLength(text, at: bracket)
      position = bracket + max(1, length)
      guard length > 0 else { continue }
      output.append(contentsOf: text.slice(copied..<bracket))
      copied = position
      count += 1
    }
    guard count > 0, hasList || count >= enoughMarkers else { return nil }
    output.append(contentsOf: text.slice(copied..<text.count))
    return output
  }

  private static func markerLength(_ text: UnsafeBufferPointer<UInt8>, at bracket: Int) -> Int {
    var end = bracket + 1
    while end < text.count, end - bracket < 6, ASCII.isDigit(text[end]) { end += 1 }
    let digits = end - bracket - 1
    return (1...4).contains(digits) && end < text.count && text[end] == UInt8(ascii: "]") ? digits + 2 : 0
  }

  // MARK: Markdown

  /// A text with so many lines with links was written as Markdown.
  private static let enoughLinks = 5
  /// No link of a page is longer, in bytes.
  private static let longestLink = 4_096

  /// The text with the words of its links alone, and without signs of emphasis; nil if it is no Markdown.
  static func withoutMarkdown(_ text: UnsafeBufferPointer<UInt8>, _ rows: [DumpRows.Row]) -> [UInt8]? {
    guard text.contains("]("),
      rows.lazy.filter({ text.slice($0.range).contains("](") }).prefix(enoughLinks).count == enoughLinks
    else { return nil }
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    for row in rows {
      if row.hasBlankBefore { output.append(0x0A) }
      append(withoutHeadingSign(text.slice(row.range)), to: &output)
      output.append(0x0A)
    }
    return output
  }

  private static func withoutHeadingSign(_ row: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    let start = ListMarker.length(row)
    let signs = row[start...].prefix(7).prefix { $0 == UInt8(ascii: "#") }.count
    let end = start + signs
    guard signs > 0, end < row.count, row[end] == 0x20 else { return row }
    return row.dropping(first: end + 1)
  }

  private static func append(
    _ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8], depth: Int = 0
  ) {
    var position = 0
    while position < text.count {
      let rest = text.dropping(first: position)
      if rest.hasPrefix("**") {
        position += 2
      } else if rest.hasPrefix("\\-") || rest.hasPrefix("\\.") {
        output.append(rest[1])
        position += 2
      } else if depth < 2, let link = link(rest) {
        append(rest.slice(link.words), to: &output, depth: depth + 1)
        position += link.count
      } else {
        output.append(text[position])
        position += 1
      }
    }
  }

  /// `[words](address "title")`, also with `!` before it, at the beginning of a text.
  private static func link(_ text: UnsafeBufferPointer<UInt8>) -> (words: ByteRange, count: Int)? {
    let start = text.first == UInt8(ascii: "!") ? 1 : 0
    guard start < text.count, text[start] == UInt8(ascii: "[") else { return nil }
    let text = text.slice(0..<min(text.count, longestLink))
    guard let close = closing(text, from: start, "[", "]"), close + 1 < text.count,
      text[close + 1] == UInt8(ascii: "("), let end = closing(text, from: close + 1, "(", ")")
    else { return nil }
    return (start + 1..<close, end + 1)
  }

  /// Where a bracket is closed, with at most one pair within.
  private static func closing(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, _ open: Unicode.Scalar, _ close: Unicode.Scalar
  ) -> Int? {
    var depth = 0
    for position in start..<text.count {
      if text[position] == UInt8(ascii: open) { depth += 1 }
      if text[position] == UInt8(ascii: close) { depth -= 1 }
      if depth == 0 { return position }
      if depth > 3 { return nil }
    }
    return nil
  }
}
