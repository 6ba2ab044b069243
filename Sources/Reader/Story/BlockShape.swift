import Display
import PageFormats

/// The layout of a block's lines, which shows its kind even without colours.
struct BlockShape {
  /// A row of a block: a range of its text, and its indentation from the edge on which it begins.
  struct Row {
    var range: Range<Int>
    var indent: Int
  }

  /// The columns before each line, for its sign.
  private let indent: Int
  /// The additional indentation of continuation lines, which distinguishes one wrapped line from two.
  private let hanging: Int
  /// Whether leading spaces are kept.
  private let keepsBlanks: Bool
  private let width: Int

  /// The shape of a row in a column of a given width. A nested item is indented by its `level`, as long as most of the
  /// column remains.
  init(_ kind: StoryLine.Kind, level: Int = 0, width: Int) {
    // If a word is hardly narrower than the column, nothing is indented.
    let step = width < 12 ? 0 : 2
    self.width = width
    switch kind {
    case .text(.listItem):
      (indent, hanging, keepsBlanks) = (step + step * min(level, width / 8 - 1), 0, false)
    case .text(.quote), .text(.caption): (indent, hanging, keepsBlanks) = (step, 0, false)
    case .text(.tableRow): (indent, hanging, keepsBlanks) = (0, step, false)
    case .text(.preformatted): (indent, hanging, keepsBlanks) = (0, step, true)
    default: (indent, hanging, keepsBlanks) = (0, 0, false)
    }
  }

  /// The rows of a text, with a row break at each line break. An empty text is a row, too.
  func rows(of text: String) -> [Row] {
    var rows: [Row] = []
    var start = 0
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      rows += self.rows(ofLine: Substring(line), from: start)
      start += line.count + 1
    }
    return rows
  }

  private func rows(ofLine line: Substring, from start: Int) -> [Row] {
    let blanks = keepsBlanks ? line.utf8.prefix { $0 == 0x20 }.count : 0
    let indent = self.indent + min(blanks, width / 2)
    let text = String(line)
    var lines = TextWrapper(width: width - indent).lines(of: text)
    if lines.isEmpty { return [Row(range: start..<start, indent: indent)] }
    if lines.count > 1, hanging > 0 {
      lines = TextWrapper(width: width - indent - hanging).lines(of: text)
    }
    return lines.enumerated().map { number, range in
      Row(
        range: start + range.lowerBound..<start + range.upperBound,
        indent: number == 0 ? indent : indent + hanging)
    }
  }
}
