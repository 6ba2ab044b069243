/// The attributes of a tag, in order, without copying or decoding.
///
/// Based on WHATWG's HTML standard, §13.2.5.32 ff. ("before attribute name state").
struct HTMLAttributes: Sequence, IteratorProtocol {
  /// A name and its value, as ranges of the page; the range is empty if there is no value.
  struct Attribute {
    var name: ByteRange
    var value: ByteRange
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var position: Int
  private let end: Int

  /// - Parameters:
  ///   - range: the bytes between a tag's name and its `>`.
  ///   - bytes: the page.
  init(_ range: ByteRange, of bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
  }

  mutating func next() -> Attribute? {
    while position < end, HTMLDelimiters.beforeAttribute.contains(bytes[position]) { position += 1 }
    guard position < end else { return nil }
    let nameStart = position
    position += 1
    while position < end, !ASCII.isBlank(bytes[position]), bytes[position] != UInt8(ascii: "/"),
      bytes[position] != UInt8(ascii: "=")
    {
      position += 1
    }
    let name = nameStart..<position
    skipBlanks()
    guard position < end, bytes[position] == UInt8(ascii: "=") else {
      return Attribute(name: name, value: name.upperBound..<name.upperBound)
    }
    position += 1
    skipBlanks()
    return Attribute(name: name, value: value())
  }

  private mutating func value() -> ByteRange {
    guard position < end else { return end..<end }
    let first = bytes[position]
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      let start = position + 1
      let stop = UnsafeBufferPointer(rebasing: bytes[..<end]).firstIndex(ofByte: first, from: start) ?? end
      position = Swift.min(stop + 1, end)
      return start..<Swift.max(start, stop)
    }
    let start = position
    while position < end, !ASCII.isBlank(bytes[position]) { position += 1 }
    return start..<position
  }

  private mutating func skipBlanks() {
    while position < end, ASCII.isBlank(bytes[position]) { position += 1 }
  }
}
