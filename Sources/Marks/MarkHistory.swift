import GRDB
import StoryLibrary

/// The steps of the history in the database. Every function runs inside a transaction of its caller.
///
/// A step is first recorded, with each story's values before and after it, and then applied. Undoing it restores the
/// values before it, redoing those after it. Either changes only values that are still as the step left them: later
/// steps and changes by other machines are kept.
enum MarkHistory {
  /// The direction in which a step is applied: to the values after it, or to those before it.
  enum Direction {
    case forward
    case backward
  }

  /// Records and applies a new step after the last one that is not undone, and deletes undone steps. Nil if no story
  /// would change; the caller must then roll back.
  static func add(
    _ change: MarkChange, isImplicit: Bool, at time: Int64, knowing table: MarkTable, in db: Database
  ) throws -> MarkStep? {
    try db.execute(sql: "DELETE FROM step WHERE undone")
    let id = try lastStep(in: db) + 1
    guard let step = try add(change, as: id, at: time, knowing: table, in: db) else { return nil }
    try db.execute(
      sql: "INSERT INTO step (id, kind, count, implicit) VALUES (?, ?, ?, ?)",
      arguments: [id, step.kind.keyword, step.count, isImplicit])
    return step
  }

  private static func add(
    _ change: MarkChange, as id: Int, at time: Int64, knowing table: MarkTable, in db: Database
  ) throws -> MarkStep? {
    switch change.kind {
    case .read(let read):
      try FlagSteps.add(.init(read: read), of: change.stories, as: id, at: time, knowing: table, in: db)
        .map { MarkStep(kind: .read(read), count: $0.count, story: $0.story) }
    case .starred(let starred):
      try FlagSteps.add(.init(starred: starred), of: change.stories, as: id, at: time, knowing: table, in: db)
        .map { MarkStep(kind: .starred(starred), count: $0.count, story: $0.story) }
    case .archived(let archived):
      try FlagSteps.add(
        .init(archived: archived), of: change.stories, as: id, at: time, knowing: table, in: db
      )
      .map { MarkStep(kind: .archived(archived), count: $0.count, story: $0.story) }
    case .labels(let labels):
      try LabelSteps.add(labels, of: change.stories, as: id, at: time, knowing: table, in: db)
    case .note(let text):
      try NoteSteps.add(text, of: change.stories, as: id, at: time, knowing: table, in: db)
    }
  }

  /// The number of the last step, undone or not; 0 for none.
  static func lastStep(in db: Database) throws -> Int {
    try Row.fetchOne(db, sql: "SELECT max(id) FROM step")?.count(0) ?? 0
  }

  /// Undoes the last explicit step after step `start`; if there is none, the last step of any kind. Nil if nothing is
  /// left to undo.
  ///
  /// Opening a story implicitly marks it read; a user who undoes after that means the star set before.
  static func undo(since start: Int, at time: Int64, in db: Database) throws -> MarkStep? {
    let last = "SELECT id, kind, count FROM step WHERE NOT undone %@ ORDER BY id DESC LIMIT 1"
    let asked = last.replacing("%@", with: "AND NOT implicit AND id > \(start)")
    return try replay(asked, .backward, at: time, in: db)
      ?? replay(last.replacing("%@", with: ""), .backward, at: time, in: db)
  }

  /// Redoes the first undone step. Nil if there is none.
  static func redo(at time: Int64, in db: Database) throws -> MarkStep? {
    let first = "SELECT id, kind, count FROM step WHERE undone ORDER BY id LIMIT 1"
    return try replay(first, .forward, at: time, in: db)
  }

  private static func replay(
    _ selection: String, _ direction: Direction, at time: Int64, in db: Database
  ) throws -> MarkStep? {
    guard let row = try Row.fetchOne(db, sql: selection), let id = row.count(0) else { return nil }
    guard let kind = row.text(1).flatMap(MarkStep.Kind.init(keyword:)),
      let story = try story(of: id, kind, in: db)
    else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "step \(id) cannot be read") }
    switch kind {
    case .read, .starred, .archived: try FlagSteps.play(id, direction, at: time, in: db)
    case .labelsAdded, .labelsRemoved, .labelsChanged:
      try LabelSteps.play(id, direction, at: time, in: db)
    case .noteWritten, .noteChanged, .noteDeleted: try NoteSteps.play(id, direction, at: time, in: db)
    }
    try db.execute(
      sql: "UPDATE step SET undone = ? WHERE id = ?", arguments: [direction == .backward, id])
    return MarkStep(kind: kind, count: max(1, row.count(2) ?? 1), story: story)
  }

  private static func story(
    of step: Int, _ kind: MarkStep.Kind, in db: Database
  ) throws -> StoryIdentity? {
    let table =
      switch kind {
      case .read, .starred, .archived: "stepStory"
      case .labelsAdded, .labelsRemoved, .labelsChanged: "stepLabel"
      case .noteWritten, .noteChanged, .noteDeleted: "stepNote"
      }
    let first = """
      SELECT changed.id, changed.titleID, \(MarkedStory.columns)
      FROM \(table) AS changed LEFT JOIN story ON story.id = changed.id WHERE step = ? LIMIT 1
      """
    return try Row.fetchOne(db, sql: first, arguments: [step]).flatMap { MarkedStory($0)?.identity }
  }
}

extension MarkStep.Kind {
  /// Its name in the database, which must never change.
  fileprivate var keyword: String {
    switch self {
    case .read(let value): value ? "read" : "unread"
    case .starred(let value): value ? "starred" : "unstarred"
    case .archived(let value): value ? "archived" : "unarchived"
    case .labelsAdded: "labels added"
    case .labelsRemoved: "labels removed"
    case .labelsChanged: "labels changed"
    case .noteWritten: "note written"
    case .noteChanged: "note changed"
    case .noteDeleted: "note deleted"
    }
  }

  fileprivate init?(keyword: String) {
    switch keyword {
    case "read": self = .read(true)
    case "unread": self = .read(false)
    case "starred": self = .starred(true)
    case "unstarred": self = .starred(false)
    case "archived": self = .archived(true)
    case "unarchived": self = .archived(false)
    case "labels added": self = .labelsAdded
    case "labels removed": self = .labelsRemoved
    case "labels changed": self = .labelsChanged
    case "note written": self = .noteWritten
    case "note changed": self = .noteChanged
    case "note deleted": self = .noteDeleted
    default: return nil
    }
  }
}
