/// Texts that occur repeatedly, stored once each and identified by number.
public struct NameTable: Sendable {
  /// The texts, one after another.
  public private(set) var texts: TextTable
  /// The range of each text, by its number.
  public private(set) var ranges: Table<TextRange>
  /// Finds a text by its hash.
  public private(set) var slots: HashSlots

  /// - Parameter first: the text that gets the number 0.
  public init(first: String? = nil) {
    (texts, ranges, slots) = (TextTable(), Table(), HashSlots())
    if let first { _ = number(of: first) }
  }

  /// A saved table; nil if it is invalid.
  public init?(texts: TextTable, ranges: Table<TextRange>, slots: Table<UInt32>) {
    guard let slots = HashSlots(slots: slots, count: ranges.count) else { return nil }
    (self.texts, self.ranges, self.slots) = (texts, ranges, slots)
  }

  /// See ``Table/fileMemory``.
  public var fileMemory: Int { texts.fileMemory + ranges.fileMemory + slots.fileMemory }

  /// See ``Table/releaseFileMemory()``.
  public mutating func releaseFileMemory() {
    texts.releaseFileMemory()
    ranges.releaseFileMemory()
    slots.releaseFileMemory()
  }

  /// How many texts there are.
  public var count: Int { ranges.count }

  /// A text by its number; empty if there is none.
  public subscript(number: UInt32) -> String { texts.string(ranges[number]) }

  /// A text's number; nil if the table does not have it.
  public func find(_ text: UnsafeBufferPointer<UInt8>) -> UInt32? { find(text, ByteHash.of(text)) }

  /// A text's number; nil if the table does not have it.
  public func find(_ text: String) -> UInt32? {
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

  /// A text's number; a new text is added.
  public mutating func number(of text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let hash = ByteHash.of(text)
    if let known = find(text, hash) { return known }
    let number = UInt32(ranges.count)
    if slots.isFull { slots.grow(rows: ranges.count) { texts.withBytes(ranges[$0]) { ByteHash.of($0) } } }
    ranges.append(texts.append(text))
    slots.insert(number, hash)
    return number
  }

  /// A text's number; a new text is added.
  public mutating func number(of text: String) -> UInt32 {
    var text = text
    return text.withUTF8 { number(of: $0) }
  }
}
