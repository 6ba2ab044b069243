import Foundation
import GRDB
import StoryLibrary

/// Rows in and out of the database, apart from the history. Every function runs inside a transaction of its caller.
enum MarkRows {
  /// The revision of the last transaction that wrote anything; 0 for an empty database.
  static func revision(in db: Database) throws -> Int {
    let newest = "SELECT max(revision) FROM mark UNION ALL SELECT max(revision) FROM place"
    return try Int?.fetchAll(db, sql: newest).compactMap { $0 }.max() ?? 0
  }

  /// For the transaction under way. Ask once in a transaction.
  static func nextRevision(in db: Database) throws -> Int { try revision(in: db) + 1 }

  /// Everything after a revision; with 0, everything.
  static func changes(since revision: Int, in db: Database) throws -> MarkUpdate {
    // Reading all rows through the index of revisions would take several times as long.
    let condition = revision > 0 ? "WHERE revision > \(revision)" : ""
    let marks = "SELECT id, titleID, read, starred, step FROM mark \(condition)"
    let places = "SELECT id, titleID, place, revision FROM place \(condition)"
    // Among the stories that ever had a note: few, however many others changed.
    let notes = """
      SELECT id, titleID, note, noteStep FROM mark INDEXED BY markNoted
      WHERE noteStep IS NOT NULL AND revision > \(revision)
      """
    return MarkUpdate(
      revision: try self.revision(in: db),
      flags: try rows(marks, in: db) { row in
        guard let read = row[2] as Bool?, let starred = row[3] as Bool? else { return nil }
        return (MarkFlags(read: read, starred: starred), row[4])
      },
      places: try rows(places, in: db) { row in (row[2], row[3]) },
      notes: try rows(notes, in: db) { row in
        (row[2] as Data?).map { (String(decoding: $0, as: UTF8.self), row[3]) }
      })
  }

  private static func rows<Value>(
    _ sql: String, in db: Database, value: (Row) throws -> (Value, order: Int)?
  ) throws -> [MarkRow<Value>] {
    var rows: [MarkRow<Value>] = []
    let cursor = try Row.fetchCursor(db, sql: sql)
    while let row = try cursor.next() {
      let kept = try value(row)
      rows.append(MarkRow(story: StoryIdentity(row), value: kept?.0, order: kept?.order ?? 0))
    }
    return rows
  }

  /// Keeps a place, unless it is the one a reader would be given anyway.
  static func savePlace(_ place: Int, of story: StoryIdentity, in db: Database) throws {
    let (id, titleID) = (story.id.signed, story.titleID.signed)
    let known = """
      SELECT place FROM place WHERE id = ?1
      UNION ALL SELECT * FROM (
        SELECT place FROM place WHERE titleID = ?2 AND (?1 = ?2 OR id = ?2)
        ORDER BY revision DESC, id DESC LIMIT 1)
      LIMIT 1
      """
    if place == (try Int.fetchOne(db, sql: known, arguments: [id, titleID]) ?? 0) { return }
    try db.execute(
      sql: """
        INSERT INTO place (id, titleID, place, revision) VALUES (?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET place = excluded.place, revision = excluded.revision
        """, arguments: [id, titleID, place, try nextRevision(in: db)])
  }
}

extension StoryIdentity {
  /// From a row that begins with `id` and `titleID`.
  init(_ row: Row) {
    self.init(id: StoryID(signed: row[0]), titleID: StoryID(signed: row[1]))
  }
}
