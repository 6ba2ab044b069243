extension Substring {
  /// Calls a function with the bytes of the text, which it must not keep. Reading these is several times faster than
  /// reading the bytes or characters one by one.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    var copy = self
    return copy.withUTF8(body)
  }
}

extension UInt8 {
  /// Whether it is a visible ASCII character or a space: one byte that takes one column.
  var isPlain: Bool { 0x20...0x7E ~= self }
}

/// Reads characters of valid UTF-8 at any position, which `String` only supports sequentially.
extension UnsafeBufferPointer<UInt8> {
  /// Whether every byte is plain.
  var isPlain: Bool { allSatisfy(\.isPlain) }

  /// The character that starts at a byte, and its number of bytes. A truncated character is U+FFFD.
  func scalar(at position: Int) -> (Unicode.Scalar, Int) {
    let first = UInt32(self[position])
    guard first >= 0x80 else { return (Unicode.Scalar(UInt8(first)), 1) }
    let width = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard position + width <= count else { return ("\u{FFFD}", count - position) }
    var value = first & (0x7F >> UInt32(width))
    for offset in 1..<width { value = value << 6 | UInt32(self[position + offset] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", width)
  }

  /// The first byte of the character that contains a byte.
  func scalarStart(at position: Int) -> Int {
    var position = position
    while position > 0, position < count, self[position] & 0xC0 == 0x80 { position -= 1 }
    return position
  }

  /// The character that ends before a byte; nil at the start.
  func scalar(before position: Int) -> Unicode.Scalar? {
    position > 0 ? scalar(at: scalarStart(at: position - 1)).0 : nil
  }
}
