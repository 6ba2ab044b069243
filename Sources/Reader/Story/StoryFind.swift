public import Display
import Search

/// What is being found in the story: where it stands in the rows of the pane, and which of the places is the current
/// one.
public struct StoryFind: Sendable {
  /// How the words are compared.
  enum Pattern: Sendable {
    /// Any part of the text.
    case text(TextFinder)
    /// The words of a search through all stories.
    case words(MatchHighlighter)

    func ranges(in text: String) -> [Range<Int>] {
      switch self {
      case .text(let finder): finder.ranges(in: text)
      case .words(let highlighter): highlighter.ranges(in: text)
      }
    }
  }

  /// One place of the pattern: a part of a row, or of several where the line was broken inside.
  struct Match: Hashable, Sendable {
    /// Where it begins.
    var row: Int
    /// The rows of its paragraph from there on.
    var rows: Range<Int>
    /// In the paragraph's bytes.
    var range: Range<Int>
  }

  /// What is being found, as it was typed.
  public let text: String
  let pattern: Pattern
  private(set) var matches: [Match] = []
  /// The number of the current match, from 0; nil without matches.
  public private(set) var current: Int?
  private var spans: [Int: [TextSpan]] = [:]

  init(_ text: String, _ pattern: Pattern) {
    (self.text, self.pattern) = (text, pattern)
  }

  /// How many places there are.
  public var count: Int { matches.count }

  /// The parts of a row that are lit.
  public func spans(inRow row: Int) -> [TextSpan] { spans[row] ?? [] }

  /// It is the words of a search through all stories.
  public var isOfSearch: Bool {
    if case .words = pattern { true } else { false }
  }

  /// Where the pattern stands in some text, in bytes.
  func ranges(in text: String) -> [Range<Int>] { pattern.ranges(in: text) }

  /// The row of the current match.
  var currentRow: Int? { current.map { matches[$0].row } }

  /// Looks through a story's rows. The current match is the first at a row or behind it, or the first of all.
  mutating func look(in view: StoryView, from row: Int) {
    matches = view.paragraphs.flatMap { rows -> [Match] in
      guard let first = rows.first else { return [] }
      let text = String(view.lines[first].text.base)
      return pattern.ranges(in: text).map { range in
        let row = rows.last { view.start(ofRow: $0) <= range.lowerBound } ?? first
        return Match(row: row, rows: row..<rows.upperBound, range: range)
      }
    }
    current = matches.isEmpty ? nil : matches.firstIndex { $0.row >= row } ?? 0
    light(view)
  }

  /// Looks through a story that has been laid out anew: the current match stays the current one.
  mutating func lookAgain(in view: StoryView) {
    let before = current
    look(in: view, from: view.top)
    guard let before, matches.indices.contains(before), before != current else { return }
    current = before
    light(view)
  }

  /// Goes to the next match or the one before, and around the ends.
  /// - Returns: whether it went around.
  mutating func go(_ step: Int, in view: StoryView) -> Bool {
    guard let place = current else { return false }
    let next = (place + step + count) % count
    current = next
    light(view)
    return (next > place) != (step > 0)
  }

  private mutating func light(_ view: StoryView) {
    spans = [:]
    for (number, match) in matches.enumerated() {
      let role: Role = number == current ? .currentMatch : .match
      for row in match.rows where view.start(ofRow: row) < match.range.upperBound {
        let part = view.part(of: match.range, inRow: row)
        if !part.isEmpty { spans[row, default: []].append(TextSpan(range: part, role: role)) }
      }
    }
  }
}
