import Text

/// Splits the output of another program into sanitized lines.
enum HarmlessLines {
  /// The lines of some bytes, without an empty one after a line break at the end. A tab becomes a space, or spaces up to
  /// the next tab stop.
  static func lines(of bytes: [UInt8], expandsTabs: Bool = false) -> [String] {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { line in
      let end = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      return expandsTabs ? expanded(end) : clean(end)
    }
  }

  private static func clean(_ bytes: ArraySlice<UInt8>) -> String {
    TextSanitizer.clean(String(decoding: bytes, as: UTF8.self))
  }

  /// All characters are taken as one column wide.
  private static func expanded(_ line: ArraySlice<UInt8>) -> String {
    var result = ""
    var column = 0
    for piece in line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false) {
      if piece.startIndex > line.startIndex {
        let spaces = tabStop - column % tabStop
        result += String(repeating: " ", count: spaces)
        column += spaces
      }
      let text = clean(piece)
      result += text
      column += text.unicodeScalars.count
    }
    return result
  }

  /// The columns from one tab stop to the next.
  private static let tabStop = 8
}
