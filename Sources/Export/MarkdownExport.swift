/// Stories as Markdown (CommonMark 0.31). All of a page is shown as it was written: nothing in it can become a
/// heading, a link, a picture, a list, code or HTML, also not by the extensions of GitHub.
public enum MarkdownExport {
  /// The stories, one below the other.
  public static func string(of stories: [StoryText]) -> String {
    stories.map(string).joined(separator: "\n\n---\n\n")
  }

  private static func string(_ story: StoryText) -> String {
    var parts = ["# " + escaped(story.title)]
    if !story.byline.isEmpty { parts.append("*" + escaped(story.byline.joined(separator: " · ")) + "*") }
    if let address = story.linkedAddress { parts.append("<\(address)>") }
    parts += story.paragraphs.map(escaped)
    let note = story.noteLines
    if !note.isEmpty { parts.append("## Note\n\n" + note.map(escaped).joined(separator: "\\\n")) }
    if !story.related.isEmpty {
      parts.append("## Related\n\n" + story.related.map { "- " + escaped($0) }.joined(separator: "\n"))
    }
    return parts.joined(separator: "\n\n")
  }

  /// Has a meaning wherever it stands, in CommonMark or in a usual extension of it.
  private static let special = Set("\\`*_{}[]<>&#|~$^")

  /// One line of text so that it means nothing but itself.
  static func escaped(_ text: some StringProtocol) -> String {
    var result = ""
    for character in text.drop(while: \.isWhitespace) {
      result += special.contains(character) ? "\\\(character)" : character.isNewline ? " " : String(character)
    }
    return withoutLinks(withoutBlock(result))
  }

  /// What makes a list or a rule of a line stands at its beginning: a sign, or a number with a dot or bracket.
  private static func withoutBlock(_ line: String) -> String {
    guard let first = line.first else { return line }
    if "-+=:".contains(first) { return "\\" + line }
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    let rest = line[digits.endIndex...]
    guard !digits.isEmpty, let sign = rest.first, sign == "." || sign == ")" else { return line }
    return digits + "\\" + rest
  }

  /// Bare addresses, which GitHub makes links of.
  private static func withoutLinks(_ line: String) -> String {
    line.replacing("://", with: "\\://")
      .replacing(#/(?i)\bwww\./#) { "\($0.output.dropLast())\\." }
  }
}
