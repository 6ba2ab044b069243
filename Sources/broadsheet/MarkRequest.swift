import Marks
import Reader
import StoryLibrary

/// A requested change of marks, with its time.
struct MarkRequest: Sendable {
  private let effect: ReaderEffect
  /// When it was requested, even if it is written later: in milliseconds since 1970 (UTC).
  private let time: Int64

  /// Nil for an effect that does not concern marks.
  init?(_ effect: ReaderEffect, at time: Int64 = MarkRecord.now) {
    switch effect {
    case .mark, .markAllRead, .markChosen, .undo, .redo, .savePlace: (self.effect, self.time) = (effect, time)
    default: return nil
    }
  }

  /// - Returns: what it changed.
  func write(to store: MarkStore) throws(MarkError) -> MarkStep? {
    switch effect {
    // A change without a notice was not requested by the user: opening a story marks it read.
    case .mark(let change, let isAnnounced):
      return try store.apply(change, isImplicit: !isAnnounced, at: time)
    case .markAllRead(let stories): return try store.apply(stories.change, at: time)
    case .markChosen(let marks): return try store.apply(marks.change, at: time)
    case .undo: return try store.undo(at: time)
    case .redo: return try store.redo(at: time)
    case .savePlace(let story, let place): try store.savePlace(place, of: story, at: time)
    default: break
    }
    return nil
  }

  /// The notice for the user, if any.
  func answer(to step: MarkStep?) -> ReaderAction? {
    switch effect {
    case .mark(let change, let isAnnounced):
      if case .labels = change.kind, step == nil {
        .notice("No label has changed")
      } else {
        isAnnounced ? step.map { .marked($0, .done) } : nil
      }
    case .markAllRead, .markChosen: step.map { .marked($0, .done) }
    case .undo: step.map { .marked($0, .undone) } ?? .notice("Nothing to undo")
    case .redo: step.map { .marked($0, .redone) } ?? .notice("Nothing to redo")
    default: nil
    }
  }

  /// Whether it makes an earlier request redundant: only the last position in a story is saved.
  func replaces(_ earlier: MarkRequest) -> Bool {
    guard case (.savePlace(let story, _), .savePlace(let other, _)) = (effect, earlier.effect) else {
      return false
    }
    return story == other
  }

  /// Whether its meaning is the same if it is carried out later.
  var canBeRetried: Bool {
    switch effect {
    case .undo, .redo: false
    default: true
    }
  }

  /// The marks that it sets; empty for requests whose result depends on the current marks.
  var records: [MarkRecord] {
    switch effect {
    case .mark(let change, _): change.records(at: time)
    case .markAllRead(let stories): stories.change.records(at: time)
    case .markChosen(let marks): marks.change.records(at: time)
    case .savePlace(let story, let place): [MarkRecord(story, .place(place), time: time)]
    default: []
    }
  }
}
