import CLinux
import Glibc
import Text

extension UInt8 {
  var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }
  /// An ASCII letter.
  var isLetter: Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= self | 0x20 }
  var isAlphanumeric: Bool { isDigit || isLetter }
  /// A space, a tab, or part of a line break.
  var isBlank: Bool { self == 0x20 || 0x09...0x0D ~= self }
}

extension UnsafeBufferPointer<UInt8> {
  /// The first position of some bytes at or after `start`; nil if there is none. Takes linear time in all cases
  /// (glibc's `memmem`).
  func firstPlace(of other: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Int? {
    guard let base = baseAddress, let wanted = other.baseAddress, start < count else { return nil }
    let found = memmem(base + start, count - start, wanted, other.count)
    return found.map { UnsafeRawPointer($0) - UnsafeRawPointer(base) }
  }

  func firstPlace(of text: StaticString, from start: Int = 0) -> Int? {
    firstPlace(of: UnsafeBufferPointer(text), from: start)
  }

  /// The first position of a byte at or after `start`; the end if there is none.
  func place(of byte: UInt8, from start: Int) -> Int {
    guard let base = baseAddress, start < count else { return count }
    return memchr(base + start, Int32(byte), count - start).map {
      UnsafeRawPointer($0) - UnsafeRawPointer(base)
    }
      ?? count
  }

  /// Whether a lower-case ASCII text is at a position, ignoring case.
  func has(_ text: StaticString, at position: Int) -> Bool {
    let text = UnsafeBufferPointer(text)
    guard position >= 0, position + text.count <= count else { return false }
    for index in 0..<text.count {
      let byte = self[position + index]
      guard (byte.isLetter ? byte | 0x20 : byte) == text[index] else { return false }
    }
    return true
  }

  func part(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: self[range.clamped(to: 0..<count)])
  }

  /// The bytes as a string, without white space at its ends.
  var trimmedString: String {
    let start = firstIndex { !$0.isBlank } ?? count
    let end = lastIndex { !$0.isBlank }.map { $0 + 1 } ?? count
    return String(decoding: self[start..<Swift.max(start, end)], as: UTF8.self)
  }
}
