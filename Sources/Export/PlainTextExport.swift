/// Stories as plain text: headline, byline, paragraphs with a blank line between.
public enum PlainTextExport {
  /// The stories, one below the other.
  public static func string(of stories: [StoryText]) -> String {
    stories.map(string).joined(separator: "\n\n")
  }

  private static func string(_ story: StoryText) -> String {
    var parts = [story.title]
    if !story.byline.isEmpty { parts[0] += "\n" + story.byline.joined(separator: " · ") }
    if let address = story.address { parts[0] += "\n" + address }
    parts += story.paragraphs
    let note = story.noteLines
    if !note.isEmpty { parts.append("✎ " + note.joined(separator: "\n  ")) }
    if !story.related.isEmpty {
      parts.append("Related:\n" + story.related.map { "• " + $0 }.joined(separator: "\n"))
    }
    return parts.joined(separator: "\n\n")
  }
}
