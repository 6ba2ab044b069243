import GRDB
import StoryLibrary
import Synchronization

/// Stores marks in an SQLite database that all running copies of the program share.
///
/// When a call returns, its change is on disk; if it throws, nothing has changed. Opening, reading and writing block, a
/// write for a few syncs of the disk, and wait up to five seconds for other programs, so use a store on a thread of its
/// own. It can be used from several threads; calls are then serialized.
public final class MarkStore: Sendable {
  /// Whether marks are saved.
  public enum Durability: Hashable, Sendable {
    /// Marks are written to the file.
    case onDisk
    /// The marks that the file had when it was opened can be read, but setting one throws this error.
    case readOnly(MarkError)
    /// Marks are lost when the program ends, because the file cannot be used at all.
    case inMemory(MarkError)
  }

  /// The path of the database file, as given.
  public let path: String
  /// Whether marks are saved.
  public let durability: Durability
  /// What happened to the file since the last run, and how it was repaired.
  public let news: [MarkNews]

  let database: DatabaseQueue
  /// The identity of the opened file; nil if none is written.
  let identity: FileIdentity?
  let seen = Mutex<Seen?>(nil)
  let busy: BusyWait
  /// The contents of the database before the last write: only ``MarkTable`` decides which mark a story has.
  let followed = Mutex(MarkTable())
  /// The last step of the history when the database was opened.
  let firstStep: Int

  /// The state of the database when it was last read. Nil after our own writes, which do not change `dataVersion`.
  struct Seen {
    /// SQLite's `PRAGMA data_version`, which changes when another connection writes.
    var dataVersion: Int
    var revision: Int
  }

  /// Opens the database at a path, usually `$XDG_STATE_HOME/broadsheet/marks.sqlite`.
  ///
  /// Missing folders are created for their owner alone (mode 0700), and so is a missing file (0600). If the file can be
  /// read but not written, its marks are read into memory and ``durability`` is `.readOnly`. If the file was replaced
  /// by another one, the marks of both are kept; if it is damaged, the readable ones (see ``news``).
  ///
  /// - Throws: if the marks cannot be read. Use ``init(inMemoryBecause:)`` to continue without them.
  public convenience init(path: String) throws(MarkError) {
    try self.init(path: path, busyTimeout: 5)
  }

  /// `busyTimeout`: seconds to wait for other programs.
  convenience init(path: String, busyTimeout: Double) throws(MarkError) {
    let busy = BusyWait(seconds: busyTimeout)
    try self.init(path: path, busy) { opening throws(MarkError) in try opening.open() }
  }

  /// Opens a database in which damage was found after it was opened: the damaged file is moved aside, and its readable
  /// marks are written to a new one.
  public convenience init(damaged store: MarkStore) throws(MarkError) {
    try? store.database.close()
    try self.init(path: store.path, store.busy) { opening throws(MarkError) in try opening.openDamaged() }
  }

  init(
    path: String, _ busy: BusyWait, open: (inout MarkOpening) throws(MarkError) -> DatabaseQueue
  ) throws(MarkError) {
    let file = MarkFile(path: path)
    (self.path, self.busy) = (path, busy)
    do throws(MarkError) {
      var opening = MarkOpening(file, busy)
      database = try open(&opening)
      (durability, identity, news) = (.onDisk, opening.identity, opening.news)
    } catch {
      guard error.leavesReading, file.hasContents else { throw error }
      database = try file.copyInMemory(busy: busy, insteadOf: error)
      (durability, identity, news) = (.readOnly(error), nil, [])
    }
    firstStep = (try? database.inDatabase { try MarkHistory.lastStep(in: $0) }) ?? 0
  }

  /// An empty store that loses everything when the program ends, so that the program can be used even if marks cannot
  /// be saved.
  ///
  /// - Throws: if there is not enough memory.
  public init(inMemoryBecause reason: MarkError) throws(MarkError) {
    path = ":memory:"
    durability = .inMemory(reason)
    database = try MarkFile.inMemory()
    (identity, news, busy, firstStep) = (nil, [], BusyWait(seconds: 0), 0)
  }

  /// The file that changes with every write of any program, with symbolic links resolved. To detect other programs'
  /// marks, watch its folder, then call ``changes(since:)``.
  public var resolvedPath: String { MarkFile(path: path).resolvedPath }

  /// Stops waiting for other programs and aborts the current write: a call in progress throws `busy` or `interrupted`
  /// and changes nothing.
  public func hurry() {
    busy.stopWaiting()
    database.interrupt()
  }

  /// Closes the store, which cannot be used any more. Nothing is lost without closing it.
  public func close() throws(MarkError) {
    do { try database.close() } catch { throw MarkError(error, path: path) }
  }
}

extension MarkStore {
  /// All marks.
  public func table() throws(MarkError) -> MarkTable {
    var table = MarkTable()
    table.apply(try changes(since: 0))
    return table
  }

  /// The changes written by any program, including this store, after `revision`, which is the revision of the table to
  /// be updated. Almost free if nothing was written.
  public func changes(since revision: Int) throws(MarkError) -> MarkUpdate {
    try checkIdentity()
    do {
      return try database.inDatabase { db in
        let dataVersion = try Int.fetchOne(db, sql: "PRAGMA data_version") ?? 0
        if let seen = seen.withLock({ $0 }), seen.dataVersion == dataVersion, seen.revision == revision {
          return MarkUpdate(revision: revision)
        }
        var update = MarkUpdate(revision: revision)
        try db.inTransaction(.deferred) {
          update = try MarkRows.changes(since: revision, in: db)
          return .commit
        }
        // The number was read before the rows: changes written in between are read again next time.
        let latest = Seen(dataVersion: dataVersion, revision: update.revision)
        seen.withLock { $0 = latest }
        return update
      }
    } catch {
      throw MarkError(error, path: path)
    }
  }
}
