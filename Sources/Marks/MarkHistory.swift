import GRDB
import StoryLibrary

/// The steps of the history in the database. Every function runs inside a transaction of its caller.
///
/// A step is written down first, with what each story had before and has after it, and then played forward.
/// Undoing plays it backward, doing it again plays it forward once more. As all changes of `mark` are steps, and
/// steps are undone from the last and redone from the first undone, what a step finds is always what it left.
enum MarkHistory {
  /// Writes down and plays a new step, after the last one that is not undone; undone steps are forgotten. Nil,
  /// and to be rolled back by the caller, when no story would change.
  static func add(_ change: MarkChange, in db: Database) throws -> MarkStep? {
    try db.execute(
      sql: """
        DELETE FROM stepStory WHERE step IN (SELECT id FROM step WHERE undone);
        DELETE FROM step WHERE undone;
        """)
    let id = try 1 + (Int.fetchOne(db, sql: "SELECT max(id) FROM step") ?? 0)
    let (count, story) = try record(change, as: id, in: db)
    guard let story else { return nil }
    try db.execute(
      sql: "INSERT INTO step (id, kind, count) VALUES (?, ?, ?)",
      arguments: [id, change.kind.keyword, count])
    try play(id, columns: "read, starred, step", in: db)
    return MarkStep(kind: change.kind, count: count, story: story)
  }

  /// Takes back the last step that is not undone. Nil when there is none.
  static func undo(in db: Database) throws -> MarkStep? {
    let last = "SELECT id, kind, count FROM step WHERE NOT undone ORDER BY id DESC LIMIT 1"
    return try replay(last, columns: "hadRead, hadStarred, hadStep", undone: true, in: db)
  }

  /// Does the first undone step again. Nil when there is none.
  static func redo(in db: Database) throws -> MarkStep? {
    let first = "SELECT id, kind, count FROM step WHERE undone ORDER BY id LIMIT 1"
    return try replay(first, columns: "read, starred, step", undone: false, in: db)
  }

  private static func replay(
    _ selection: String, columns: String, undone: Bool, in db: Database
  ) throws -> MarkStep? {
    guard let row = try Row.fetchOne(db, sql: selection) else { return nil }
    let id: Int = row[0]
    let (keyword, count): (String, Int) = (row[1], row[2])
    let first = "SELECT id, titleID FROM stepStory WHERE step = ? LIMIT 1"
    guard let kind = MarkChange.Kind(keyword: keyword),
      let story = try Row.fetchOne(db, sql: first, arguments: [id])
    else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "step \(id) cannot be read") }
    try play(id, columns: columns, in: db)
    try db.execute(sql: "UPDATE step SET undone = ? WHERE id = ?", arguments: [undone, id])
    return MarkStep(kind: kind, count: count, story: StoryIdentity(story))
  }
}

extension MarkHistory {
  /// Writes down the stories that the change does change, and what it makes of them.
  private static func record(
    _ change: MarkChange, as step: Int, in db: Database
  ) throws -> (count: Int, story: StoryIdentity?) {
    let statement = try db.cachedStatement(sql: recording)
    var (read, starred): (DatabaseValue, DatabaseValue) = (.null, .null)
    switch change.kind {
    case .read(let value): read = value.databaseValue
    case .starred(let value): starred = value.databaseValue
    }
    var (count, story): (Int, StoryIdentity?) = (0, nil)
    // In the order of the table's key, SQLite only ever appends.
    for identity in change.stories.sorted(by: { $0.id.signed < $1.id.signed }) {
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

  /// Sets the marks of a step's stories from three of its columns.
  private static func play(_ step: Int, columns: String, in db: Database) throws {
    let revision = try MarkRows.nextRevision(in: db)
    try db.execute(
      sql: """
        INSERT INTO mark (id, titleID, read, starred, step, revision)
        SELECT id, titleID, \(columns), ? FROM stepStory WHERE step = ?
        ON CONFLICT (id) DO UPDATE SET
          read = excluded.read, starred = excluded.starred, step = excluded.step,
          revision = excluded.revision
        """, arguments: [revision, step])
  }
}

extension MarkChange.Kind {
  /// How the database names it. Never to be changed.
  fileprivate var keyword: String {
    switch self {
    case .read(let value): value ? "read" : "unread"
    case .starred(let value): value ? "starred" : "unstarred"
    }
  }

  fileprivate init?(keyword: String) {
    switch keyword {
    case "read": self = .read(true)
    case "unread": self = .read(false)
    case "starred": self = .starred(true)
    case "unstarred": self = .starred(false)
    default: return nil
    }
  }
}
