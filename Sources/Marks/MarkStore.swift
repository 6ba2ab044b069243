import GRDB
import StoryLibrary
import Synchronization

/// Stores marks in an SQLite database that all running copies of the program share.
///
/// A call that returns has its change on the disk; a call that throws has changed nothing. Opening, reading and
/// writing block, a write for a few syncs of the disk, and wait up to five seconds for other programs, so a store
/// belongs on a thread of its own. It can be used from several; the calls then go one after the other.
public final class MarkStore: Sendable {
  /// Whether marks are saved.
  public enum Durability: Hashable, Sendable {
    /// Marks are written to the file.
    case onDisk
    /// The marks the file had when it was opened can be read, but setting one throws this error.
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
  /// What was in the database before the last write: which mark a story has is decided by ``MarkTable`` alone.
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
  /// What is missing is made: folders for their owner alone (mode 0700), the file likewise (0600). Where the file
  /// cannot be written but can be read, its marks are read into memory and ``durability`` is `.readOnly`. Where another
  /// file has taken its place, the marks of both are kept; of a damaged one, what can be read (see ``news``).
  ///
  /// - Throws: if the marks cannot be read. Use ``init(inMemoryBecause:)`` to go on without them.
  public convenience init(path: String) throws(MarkError) {
    try self.init(path: path, busyTimeout: 5)
  }

  /// `busyTimeout`: seconds to wait for other programs.
  convenience init(path: String, busyTimeout: Double) throws(MarkError) {
    let busy = BusyWait(seconds: busyTimeout)
    try self.init(path: path, busy) { opening throws(MarkError) in try opening.open() }
  }

  /// Opens a database in which damage was found after it had been opened: that file is set aside, and what can be read
  /// of it is in a new one.
  public convenience init(damaged store: MarkStore) throws(MarkError) {
    try? store.database.close()
    try self.init(path: store.path, store.busy) { opening throws(MarkError) in try opening.openDamaged() }
  }

  private init(
    path: String, _ busy: BusyWait, open: (inout MarkOpening) throws(MarkError) -> DatabaseQueue
  ) throws(MarkError) {
    let file = MarkFile(path: path)
    (self.path, self.busy) = (path, busy)
    do throws(MarkError) {
      var opening = MarkOpening(file, busy)
      database = try open(&opening)
      (durability, identity, news) = (.onDisk, file.identity, opening.news)
    } catch {
      guard error.leavesReading, file.hasContents else { throw error }
      database = try file.copyInMemory(busy: busy, insteadOf: error)
      (durability, identity, news) = (.readOnly(error), nil, [])
    }
    firstStep = (try? database.inDatabase { try MarkHistory.lastStep(in: $0) }) ?? 0
  }

  /// An empty store that forgets everything when the program ends, so that reading can go on where marks cannot
  /// be kept.
  ///
  /// - Throws: if there is not enough memory.
  public init(inMemoryBecause reason: MarkError) throws(MarkError) {
    path = ":memory:"
    durability = .inMemory(reason)
    database = try MarkFile.inMemory()
    (identity, news, busy, firstStep) = (nil, [], BusyWait(seconds: 0), 0)
  }

  /// The file that changes with every write of any program, symbolic links resolved. To hear of other programs' marks,
  /// watch its folder, then ask ``changes(since:)``.
  public var resolvedPath: String { MarkFile(path: path).resolvedPath }

  /// Does not wait for other programs any longer, and gives up what is being written: a call that is under way throws
  /// `busy` or `interrupted`, and has changed nothing.
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

  /// What anybody, this store included, wrote after `revision`, which is the revision of the table to be updated.
  /// Costs next to nothing when nobody wrote.
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
        // The number was asked for before the rows: what is written in between is looked for again.
        let latest = Seen(dataVersion: dataVersion, revision: update.revision)
        seen.withLock { $0 = latest }
        return update
      }
    } catch {
      throw MarkError(error, path: path)
    }
  }
}
