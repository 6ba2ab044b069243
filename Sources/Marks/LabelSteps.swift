import GRDB
import StoryLibrary

/// Labels as steps of the history. Every function runs inside a transaction of its caller.
///
/// A label on an earlier version of a story is changed on that version, like a note: a story has one set of labels.
enum LabelSteps {
  /// Records and applies a new step that adds labels to stories and removes others. Nil if no story would change.
  static func add(
    _ change: LabelChange, of stories: [StoryIdentity], as step: Int, at time: Int64,
    knowing table: MarkTable,
    in db: Database
  ) throws -> MarkStep? {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO stepLabel (step, id, titleID, label, wasSet, isSet) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT DO NOTHING
        """)
    // A story may inherit labels that were just set on another version of it.
    var table = table
    var (count, first): (Int, StoryIdentity?) = (0, nil)
    for story in stories.sorted(by: { $0.id.signed < $1.id.signed }) {
      let kept = table.keptLabels(of: story)
      let holder = kept?.story.identity ?? story
      let labels = Set(kept?.value ?? [])
      let changes =
        change.added.filter { !labels.contains($0) }.map { ($0, true) }
        + change.removed.filter { labels.contains($0) }.map { ($0, false) }
      var isChanged = false
      for (label, isSet) in changes {
        statement.setUncheckedArguments([
          step, holder.id.signed, holder.titleID.signed, label, !isSet, isSet,
        ])
        try statement.execute()
        isChanged = isChanged || db.changesCount > 0
      }
      guard isChanged else { continue }
      table.set(labels: labels.union(change.added).subtracting(change.removed), of: holder, order: step)
      if kept == nil { try MarkedStory.save(story, since: time / 1_000, in: db) }
      count += 1
      first = first ?? holder
    }
    guard let first else { return nil }
    try play(step, .forward, at: time, in: db)
    let kind: MarkStep.Kind =
      change.removed.isEmpty ? .labelsAdded : change.added.isEmpty ? .labelsRemoved : .labelsChanged
    return MarkStep(kind: kind, count: count, story: first)
  }

  /// Sets the labels of a step's stories to their values after or before the step, unless they have been changed since.
  static func play(_ step: Int, _ direction: MarkHistory.Direction, at time: Int64, in db: Database) throws {
    let (from, to) =
      switch direction {
      case .forward: ("wasSet", "isSet")
      case .backward: ("isSet", "wasSet")
      }
    try db.execute(
      sql: """
        INSERT INTO label (id, label, titleID, isSet, step, time, revision)
        SELECT s.id, s.label, s.titleID, s.\(to), ?2, \(MarkTime.later(than: "l.time", now: "?3")), ?1
        FROM stepLabel AS s LEFT JOIN label AS l ON l.id = s.id AND l.label = s.label
        WHERE s.step = ?2 AND coalesce(l.isSet, 0) = s.\(from)
        ON CONFLICT (id, label) DO UPDATE SET
          isSet = excluded.isSet, step = excluded.step, time = excluded.time, revision = excluded.revision
        """, arguments: [try MarkRows.nextRevision(in: db), step, time])
  }
}
