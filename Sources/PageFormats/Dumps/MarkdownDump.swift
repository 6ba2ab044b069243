import Text

/// A dump written as Markdown (html2text): paragraphs are wrapped at some column, even inside links.
enum MarkdownDump {
  /// A text with at least this many lines that contain links was written as Markdown.
  private static let enoughLinks = 5

  /// Whether a text has links as in Markdown: `[words](address)`, or `[words][12]` with definitions of the numbers.
  static func isOne(_ text: UnsafeBufferPointer<UInt8>, _ rows: [DumpRows.Row]) -> Bool {
    func hasEnough(_ count: Int, _ sign: StaticString) -> Bool {
      text.contains(sign)
        && rows.lazy.filter { text.slice($0.range).contains(sign) }.prefix(count).count == count
    }
    return hasEnough(enoughLinks, "](")
      || hasEnough(1, "][") && rows.contains { AddressList.isDefinition(text.slice($0.range)) }
  }

  // MARK: Definitions

  /// The lines that define the addresses of numbers: `[12]: https://…`.
  static func definitions(_ text: UnsafeBufferPointer<UInt8>, _ rows: [DumpRows.Row]) -> [UInt8] {
    var output: [UInt8] = []
    for row in rows where AddressList.isDefinition(text.slice(row.range)) {
      output.append(contentsOf: text.slice(row.range))
      output.append(0x0A)
    }
    return output
  }

  // MARK: Lines

  /// The text with each paragraph on one line. A paragraph ends before a blank line, an item or a heading, and at a
  /// line that ends with two blanks. Definitions are left out.
  static func joined(_ text: UnsafeBufferPointer<UInt8>, _ rows: [DumpRows.Row]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var isBroken = true
    for row in rows {
      let line = text.slice(row.range)
      if AddressList.isDefinition(line) { continue }
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
}
