/// Finds the words of a query in the texts of a story, to highlight them and to show excerpts.
public struct MatchHighlighter: Sendable {
  private let matcher: WordMatcher

  /// A highlighter for the words of a query.
  public init(_ query: SearchQuery) {
    matcher = WordMatcher(query)
  }

  /// Whether the query has no words.
  public var isEmpty: Bool { matcher.query.isEmpty }

  /// The ranges of the words in a text, in bytes of UTF-8, in order and without overlaps.
  public func ranges(in text: String) -> [Range<Int>] {
    guard !isEmpty else { return [] }
    var ranges: [Range<Int>] = []
    for place in matcher.ranges(in: text) {
      if let last = ranges.last, place.lowerBound < last.upperBound {
        ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, place.upperBound)
      } else {
        ranges.append(place)
      }
    }
    return ranges
  }

  /// A highlighter for the words to be looked for in folded text, given the texts of a story; nil if there are none (see
  /// ``WordMatcher/missing(in:)``).
  public func missing(in texts: some Sequence<String>) -> MatchHighlighter? {
    matcher.missing(in: texts).map { MatchHighlighter($0) }
  }

  /// An excerpt around the first match in a text; nil if there is none.
  public func excerpt(of paragraphs: [String]) -> Excerpt? {
    for paragraph in paragraphs {
      if let place = ranges(in: paragraph).first { return Excerpt(of: paragraph, around: place) }
    }
    return nil
  }
}

/// An excerpt of a paragraph around a word, truncated between words.
public struct Excerpt: Sendable, Hashable {
  /// The number of bytes before the word, and the total number.
  private static let (before, length) = (40, 100)

  /// The excerpt, with an ellipsis at each truncated end.
  public let text: String
  /// The range of the excerpt in the paragraph, in bytes of UTF-8.
  public let range: Range<Int>

  /// The excerpt around a range, in bytes of UTF-8.
  public init(of paragraph: String, around word: Range<Int>) {
    // Puts lines and the cells of a table on one line.
    let bytes = paragraph.utf8.map { $0 < 0x20 ? 0x20 : $0 }
    var start = max(0, word.lowerBound - Excerpt.before)
    var end = min(bytes.count, max(start + Excerpt.length, word.upperBound))
    while start > 0, start < word.lowerBound, bytes[start - 1] != 0x20 { start += 1 }
    while end < bytes.count, end > word.upperBound, bytes[end] != 0x20 { end -= 1 }
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    let part = String(decoding: bytes[start..<end], as: UTF8.self)
    text = (start > 0 ? "…" : "") + part + (end < bytes.count ? "…" : "")
    range = start..<end
  }
}
