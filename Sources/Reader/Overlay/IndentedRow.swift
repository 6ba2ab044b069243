import Display

/// A row of a text that covers the panes. All rows of an indented line are indented, as in the output of a program.
public struct IndentedRow: Hashable, Sendable {
  /// The columns before the text.
  public let indent: Int
  /// The text, a part of its line.
  public let text: Substring

  /// Wraps a line; an empty one is one row. Deep indentation leaves at least half of the columns to the text.
  static func rows(of line: String, columns: Int) -> [IndentedRow] {
    let spaces = line.utf8.prefix { $0 == UInt8(ascii: " ") }.count
    let indent = max(0, min(spaces, columns / 2))
    let texts = TextWrapper(width: columns - indent).texts(of: line)
    return (texts.isEmpty ? [""] : texts).map { IndentedRow(indent: indent, text: $0) }
  }

  /// The text after its indentation.
  var indentedText: String { String(repeating: " ", count: indent) + text }
}
