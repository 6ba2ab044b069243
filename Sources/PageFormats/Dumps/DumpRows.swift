import Glibc
import Text

/// The lines of a dump as written by its tool, without blank lines.
struct DumpRows {
  struct Row {
    /// The beginning, without the blanks at both ends.
    var start: Int32
    var end: Int32
    /// The number of columns to the left of it.
    var indent: Int32
    var hasBlankBefore: Bool

    var range: ByteRange { Int(start)..<Int(end) }
  }

  private(set) var rows: [Row] = []

  /// Splits a text into rows.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    guard let base = text.baseAddress else { return }
    rows.reserveCapacity(text.count / 48 + 8)
    var position = 0
    var isBlankBefore = true
    while position < text.count {
      let found = memchr(base + position, 0x0A, text.count - position)
      let lineEnd = found.map { UnsafeRawPointer($0) - UnsafeRawPointer(base) } ?? text.count
      let line = text.trimmedRange(position..<lineEnd)
      if !line.isEmpty {
        rows.append(
          Row(
            start: Int32(line.lowerBound), end: Int32(line.upperBound),
            indent: Int32(line.lowerBound - position), hasBlankBefore: isBlankBefore))
      }
      isBlankBefore = line.isEmpty
      position = lineEnd + 1
    }
  }
}

/// The marker of a list item: a bullet, or a number with a dot, followed by a blank.
enum ListMarker {
  /// The length in bytes of the marker and the blanks after it; 0 if there is none.
  static func length(_ line: UnsafeBufferPointer<UInt8>) -> Int {
    let marker = markerLength(line)
    guard marker > 0, marker < line.count, line[marker] == 0x20 else { return 0 }
    var end = marker
    while end < line.count, line[end] == 0x20 { end += 1 }
    return end
  }

  private static func markerLength(_ line: UnsafeBufferPointer<UInt8>) -> Int {
    guard let first = line.first else { return 0 }
    switch first {
    case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "o"): return 1
    case UInt8(ascii: "["):
      let digits = line.dropFirst().prefix { ASCII.isDigit($0) }.count
      return digits > 0 && digits < 5 && digits + 1 < line.count && line[digits + 1] == UInt8(ascii: "]")
        ? digits + 2 : 0
    case UInt8(ascii: "("):
      return line.hasPrefix("()") ? 2 : line.hasPrefix("( )") ? 3 : 0
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let digits = line.count > 1 && ASCII.isDigit(line[1]) ? 2 : 1
      return line.count > digits && (line[digits] == UInt8(ascii: ".") || line[digits] == UInt8(ascii: ")"))
        ? digits + 1 : 0
    case 0x80...:
      let (scalar, length) = line.scalar(at: 0)
      return isBullet(scalar) ? length : 0
    default: return 0
    }
  }

  private static func isBullet(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "•", "·", "▪", "◦", "○", "●", "■", "□", "▢", "►", "▸", "▶", "›", "»", "‣", "⁃", "∙": true
    default: false
    }
  }
}
