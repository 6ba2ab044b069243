import PageFormats

/// Blocks of a story as HTML.
enum HTMLBlocks {
  static func string(_ run: ArraySlice<TextBlock>) -> String {
    switch run.first?.kind {
    case .heading: run.map { element("h2", $0) }.joined(separator: "\n")
    case .listItem: items(run)
    case .quote: list("blockquote", run.map { element("p", $0) })
    case .caption: run.map { "<p dir=\"auto\"><small>\(text($0.lines))</small></p>" }.joined(separator: "\n")
    case .tableRow:
      list("table", run.map { "<tr>" + $0.cells.map { HTMLExport.element("td", $0) }.joined() + "</tr>" })
    case .preformatted: run.map { HTMLExport.element("pre", $0.text) }.joined(separator: "\n")
    case .paragraph, nil: run.map { element("p", $0) }.joined(separator: "\n")
    }
  }

  /// A nested list is between the text of its item and the item's end.
  private static func items(_ run: ArraySlice<TextBlock>) -> String {
    var lines: [String] = []
    var open = 0
    func endItem() { lines[lines.count - 1] += "</li>" }
    for (block, level) in zip(run, run.listLevels) {
      while open > level + 1 {
        endItem()
        lines.append("</ul>")
        open -= 1
      }
      if open == level + 1 {
        endItem()
      } else {
        lines.append("<ul>")
        open += 1
      }
      lines.append("<li dir=\"auto\">\(text(block.lines))")
    }
    for _ in 0..<open {
      endItem()
      lines.append("</ul>")
    }
    return lines.joined(separator: "\n")
  }

  private static func list(_ name: String, _ items: [String]) -> String {
    (["<\(name)>"] + items + ["</\(name)>"]).joined(separator: "\n")
  }

  /// Each block has its own text direction.
  private static func element(_ name: String, _ block: TextBlock) -> String {
    "<\(name) dir=\"auto\">\(text(block.lines))</\(name)>"
  }

  private static func text(_ lines: [Substring]) -> String {
    lines.map { HTMLExport.escaped($0) }.joined(separator: "<br>\n")
  }
}
