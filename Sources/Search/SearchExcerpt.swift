public import StoryLibrary

/// The words of a search where they stand in a story: some words around the first of them.
public struct SearchExcerpt: Hashable, Sendable {
  /// On one line.
  public let text: String
  /// The words themselves, in bytes of the text.
  public let matches: [Range<Int>]

  /// An excerpt put together by hand.
  public init(text: String, matches: [Range<Int>]) { (self.text, self.matches) = (text, matches) }

  /// Reads what stands around the words of a query in the texts of some stories; those without are left out.
  public static func read(
    of stories: [StoryIndex], in library: Library, words: SearchQuery
  ) -> [StoryIndex: SearchExcerpt] {
    let highlighter = MatchHighlighter(words)
    var found: [StoryIndex: SearchExcerpt] = [:]
    for story in stories {
      guard let location = library.bodyLocation(of: story), let body = try? BodyReader.read(location),
        let excerpt = highlighter.excerpt(of: body.paragraphs)
      else { continue }
      found[story] = SearchExcerpt(text: excerpt.text, matches: highlighter.ranges(in: excerpt.text))
    }
    return found
  }
}
