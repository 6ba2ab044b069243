import Text

/// A dump written as Markdown (html2text): paragraphs are wrapped at some column, even inside links.
enum MarkdownDump {
  /// A text with at least this many lines that contain links was written as Markdown.
  private static let enoughLinks = 5
  /// The maximum length of a link in bytes.
  private static let longestLink = 4_096

  static func isOne(_ text: UnsafeBufferPointer<UInt8>, _ rows: [DumpRows.Row]) -> Bool {
    rows.lazy.filter { text.slice($0.range).contains("](") }.prefix(enoughLinks).count == enoughLinks
  }

  // MARK: Lines

  /// The text with each paragraph on one line. A paragraph ends before a blank line, an item or a heading, and at a
  /// line that ends with two blanks.
  static func joined(_ text: UnsafeBufferPointer<UInt8>, _ rows: [DumpRows.Row]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var isBroken = true
    for row in rows {
      let line = text.slice(row.range)
      if row.hasBlankBefore {
        output.append(contentsOf: [0x0A, 0x0A])
      } else if !output.isEmpty {
        output.append(isBroken || beginsBlock(line) ? 0x0A : 0x20)
      }
      output.append(contentsOf: line)
      let end = row.range.upperBound
      isBroken =
        line.first == UInt8(ascii: "#") || end + 1 < text.count && text[end] == 0x20 && text[end + 1] == 0x20
    }
    return output
  }

  private static func beginsBlock(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = line.first else { return true }
    return switch first {
    case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "|"): true
    case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      ListMarker.length(line) > 0 || line.hasPrefix("---") || line.hasPrefix("* *")
    default: false
    }
  }

  // MARK: Signs

  /// The text with each link reduced to its words, and without the markup of headings and emphasis.
  static func withoutSigns(_ text: UnsafeBufferPointer<UInt8>, _ rows: [DumpRows.Row]) -> [UInt8] {
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
      let byte = text[position]
      let next = position + 1 < text.count ? text[position + 1] : 0
      switch byte {
      case UInt8(ascii: "*") where next == byte, UInt8(ascii: "_") where next == byte: position += 2
      case UInt8(ascii: "_") where !isBetweenLetters(text, position): position += 1
      case UInt8(ascii: "\\") where isSign(next):
        output.append(next)
        position += 2
      case UInt8(ascii: "["), UInt8(ascii: "!"):
        if depth < 2, let link = link(text.dropping(first: position)) {
          append(
            text.slice(position..<position + link.count).slice(link.words), to: &output, depth: depth + 1)
          position += link.count
        } else {
          output.append(byte)
          position += 1
        }
      default:
        output.append(byte)
        position += 1
      }
    }
  }

  /// Within a name, an underscore does not mark emphasis.
  private static func isBetweenLetters(_ text: UnsafeBufferPointer<UInt8>, _ position: Int) -> Bool {
    func isLetter(_ place: Int) -> Bool {
      text.indices.contains(place)
        && (text[place] >= 0x80 || ASCII.isLetter(text[place]) || ASCII.isDigit(text[place]))
    }
    return isLetter(position - 1) && isLetter(position + 1)
  }

  /// Characters that a backslash escapes: ASCII except letters, digits and blanks.
  private static func isSign(_ byte: UInt8) -> Bool {
    (0x21...0x7E).contains(byte) && !ASCII.isLetter(byte) && !ASCII.isDigit(byte)
  }

  /// A link at the beginning of a text: `[words](address "title")`, also with `!` before it.
  private static func link(_ text: UnsafeBufferPointer<UInt8>) -> (words: ByteRange, count: Int)? {
    let start = text.first == UInt8(ascii: "!") ? 1 : 0
    guard start < text.count, text[start] == UInt8(ascii: "[") else { return nil }
    let text = text.slice(0..<min(text.count, longestLink))
    guard let close = closing(text, from: start, "[", "]"), close + 1 < text.count,
      text[close + 1] == UInt8(ascii: "("), let end = closing(text, from: close + 1, "(", ")")
    else { return nil }
    return (start + 1..<close, end + 1)
  }

  /// The position of the closing bracket, with at most one nested pair.
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
