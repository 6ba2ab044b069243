import Foundation
import GRDB
import StoryLibrary

/// Notes as steps of the history. Every function runs inside a transaction of its caller.
///
/// A note on an earlier version of a story is changed on that version, not copied: a story never has two notes.
enum NoteSteps {
  /// Records and applies a new step that sets the note of stories, one by one, because one may inherit it from another.
  /// Nil if no note would change.
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
      // Compared as bytes: canonically equivalent texts compare equal as strings.
      let keptNote = kept.map { Data($0.value.utf8) }
      if keptNote == note { continue }
      let holder = kept?.story.identity ?? story
      // The text in the file, which may be less sanitized than the one shown.
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

  /// Sets the notes of a step's stories to the values after or before the step, if they have not been changed since.
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
      // Not reset to null: tables that follow the database must learn that the note was removed.
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
