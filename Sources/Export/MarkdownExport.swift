/// Exports stories as Markdown (CommonMark 0.31). Text of a page is shown as it is: it cannot become a heading, a link,
/// an image, a list or HTML, not even by GitHub's extensions.
public enum MarkdownExport {
  /// The stories, one after another.
  public static func string(of stories: [StoryText]) -> String {
    stories.map(string).joined(separator: "\n\n---\n\n")
  }

  private static func string(_ story: StoryText) -> String {
    var parts = ["# " + escaped(story.title)]
    if !story.byline.isEmpty { parts.append("*" + escaped(story.byline.joined(separator: " · ")) + "*") }
    if let address = story.linkedAddress { parts.append("<\(address)>") }
    parts += story.blocks.runs.map(MarkdownBlocks.string)
    if !story.labels.isEmpty {
      parts.append("Labels: " + story.labels.map(escaped).joined(separator: ", "))
    }
    let note = story.noteLines
    if !note.isEmpty { parts.append("## Note\n\n" + note.map(escaped).joined(separator: "\\\n")) }
    if !story.related.isEmpty {
      parts.append("## Related\n\n" + story.related.map { "- " + escaped($0) }.joined(separator: "\n"))
    }
    return parts.joined(separator: "\n\n")
  }

  /// One line of text, escaped.
  static func escaped(_ text: some StringProtocol) -> String { MarkdownEscape.escaped(text) }
}
