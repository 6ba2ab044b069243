public import StoryLibrary

/// An excerpt of a story around the first words of a search.
public struct SearchExcerpt: Hashable, Sendable {
  /// The excerpt on one line.
  public let text: String
  /// The ranges of the words in ``text``, in bytes of UTF-8.
  public let matches: [Range<Int>]
  /// Whether it is from the folded text of the story's page, because the story itself does not have all words.
  public let isFolded: Bool

  /// An excerpt with given matches.
  public init(text: String, matches: [Range<Int>], isFolded: Bool = false) {
    (self.text, self.matches, self.isFolded) = (text, matches, isFolded)
  }

  /// Reads excerpts around the words of a query from the texts of some stories; stories without them are left out.
  public static func read(
    of stories: [StoryIndex], in library: Library, words: SearchQuery
  ) -> [StoryIndex: SearchExcerpt] {
    let highlighter = MatchHighlighter(words)
    var found: [StoryIndex: SearchExcerpt] = [:]
    for story in stories {
      guard let location = library.bodyLocation(of: story), let body = try? BodyReader.read(location) else {
        continue
      }
      let folded = highlighter.missing(in: [library[story].title] + body.paragraphs)?.excerpt(of: body.folded)
      guard let excerpt = folded ?? highlighter.excerpt(of: body.paragraphs) else { continue }
      found[story] = SearchExcerpt(
        text: excerpt.text, matches: highlighter.ranges(in: excerpt.text),
        isFolded: folded != nil && !body.isDoubtful)
    }
    return found
  }
}
