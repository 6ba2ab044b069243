import Text

/// Text of another program or of an editor as lines: nothing in it can do anything to the terminal.
enum HarmlessLines {
  /// The lines of some bytes; a line break at the end begins no further line.
  static func lines(of bytes: [UInt8]) -> [String] {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { line in
      let end = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      return TextSanitizer.clean(String(decoding: end, as: UTF8.self))
    }
  }
}
