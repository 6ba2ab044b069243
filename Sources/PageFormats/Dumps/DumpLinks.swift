import Text

/// Links as dumped by lynx and links: numbers in brackets, with a list of addresses at the end. They are removed from
/// the text before it is rated.
enum DumpLinks {
  /// The position of the list of addresses; nil if there is none.
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
    guard row.count < 16, row.first == UInt8(ascii: "R") || row.first == UInt8(ascii: "V") else {
      return false
    }
    let headings: [StaticString] = [
      "References", "Visible links:", "Visible links", "Verweise", "Références", "Referencias",
    ]
    return headings.contains { row.isEqual(to: $0) }
  }

  /// A text with at least this many markers has link numbers.
  private static let enoughMarkers = 20

  /// The text without `[12]`; nil if it has no link numbers.
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
}
