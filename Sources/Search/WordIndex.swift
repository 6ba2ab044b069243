import Foundation
import GRDB

/// An index of the words of pages, in one SQLite file that can be deleted at any time.
///
/// Full-text search is SQLite's (FTS5), used as an inverted file: it stores neither texts nor positions nor counts, and
/// words are folded and separated before they are added (see ``DocumentTerms``). Files are added and never changed: a
/// file is identified by its stamp, and entries under the stamp of a file that no longer exists are ignored.
public final class WordIndex: Sendable {
  /// The version of the tables and of the rules of `Words`. Increase it with every change of them.
  static let schema = 4

  /// The file.
  public let path: String
  private let database: DatabaseQueue

  /// Opens an index to add to it, or creates one if there is none of this version or it is damaged. An index that
  /// another program is using is not removed.
  public init(path: String) throws(SearchError) {
    self.path = path
    if IndexSeal.state(of: path) == .damaged { WordIndex.remove(path) }
    do {
      database = try WordIndex.open(path)
    } catch let error where WordIndex.isDamage(error) {
      WordIndex.remove(path)
      do {
        database = try WordIndex.open(path)
      } catch {
        throw WordIndex.searchError(error, path)
      }
    } catch {
      throw WordIndex.searchError(error, path)
    }
  }

  /// Opens an index to search it; nil if there is none of this version or it is damaged.
  public init?(existing path: String) {
    self.path = path
    var configuration = Configuration()
    configuration.readonly = true
    guard access(path, R_OK) == 0, IndexSeal.state(of: path) != .damaged,
      let database = try? DatabaseQueue(path: path, configuration: configuration),
      (try? database.read({ try WordIndex.hasLayout($0) })) == true
    else { return nil }
    self.database = database
  }

  /// Removes an index.
  public static func remove(_ path: String) {
    IndexSeal.remove(path)
    for ending in ["", "-wal", "-shm", "-journal"] { unlink(path + ending) }
  }

