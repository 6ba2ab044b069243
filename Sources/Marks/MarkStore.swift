import GRDB
public import StoryLibrary
import Synchronization

/// Where marks are kept: an SQLite database that all running copies of the program share.
///
/// A call that returns has its change on the disk; a call that throws has changed nothing. Opening, reading and
/// writing block, a write for one sync of the disk, and wait up to five seconds for other programs, so a store
/// belongs on a thread of its own. It can be used from several; the calls then go one after the other.
public final class MarkStore: Sendable {
  /// What becomes of the marks a reader sets.
  public enum Durability: Hashable, Sendable {
    /// They are written to the file.
    case onDisk
    /// The marks the file had when it was opened can be read, but setting one throws this error.
    case readOnly(MarkError)
    /// They are kept until the program ends, because the file cannot be used at all.
    case inMemory(MarkError)
  }

  /// The database file, as it was given.
  public let path: String
  /// What becomes of the marks a reader sets.
  public let keeping: Durability

  let database: DatabaseQueue
  /// The file that was opened; nil where none is written.
  private let identity: MarkFile.Identity?
  private let seen = Mutex<Seen?>(nil)

  /// What the last look at the database found. Nil after a write of our own, which `dataVersion` does not tell.
  private struct Seen {
    /// SQLite's `PRAGMA data_version`: another number after any other connection wrote.
    var dataVersion: Int
    var revision: Int
  }

  /// Opens the database at a path, usually `$XDG_STATE_HOME/broadsheet/marks.sqlite`.
  ///
  /// What is missing is made: folders for their owner alone (mode 0700), the file likewise (0600). Where the file
  /// cannot be written but can be read, its marks are read into memory and ``keeping`` is `.readOnly`.
  ///
  /// - Throws: whatever keeps the marks from being read. ``init(inMemoryBecause:)`` makes do without them.
  public convenience init(path: String) throws(MarkError) {
    try self.init(path: path, busyTimeout: 5)
  }

  /// `busyTimeout`: seconds to wait for other programs.
  init(path: String, busyTimeout: Double) throws(MarkError) {
    let file = MarkFile(path: path)
    self.path = path
    do throws(MarkError) {
      database = try file.open(busyTimeout: busyTimeout)
      keeping = .onDisk
      identity = file.identity
    } catch {
      guard error.leavesReading, file.hasContents else { throw error }
      database = try file.copyInMemory(busyTimeout: busyTimeout, insteadOf: error)
      keeping = .readOnly(error)
      identity = nil
    }
  }

  /// An empty store that forgets everything when the program ends, so that reading can go on where marks cannot
  /// be kept.
  ///
  /// - Throws: when there is no memory for it.
  public init(inMemoryBecause reason: MarkError) throws(MarkError) {
    path = ":memory:"
    keeping = .inMemory(reason)
    database = try MarkFile.inMemory()
    identity = nil
  }

  /// The file that grows with every write of any program: the path with `-wal` added, symbolic links resolved. To
  /// hear of other programs' marks, watch its folder for changes of this name, then ask ``changes(since:)``. The
  /// database file itself changes only now and then; the `-shm` file changes without notice.
  public var logPath: String { MarkFile(path: path).logPath }

  /// Writes what is in the log into the database file. The store cannot be used any more. Not closing loses nothing.
  public func close() throws(MarkError) {
    do { try database.close() } catch { throw MarkError(error, path: path) }
  }
}

extension MarkStore {
  /// All marks there are.
  public func table() throws(MarkError) -> MarkTable {
    var table = MarkTable()
    table.apply(try changes(since: 0))
    return table
  }

  /// What anybody, this store included, wrote after `revision`, which is the revision of the table to be updated.
  /// Costs next to nothing when nobody wrote.
  public func changes(since revision: Int) throws(MarkError) -> MarkUpdate {
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
        let look = Seen(dataVersion: dataVersion, revision: update.revision)
        seen.withLock { $0 = look }
        return update
      }
    } catch {
      throw MarkError(error, path: path)
    }
  }
}

extension MarkStore {
  /// Marks stories, as one step of the history. What the stories had from other copies of themselves (see
  /// ``MarkTable``) is copied to them, except for notes: there the note that a story shows is changed where it is
  /// kept, so that copies never have two versions of it. Steps that were undone cannot be done again afterwards.
  ///
  /// - Returns: what changed; nil when all stories were so already, and then nothing is written.
  public func apply(_ change: MarkChange) throws(MarkError) -> MarkStep? {
    if case .note(let text?) = change.kind, text.utf8.count > Mark.noteLimit {
      throw .noteTooLong(bytes: text.utf8.count)
    }
    return try write { db in try MarkHistory.add(change, in: db) }
  }

  /// Takes back the last step of whichever running copy of the program, also of earlier runs. Each story is again
  /// what it was before; places stay.
  ///
  /// - Returns: what was taken back; nil when there is nothing left to undo.
  public func undo() throws(MarkError) -> MarkStep? {
    try write(MarkHistory.undo)
  }

  /// Does again what was undone last.
  ///
  /// - Returns: what was done again; nil when nothing is undone.
  public func redo() throws(MarkError) -> MarkStep? {
    try write(MarkHistory.redo)
  }

  /// Keeps where the reader stopped in a story, outside of the history.
  ///
  /// `place` is an offset in the story's text in UTF-8 bytes; 0, and anything below it, is the top.
  public func savePlace(_ place: Int, of story: StoryIdentity) throws(MarkError) {
    _ = try write { db in
      try MarkRows.savePlace(max(0, place), of: story, in: db)
      return true
    }
  }

  /// Runs `body` in a transaction that no other program can write beside, and rolls back when it returns nil.
  private func write<Result>(_ body: (Database) throws -> Result?) throws(MarkError) -> Result? {
    if case .readOnly(let reason) = keeping { throw reason }
    if let identity, identity != MarkFile(path: path).identity { throw .replaced(path: path) }
    do {
      return try database.inDatabase { db in
        var result: Result?
        try db.inTransaction(.immediate) {
          try MarkSchema.checkVersion(db, path: path)
          result = try body(db)
          return result == nil ? .rollback : .commit
        }
        seen.withLock { $0 = nil }
        return result
      }
    } catch {
      throw MarkError(error, path: path)
    }
  }
}
