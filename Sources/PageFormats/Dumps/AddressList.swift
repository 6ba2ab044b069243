import Text

/// The addresses of a dump's links: a numbered list at its end, as lynx, elinks and w3m write it, or definitions below
/// the paragraphs, as html2text writes them.
struct AddressList {
  /// The addresses by number, as ranges of the text from which they were read.
  private(set) var addresses: [Int: ByteRange] = [:]

  /// Whether there are any addresses.
  var isEmpty: Bool { addresses.isEmpty }

  // MARK: At the end of a dump

  /// The position of the list and of the headings above it; nil if a dump has no list. The headings depend on the
  /// user's language, so that they are only recognized by their length and place.
  static func start(_ text: UnsafeBufferPointer<UInt8>, _ rows: [DumpRows.Row]) -> Int? {
    guard let first = rows.indices.dropFirst().last(where: { isFirst(text.slice(rows[$0].range)) }) else {
      return nil
    }
    var start = first
    if isHeading(rows[first - 1]) { start = first - 1 }
    // Two headings: `References`, then `Visible links` above the list.
    if start < first, start > 0, rows[start].indent > 0, rows[start - 1].indent == 0,
      isHeading(rows[start - 1])
    {
      start -= 1
    }
    let position = Int(rows[start].start - rows[start].indent)
    let isAboveList = start < first && headings.contains { text.slice(rows[start].range).isEqual(to: $0) }
    return isAboveList || text.slice(0..<position).firstIndex(of: "[1]") != nil ? position : nil
  }

  /// With one of these headings, it is a list of links even if no link is numbered.
  private static let headings: [StaticString] = [
    "References", "References:", "Visible links:", "Visible links", "Verweise", "Références", "Referencias",
  ]
  private static let longestHeading: Int32 = 40

  private static func isHeading(_ row: DumpRows.Row) -> Bool { row.end - row.start < longestHeading }

  /// `1. https://…` or `[1] https://…`.
  private static func isFirst(_ row: UnsafeBufferPointer<UInt8>) -> Bool {
    guard row.hasPrefix("1. ") || row.hasPrefix("[1] "), let entry = entry(row) else { return false }
    return row.slice(entry.address).firstIndex(ofByte: UInt8(ascii: ":"), from: 0) != nil
  }

  /// The addresses of a list, as ranges of the text.
  init(_ list: UnsafeBufferPointer<UInt8>) {
    for line in list.split(separator: 0x0A) { add(line.startIndex..<line.endIndex, of: list) }
  }

  // MARK: Among the lines

  /// The addresses defined on some rows of a dump: `[12]: https://…`.
  init(definedIn text: UnsafeBufferPointer<UInt8>, _ rows: [DumpRows.Row]) {
    for row in rows where AddressList.isDefinition(text.slice(row.range)) { add(row.range, of: text) }
  }

  /// Whether a line defines the address of a number.
  static func isDefinition(_ row: UnsafeBufferPointer<UInt8>) -> Bool {
    guard row.first == UInt8(ascii: "["), let entry = entry(row) else { return false }
    return row[entry.address.lowerBound - 2] == UInt8(ascii: ":")
  }

  private mutating func add(_ line: ByteRange, of text: UnsafeBufferPointer<UInt8>) {
    let line = text.trimmedRange(line)
    guard let entry = AddressList.entry(text.slice(line)) else { return }
    let (start, end) = (entry.address.lowerBound, entry.address.upperBound)
    addresses[entry.number] = line.lowerBound + start..<line.lowerBound + end
  }

  /// `12. address`, `[12] address` or `[12]: address`.
  private static func entry(_ row: UnsafeBufferPointer<UInt8>) -> (number: Int, address: ByteRange)? {
    let isBracketed = row.first == UInt8(ascii: "[")
    guard let number = LinkNumber(row, from: isBracketed ? 1 : 0) else { return nil }
    var position = number.end
    guard position < row.count, row[position] == UInt8(ascii: isBracketed ? "]" : ".") else { return nil }
    position += 1
    if isBracketed, position < row.count, row[position] == UInt8(ascii: ":") { position += 1 }
    guard position < row.count, row[position] == 0x20 else { return nil }
    let end = row.firstIndex(ofByte: 0x20, from: position + 1) ?? row.count
    return position + 1 < end ? (number.value, position + 1..<end) : nil
  }
}

/// The number of a link in a dump.
struct LinkNumber {
  /// Its value.
  let value: Int
  /// The position after its last digit.
  let end: Int

  private static let mostDigits = 4

  /// Nil if there is no number at a position.
  init?(_ text: UnsafeBufferPointer<UInt8>, from start: Int) {
    var (value, end) = (0, start)
    while end < text.count, end - start <= LinkNumber.mostDigits, ASCII.isDigit(text[end]) {
      value = value * 10 + Int(text[end] - UInt8(ascii: "0"))
      end += 1
    }
    guard (1...LinkNumber.mostDigits).contains(end - start) else { return nil }
    (self.value, self.end) = (value, end)
  }
}
