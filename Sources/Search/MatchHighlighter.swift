/// Finds the words of a query in the texts of a story, to light them up and to show some of their surroundings.
public struct MatchHighlighter: Sendable {
  private let matcher: WordMatcher

  /// A highlighter for the words of a query; those of one without words are nowhere.
  public init(_ query: SearchQuery) {
    matcher = WordMatcher(query)
  }

  /// There is nothing to light up.
  public var isEmpty: Bool { matcher.query.isEmpty }

  /// Where the words stand in a text, in bytes of UTF-8, in the order of the text; no two places overlap.
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

  /// Some words around the first place in a text; nil when there is none.
  public func excerpt(of paragraphs: [String]) -> Excerpt? {
    for paragraph in paragraphs {
      if let place = ranges(in: paragraph).first { return Excerpt(of: paragraph, around: place) }
    }
    return nil
  }
}

/// A part of a paragraph around a word, cut between words.
public struct Excerpt: Sendable, Hashable {
  /// Bytes before the word, and bytes in all, if there are so many.
  private static let (before, length) = (40, 100)

  /// The part, with an ellipsis at each end that was cut.
  public let text: String
  /// Where the part is in the paragraph, in bytes of UTF-8.
  public let range: Range<Int>

  /// The part around a place, in bytes of UTF-8.
  public init(of paragraph: String, around word: Range<Int>) {
    // Lines and the cells of a table stand on one line.
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
