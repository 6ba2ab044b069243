import GRDB
import StoryLibrary

/// Read, starred and archived as steps of the history. Every function runs inside a transaction of its caller.
enum FlagSteps {
  /// The new value of each flag; nil leaves it as it is.
  struct Change {
    var read: Bool?
    var starred: Bool?
    var archived: Bool?

    func flags(after known: MarkFlags) -> MarkFlags {
      MarkFlags(
        read: read ?? known.read, starred: starred ?? known.starred, archived: archived ?? known.archived)
    }
  }

  /// Records and applies a new step that changes flags of stories.
  /// Returns how many stories it changes and one of them; nil if it changes none.
  static func add(
    _ change: Change, of stories: [StoryIdentity], as step: Int, at time: Int64,
    knowing table: MarkTable, in db: Database
  ) throws -> (count: Int, story: StoryIdentity)? {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO stepStory
          (step, id, titleID, hadRead, hadStarred, hadArchived, hadStep, read, starred, archived)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
        """)
    var (count, first): (Int, StoryIdentity?) = (0, nil)
    // In the order of the table's key, SQLite only ever appends.
    for story in stories.sorted(by: { $0.id.signed < $1.id.signed }) {
      let known = table.flags(of: story)
      let before = known?.value ?? MarkFlags()
      let after = change.flags(after: before)
      guard after != before else { continue }
      let own = known?.story.id == story.id ? known : nil
      statement.setUncheckedArguments([
        step, story.id.signed, story.titleID.signed, own?.value.read, own?.value.starred,
        own?.value.archived, own?.order, after.read, after.starred, after.archived,
      ])
      try statement.execute()
      guard db.changesCount > 0 else { continue }
      try MarkedStory.save(story, isRead: change.read == true, since: time / 1_000, in: db)
      count += 1
      first = first ?? story
    }
    guard let first else { return nil }
    try play(step, .forward, at: time, in: db)
    return (count, first)
  }

  /// Sets the marks of a step's stories to their values after or before the step, unless they have been changed since,
  /// by a later step or on another machine.
  static func play(_ step: Int, _ direction: MarkHistory.Direction, at time: Int64, in db: Database) throws {
    let (from, to) =
      switch direction {
      case .forward:
        (["hadRead", "hadStarred", "hadArchived", "hadStep"], ["read", "starred", "archived", "step"])
      case .backward:
        (["read", "starred", "archived", "step"], ["hadRead", "hadStarred", "hadArchived", "hadStep"])
      }
    func value(_ column: String, _ number: Int) -> String {
      "CASE WHEN m.\(column) IS s.\(from[number]) THEN s.\(to[number]) ELSE m.\(column) END"
    }
    func timeAfter(_ column: String) -> String {
      """
      CASE WHEN coalesce(\(column)After, 0) <> coalesce(\(column), 0)
        THEN \(MarkTime.later(than: column + "Time", now: "?3")) ELSE \(column)Time END
      """
    }
    try db.execute(
      sql: """
        INSERT INTO mark
          (id, titleID, read, starred, archived, step, readTime, starredTime, archivedTime, revision)
        SELECT id, titleID, readAfter, starredAfter, archivedAfter, stepAfter, \(timeAfter("read")),
          \(timeAfter("starred")), \(timeAfter("archived")), ?1
        FROM (
          SELECT s.id, s.titleID, m.read, m.starred, m.archived, m.readTime, m.starredTime, m.archivedTime,
            \(value("read", 0)) AS readAfter, \(value("starred", 1)) AS starredAfter,
            \(value("archived", 2)) AS archivedAfter, \(value("step", 3)) AS stepAfter
          FROM stepStory AS s LEFT JOIN mark AS m ON m.id = s.id WHERE s.step = ?2)
        WHERE true
        ON CONFLICT (id) DO UPDATE SET
          read = excluded.read, starred = excluded.starred, archived = excluded.archived, step = excluded.step,
          readTime = excluded.readTime, starredTime = excluded.starredTime,
          archivedTime = excluded.archivedTime, revision = excluded.revision
        """, arguments: [try MarkRows.nextRevision(in: db), step, time])
  }
}
