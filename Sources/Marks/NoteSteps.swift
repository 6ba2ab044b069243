import Foundation
import GRDB
import StoryLibrary

/// Notes as steps of the history. Every function runs inside a transaction of its caller.
///
/// A note that a copy of a story lends is changed where it is kept, not copied: a copy that finds its story later
/// brings one note with it, never an older version of one. So of one title either the copies without a source have a
/// note or those with a source, never both, and no note hides another one.
enum NoteSteps {
  /// Writes down and plays a new step that gives stories a note, one after the other, as one may lend it to the next.
  /// Nil when no note would change.
  static func add(
    _ text: String?, of stories: [StoryIdentity], as step: Int, at time: Int64, in db: Database
  ) throws -> MarkStep? {
    let revision = try MarkRows.nextRevision(in: db)
    let note = text.flatMap { $0.isEmpty ? nil : Data($0.utf8) }
    var (changed, someWereNoted): ([StoryIdentity], Bool) = ([], false)
    for story in stories {
      let kept = try keptNote(shownBy: story, in: db)
      if kept?.note == note { continue }
      let holder = kept?.story ?? story
      try db.execute(
        sql: "INSERT INTO stepNote (step, id, titleID, hadNote, hadStep, note) VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [step, holder.id.signed, holder.titleID.signed, kept?.note, kept?.step, note])
      try set(step, .forward, of: holder.id, revision, at: time, in: db)
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

  private struct Kept {
    let story: StoryIdentity
    let note: Data
    let step: Int
  }

  /// The story's own note, or the one that its copies lend it (see ``MarkTable``).
  private static func keptNote(shownBy story: StoryIdentity, in db: Database) throws -> Kept? {
    let shown = """
      SELECT id, titleID, note, noteStep FROM mark
      WHERE titleID = ?2 AND noteStep IS NOT NULL AND note IS NOT NULL AND (?1 = ?2 OR id = ?1 OR id = ?2)
      ORDER BY id = ?1 DESC, noteStep DESC, id DESC LIMIT 1
      """
    let row = try Row.fetchOne(db, sql: shown, arguments: [story.id.signed, story.titleID.signed])
    guard let row, let holder = row.identity, let note = row.text(2) else { return nil }
    return Kept(story: holder, note: Data(note.utf8), step: row.count(3) ?? 0)
  }
}
