/// Texts that come again and again, kept once each and known by number.
struct NameTable: Sendable {
  private(set) var texts: TextTable
  private(set) var ranges: Table<TextRange>
  private(set) var slots: HashSlots

  /// - Parameter first: the text that gets the number 0.
  init(first: String? = nil) {
    (texts, ranges, slots) = (TextTable(), Table(), HashSlots())
    if let first { _ = number(of: first) }
  }

  /// A table as it was kept; nil for what cannot be one.
  init?(texts: TextTable, ranges: Table<TextRange>, slots: Table<UInt32>) {
    guard let slots = HashSlots(slots: slots, count: ranges.count) else { return nil }
    (self.texts, self.ranges, self.slots) = (texts, ranges, slots)
  }

  var count: Int { ranges.count }

  subscript(number: UInt32) -> String { texts.string(ranges[number]) }

  func find(_ text: UnsafeBufferPointer<UInt8>) -> UInt32? { find(text, ByteHash.of(text)) }

  func find(_ text: String) -> UInt32? {
    var text = text
    return text.withUTF8 { find($0) }
  }

  private func find(_ text: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> UInt32? {
    var probe = slots.probe(hash)
    while let number = probe.next(in: slots) {
      if texts.isEqual(ranges[number], text) { return number }
    }
    return nil
  }

  mutating func number(of text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let hash = ByteHash.of(text)
    if let known = find(text, hash) { return known }
    let number = UInt32(ranges.count)
    if slots.isFull { slots.grow { texts.withBytes(ranges[$0]) { ByteHash.of($0) } } }
    ranges.append(texts.append(text))
    slots.insert(number, hash)
    return number
  }

  mutating func number(of text: String) -> UInt32 {
    var text = text
    return text.withUTF8 { number(of: $0) }
  }
}
