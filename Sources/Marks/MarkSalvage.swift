import Foundation
import GRDB
import Glibc
import StoryLibrary

/// Reads the readable rows of a damaged database, one by one.
struct MarkSalvage {
  private var records: Set<MarkRecord> = []
  /// How many more times to search for rows between damaged pages.
  private var attempts = 400

  /// The readable marks of a file, after repairing its header only; empty if nothing can be read.
  static func records(from path: String) -> [MarkRecord] {
    guard let database = open(path) else { return [] }
    var salvage = MarkSalvage()
    let tables = [
      ("mark", RecordRows.records(ofMark:)), ("place", RecordRows.records(ofPlace:)),
      ("label", RecordRows.records(ofLabel:)),
    ]
    for (table, parse) in tables {
      salvage.read(table, of: database, from: .min, to: .max, parse)
    }
    let stories = salvage.stories(of: database)
    try? database.close()
    salvage.records = Set(
      salvage.records.map { record in
        let story = stories[record.story.id]
        return MarkRecord(
          story?.identity ?? record.story, record.value, time: record.time, seen: story?.seen ?? record.seen)
      })
    return salvage.records.sorted(by: MarkRecord.isBefore)
  }

  /// The stories that can be read from either end.
  private func stories(of database: DatabaseQueue) -> [StoryID: MarkedStory] {
    var stories: [StoryID: MarkedStory] = [:]
    for order in ["ASC", "DESC"] {
      try? database.inDatabase { db in
        let sql = "SELECT id, titleID, \(MarkedStory.columns) FROM story ORDER BY id \(order)"
        let rows = try Row.fetchCursor(db, sql: sql)
        while let row = try rows.next() {
          if let story = MarkedStory(row) { stories[story.id] = story }
        }
      }
    }
    return stories
  }

  private static func open(_ path: String) -> DatabaseQueue? {
    mendHead(of: path)
    var configuration = Configuration()
    configuration.busyMode = .timeout(1)
    // Allows tables to be read even if the schema of others is damaged.
    configuration.prepareDatabase { db in try db.execute(sql: "PRAGMA writable_schema = ON") }
    return try? DatabaseQueue(path: path, configuration: configuration)
  }

  /// Damage in its first bytes, which are constant, makes a file unrecognizable as an SQLite database; the mark that
  /// identifies it as ours comes later in the file.
  private static func mendHead(of path: String) {
    let file = Glibc.open(path, O_RDWR | O_CLOEXEC)
    guard file >= 0 else { return }
    defer { close(file) }
    let magic = Array("SQLite format 3\0".utf8)
    var head = [UInt8](repeating: 0, count: 72)
    guard pread(file, &head, head.count, 0) == head.count, Array(head.prefix(magic.count)) != magic else {
      return
    }
    let applicationID = head[68..<72].reduce(0) { $0 << 8 | Int($1) }
    if applicationID == MarkSchema.applicationID { _ = pwrite(file, magic, magic.count, 0) }
  }

  /// Reads rows from both ends of a range of IDs until it meets damage, then continues in the middle of the rest. IDs
  /// are hashes, so half of the range holds half of the rows.
  private mutating func read(
    _ table: String, of database: DatabaseQueue, from low: Int64, to high: Int64,
    _ parse: (Row) -> [MarkRecord]
  ) {
    guard low <= high, attempts > 0 else { return }
    attempts -= 1
    let upward = rows(table, of: database, from: low, to: high, "ASC", parse)
    if upward.isWhole { return }
    let downward = rows(table, of: database, from: low, to: high, "DESC", parse)
    if downward.isWhole { return }
    let (first, last) = (upward.lastID.map { $0 + 1 } ?? low, downward.lastID.map { $0 - 1 } ?? high)
    // There are no rows between two adjacent damaged pages.
    guard first < last, last.subtractingReportingOverflow(first).overflow || last - first > 1 << 32 else {
      return
    }
    let middle = first / 2 + last / 2
    read(table, of: database, from: first, to: middle, parse)
    read(table, of: database, from: middle + 1, to: last, parse)
  }

  private mutating func rows(
    _ table: String, of database: DatabaseQueue, from low: Int64, to high: Int64, _ order: String,
    _ parse: (Row) -> [MarkRecord]
  ) -> (isWhole: Bool, lastID: Int64?) {
    var (lastID, found): (Int64?, [MarkRecord]) = (nil, [])
    let isWhole: Void? = try? database.inDatabase { db in
      let sql = """
        SELECT id, titleID, * FROM \(table) NOT INDEXED WHERE id BETWEEN ? AND ? ORDER BY id \(order)
        """
      let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: [low, high])
      while let row = try rows.next() {
        if let id = row.integer(0), id > .min, id < .max { lastID = id }
        found += parse(row)
      }
    }
    records.formUnion(found)
    return (isWhole != nil, lastID)
  }
}
