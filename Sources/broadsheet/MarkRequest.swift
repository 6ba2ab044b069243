import Marks
import Reader
import StoryLibrary

/// A change of marks that the reader asked for, and when.
struct MarkRequest: Sendable {
  private let effect: ReaderEffect
  /// In milliseconds since 1970 (UTC): however late it is written, it is this old.
  private let time: Int64

  /// Nil for an effect that has nothing to do with marks.
  init?(_ effect: ReaderEffect, at time: Int64 = MarkRecord.now) {
    switch effect {
    case .mark, .markAllRead, .markChosen, .undo, .redo, .savePlace: (self.effect, self.time) = (effect, time)
    default: return nil
    }
  }

  /// - Returns: what it changed.
  func write(to store: MarkStore) throws(MarkError) -> MarkStep? {
    switch effect {
    // What nobody is told of nobody has asked for.
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

  /// What the reader is told of it; nil for nothing.
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

  /// Whether an earlier one need not be carried out any more: of a story's places only the last counts.
  func replaces(_ earlier: MarkRequest) -> Bool {
    guard case (.savePlace(let story, _), .savePlace(let other, _)) = (effect, earlier.effect) else {
      return false
    }
    return story == other
  }

  /// Whether it means the same later on.
  var isWorthKeeping: Bool {
    switch effect {
    case .undo, .redo: false
    default: true
    }
  }

  /// What it makes of marks, whatever they are now; empty where that depends.
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
