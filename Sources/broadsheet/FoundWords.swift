import Search
import StoryLibrary

/// The positions of a search's words in a story.
struct FoundWords {
  struct Word: Encodable {
    /// `title` or `body`.
    var part: String
    /// The number of the body's paragraph, from 0; nil in the title.
    var paragraph: Int?
    /// A range in bytes of UTF-8, from the start of the title or paragraph.
    var start: Int
    var end: Int
    /// The word as it is spelled there.
    var text: String
  }

  private(set) var all: [Word] = []
  private let paragraphs: [String]

  /// The words in the story's title and text; only those in the title if the text cannot be read.
  init(of index: StoryIndex, in library: Library, matcher: WordMatcher) {
    let title = library[index].title
    paragraphs = library.bodyLocation(of: index).flatMap { try? BodyReader.read($0) }?.paragraphs ?? []
    all = FoundWords.words(in: title, part: "title", paragraph: nil, matcher)
    for (number, paragraph) in paragraphs.enumerated() {
      all += FoundWords.words(in: paragraph, part: "body", paragraph: number, matcher)
    }
  }

  private static func words(
    in text: String, part: String, paragraph: Int?, _ matcher: WordMatcher
  ) -> [Word] {
    matcher.ranges(in: text).map { range in
      Word(
        part: part, paragraph: paragraph, start: range.lowerBound, end: range.upperBound,
        text: String(decoding: text.utf8.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self))
    }
  }

  /// Excerpts around the first words in the text that do not overlap.
  func excerpts(atMost count: Int) -> [String] {
    var excerpts: [String] = []
    var shown = (paragraph: -1, end: 0)
    for word in all {
      guard let paragraph = word.paragraph, excerpts.count < count else { continue }
      if paragraph == shown.paragraph, word.end <= shown.end { continue }
      let excerpt = Excerpt(of: paragraphs[paragraph], around: word.start..<word.end)
      excerpts.append(excerpt.text)
      shown = (paragraph, excerpt.range.upperBound)
    }
    return excerpts
  }
}
