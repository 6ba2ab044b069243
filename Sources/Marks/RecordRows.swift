import Foundation
import GRDB
import StoryLibrary

/// Reads records from the database and writes them. Every function runs inside a transaction of its caller.
enum RecordRows {
  /// All marks that were ever set, including removed ones, in the order of an export.
  static func all(in db: Database) throws -> [MarkRecord] {
    var records: [MarkRecord] = []
    func rows(_ table: String, _ parse: (Row, MarkedStory) -> [MarkRecord]) throws {
      let sql = """
        SELECT kept.id, kept.titleID, \(MarkedStory.columns), kept.*
        FROM \(table) AS kept LEFT JOIN story ON story.id = kept.id
        """
      let rows = try Row.fetchCursor(db, sql: sql)
      while let row = try rows.next() {
        if let story = MarkedStory(row) { records += parse(row, story) }
      }
    }
    try rows("mark", records(ofMark:story:))
    try rows("place", records(ofPlace:story:))
    try rows("label", records(ofLabel:story:))
    return records.sorted(by: MarkRecord.isBefore)
  }

  /// From a row of any version that begins with `id` and `titleID`. A mark that was never set produces no record.
  static func records(ofMark row: Row) -> [MarkRecord] {
    row.identity.map { records(ofMark: row, story: MarkedStory(identity: $0, since: 0, seen: 0)) } ?? []
  }

  private static func records(ofMark row: Row, story: MarkedStory) -> [MarkRecord] {
    func time(_ column: String) -> Int64? { (row[column] as DatabaseValue?)?.integer }
    func flag(_ column: String) -> Bool { (row[column] as DatabaseValue?)?.integer.map { $0 != 0 } ?? false }
    let note = (row["note"] as DatabaseValue?)?.text.flatMap { $0.isEmpty ? nil : $0 }
    var records: [MarkRecord] = []
    func add(_ value: MarkRecord.Value, isSet: Bool, _ time: Int64?) {
      if isSet || time != nil { records.append(story.record(value, time)) }
    }
    add(.read(flag("read")), isSet: flag("read"), time("readTime"))
    add(.starred(flag("starred")), isSet: flag("starred"), time("starredTime"))
    add(.archived(flag("archived")), isSet: flag("archived"), time("archivedTime"))
    // Longer than any valid note: damage.
    if note?.utf8.count ?? 0 <= Mark.noteLimit { add(.note(note), isSet: note != nil, time("noteTime")) }
    return records
  }

  static func records(ofPlace row: Row) -> [MarkRecord] {
    row.identity.map { records(ofPlace: row, story: MarkedStory(identity: $0, since: 0, seen: 0)) } ?? []
  }

  private static func records(ofPlace row: Row, story: MarkedStory) -> [MarkRecord] {
    guard let place = (row["place"] as DatabaseValue?)?.integer else { return [] }
    let time = (row["time"] as DatabaseValue?)?.integer
    return [story.record(.place(Int(clamping: max(0, place))), time)]
  }

  static func records(ofLabel row: Row) -> [MarkRecord] {
    row.identity.map { records(ofLabel: row, story: MarkedStory(identity: $0, since: 0, seen: 0)) } ?? []
  }

  private static func records(ofLabel row: Row, story: MarkedStory) -> [MarkRecord] {
    guard let text = (row["label"] as DatabaseValue?)?.text, let label = Label.normalized(text),
      let isSet = (row["isSet"] as DatabaseValue?)?.integer
    else { return [] }
    return [story.record(.label(label, isSet != 0), (row["time"] as DatabaseValue?)?.integer)]
  }

