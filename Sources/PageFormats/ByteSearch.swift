import Glibc
import Text

/// Searching in ASCII, optionally ignoring case.
extension UnsafeBufferPointer<UInt8> {
  /// The bytes without white space at both ends.
  var trimmingBlanks: UnsafeBufferPointer<UInt8> {
    let start = self.firstIndex { !ASCII.isBlank($0) } ?? count
    let end = lastIndex { !ASCII.isBlank($0) }.map { $0 + 1 } ?? start
    return UnsafeBufferPointer(rebasing: self[start..<end])
  }

  /// Whether there is nothing but white space.
  var isBlank: Bool {
    var position = 0
    while position < count, ASCII.isBlank(self[position]) { position += 1 }
    return position == count
  }

  /// Whether all characters are ASCII.
  var isASCII: Bool {
    let raw = UnsafeRawBufferPointer(self)
    var (high, position) = (UInt64(0), 0)
    while position + 8 <= raw.count {
      high |= raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      position += 8
    }
    while position < raw.count {
      high |= UInt64(raw[position])
      position += 1
    }
    return high & 0x8080_8080_8080_8080 == 0
  }

  /// Whether these bytes begin with a lower-case literal, ignoring case.
  func hasPrefixIgnoringCase(_ text: StaticString) -> Bool {
    let other = UnsafeBufferPointer(text)
    guard count >= other.count else { return false }
    return other.indices.allSatisfy { ASCII.lowercased(self[$0]) == other[$0] }
  }

  /// Whether these bytes equal a lower-case literal, ignoring case.
  func isEqualIgnoringCase(to text: StaticString) -> Bool {
    count == text.utf8CodeUnitCount && hasPrefixIgnoringCase(text)
  }

  /// The position of the first occurrence of a literal. Best for short texts and rare first bytes: every occurrence
  /// of the first byte is tested.
  func firstIndex(of text: StaticString, from start: Int = 0) -> Int? {
    search(text, from: start) { $0.hasPrefix(text) }
  }

  /// The same for a lower-case literal, ignoring case; its first byte must not be a letter.
  func firstIndexIgnoringCase(of text: StaticString, from start: Int = 0) -> Int? {
    search(text, from: start) { $0.hasPrefixIgnoringCase(text) }
  }

  private func search(
    _ text: StaticString, from start: Int, _ matches: (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Int? {
    guard let first = UnsafeBufferPointer(text).first else { return nil }
    var position = start
    while let found = firstIndex(ofByte: first, from: position) {
      if matches(dropping(first: found)) { return found }
      position = found + 1
    }
    return nil
  }

  /// The position of the first occurrence of a byte.
  @inline(__always)
  func firstIndex(ofByte byte: UInt8, from start: Int) -> Int? {
    guard start < count, let baseAddress else { return nil }
    guard let found = memchr(baseAddress + start, Int32(byte), count - start) else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(baseAddress)
  }
}
