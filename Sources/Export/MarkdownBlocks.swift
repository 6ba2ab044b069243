import PageFormats

/// Blocks of a story as Markdown: lists, quotations and code as in CommonMark, tables as in GitHub's Markdown.
enum MarkdownBlocks {
  static func string(_ run: ArraySlice<TextBlock>) -> String {
    switch run.first?.kind {
    case .heading: run.map { "## " + MarkdownEscape.escaped(oneLine($0)) }.joined(separator: "\n\n")
    case .listItem: items(run)
    case .quote: run.map { "> " + lines($0, indent: "> ") }.joined(separator: "\n>\n")
    case .caption: run.map { "*\(MarkdownEscape.escaped(oneLine($0)))*" }.joined(separator: "\n\n")
    case .tableRow: table(run)
    case .preformatted: run.map(code).joined(separator: "\n\n")
    case .paragraph, nil: run.map { lines($0, indent: "") }.joined(separator: "\n\n")
    }
  }

  /// A nested list is indented as far as the text of its item.
  private static func items(_ run: ArraySlice<TextBlock>) -> String {
    zip(run, run.listLevels).map { block, level in
      let indent = String(repeating: "  ", count: level)
      return indent + "- " + lines(block, indent: indent + "  ")
    }
    .joined(separator: "\n")
  }

  private static func oneLine(_ block: TextBlock) -> String { block.lines.joined(separator: " ") }

  /// Lines with hard line breaks; a blank line would end the block.
  private static func lines(_ block: TextBlock, indent: String) -> String {
    block.lines.filter { !$0.isEmpty }.map { MarkdownEscape.escaped($0) }.joined(separator: "\\\n" + indent)
  }

  /// The first row becomes the header, which tables require.
  private static func table(_ rows: ArraySlice<TextBlock>) -> String {
    let rows = rows.map { row in row.cells.map { MarkdownEscape.escaped($0) } }
    let columns = rows.map(\.count).max() ?? 0
    func line(_ cells: [String]) -> String {
      "| " + (cells + Array(repeating: "", count: columns - cells.count)).joined(separator: " | ") + " |"
    }
    let rule = line(Array(repeating: "---", count: columns))
    return ([line(rows.first ?? []), rule] + rows.dropFirst().map(line)).joined(separator: "\n")
  }

  /// A code block with fences that are longer than any run of backticks in it.
  private static func code(_ block: TextBlock) -> String {
    var (run, longest) = (0, 0)
    for byte in block.text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return "\(fence)\n\(block.text)\n\(fence)"
  }
}
