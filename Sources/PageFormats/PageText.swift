import Glibc
import Text

/// The bytes of one page during parsing, and its lines that are not blank.
///
/// Valid only during the call that passes the bytes (``PageParser``): nothing here is copied.
struct PageText {
  #if DEBUG
    /// Counts the lines examined, so that tests can limit the work of a parser without a clock.
    let reads = ReadCounter()
  #endif

  struct Line {
    /// The line without the white space at both ends.
    var start: Int32
    var end: Int32
    var hasBlankBefore: Bool
  }

  let bytes: UnsafeBufferPointer<UInt8>
  private var storage: [Line] = []
  /// Whether the text begins with a blank line.
  private(set) var startsBlank = false
  /// Whether the last line has no newline: the page may be truncated there.
  let endsOpen: Bool

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    endsOpen = bytes.last.map { $0 != UInt8(ascii: "\n") } ?? false
    storage.reserveCapacity(48)
    findLines()
  }

  private mutating func findLines() {
    guard let base = bytes.baseAddress else { return }
    var position = 0
    var blankBefore = false
    while position < bytes.count {
      let found = memchr(base + position, 0x0A, bytes.count - position)
      let end = found.map { UnsafeRawPointer($0) - UnsafeRawPointer(base) } ?? bytes.count
      let trimmed = bytes.trimmedRange(position..<end)
      if trimmed.isEmpty {
        if storage.isEmpty { startsBlank = true }
        blankBefore = true
      } else {
        storage.append(
          Line(
            start: Int32(trimmed.lowerBound), end: Int32(trimmed.upperBound), hasBlankBefore: blankBefore))
        blankBefore = false
      }
      position = end + 1
    }
  }

  var count: Int { storage.count }

  private func line(_ line: Int) -> Line {
    #if DEBUG
      reads.increment()
    #endif
    return storage[line]
  }

  func range(_ line: Int) -> ByteRange {
    let line = self.line(line)
    return Int(line.start)..<Int(line.end)
  }

  func hasBlankBefore(_ line: Int) -> Bool { self.line(line).hasBlankBefore }

  subscript(line: Int) -> UnsafeBufferPointer<UInt8> { slice(range(line)) }

  /// No line in `lines` is empty.
  func firstByte(of line: Int) -> UInt8 { bytes[Int(self.line(line).start)] }

  func slice(_ range: ByteRange) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[range]) }

  /// From the beginning of one line to the end of another; nil if there are no lines.
  func span(_ lines: Range<Int>) -> ByteRange? {
    lines.isEmpty ? nil : range(lines.lowerBound).lowerBound..<range(lines.upperBound - 1).upperBound
  }

  func isLine(_ line: Int, _ text: StaticString) -> Bool {
    line < count && self[line].isEqual(to: text)
  }

  func areEqual(_ a: Int, _ b: Int) -> Bool {
    self[a].isEqual(to: self[b])
  }

  /// Whether a line is the last one and the file may end inside it.
  func isOpenEnd(_ line: Int) -> Bool { line == count - 1 && endsOpen }

  /// Whether the text was truncated inside this line, and the line is the beginning of `text`.
  func isTruncated(_ line: Int, of text: UnsafeBufferPointer<UInt8>, atLeast minimum: Int = 1) -> Bool {
    isOpenEnd(line) && self[line].count >= minimum && self[line].count < text.count
      && text.hasPrefix(self[line])
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// A range without the blank characters at both ends.
  @inline(__always)
  func trimmedRange(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    let end = range.upperBound
    // Indentation, and most lines, without the more expensive test.
    while start < end, self[start] == 0x20 { start += 1 }
    let isTrimmed =
      start < end && BlankCharacter.isPlain(self[start]) && BlankCharacter.isPlain(self[end - 1])
    return isTrimmed ? start..<end : trimmedOfAll(start..<end)
  }

  /// A range without any blank characters at both ends.
  private func trimmedOfAll(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, let width = BlankCharacter.width(at: start, in: self, end: end) { start += width }
    while end > start, let width = BlankCharacter.width(before: end, in: self, start: start) { end -= width }
    return start..<end
  }
}

#if DEBUG
  /// A number shared by all copies of a page's text.
  final class ReadCounter {
    private(set) var count = 0

    func increment() { count += 1 }
  }
#endif

/// Characters that are invisible at the ends of a line: white space, control characters, the spaces of other scripts,
/// byte order marks and direction marks.
private enum BlankCharacter {
  /// A visible ASCII character.
  @inline(__always)
  static func isPlain(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }

  static func width(at start: Int, in bytes: UnsafeBufferPointer<UInt8>, end: Int) -> Int? {
    let first = bytes[start]
    if isPlain(first) { return nil }
    // An escape sequence is not blank until its end is known.
    if first < 0x80 { return first == 0x1B ? nil : 1 }
    return width(end - start >= 2 && first == 0xC2 ? 2 : 3, at: start, in: bytes, end: end)
  }

  static func width(before end: Int, in bytes: UnsafeBufferPointer<UInt8>, start: Int) -> Int? {
    let last = bytes[end - 1]
    if isPlain(last) { return nil }
    // A bell can end an escape sequence.
    if last < 0x80 { return last == 0x07 || last == 0x1B ? nil : 1 }
    return width(2, at: end - 2, in: bytes, end: end, from: start)
      ?? width(3, at: end - 3, in: bytes, end: end, from: start)
  }

  private static func width(
    _ width: Int, at start: Int, in bytes: UnsafeBufferPointer<UInt8>, end: Int, from lowest: Int = 0
  ) -> Int? {
    guard start >= lowest, start + width <= end else { return nil }
    let (first, second) = (bytes[start], bytes[start + 1])
    guard width == 3 else { return first == 0xC2 && second == 0xA0 ? 2 : nil }
    let third = bytes[start + 2]
    let isBlank =
      switch (first, second) {
      case (0xE2, 0x80): (0x80...0x8F).contains(third) || third == 0xA8 || third == 0xA9 || third == 0xAF
      case (0xE3, 0x80): third == 0x80
      case (0xEF, 0xBB): third == 0xBF
      default: false
      }
    return isBlank ? 3 : nil
  }
}
