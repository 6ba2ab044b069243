import Text

/// Removes the signs of Markdown from a dump: each link is reduced to its words, headings and emphasis to their texts.
struct MarkdownSigns {
  /// The text without signs.
  private(set) var text: [UInt8] = []
  /// The links in it.
  private(set) var links = DumpLinks()

  /// The addresses of numbers.
  private let definitions: AddressList
  private let definitionText: [UInt8]

  /// The maximum length of a link in bytes.
  private static let longestLink = 4_096

  /// - Parameters:
  ///   - text: a text with each paragraph on one line.
  ///   - rows: its lines.
  ///   - definitions: the lines that define the addresses of numbers.
  init(_ text: UnsafeBufferPointer<UInt8>, _ rows: [DumpRows.Row], definitions: [UInt8]) {
    definitionText = definitions
    self.definitions = definitions.withUnsafeBufferPointer { AddressList($0) }
    self.text.reserveCapacity(text.count)
    for row in rows {
      if row.hasBlankBefore { self.text.append(0x0A) }
      append(MarkdownSigns.withoutHeadingSign(text.slice(row.range)))
      self.text.append(0x0A)
    }
  }

  private static func withoutHeadingSign(_ row: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    let start = ListMarker.length(row)
    let signs = row[start...].prefix(7).prefix { $0 == UInt8(ascii: "#") }.count
    let end = start + signs
    guard signs > 0, end < row.count, row[end] == 0x20 else { return row }
    return row.dropping(first: end + 1)
  }

  private mutating func append(_ line: UnsafeBufferPointer<UInt8>, depth: Int = 0) {
    var position = 0
    while position < line.count {
      let byte = line[position]
      let next = position + 1 < line.count ? line[position + 1] : 0
      switch byte {
      case UInt8(ascii: "*") where next == byte, UInt8(ascii: "_") where next == byte: position += 2
      case UInt8(ascii: "_") where !MarkdownSigns.isBetweenLetters(line, position): position += 1
      case UInt8(ascii: "\\") where MarkdownSigns.isSign(next):
        text.append(next)
        position += 2
      case UInt8(ascii: "["), UInt8(ascii: "!"):
        if depth < 2, let link = link(line.dropping(first: position)) {
          append(link, of: line.slice(position..<position + link.count), depth: depth)
          position += link.count
        } else {
          text.append(byte)
          position += 1
        }
      default:
        text.append(byte)
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

  // MARK: Links

  private struct Link {
    var words: ByteRange
    /// The address or number in the second pair of brackets.
    var target: ByteRange
    var isNumber: Bool
    var count: Int
  }

  /// A link at the beginning of a text: `[words](address "title")` or `[words][12]`, also with `!` before it.
  private func link(_ text: UnsafeBufferPointer<UInt8>) -> Link? {
    let start = text.first == UInt8(ascii: "!") ? 1 : 0
    guard start < text.count, text[start] == UInt8(ascii: "[") else { return nil }
    let text = text.slice(0..<min(text.count, MarkdownSigns.longestLink))
    guard let close = closing(text, from: start, "[", "]"), close + 1 < text.count else { return nil }
    let target = close + 2
    if text[close + 1] == UInt8(ascii: "("), let end = closing(text, from: close + 1, "(", ")") {
      return Link(words: start + 1..<close, target: target..<end, isNumber: false, count: end + 1)
    }
    guard text[close + 1] == UInt8(ascii: "["), let number = LinkNumber(text, from: target),
      number.end < text.count, text[number.end] == UInt8(ascii: "]"),
      definitions.addresses[number.value] != nil
    else { return nil }
    return Link(words: start + 1..<close, target: target..<number.end, isNumber: true, count: number.end + 1)
  }

  private mutating func append(_ link: Link, of line: UnsafeBufferPointer<UInt8>, depth: Int) {
    let start = text.count
    append(line.slice(link.words), depth: depth + 1)
    // A link within the words of another one, mostly a picture, is a part of it.
    guard depth == 0, line.first == UInt8(ascii: "[") else { return }
    let target = line.slice(link.target)
    if link.isNumber {
      let address = LinkNumber(target, from: 0).flatMap { definitions.addresses[$0.value] }
      if let address { links.append(words: start..<text.count, address: definitionText[address]) }
    } else {
      // Long addresses are wrapped at their hyphens; a title may follow.
      let end = target.firstIndex(of: " \"") ?? target.count
      links.append(words: start..<text.count, address: target[..<end].lazy.filter { $0 != 0x20 })
    }
  }

  /// The position of the closing bracket, with at most one nested pair.
  private func closing(
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
