import Marks
import StoryLibrary

/// The `n` and `p` keys, and what all walks through the list have in common.
extension ListState {
  /// Moves forward or back by some unread stories. During a long walk, pressing the same key again moves one further.
  mutating func goToUnread(_ step: Int, _ environment: Environment) -> Outcome {
    let steps = step + stepsUnderWay
    walk = nil
    guard steps != 0 else { return Outcome() }
    guard hasOtherUnread(environment) else {
      return Outcome(message: .notice("No other unread stories"))
    }
    return begin(
      .unread(environment.marks), from: shown.cursor.selected, steps: steps,
      skipsStart: shown.gap * steps <= 0, environment)
  }

  /// The remaining steps of the walk in progress.
  var stepsUnderWay: Int { walk.map { $0.step * $0.remaining } ?? 0 }

  /// Begins a walk; its first screens are searched at once.
  mutating func begin(
    _ goal: ListWalk.Goal, from start: Int, steps: Int, skipsStart: Bool, _ environment: Environment
  ) -> Outcome {
    var new = nextWalk(goal, from: start, steps: steps, skipsStart: skipsStart, environment)
    let before = new.distance
    new.advance(screensOf: environment.size.rows)
    rowsLookedAt += new.distance - before
    if new.isOver { return end(new, environment) }
    walk = new
    return Outcome(effects: [.walk(new)])
  }

  private mutating func nextWalk(
    _ goal: ListWalk.Goal, from start: Int, steps: Int, skipsStart: Bool, _ environment: Environment
  ) -> ListWalk {
    walkCount += 1
    return ListWalk(
      walkCount, to: goal, in: shown.listing, of: environment.library, from: start, step: steps.signum(),
      count: abs(steps), skipsStart: skipsStart)
  }

  /// Restarts the walk in a new list.
  mutating func walkAgain(_ environment: Environment) -> [ReaderEffect] {
    guard let old = walk else { return [] }
    let origin = originRow(environment)
    let goal: ListWalk.Goal = if case .unread = old.goal { .unread(environment.marks) } else { old.goal }
    let new = nextWalk(
      goal, from: origin ?? shown.cursor.selected, steps: old.step * old.remaining,
      skipsStart: origin == nil, environment)
    walk = new
    return [.walk(new)]
  }

  /// Handles the end of a walk.
  mutating func arrive(_ finished: ListWalk, _ environment: Environment) -> Outcome {
    guard finished.number == walk?.number else { return Outcome() }
    walk = nil
    return end(finished, environment)
  }

  private mutating func end(_ walk: ListWalk, _ environment: Environment) -> Outcome {
    switch walk.goal {
    case .unread: endAtUnread(walk, environment)
    case .headline: endAtHeadline(walk, environment)
    }
  }

  private mutating func endAtUnread(_ walk: ListWalk, _ environment: Environment) -> Outcome {
    guard let row = walk.row else {
      let hint = environment.hint(.foldAll)
      return Outcome(
        message: .notice(
          hasFolded
            ? "Unread stories are under folded headings · \(hint) unfolds them" : "No other unread stories"
        ))
    }
    shown.select(row, in: environment.frame)
    var outcome = selected(environment)
    outcome.message = walk.wrapMessage
    return outcome
  }

  /// Whether some headings of the list are folded: the stories below them have no rows.
  var hasFolded: Bool { shown.listing.hasFolded }
}

extension ListWalk {
  /// The message after wrapping around the end.
  var wrapMessage: Message? {
    isWrapped ? .notice(step > 0 ? "Wrapped to the top" : "Wrapped to the end") : nil
  }
}
