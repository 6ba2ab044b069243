import Foundation
import GRDB
import StoryLibrary

/// Notes as steps of the history. Every function runs inside a transaction of its caller.
///
/// A note on an earlier version of a story is changed there, not copied: a story never has two notes.
enum NoteSteps {
  /// Writes down and plays a new step that gives stories a note, one after the other, as one may lend it to the next.
  /// Nil when no note would change.
  static func add(
    _ text: String?, of stories: [StoryIdentity], as step: Int, at time: Int64, knowing table: MarkTable,
    in db: Database
  ) throws -> MarkStep? {
    let revision = try MarkRows.nextRevision(in: db)
    let note = text.flatMap { $0.isEmpty ? nil : Data($0.utf8) }
    var table = table
    var (changed, someWereNoted): ([StoryIdentity], Bool) = ([], false)
    for story in stories {
      let kept = table.note(of: story)
      // As bytes: canonically equivalent texts are not equal.
      let keptNote = kept.map { Data($0.value.utf8) }
      if keptNote == note { continue }
      let holder = kept?.story.identity ?? story
      // What the file has, which may be less harmless than what is shown.
      let old = try DatabaseValue.fetchOne(
        db, sql: "SELECT note FROM mark WHERE id = ? AND note IS NOT NULL", arguments: [holder.id.signed])
      try db.execute(
        sql: "INSERT INTO stepNote (step, id, titleID, hadNote, hadStep, note) VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [step, holder.id.signed, holder.titleID.signed, old ?? .null, kept?.order, note])
      try set(step, .forward, of: holder.id, revision, at: time, in: db)
      if kept == nil { try MarkedStory.save(story, since: time / 1_000, in: db) }
      table.set(note: text.flatMap { $0.isEmpty ? nil : $0 }, of: holder, order: step)
      changed.append(holder)
      if kept != nil { someWereNoted = true }
    }
    guard let first = changed.first else { return nil }
    let kind: MarkStep.Kind = note == nil ? .noteDeleted : someWereNoted ? .noteChanged : .noteWritten
    return MarkStep(kind: kind, count: changed.count, story: first)
  }

  /// Sets the notes of a step's stories to what the step set or found, where they still are what the step left.
  static func play(_ step: Int, _ direction: MarkHistory.Direction, at time: Int64, in db: Database) throws {
    try set(step, direction, of: nil, try MarkRows.nextRevision(in: db), at: time, in: db)
  }

  /// `id`: nil for all stories of the step.
  private static func set(
    _ step: Int, _ direction: MarkHistory.Direction, of id: StoryID?, _ revision: Int, at time: Int64,
    in db: Database
  ) throws {
    let (before, columns) =
      switch direction {
      case .forward: ("hadNote", "s.note, s.step")
      // Not null again: tables that follow must hear of the note that went.
      case .backward: ("note", "s.hadNote, coalesce(s.hadStep, 0)")
      }
    try db.execute(
      sql: """
        INSERT INTO mark (id, titleID, note, noteStep, noteTime, revision)
        SELECT s.id, s.titleID, \(columns), \(MarkTime.later(than: "m.noteTime", now: "?4")), ?1
        FROM stepNote AS s LEFT JOIN mark AS m ON m.id = s.id
        WHERE s.step = ?2 AND s.id = coalesce(?3, s.id) AND m.note IS s.\(before)
        ON CONFLICT (id) DO UPDATE SET
          note = excluded.note, noteStep = excluded.noteStep, noteTime = excluded.noteTime,
          revision = excluded.revision
        """, arguments: [revision, step, id?.signed, time])
  }
}
