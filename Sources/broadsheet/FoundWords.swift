import Search
import StoryLibrary

/// The positions of a search's words in a story.
struct FoundWords {
  struct Word: Encodable {
    /// `title`, `body`, or `folded` for the folded text of the story's page.
    var part: String
    /// The number of the paragraph in this part, from 0; nil in the title.
    var paragraph: Int?
    /// A range in bytes of UTF-8, from the start of the title or paragraph.
    var start: Int
    var end: Int
    /// The word as it is spelled there.
    var text: String
  }

  private(set) var all: [Word] = []
  private let paragraphs, folded: [String]

  /// The words in the story's title and text, and in folded text those that the story does not have; only those in the
  /// title if the text cannot be read.
  init(of index: StoryIndex, in library: Library, matcher: WordMatcher) {
    let title = library[index].title
    let body = library.bodyLocation(of: index).flatMap { try? BodyReader.read($0) }
    (paragraphs, folded) = (body?.paragraphs ?? [], body?.folded ?? [])
    all = FoundWords.words(in: title, part: "title", paragraph: nil, matcher)
    for (number, paragraph) in paragraphs.enumerated() {
      all += FoundWords.words(in: paragraph, part: "body", paragraph: number, matcher)
    }
    guard let missing = matcher.missing(in: [title] + paragraphs).map({ WordMatcher($0) }) else { return }
    for (number, paragraph) in folded.enumerated() {
      all += FoundWords.words(in: paragraph, part: "folded", paragraph: number, missing)
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

  /// Excerpts around the first words in the text that do not overlap; the last one is from folded text if the story does
  /// not have all words.
  func excerpts(atMost count: Int) -> [String] {
    let folded = excerpts(around: all.filter { $0.part == "folded" }, in: self.folded, atMost: 1)
    let own = excerpts(
      around: all.filter { $0.part == "body" }, in: paragraphs, atMost: count - folded.count)
    return own + folded.map { "in folded text: " + $0 }
  }

  private func excerpts(around words: [Word], in paragraphs: [String], atMost count: Int) -> [String] {
    var excerpts: [String] = []
    var shown = (paragraph: -1, end: 0)
    for word in words {
      guard let paragraph = word.paragraph, excerpts.count < count else { continue }
      if paragraph == shown.paragraph, word.end <= shown.end { continue }
      let excerpt = Excerpt(of: paragraphs[paragraph], around: word.start..<word.end)
      excerpts.append(excerpt.text)
      shown = (paragraph, excerpt.range.upperBound)
    }
    return excerpts
  }
}
