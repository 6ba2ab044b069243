import Marks
import StoryLibrary

/// Walking along a list to an unread story, round its end. A key looks at a few screens of rows; the rest of the way,
/// which may be as long as the list, is walked beside the terminal's thread (``ReaderEffect/walk(_:)``).
public struct UnreadWalk: Hashable, Sendable {
  /// Tells it from those before it: what one has found that nobody waits for any more is dropped.
  let number: Int
  private let listing: Listing
  private let library: Library
  private let marks: MarkTable
  /// The selected row, from which it goes, and which way: 1 or -1.
  private let start: Int
  let step: Int
  /// How many unread stories are still to be passed or found.
  private(set) var remaining: Int
  /// How far it has come.
  private(set) var distance: Int
  /// The row that was looked for or, where there are not so many, the last one that was found.
  private(set) var row: Int?

  /// A way that leads some unread stories further; it begins beside the selected row, or in it.
  init(
    _ number: Int, in shown: ShownList, of library: Library, _ marks: MarkTable, step: Int, count: Int,
    skipsStart: Bool
  ) {
    self.number = number
    (listing, self.library, self.marks) = (shown.listing, library, marks)
    (start, self.step, remaining, distance) = (shown.cursor.selected, step, count, skipsStart ? 1 : 0)
  }

  private var count: Int { listing.count(in: library) }

  /// The row has been found, or the whole list been looked at.
  var isOver: Bool { remaining == 0 || distance >= count }

  /// The row lies beyond the end of the list, from where it goes on at the other side.
  var isWrapped: Bool { row.map { ($0 < start) == (step > 0) } ?? false }

  /// Goes on for some rows at most.
  mutating func advance(rows: Int) {
    let count = self.count
    let end = min(count, distance + rows)
    while distance < end, remaining > 0 {
      let next = ((start + distance * step) % count + count) % count
      distance += 1
      guard let story = listing.row(next, in: library).story, !marks.isRead(library.identity(of: story))
      else { continue }
      remaining -= 1
      row = next
    }
  }

  /// Goes on to the end, and asks now and then whether to give up.
  /// - Returns: nil when it was given up.
  public func finished(givesUp: () -> Bool = { false }) -> UnreadWalk? {
    var walk = self
    while !walk.isOver {
      if givesUp() { return nil }
      walk.advance(rows: 256)
    }
    return walk
  }

  /// Whether they are the same walk.
  public static func == (first: UnreadWalk, second: UnreadWalk) -> Bool { first.number == second.number }

  /// Hashes its number.
  public func hash(into hasher: inout Hasher) { hasher.combine(number) }
}

/// `n` and `p`.
extension ListState {
  /// How many screens of rows a key looks at.
  private static let screensAtOnce = 8

  /// Goes some unread stories further, or back. While a long walk is under way, the same key again goes one further.
  mutating func goToUnread(_ step: Int, _ environment: Environment) -> Outcome {
    let steps = step + (walk.map { $0.step * $0.remaining } ?? 0)
    walk = nil
    guard steps != 0 else { return Outcome() }
    guard hasOtherUnread(environment) else {
      return Outcome(message: .notice("No other unread story"))
    }
    return begin(steps: steps, environment)
  }

  private mutating func begin(steps: Int, _ environment: Environment) -> Outcome {
    walkCount += 1
    var new = UnreadWalk(
      walkCount, in: shown, of: environment.library, environment.marks, step: steps.signum(),
      count: abs(steps), skipsStart: shown.gap * steps <= 0)
    let before = new.distance
    new.advance(rows: ListState.screensAtOnce * max(1, environment.size.rows / 2))
    rowsLookedAt += new.distance - before
    if new.isOver { return end(new, environment) }
    walk = new
    return Outcome(effects: [.walk(new)])
  }

  /// Another list has come: the way begins anew in it.
  mutating func walkAgain(_ environment: Environment) -> [ReaderEffect] {
    guard let old = walk else { return [] }
    walkCount += 1
    let new = UnreadWalk(
      walkCount, in: shown, of: environment.library, environment.marks, step: old.step, count: old.remaining,
      skipsStart: true)
    walk = new
    return [.walk(new)]
  }

  /// A walk has come to its end.
  mutating func arrive(_ finished: UnreadWalk, _ environment: Environment) -> Outcome {
    guard finished.number == walk?.number else { return Outcome() }
    walk = nil
    return end(finished, environment)
  }

  private mutating func end(_ walk: UnreadWalk, _ environment: Environment) -> Outcome {
    guard let row = walk.row else {
      let isFolded = shown.listing.groups.contains { $0.isFolded }
      let hint = environment.hint(.foldAll)
      return Outcome(
        message: .notice(
          isFolded
            ? "Unread stories are under folded headings · \(hint) unfolds them" : "No other unread story"))
    }
    shown.select(row, in: environment.frame)
    var outcome = selected(environment)
    if walk.isWrapped {
      outcome.message = .notice(walk.step > 0 ? "Wrapped to the top" : "Wrapped to the end")
    }
    return outcome
  }
}
