import Display
import Search

/// A search in a story: the current match and the number of matches.
///
/// The size does not depend on the number of matches. Only their number in each block is known; their positions are
/// determined for the blocks on the screen. A long story is counted outside the terminal's thread (`StoryScan`).
public struct StoryFind: Sendable {
  /// How the search text is compared.
  enum Pattern: Sendable {
    /// Any part of the text.
    case text(TextFinder)
    /// The words of a search of all stories.
    case words(MatchHighlighter)

    func ranges(in text: String) -> [Range<Int>] {
      switch self {
      case .text(let finder): finder.ranges(in: text)
      case .words(let highlighter): highlighter.ranges(in: text)
      }
    }

    /// The words of a search that are to be shown in folded text, given the texts of the story; nil for none.
    func missing(in texts: some Sequence<String>) -> MatchHighlighter? {
      switch self {
      case .text: nil
      case .words(let highlighter): highlighter.missing(in: texts)
      }
    }
  }

  /// A match.
  struct Match: Hashable, Sendable {
    /// The number of its block.
    var block: Int
    /// The number of the match in the block.
    var number: Int
    /// The range in bytes of the block's text.
    var range: Range<Int>

    var position: StoryPosition { StoryPosition(block: block, byte: range.lowerBound) }
  }

  /// The maximum number of bytes of text searched immediately by a key press; longer stories are searched later.
  static let bytesAtOnce = 64 << 10

  /// The pattern, as typed.
  public let text: String
  let pattern: Pattern
  /// The current match; nil if there is none or it is not known yet.
  private(set) var match: Match?
  /// Nil while the matches are being counted.
  private(set) var counts: MatchCounts?
  /// The position where the search for the first match began.
  private var start = StoryPosition.start

  init(_ text: String, _ pattern: Pattern) {
    (self.text, self.pattern) = (text, pattern)
  }

  /// The number of matches; nil while they are being counted.
  public var count: Int? { counts?.total }

  /// The number of further matches in folded text, as far as they have been counted.
  public var foldedCount: Int { counts?.folded ?? 0 }

  /// The number of the current match, from 0; nil if there are no matches or while they are being counted.
  public var current: Int? {
    guard let match, let counts else { return nil }
    return counts.before(block: match.block) + match.number
  }

  /// Whether it highlights the words of a search of all stories.
  public var isOfSearch: Bool {
    if case .words = pattern { true } else { false }
  }

  /// The ranges of the pattern in a text, in bytes.
  func ranges(in text: String) -> [Range<Int>] { pattern.ranges(in: text) }

  // MARK: Searching a story

  /// Begins to search a story. The current match is the first one at or after a position, or the first of all.
  /// - Returns: whether the story is too long to be searched at once.
  mutating func scan(_ document: StoryDocument, from start: StoryPosition) -> Bool {
    (self.start, match) = (start, nil)
    guard document.wholeByteCount > StoryFind.bytesAtOnce else {
      set(MatchCounts(of: pattern, in: document), in: document)
      return false
    }
    counts = nil
    match = firstMatch(in: document, from: start, bytes: StoryFind.bytesAtOnce)
    return true
  }

  /// Searches a story whose text or note has changed: the current match is kept.
  mutating func scanAgain(_ document: StoryDocument, from start: StoryPosition) -> Bool {
    let before = current
    let isLong = scan(document, from: start)
    if let before, let counts, before < counts.total {
      match = counts.match(before, of: pattern, in: document)
    }
    return isLong
  }

  /// The matches have been counted.
  mutating func set(_ counts: MatchCounts, in document: StoryDocument) {
    self.counts = counts
    guard match == nil, counts.total > 0 else { return }
    let next = counts.next(
      after: StoryPosition(block: start.block, byte: start.byte - 1), of: pattern, in: document)
    match = counts.match(next ?? 0, of: pattern, in: document)
  }

  private func firstMatch(in document: StoryDocument, from start: StoryPosition, bytes: Int) -> Match? {
    var left = bytes
    var block = start.block
    while block < document.count, left > 0 {
      let text = document[block].text
      let ranges = pattern.ranges(in: text)
      if let number = ranges.firstIndex(where: { StoryPosition(block: block, byte: $0.lowerBound) >= start })
      {
        return Match(block: block, number: number, range: ranges[number])
      }
      left -= text.utf8.count + 1
      block += 1
    }
    return nil
  }

  /// Goes to the next or previous match, wrapping around at the ends.
  /// - Returns: whether it wrapped around.
  mutating func go(_ step: Int, in document: StoryDocument) -> Bool {
    guard let counts, let current else { return false }
    let next = (current + step + counts.total) % counts.total
    match = counts.match(next, of: pattern, in: document)
    return (next > current) != (step > 0)
  }

  // MARK: Highlighting

  /// The highlighted spans of consecutive rows of a story.
  func spans(in rows: [StoryLine], of document: StoryDocument) -> [[TextSpan]] {
    var spans: [[TextSpan]] = []
    var block = -1
    var ranges: [Range<Int>] = []
    // The first match that may extend into the row: matches and rows are in the order of the text.
    var first = 0
    for row in rows {
      if row.position.block != block {
        block = row.position.block
        (ranges, first) = (pattern.ranges(in: document[block].text), 0)
      }
      let bytes = max(0, row.position.byte)..<max(0, row.position.byte) + row.byteCount
      while first < ranges.count, ranges[first].upperBound <= bytes.lowerBound { first += 1 }
      var lit: [TextSpan] = []
      var number = first
      while number < ranges.count, ranges[number].lowerBound < bytes.upperBound {
        let part = ranges[number].clamped(to: bytes)
        let isCurrent = match?.block == block && match?.number == number
        lit.append(
          TextSpan(
            range: row.range(
              ofBytes: part.lowerBound - bytes.lowerBound..<part.upperBound - bytes.lowerBound),
            role: isCurrent ? .currentMatch : .match))
        number += 1
      }
      spans.append(lit)
    }
    return spans
  }
}
