import PageFormats

/// Blocks of a story as HTML.
enum HTMLBlocks {
  static func string(_ run: ArraySlice<TextBlock>) -> String {
    switch run.first?.kind {
    case .heading: run.map { element("h2", $0) }.joined(separator: "\n")
    case .listItem: list("ul", run.map { element("li", $0) })
    case .quote: list("blockquote", run.map { element("p", $0) })
    case .caption: run.map { "<p dir=\"auto\"><small>\(text($0.lines))</small></p>" }.joined(separator: "\n")
    case .tableRow:
      list("table", run.map { "<tr>" + $0.cells.map { HTMLExport.element("td", $0) }.joined() + "</tr>" })
    case .preformatted: run.map { HTMLExport.element("pre", $0.text) }.joined(separator: "\n")
    case .paragraph, nil: run.map { element("p", $0) }.joined(separator: "\n")
    }
  }

  private static func list(_ name: String, _ items: [String]) -> String {
    (["<\(name)>"] + items + ["</\(name)>"]).joined(separator: "\n")
  }

  /// Each block has the direction of its own letters.
  private static func element(_ name: String, _ block: TextBlock) -> String {
    "<\(name) dir=\"auto\">\(text(block.lines))</\(name)>"
  }

  private static func text(_ lines: [Substring]) -> String {
    lines.map { HTMLExport.escaped($0) }.joined(separator: "<br>\n")
  }
}
