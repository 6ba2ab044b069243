import Glibc

/// The bytes of one page while it is being parsed, and the lines that are not blank.
///
/// Valid only inside the call that lends the bytes (``PageParser``): nothing here is kept.
public struct PageText {
  struct Line {
    /// Without the white space at both ends.
    var start: Int32
    var end: Int32
    var hasBlankBefore: Bool
  }

  let bytes: UnsafeBufferPointer<UInt8>
  private(set) var lines: [Line] = []
  /// The text begins with a blank line.
  private(set) var startsBlank = false
  /// The last line has no newline: the page may be cut there.
  let endsOpen: Bool

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    endsOpen = bytes.last.map { $0 != UInt8(ascii: "\n") } ?? false
    lines.reserveCapacity(48)
    findLines()
  }

  private mutating func findLines() {
    guard let base = bytes.baseAddress else { return }
    var position = 0
    var blankBefore = false
    while position < bytes.count {
      let found = memchr(base + position, 0x0A, bytes.count - position)
      let end = found.map { UnsafeRawPointer($0) - UnsafeRawPointer(base) } ?? bytes.count
      let trimmed = trimmed(position..<end)
      if trimmed.isEmpty {
        if lines.isEmpty { startsBlank = true }
        blankBefore = true
      } else {
        lines.append(
          Line(
            start: Int32(trimmed.lowerBound), end: Int32(trimmed.upperBound), hasBlankBefore: blankBefore))
        blankBefore = false
      }
      position = end + 1
    }
  }

  private func trimmed(_ range: ByteRange) -> ByteRange {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, PageText.isSpace(bytes[start]) { start += 1 }
    while end > start, PageText.isSpace(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  var count: Int { lines.count }

  func range(_ line: Int) -> ByteRange { Int(lines[line].start)..<Int(lines[line].end) }

  subscript(line: Int) -> UnsafeBufferPointer<UInt8> { slice(range(line)) }

  func slice(_ range: ByteRange) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[range]) }

  /// From the beginning of one line to the end of another; nil for no lines.
  func span(_ lines: Range<Int>) -> ByteRange? {
    lines.isEmpty ? nil : range(lines.lowerBound).lowerBound..<range(lines.upperBound - 1).upperBound
  }

  func isLine(_ line: Int, _ text: StaticString) -> Bool {
    line < count && self[line].isEqual(to: text)
  }

  func areEqual(_ a: Int, _ b: Int) -> Bool {
    self[a].isEqual(to: self[b])
  }

  /// The text was cut inside this line, and what is there is how `text` begins.
  func isCut(_ line: Int, of text: UnsafeBufferPointer<UInt8>, atLeast minimum: Int = 1) -> Bool {
    line == count - 1 && endsOpen && self[line].count >= minimum && self[line].count < text.count
      && text.hasPrefix(self[line])
  }
}

extension UnsafeBufferPointer<UInt8> {
  init(_ text: StaticString) {
    self.init(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }

  func isEqual(to other: UnsafeBufferPointer<UInt8>) -> Bool {
    count == other.count && hasPrefix(other)
  }

  func isEqual(to text: StaticString) -> Bool { isEqual(to: UnsafeBufferPointer(text)) }

  func hasPrefix(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let mine = baseAddress, let theirs = other.baseAddress else { return other.isEmpty }
    return count >= other.count && memcmp(mine, theirs, other.count) == 0
  }

  func hasPrefix(_ text: StaticString) -> Bool { hasPrefix(UnsafeBufferPointer(text)) }

  func dropping(first count: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: self[Swift.min(count, self.count)...])
  }
}
