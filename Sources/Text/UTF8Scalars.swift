/// Reading and writing characters of UTF-8 one at a time.
extension UnsafeBufferPointer<UInt8> {
  /// The character that begins at `position`, and its length in bytes; U+FFFD with a length of one byte if the bytes
  /// are not valid UTF-8.
  @inlinable
  public func scalar(at position: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let first = self[position]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, position + length <= count else { return ("\u{FFFD}", 1) }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for offset in 1..<length {
      let next = self[position + offset]
      guard next & 0xC0 == 0x80 else { return ("\u{FFFD}", 1) }
      value = value << 6 | UInt32(next & 0x3F)
    }
    return Unicode.Scalar(value).map { ($0, length) } ?? ("\u{FFFD}", 1)
  }
}

extension UnsafeMutableBufferPointer<UInt8> {
  /// Writes the one to four bytes of a scalar value.
  /// - Returns: the position after them.
  @inline(__always)
  func writeUTF8(_ value: UInt32, at position: Int) -> Int {
    func tail(_ shift: UInt32) -> UInt8 { 0x80 | UInt8(truncatingIfNeeded: value >> shift & 0x3F) }
    switch value {
    case 0..<0x80:
      self[position] = UInt8(truncatingIfNeeded: value)
      return position + 1
    case 0x80..<0x800:
      self[position] = 0xC0 | UInt8(truncatingIfNeeded: value >> 6)
      self[position + 1] = tail(0)
      return position + 2
    case 0x800..<0x10000:
      self[position] = 0xE0 | UInt8(truncatingIfNeeded: value >> 12)
      self[position + 1] = tail(6)
      self[position + 2] = tail(0)
      return position + 3
    default:
      self[position] = 0xF0 | UInt8(truncatingIfNeeded: value >> 18)
      self[position + 1] = tail(12)
      self[position + 2] = tail(6)
      self[position + 3] = tail(0)
      return position + 4
    }
  }
}