  /// Writes the records that are later than the stored ones.
  /// - Returns: how many were later.
  static func merge(_ records: some Sequence<MarkRecord>, in db: Database) throws -> Int {
    let revision = try MarkRows.nextRevision(in: db)
    // Notes and flags set elsewhere count as set last here.
    let step = try 1 + (DatabaseValue.fetchOne(db, sql: "SELECT max(id) FROM step")?.integer ?? 0)
    let statements = try Statements(db)
    var count = 0
    for record in records {
      try statements.merge(record, step: step, revision: revision)
      guard db.changesCount > 0 else { continue }
      count += 1
      try MarkedStory.save(record.story, since: record.time / 1_000, seen: record.seen, in: db)
    }
    return count
  }

  private struct Statements {
    let read, starred, archived, label, place, note: Statement

    init(_ db: Database) throws {
      read = try db.cachedStatement(sql: Statements.flag("read", others: "starred", "archived"))
      starred = try db.cachedStatement(sql: Statements.flag("starred", others: "read", "archived"))
      archived = try db.cachedStatement(sql: Statements.flag("archived", others: "read", "starred"))
      label = try db.cachedStatement(
        sql: """
          INSERT INTO label (id, titleID, isSet, time, revision, step, label) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
          ON CONFLICT (id, label) DO UPDATE SET isSet = ?3, time = ?4, revision = ?5, step = ?6
          WHERE (?4, ?3) > (coalesce(time, 0), isSet)
          """)
      place = try db.cachedStatement(
        sql: """
          INSERT INTO place (id, titleID, place, time, revision) VALUES (?1, ?2, ?3, ?4, ?5)
          ON CONFLICT (id) DO UPDATE SET place = ?3, time = ?4, revision = ?5
          WHERE (?4, ?3) > (coalesce(time, 0), place)
          """)
      note = try db.cachedStatement(
        sql: """
          INSERT INTO mark (id, titleID, note, noteTime, revision, noteStep) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
          ON CONFLICT (id) DO UPDATE SET note = ?3, noteTime = ?4, revision = ?5, noteStep = ?6
          WHERE (?4, coalesce(?3, x'')) > (coalesce(noteTime, 0), coalesce(note, x''))
          """)
    }

    /// A row with one of the flags has all of them.
    private static func flag(_ name: String, others first: String, _ second: String) -> String {
      """
      INSERT INTO mark (id, titleID, \(name), \(name)Time, revision, step, \(first), \(second))
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0, 0)
      ON CONFLICT (id) DO UPDATE SET
        \(name) = ?3, \(name)Time = ?4, revision = ?5, step = ?6, \(first) = coalesce(\(first), 0),
        \(second) = coalesce(\(second), 0)
      WHERE (?4, ?3) > (coalesce(\(name)Time, 0), coalesce(\(name), 0))
      """
    }

    func merge(_ record: MarkRecord, step: Int64, revision: Int) throws {
      let story = [record.story.id.signed.databaseValue, record.story.titleID.signed.databaseValue]
      let times = [record.time.databaseValue, revision.databaseValue]
      switch record.value {
      case .read(let value): try run(read, story + [value.databaseValue] + times + [step.databaseValue])
      case .starred(let value): try run(starred, story + [value.databaseValue] + times + [step.databaseValue])
      case .archived(let value):
        try run(archived, story + [value.databaseValue] + times + [step.databaseValue])
      case .label(let name, let isSet):
        try run(
          label, story + [isSet.databaseValue] + times + [step.databaseValue, name.databaseValue])
      case .place(let value): try run(place, story + [value.databaseValue] + times)
      case .note(let value):
        let bytes = value.map { Data($0.utf8).databaseValue } ?? .null
        try run(note, story + [bytes] + times + [step.databaseValue])
      }
    }

    private func run(_ statement: Statement, _ arguments: [DatabaseValue]) throws {
      statement.setUncheckedArguments(StatementArguments(arguments))
      try statement.execute()
    }
  }
}

extension MarkedStory {
  fileprivate func record(_ value: MarkRecord.Value, _ time: Int64?) -> MarkRecord {
    MarkRecord(identity, value, time: time ?? 0, seen: seen)
  }
}
