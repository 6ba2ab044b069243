/// A table as written by GitHub and clippers: cells separated by `|`, with a row of dashes below the first row.
enum MarkdownTable {
  /// The rows of a paragraph's lines, with their cells separated by tabs; nil if the paragraph is not a table.
  static func rows(_ lines: [[UInt8]]) -> [[UInt8]]? {
    guard lines.count >= 2, lines[0].contains(bar), isRule(lines[1]) else { return nil }
    return (lines[..<1] + lines[2...]).map { line in
      Array(cells(line).map { Array($0) }.joined(separator: [0x09]))
    }
  }

  private static let bar = UInt8(ascii: "|")

  private static func isRule(_ line: [UInt8]) -> Bool {
    line.contains(UInt8(ascii: "-")) && line.contains(bar)
      && line.allSatisfy { $0 == bar || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") || $0 == 0x20 }
  }

  private static func cells(_ line: [UInt8]) -> [ArraySlice<UInt8>] {
    var line = trimmed(line[...])
    if line.first == bar { line = line.dropFirst() }
    if line.last == bar { line = line.dropLast() }
    return line.split(separator: bar, omittingEmptySubsequences: false).map { trimmed($0) }
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let start = text.drop { $0 == 0x20 || $0 == 0x09 }
    return start.lastIndex { $0 != 0x20 && $0 != 0x09 }.map { start[...$0] } ?? start
  }
}
