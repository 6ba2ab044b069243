import Foundation
import GRDB
import Text
import StoryLibrary

/// Rows in and out of the database, apart from the history. Every function runs inside a transaction of its caller.
enum MarkRows {
  /// The revision of the last transaction that wrote anything; 0 for an empty database.
  static func revision(in db: Database) throws -> Int {
    let newest = "SELECT max(revision) FROM mark UNION ALL SELECT max(revision) FROM place"
    let numbers = try DatabaseValue.fetchAll(db, sql: newest).compactMap(\.integer)
    guard let last = numbers.max() else { return 0 }
    // Nobody has written that often.
    guard last < Int64(1) << 53 else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "revision \(last)")
    }
    return Int(max(0, last))
  }

  /// For the transaction under way. Ask once in a transaction.
  static func nextRevision(in db: Database) throws -> Int { try revision(in: db) + 1 }

  /// Everything after a revision; with 0, or one that the database has not reached, everything.
  static func changes(since known: Int, in db: Database) throws -> MarkUpdate {
    let newest = try self.revision(in: db)
    let revision = known <= newest ? known : 0
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
      revision: newest, isWhole: known > newest,
      flags: try rows(marks, in: db) { row in
        let (read, starred) = (row.flag(2), row.flag(3))
        if read == nil, starred == nil { return nil }
        return (MarkFlags(read: read ?? false, starred: starred ?? false), row.count(4) ?? 0)
      },
      places: try rows(places, in: db) { row in row.count(2).map { ($0, row.count(3) ?? 0) } },
      notes: try rows(notes, in: db) { row in
        row.text(2).flatMap { text in
          let text = TextSanitizer.cleanLines(text)
          return text.isEmpty ? nil : (text, row.count(3) ?? 0)
        }
      })
  }

  private static func rows<Value>(
    _ sql: String, in db: Database, value: (Row) throws -> (Value, order: Int)?
  ) throws -> [MarkRow<Value>] {
    var rows: [MarkRow<Value>] = []
    let cursor = try Row.fetchCursor(db, sql: sql)
    while let row = try cursor.next() {
      guard let story = row.identity else { continue }
      let kept = try value(row)
      rows.append(MarkRow(story: story, value: kept?.0, order: kept?.order ?? 0))
    }
    return rows
  }

  /// Keeps a place, unless it is the one a reader would be given anyway.
  static func savePlace(_ place: Int, of story: StoryIdentity, at time: Int64, in db: Database) throws {
    let (id, titleID) = (story.id.signed, story.titleID.signed)
    let known = """
      SELECT place FROM place WHERE id = ?1
      UNION ALL SELECT * FROM (
        SELECT place FROM place WHERE titleID = ?2 AND (?1 = ?2 OR id = ?2)
        ORDER BY revision DESC, id DESC LIMIT 1)
      LIMIT 1
      """
    if place == (try Row.fetchOne(db, sql: known, arguments: [id, titleID])?.count(0) ?? 0) { return }
    try db.execute(
      sql: """
        INSERT INTO place (id, titleID, place, revision, time) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (id) DO UPDATE SET
          place = ?3, revision = ?4, time = \(MarkTime.later(than: "time", now: "?5"))
        """, arguments: [id, titleID, place, try nextRevision(in: db), time])
  }
}
