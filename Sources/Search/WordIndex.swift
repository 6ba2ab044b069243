import Foundation
import GRDB

/// An index of the words of pages, in one SQLite file that can be thrown away at any time.
///
/// Full text search is SQLite's (FTS5), used as an inverted file: it keeps neither texts nor places nor counts, and
/// the words come folded and separated already (see ``DocumentTerms``). Files are added and never changed: a file is
/// known by its stamp, and what is kept under a stamp that no file has any more is not asked for.
public final class WordIndex: Sendable {
  /// The layout of the tables and the rules of ``Words``. To be raised with every change of them.
  static let schema = 1

  /// The file.
  public let path: String
  private let database: DatabaseQueue

  /// Opens an index, and makes it where there is none of this layout.
  public init(path: String) throws(SearchError) {
    self.path = path
    do {
      database = try WordIndex.open(path)
    } catch {
      // What cannot be read is of no use: it is made anew.
      WordIndex.remove(path)
      do {
        database = try WordIndex.open(path)
      } catch {
        throw SearchError.index(path: path, reason: "\(error)")
      }
    }
  }

  /// Opens an index to search in it; nil when there is none of this layout.
  public init?(existing path: String) {
    self.path = path
    var configuration = Configuration()
    configuration.readonly = true
    guard access(path, R_OK) == 0,
      let database = try? DatabaseQueue(path: path, configuration: configuration),
      (try? database.read({ try WordIndex.hasLayout($0) })) == true
    else { return nil }
    self.database = database
  }

  /// Throws an index away.
  public static func remove(_ path: String) {
    for ending in ["", "-wal", "-shm", "-journal"] { unlink(path + ending) }
  }

  private static func open(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(1)
    // After a crash of the machine the index may have to be made anew.
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF")
    }
    let database = try DatabaseQueue(path: path, configuration: configuration)
    try database.write { db in
      guard try !hasLayout(db) else { return }
      try db.execute(
        sql: """
          DROP TABLE IF EXISTS batch;
          DROP TABLE IF EXISTS words;
          CREATE TABLE batch (first INTEGER PRIMARY KEY, stamps BLOB NOT NULL);
          CREATE VIRTUAL TABLE words USING fts5(
            terms, content = '', detail = none, columnsize = 0, tokenize = 'ascii');
          INSERT INTO words(words, rank) VALUES ('automerge', 8);
          PRAGMA user_version = \(schema);
          """)
    }
    return database
  }

  private static func hasLayout(_ db: Database) throws -> Bool {
    try Int.fetchOne(db, sql: "PRAGMA user_version") == schema && db.tableExists("batch")
  }

  /// For what other versions may have left.
  func setLayout(_ version: Int) throws(SearchError) {
    try write { db in try db.execute(sql: "PRAGMA user_version = \(version)") }
  }

  // MARK: Files

  /// The stamps of the files in the index, by their numbers there.
  public func stamps() throws(SearchError) -> [UInt64] {
    try read { db in try WordIndex.stamps(db) }
  }

  private static func stamps(_ db: Database) throws -> [UInt64] {
    var stamps: [UInt64] = []
    let batches = try Data.fetchCursor(db, sql: "SELECT stamps FROM batch ORDER BY first")
    while let batch = try batches.next() {
      batch.withUnsafeBytes { bytes in
        for number in 0..<bytes.count / 8 {
          stamps.append(bytes.loadUnaligned(fromByteOffset: number * 8, as: UInt64.self))
        }
      }
    }
    return stamps
  }

  /// One file for the index.
  struct File: Sendable {
    var stamp: UInt64
    /// One for each entry, as ``DocumentTerms`` writes it.
    var lines: [String]
  }

  /// Adds files at once, or none. `count` is how many files the index had when it was decided which to add: another
  /// program that has added some since is left to go on.
  func add(_ files: [File], after count: Int) throws(SearchError) {
    let isAlone = try write { db in
      guard try WordIndex.stamps(db).count == count else { return false }
      let stamps = files.map(\.stamp).withUnsafeBytes { Data($0) }
      try db.execute(sql: "INSERT INTO batch VALUES (?, ?)", arguments: [count, stamps])
      let statement = try db.makeStatement(sql: "INSERT INTO words(rowid, terms) VALUES (?, ?)")
      for (number, file) in files.enumerated() {
        for (entry, line) in file.lines.enumerated() where entry < Document.entriesPerFile {
          try statement.execute(arguments: [Document(file: count + number, entry: entry).row, line])
        }
      }
      return true
    }
    guard isAlone else { throw SearchError.inUse(path: path) }
  }

  // MARK: Searching

  /// The documents that have all of some terms, in the order of their rows.
  func documents(with terms: [IndexTerm], _ sign: DocumentTerms.Sign? = nil, _ signed: [IndexTerm] = [])
    throws(SearchError) -> [Document]
  {
    let all = terms.map { WordIndex.quoted($0, nil) } + signed.map { WordIndex.quoted($0, sign) }
    return try read { db in
      var found: [Document] = []
      let rows = try Int64.fetchCursor(
        db, sql: "SELECT rowid FROM words WHERE words MATCH ?", arguments: [all.joined(separator: " ")])
      while let row = try rows.next() { found.append(Document(row: row)) }
      return found
    }
  }

  private static func quoted(_ term: IndexTerm, _ sign: DocumentTerms.Sign?) -> String {
    "\"" + (sign?.rawValue ?? "") + String(decoding: term.bytes, as: UTF8.self)
      + (term.isPrefix ? "\"*" : "\"")
  }

  private func read<Result>(_ body: (Database) throws -> Result) throws(SearchError) -> Result {
    do {
      return try database.read(body)
    } catch {
      throw SearchError.index(path: path, reason: "\(error)")
    }
  }

  private func write<Result>(_ body: (Database) throws -> Result) throws(SearchError) -> Result {
    do {
      return try database.write(body)
    } catch {
      throw SearchError.index(path: path, reason: "\(error)")
    }
  }
}

/// An entry of a file in an index.
struct Document: Hashable, Comparable {
  /// The number of a row: the file's number and the entry's place on the page.
  var row: Int64

  /// Pages list some dozens of stories.
  static let entriesPerFile = 1 << 16

  init(row: Int64) {
    self.row = row
  }

  init(file: Int, entry: Int) {
    row = Int64(file) * Int64(Document.entriesPerFile) + Int64(entry)
  }

  var file: Int { Int(row) / Document.entriesPerFile }
  var entry: Int { Int(row) % Document.entriesPerFile }

  static func < (left: Document, right: Document) -> Bool { left.row < right.row }
}
