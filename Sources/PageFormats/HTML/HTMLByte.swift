import Glibc
import Text

/// What single bytes mean in HTML, and searching in ASCII without regard to case.
enum HTMLByte {
  /// White space as HTML has it: a vertical tab is none.
  @inline(__always)
  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (byte &- 9 < 5 && byte != 0x0B) }

  /// A letter of ASCII.
  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }

  /// A digit of ASCII.
  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  /// A letter of ASCII in lower case; other bytes stay what they are.
  @inline(__always)
  static func lowercased(_ byte: UInt8) -> UInt8 {
    byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Without white space at both ends.
  var trimmingBlanks: UnsafeBufferPointer<UInt8> {
    let start = self.firstIndex { !HTMLByte.isBlank($0) } ?? count
    let end = lastIndex { !HTMLByte.isBlank($0) }.map { $0 + 1 } ?? start
    return UnsafeBufferPointer(rebasing: self[start..<end])
  }

  /// Whether these bytes begin with a literal in lower case, whatever their own case is.
  func hasPrefixIgnoringCase(_ text: StaticString) -> Bool {
    let other = UnsafeBufferPointer(text)
    guard count >= other.count else { return false }
    return other.indices.allSatisfy { HTMLByte.lowercased(self[$0]) == other[$0] }
  }

  /// Whether these bytes are a literal in lower case, whatever their own case is.
  func isEqualIgnoringCase(to text: StaticString) -> Bool {
    count == text.utf8CodeUnitCount && hasPrefixIgnoringCase(text)
  }

  /// Where a literal stands first. For short texts and rare first bytes: it looks at each place of the first byte.
  func firstIndex(of text: StaticString, from start: Int = 0) -> Int? {
    search(text, from: start) { $0.hasPrefix(text) }
  }

  /// The same for a literal in lower case, whatever the case of these bytes is; its first byte is no letter.
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

  /// Where a byte stands first.
  @inline(__always)
  func firstIndex(ofByte byte: UInt8, from start: Int) -> Int? {
    guard start < count, let baseAddress else { return nil }
    guard let found = memchr(baseAddress + start, Int32(byte), count - start) else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(baseAddress)
  }
}
