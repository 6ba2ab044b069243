import Search
import StoryLibrary

/// Where the words of a search stand in a story, as a reader sees it.
struct FoundWords {
  struct Word: Encodable {
    /// `title` or `body`.
    var part: String
    /// Of the body, from 0.
    var paragraph: Int?
    /// In bytes of UTF-8, from the beginning of the title or paragraph.
    var start: Int
    var end: Int
    /// The word as it stands there.
    var text: String
  }

  private(set) var all: [Word] = []
  private let paragraphs: [String]

  /// The words in the story's fullest text; of one that cannot be read, those in the title.
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

  /// Some words around the first places in the text, without those that are shown already.
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
