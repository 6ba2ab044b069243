import Text

/// Splits the output of another program into sanitized lines.
enum HarmlessLines {
  /// The lines of some bytes, without an empty one after a line break at the end.
  static func lines(of bytes: [UInt8]) -> [String] {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { line in
      let end = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      return TextSanitizer.clean(String(decoding: end, as: UTF8.self))
    }
  }
}
