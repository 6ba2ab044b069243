import Foundation
import GRDB
import Text
import StoryLibrary

/// Reads and writes rows of the database, except for the history. Every function runs inside a transaction of its
/// caller.
enum MarkRows {
  /// The revision of the last transaction that wrote anything; 0 for an empty database.
  static func revision(in db: Database) throws -> Int {
    let newest = """
      SELECT max(revision) FROM mark UNION ALL SELECT max(revision) FROM place
      UNION ALL SELECT max(revision) FROM label
      """
    let numbers = try DatabaseValue.fetchAll(db, sql: newest).compactMap(\.integer)
    guard let last = numbers.max() else { return 0 }
    // Only a damaged file has a larger number.
    guard last < Int64(1) << 53 else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "revision \(last)")
    }
    return Int(max(0, last))
  }

  /// The revision of the current transaction. Call it once per transaction.
  static func nextRevision(in db: Database) throws -> Int { try revision(in: db) + 1 }

  /// Everything after a revision; everything at all for 0 or a revision that the database has not reached.
  static func changes(since known: Int, in db: Database) throws -> MarkUpdate {
    let newest = try self.revision(in: db)
    let revision = known <= newest ? known : 0
    // Reading all rows through the index of revisions would take several times as long.
    let condition = revision > 0 ? "WHERE revision > \(revision)" : ""
    let story = MarkedStory.columns
    let marks = """
      SELECT mark.id, mark.titleID, \(story), read, starred, archived, step
      FROM mark LEFT JOIN story ON story.id = mark.id \(condition)
      """
    let places = """
      SELECT place.id, place.titleID, \(story), place, revision
      FROM place LEFT JOIN story ON story.id = place.id \(condition)
      """
    // Searches only stories that ever had a note: they are few, however many others changed.
    let notes = """
      SELECT mark.id, mark.titleID, \(story), note, noteStep
      FROM mark INDEXED BY markNoted LEFT JOIN story ON story.id = mark.id
      WHERE noteStep IS NOT NULL AND revision > \(revision)
      """
    return MarkUpdate(
      revision: newest, isWhole: known > newest,
      flags: try rows(marks, in: db) { row in
        let (read, starred, archived) = (row.flag(7), row.flag(8), row.flag(9))
        if read == nil, starred == nil, archived == nil { return nil }
        let flags = MarkFlags(read: read ?? false, starred: starred ?? false, archived: archived ?? false)
        return (flags, row.count(10) ?? 0)
      },
      places: try rows(places, in: db) { row in row.count(7).map { ($0, row.count(8) ?? 0) } },
      notes: try rows(notes, in: db) { row in
        row.text(7).flatMap { text in
          let text = TextSanitizer.cleanLines(text)
          return text.isEmpty ? nil : (text, row.count(8) ?? 0)
        }
      }, labels: try labels(since: revision, in: db))
  }

  /// All labels of each story with a changed label; an empty list for a story that has lost its last one.
  private static func labels(since revision: Int, in db: Database) throws -> [MarkRow<[String]>] {
    let condition =
      revision > 0 ? "WHERE label.id IN (SELECT id FROM label WHERE revision > \(revision))" : ""
    let sql = """
      SELECT label.id, label.titleID, \(MarkedStory.columns), label, isSet, label.step
      FROM label LEFT JOIN story ON story.id = label.id \(condition) ORDER BY label.id
      """
    var rows: [MarkRow<[String]>] = []
    func add(_ story: MarkedStory, _ labels: Set<String>, _ order: Int) {
      rows.append(MarkRow(story: story, value: labels.isEmpty ? nil : labels.sorted(), order: order))
    }
    var current: (story: MarkedStory, labels: Set<String>, order: Int)?
    let cursor = try Row.fetchCursor(db, sql: sql)
    while let row = try cursor.next() {
      guard let story = MarkedStory(row) else { continue }
      if let last = current, last.story.id != story.id {
        add(last.story, last.labels, last.order)
        current = nil
      }
      var known = current ?? (story, [], 0)
      if row.flag(8) == true, let label = row.text(7).flatMap({ Label.normalized($0) }) {
        known.labels.insert(label)
      }
      known.order = max(known.order, row.count(9) ?? 0)
      current = known
    }
    if let current { add(current.story, current.labels, current.order) }
    return rows
  }

  private static func rows<Value>(
    _ sql: String, in db: Database, value: (Row) throws -> (Value, order: Int)?
  ) throws -> [MarkRow<Value>] {
    var rows: [MarkRow<Value>] = []
    let cursor = try Row.fetchCursor(db, sql: sql)
    while let row = try cursor.next() {
      guard let story = MarkedStory(row) else { continue }
      let kept = try value(row)
      rows.append(MarkRow(story: story, value: kept?.0, order: kept?.order ?? 0))
    }
    return rows
  }

  /// Saves a position, unless the story already has it.
  static func savePlace(
    _ place: Int, of story: StoryIdentity, at time: Int64, knowing table: MarkTable, in db: Database
  ) throws {
    if place == table.mark(for: story).place { return }
    try db.execute(
      sql: """
        INSERT INTO place (id, titleID, place, revision, time) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (id) DO UPDATE SET
          place = ?3, revision = ?4, time = \(MarkTime.later(than: "time", now: "?5"))
        """,
      arguments: [story.id.signed, story.titleID.signed, place, try nextRevision(in: db), time])
    try MarkedStory.save(story, since: time / 1_000, in: db)
  }
}
