import PageFormats

/// Exports stories as plain text: headline, byline and blocks, with a blank line between them.
public enum PlainTextExport {
  /// The stories, one after another.
  public static func string(of stories: [StoryText]) -> String {
    stories.map(string).joined(separator: "\n\n")
  }

  private static func string(_ story: StoryText) -> String {
    var parts = [story.title]
    if !story.byline.isEmpty { parts[0] += "\n" + story.byline.joined(separator: " · ") }
    if let address = story.address { parts[0] += "\n" + address }
    parts += story.blocks.runs.map(string)
    if !story.labels.isEmpty { parts.append("Labels: " + story.labels.joined(separator: ", ")) }
    let note = story.noteLines
    if !note.isEmpty { parts.append("✎ " + note.joined(separator: "\n  ")) }
    if !story.related.isEmpty {
      parts.append("Related:\n" + story.related.map { "• " + $0 }.joined(separator: "\n"))
    }
    return parts.joined(separator: "\n\n")
  }

  private static func items(_ run: ArraySlice<TextBlock>) -> String {
    zip(run, run.listLevels).map { block, level in
      let indent = String(repeating: "  ", count: level)
      return indent + "• " + block.lines.joined(separator: "\n" + indent + "  ")
    }
    .joined(separator: "\n")
  }

  /// As on the screen: with a marker before blocks that are not paragraphs.
  private static func string(_ run: ArraySlice<TextBlock>) -> String {
    switch run.first?.kind {
    case .listItem: items(run)
    case .quote: run.map { "> " + $0.lines.joined(separator: "\n> ") }.joined(separator: "\n>\n")
    case .tableRow: run.map { $0.cells.joined(separator: " | ") }.joined(separator: "\n")
    case .paragraph, .heading, .caption, .preformatted, nil: run.map(\.text).joined(separator: "\n\n")
    }
  }
}
