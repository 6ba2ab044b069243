import Marks
import Search
import StoryLibrary

/// A search through the rows of a list for a wanted story, wrapping around its end. A key press checks a few screens of
/// rows; the rest, which may be the whole list, is searched outside the terminal's thread (``ReaderEffect/walk(_:)``).
public struct ListWalk: Hashable, Sendable {
  /// Which stories are wanted.
  enum Goal: Sendable {
    case unread(MarkTable)
    /// Stories whose headlines contain some words.
    case headline(TextFinder)
  }

  /// The number of screens of rows that a key press checks.
  private static let screensAtOnce = 8

  /// Distinguishes it from earlier walks: the results of walks that are no longer awaited are dropped.
  let number: Int
  private let listing: Listing
  private let library: Library
  let goal: Goal
  /// The row where it starts, and the direction: 1 or -1.
  private let start: Int
  let step: Int
  /// The number of wanted stories still to be found.
  private(set) var remaining: Int
  /// The number of rows walked so far.
  private(set) var distance: Int
  /// The row of the wanted story or, if there are fewer wanted stories, the last one found.
  private(set) var row: Int?

  /// A walk over a number of wanted stories; it begins next to a row, or at the row itself.
  init(
    _ number: Int, to goal: Goal, in listing: Listing, of library: Library, from start: Int, step: Int,
    count: Int, skipsStart: Bool
  ) {
    (self.number, self.goal, self.listing, self.library) = (number, goal, listing, library)
    (self.start, self.step, remaining, distance) = (start, step, count, skipsStart ? 1 : 0)
  }

  private var count: Int { listing.count(in: library) }

  /// Whether the row was found or the whole list was searched.
  var isOver: Bool { remaining == 0 || distance >= count }

  /// Whether the row was found after wrapping around the end of the list.
  var isWrapped: Bool { row.map { ($0 < start) == (step > 0) } ?? false }

  /// Continues as far as a key press may go.
  /// - Parameter lines: the height of the pane; a story takes at least two lines.
  mutating func advance(screensOf lines: Int) {
    advance(rows: ListWalk.screensAtOnce * max(1, lines / 2))
  }

  /// Continues for a maximum number of rows.
  mutating func advance(rows: Int) {
    let count = self.count
    let end = min(count, distance + rows)
    while distance < end, remaining > 0 {
      let next = ((start + distance * step) % count + count) % count
      distance += 1
      guard let story = listing.row(next, in: library).story, isWanted(story) else { continue }
      remaining -= 1
      row = next
    }
  }

  private func isWanted(_ story: StoryIndex) -> Bool {
    switch goal {
    case .unread(let marks): !marks.isRead(library.identity(of: story))
    case .headline(let finder):
      library.withTitle(of: story) { finder.isFound(in: String(decoding: $0, as: UTF8.self)) }
    }
  }

  /// Continues to the end, periodically checking whether to give up.
  /// - Returns: the finished walk; nil if it was given up.
  public func finished(givesUp: () -> Bool = { false }) -> ListWalk? {
    var walk = self
    while !walk.isOver {
      if givesUp() { return nil }
      walk.advance(rows: 256)
    }
    return walk
  }

  /// Whether they are the same walk.
  public static func == (first: ListWalk, second: ListWalk) -> Bool { first.number == second.number }

  /// Hashes its number.
  public func hash(into hasher: inout Hasher) { hasher.combine(number) }
}
