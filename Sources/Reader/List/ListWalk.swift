import Marks
import Search
import StoryLibrary

/// Walking along a list to a story that is wanted, round its end. A key looks at a few screens of rows; the rest of the
/// way, which may be as long as the list, is walked beside the terminal's thread (``ReaderEffect/walk(_:)``).
public struct ListWalk: Hashable, Sendable {
  /// Which stories are wanted.
  enum Goal: Sendable {
    case unread(MarkTable)
    /// Those whose headlines have some words.
    case headline(TextFinder)
  }

  /// How many screens of rows a key looks at.
  private static let screensAtOnce = 8

  /// Tells it from those before it: what one has found that nobody waits for any more is dropped.
  let number: Int
  private let listing: Listing
  private let library: Library
  let goal: Goal
  /// The row from which it goes, and which way: 1 or -1.
  private let start: Int
  let step: Int
  /// How many of the stories are still to be passed or found.
  private(set) var remaining: Int
  /// How far it has come.
  private(set) var distance: Int
  /// The row that was looked for or, where there are not so many, the last one that was found.
  private(set) var row: Int?

  /// A way that leads some of the wanted stories further; it begins beside a row, or in it.
  init(
    _ number: Int, to goal: Goal, in listing: Listing, of library: Library, from start: Int, step: Int,
    count: Int, skipsStart: Bool
  ) {
    (self.number, self.goal, self.listing, self.library) = (number, goal, listing, library)
    (self.start, self.step, remaining, distance) = (start, step, count, skipsStart ? 1 : 0)
  }

  private var count: Int { listing.count(in: library) }

  /// The row has been found, or the whole list been looked at.
  var isOver: Bool { remaining == 0 || distance >= count }

  /// The row lies beyond the end of the list, from where it goes on at the other side.
  var isWrapped: Bool { row.map { ($0 < start) == (step > 0) } ?? false }

  /// Goes on as far as a key may.
  /// - Parameter lines: those of the pane; a story takes two at least.
  mutating func advance(screensOf lines: Int) {
    advance(rows: ListWalk.screensAtOnce * max(1, lines / 2))
  }

  /// Goes on for some rows at most.
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

  /// Goes on to the end, and asks now and then whether to give up.
  /// - Returns: nil when it was given up.
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
