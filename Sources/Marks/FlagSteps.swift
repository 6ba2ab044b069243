import GRDB
import StoryLibrary

/// Read and starred as steps of the history. Every function runs inside a transaction of its caller.
enum FlagSteps {
  /// Writes down and plays a new step that makes stories read or unread, starred or not; nil leaves either as it is.
  /// Returns how many stories it changes and one of them, or nil when none.
  static func add(
    read: Bool? = nil, starred: Bool? = nil, of stories: [StoryIdentity], as step: Int, at time: Int64,
    in db: Database
  ) throws -> (count: Int, story: StoryIdentity)? {
    let (count, story) = try record(
      read.databaseValue, starred.databaseValue, of: stories, as: step, in: db)
    guard let story else { return nil }
    try play(step, .forward, at: time, in: db)
    return (count, story)
  }

  /// Sets the marks of a step's stories to what the step set or found, each only where it still is what the step left:
  /// what was changed since, by a later step or on another machine, stays.
  static func play(_ step: Int, _ direction: MarkHistory.Direction, at time: Int64, in db: Database) throws {
    let (from, to) =
      switch direction {
      case .forward: (["hadRead", "hadStarred", "hadStep"], ["read", "starred", "step"])
      case .backward: (["read", "starred", "step"], ["hadRead", "hadStarred", "hadStep"])
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
        INSERT INTO mark (id, titleID, read, starred, step, readTime, starredTime, revision)
        SELECT id, titleID, readAfter, starredAfter, stepAfter, \(timeAfter("read")), \(timeAfter("starred")), ?1
        FROM (
          SELECT s.id, s.titleID, m.read, m.starred, m.readTime, m.starredTime, \(value("read", 0)) AS readAfter,
            \(value("starred", 1)) AS starredAfter, \(value("step", 2)) AS stepAfter
          FROM stepStory AS s LEFT JOIN mark AS m ON m.id = s.id WHERE s.step = ?2)
        WHERE true
        ON CONFLICT (id) DO UPDATE SET
          read = excluded.read, starred = excluded.starred, step = excluded.step,
          readTime = excluded.readTime, starredTime = excluded.starredTime, revision = excluded.revision
        """, arguments: [try MarkRows.nextRevision(in: db), step, time])
  }
}

extension FlagSteps {
  /// Writes down the stories that the step does change, and what it makes of them.
  private static func record(
    _ read: DatabaseValue, _ starred: DatabaseValue, of stories: [StoryIdentity], as step: Int,
    in db: Database
  ) throws -> (count: Int, story: StoryIdentity?) {
    let statement = try db.cachedStatement(sql: recording)
    var (count, story): (Int, StoryIdentity?) = (0, nil)
    // In the order of the table's key, SQLite only ever appends.
    for identity in stories.sorted(by: { $0.id.signed < $1.id.signed }) {
      let (id, titleID) = (identity.id.signed.databaseValue, identity.titleID.signed.databaseValue)
      statement.setUncheckedArguments([step.databaseValue, id, titleID, read, starred])
      try statement.execute()
      count += db.changesCount
      if story == nil, count == 1 { story = identity }
    }
    return (count, story)
  }

  /// `own` is what the story has itself, `known` what a reader sees: with `own`, or what its copies lend it.
  private static let recording = """
    INSERT INTO stepStory (step, id, titleID, hadRead, hadStarred, hadStep, read, starred)
    SELECT ?1, ?2, ?3, own.read, own.starred, own.step,
      coalesce(?4, known.read, 0), coalesce(?5, known.starred, 0)
    FROM (SELECT 1)
    LEFT JOIN mark AS own ON own.id = ?2
    LEFT JOIN mark AS known ON known.id = CASE
      WHEN own.read IS NOT NULL THEN ?2
      WHEN ?2 <> ?3 THEN ?3
      ELSE (
        SELECT id FROM mark WHERE titleID = ?3 AND read IS NOT NULL ORDER BY step DESC, id DESC LIMIT 1)
      END
    WHERE coalesce(?4, known.read, 0) <> coalesce(known.read, 0)
      OR coalesce(?5, known.starred, 0) <> coalesce(known.starred, 0)
    ON CONFLICT DO NOTHING
    """
}