  private static func open(_ path: String) throws -> DatabaseQueue {
    // The files beside it get the same permissions from SQLite.
    let file = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    if file >= 0 { close(file) }
    // A copied index may be readable by others.
    for ending in ["", "-wal", "-shm"] { chmod(path + ending, 0o600) }
    var configuration = Configuration()
    configuration.busyMode = .timeout(1)
    // After a crash of the machine the index may have to be rebuilt.
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF")
    }
    let database = try DatabaseQueue(path: path, configuration: configuration)
    try database.write { db in
      if try !hasLayout(db) { try makeTables(db, path) }
    }
    return database
  }

  /// FTS5 collects terms in memory (`hashsize`, in bytes) and writes them as one more segment. Merging segments was
  /// nearly half of FTS5's own work (133,000 documents: 9.2 s of computing, 5.0 without), and 17 are searched as fast
  /// as 2; 196 took five times as long for a rare word. Therefore segments are only merged once there are 60.
  private static func makeTables(_ db: Database, _ path: String) throws {
    IndexSeal.remove(path)
    try db.execute(
      sql: """
        DROP TABLE IF EXISTS batch;
        DROP TABLE IF EXISTS words;
        CREATE TABLE batch (first INTEGER PRIMARY KEY, stamps BLOB NOT NULL);
        CREATE VIRTUAL TABLE words USING fts5(
          terms, content = '', detail = none, columnsize = 0, tokenize = 'ascii');
        INSERT INTO words(words, rank) VALUES ('hashsize', 8388608);
        INSERT INTO words(words, rank) VALUES ('automerge', 0);
        INSERT INTO words(words, rank) VALUES ('crisismerge', 60);
        PRAGMA user_version = \(schema);
        """)
  }

  private static func hasLayout(_ db: Database) throws -> Bool {
    try Int.fetchOne(db, sql: "PRAGMA user_version") == schema && db.tableExists("batch")
  }

  /// Sets the version number.
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

  /// A file to add to the index.
  struct File: Sendable {
    var stamp: UInt64
    /// A line of ``DocumentTerms`` for each entry.
    var lines: [Data]
  }

  /// Adds files in one transaction, and returns their number. `next` returns the next file, or nil at the end.
  ///
  /// `count` is the number of files the index had when the files were chosen: nothing is added if another program has
  /// added files since.
  func add(after count: Int, _ next: () -> File?) throws(SearchError) -> Int {
    let added: Int? = try write { db in
      guard try WordIndex.stamps(db).count == count else { return nil }
      IndexSeal.remove(path)
      var stamps: [UInt64] = []
      let statement = try db.makeStatement(sql: "INSERT INTO words(rowid, terms) VALUES (?, ?)")
      while let file = next() {
        for (entry, line) in file.lines.enumerated() where entry < Document.entriesPerFile {
          let document = Document(file: count + stamps.count, entry: entry)
          try statement.execute(arguments: [document.row, line])
        }
        stamps.append(file.stamp)
      }
      if !stamps.isEmpty {
        let data = stamps.withUnsafeBytes { Data($0) }
        try db.execute(sql: "INSERT INTO batch VALUES (?, ?)", arguments: [count, data])
      }
      return stamps.count
    }
    guard let added else { throw SearchError.inUse(path: path) }
    return added
  }

  /// Removes all files from the index.
  func removeAll() throws(SearchError) {
    try write { db in try WordIndex.makeTables(db, path) }
  }

  /// Seals the index, so that later damage to its file is noticed. Does nothing while others use the index.
  func seal() {
    guard (try? database.writeWithoutTransaction { db in try db.checkpoint(.truncate) }) != nil else {
      return
    }
    try? database.write { _ in
      // From here on nothing is written, and no earlier writes are left in files beside it.
      if WordIndex.size(of: path + "-wal") == 0 { IndexSeal.set(path) }
    }
  }

  private static func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  // MARK: Searching

  /// The documents that have all of some terms, in the order of their rows.
  func documents(
    with terms: [IndexTerm], _ marker: DocumentTerms.Marker? = nil, _ marked: [IndexTerm] = []
  ) throws(SearchError) -> [Document] {
    var found: [Document] = []
    try visitDocuments(with: terms, marker, marked) { document in
      found.append(document)
      return true
    }
    return found
  }

  /// Visits them until `visitor` returns false.
  func visitDocuments(
    with terms: [IndexTerm], _ marker: DocumentTerms.Marker? = nil, _ marked: [IndexTerm] = [],
    _ visitor: (Document) -> Bool
  ) throws(SearchError) {
    let all = terms.map { WordIndex.quoted($0, nil) } + marked.map { WordIndex.quoted($0, marker) }
    try visitDocuments(matching: all.joined(separator: " "), visitor)
  }

  /// The documents that have all of some terms, at least one of those in `folded` only in folded text, in the order of
  /// their rows.
  func documents(withFolded folded: [IndexTerm], _ others: [IndexTerm]) throws(SearchError) -> [Document] {
    let only = folded.map { WordIndex.quoted($0, .folded) }
    let each = zip(folded, only).map { "(\(WordIndex.quoted($0, nil)) OR \($1))" }
    let all = ["(\(only.joined(separator: " OR ")))"] + (folded.count > 1 ? each : [])
    var found: [Document] = []
    try visitDocuments(matching: (all + others.map { WordIndex.quoted($0, nil) }).joined(separator: " AND "))
    {
      found.append($0)
      return true
    }
    return found
  }

  private func visitDocuments(
    matching expression: String, _ visitor: (Document) -> Bool
  ) throws(SearchError) {
    try read { db in
      let rows = try Int64.fetchCursor(
        db, sql: "SELECT rowid FROM words WHERE words MATCH ?", arguments: [expression])
      while let row = try rows.next() {
        guard visitor(Document(row: row)) else { return }
      }
    }
  }

  private static func quoted(_ term: IndexTerm, _ marker: DocumentTerms.Marker?) -> String {
    "\"" + (marker?.text.description ?? "") + String(decoding: term.bytes, as: UTF8.self)
      + (term.isPrefix ? "\"*" : "\"")
  }

  // MARK: Errors

  func read<Result>(_ body: (Database) throws -> Result) throws(SearchError) -> Result {
    try perform { try database.read(body) }
  }

  private func write<Result>(_ body: (Database) throws -> Result) throws(SearchError) -> Result {
    try perform { try database.write(body) }
  }

  private func perform<Result>(_ body: () throws -> Result) throws(SearchError) -> Result {
    do {
      return try body()
    } catch {
      throw WordIndex.searchError(error, path)
    }
  }

  /// Whether an error means that the file is damaged, not that it is in use, the disk is full or permissions are
  /// missing.
  private static func isDamage(_ error: any Error) -> Bool {
    switch (error as? DatabaseError)?.resultCode {
    case .SQLITE_NOTADB?, .SQLITE_CORRUPT?: true
    default: false
    }
  }

  private static func searchError(_ error: any Error, _ path: String) -> SearchError {
    if isDamage(error) { return .damaged(path: path) }
    switch (error as? DatabaseError)?.resultCode {
    case .SQLITE_BUSY?, .SQLITE_LOCKED?: return .inUse(path: path)
    default: return .index(path: path, reason: "\(error)")
    }
  }
}

/// An entry of a file in an index.
struct Document: Hashable, Comparable {
  /// The number of a row: the file's number and the entry's position on the page.
  var row: Int64

  /// The most entries of a file; pages list some dozens of stories.
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
