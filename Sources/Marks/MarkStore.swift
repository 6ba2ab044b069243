import GRDB
public import StoryLibrary
import Synchronization

/// Where marks are kept: an SQLite database that all running copies of the program share.
///
/// A call that returns has its change on the disk; a call that throws has changed nothing. Opening, reading and
/// writing block, a write for a few syncs of the disk, and wait up to five seconds for other programs, so a store
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
  public let durability: Durability
  /// What was found when the database was opened, and done about it.
  public let news: [MarkNews]

  let database: DatabaseQueue
  /// The file that was opened; nil where none is written.
  private let identity: FileIdentity?
  private let seen = Mutex<Seen?>(nil)
  private let busy: BusyWait
  /// What was in the database before the last write: which mark a story has is decided by ``MarkTable`` alone.
  private let followed = Mutex(MarkTable())
  /// The last step of the history that there was when the database was opened.
  private let firstStep: Int

  /// What the last look at the database found. Nil after a write of our own, which `dataVersion` does not tell.
  private struct Seen {
    /// SQLite's `PRAGMA data_version`: another number after any other connection wrote.
    var dataVersion: Int
    var revision: Int
  }

  /// Opens the database at a path, usually `$XDG_STATE_HOME/broadsheet/marks.sqlite`.
  ///
  /// What is missing is made: folders for their owner alone (mode 0700), the file likewise (0600). Where the file
  /// cannot be written but can be read, its marks are read into memory and ``durability`` is `.readOnly`. Where another
  /// file has taken its place, the marks of both are kept; of a damaged one, what can be read (see ``news``).
  ///
  /// - Throws: whatever keeps the marks from being read. ``init(inMemoryBecause:)`` makes do without them.
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
  /// - Throws: when there is no memory for it.
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

  /// The store cannot be used any more. Not closing loses nothing.
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

extension MarkStore {
  /// Marks stories, as one step of the history. What the stories had from earlier versions of themselves (see
  /// ``MarkTable``) is copied to them, except for notes: there the note that a story shows is changed where it is
  /// kept. Steps that were undone cannot be done again afterwards. Reading a story that has changed since it was read
  /// is no step: it is only no longer changed.
  ///
  /// `isImplicit`: nobody has asked for it, such as what opening a story does; ``undo(at:)`` passes over it while there
  /// is something else to undo. It was asked for at `time`, in milliseconds since 1970 (UTC); nil for now.
  ///
  /// Says what changed; nil when all stories were so already, and then nothing is written.
  public func apply(
    _ change: MarkChange, isImplicit: Bool = false, at time: Int64? = nil
  ) throws(MarkError) -> MarkStep? {
    if case .note(let text?) = change.kind, text.utf8.count > Mark.noteLimit {
      throw .noteTooLong(bytes: text.utf8.count)
    }
    useMemory(for: change.stories.count)
    defer { releaseMemory(for: change.stories.count) }
    let outcome: MarkStep?? = try write { db, table in
      var step: MarkStep?
      try db.inSavepoint {
        step = try MarkHistory.add(
          change, isImplicit: isImplicit, at: time ?? MarkTime.now, knowing: table, in: db)
        return step == nil ? .rollback : .commit
      }
      var isWritten = step != nil
      if change.kind == .read(true) {
        for story in change.stories where table.isChanged(story) {
          guard let known = table.flags(of: story) else { continue }
          try MarkedStory.see(story.version, of: known.story.id, in: db)
          isWritten = true
        }
      }
      return isWritten ? .some(step) : nil
    }
    return outcome ?? nil
  }

  /// Takes back the last step of whichever running copy of the program: of those that were asked for since this store
  /// was opened the last one; where there is none, the last one of any kind, also of earlier runs. Each story is
  /// again what it was before, except for what was changed since; places stay.
  ///
  /// - Returns: what was taken back; nil when there is nothing left to undo.
  public func undo(at time: Int64? = nil) throws(MarkError) -> MarkStep? {
    try write { [firstStep] db, _ in try MarkHistory.undo(since: firstStep, at: time ?? MarkTime.now, in: db)
    }
  }

  /// Does again what was undone last.
  ///
  /// - Returns: what was done again; nil when nothing is undone.
  public func redo(at time: Int64? = nil) throws(MarkError) -> MarkStep? {
    try write { db, _ in try MarkHistory.redo(at: time ?? MarkTime.now, in: db) }
  }

  /// Keeps where the reader stopped in a story, outside of the history.
  ///
  /// `place` is an offset in the story's text in UTF-8 bytes; 0, and anything below it, is the top.
  public func savePlace(_ place: Int, of story: StoryIdentity, at time: Int64? = nil) throws(MarkError) {
    _ = try write { db, table in
      try MarkRows.savePlace(max(0, place), of: story, at: time ?? MarkTime.now, knowing: table, in: db)
      return true
    }
  }

  /// Runs `body` in a transaction that no other program can write beside, with all marks there are, and rolls back when
  /// it returns nil.
  private func write<Result>(_ body: (Database, MarkTable) throws -> Result?) throws(MarkError) -> Result? {
    if case .readOnly(let reason) = durability { throw reason }
    do {
      return try database.inDatabase { db in
        var result: Result?
        try db.inTransaction(.immediate) {
          // Inside of the transaction: SQLite itself looks once more before it writes.
          try checkIdentity()
          try MarkSchema.checkVersion(db, path: path)
          let table = try followed.withLock { table in
            table.apply(try MarkRows.changes(since: table.revision, in: db))
            return table
          }
          result = try body(db, table)
          return result == nil ? .rollback : .commit
        }
        seen.withLock { $0 = nil }
        return result
      }
    } catch {
      // What keeps a file that has been moved away from being written does not matter any more.
      try checkIdentity()
      throw MarkError(error, path: path)
    }
  }

  /// Many stories touch their indexes everywhere, page after page: meanwhile all of these stay in memory.
  private func useMemory(for count: Int) {
    if count > MarkStore.manyStories { setMemory(kibibytes: 256 << 10) }
  }

  private func releaseMemory(for count: Int) {
    if count > MarkStore.manyStories { setMemory(kibibytes: 2_000) }
  }

  private static let manyStories = 10_000

  private func setMemory(kibibytes: Int) {
    try? database.inDatabase { db in
      try db.execute(sql: "PRAGMA cache_size = -\(kibibytes); PRAGMA shrink_memory")
    }
  }

  private func checkIdentity() throws(MarkError) {
    if let identity, identity != FileIdentity(path) { throw .replaced(path: path) }
  }
}

/// Exporting, importing, and what goes from machine to machine.
extension MarkStore {
  /// All marks that were ever set or taken away, each as it was changed last, the oldest change first.
  public func records() throws(MarkError) -> [MarkRecord] {
    try read { db in try RecordRows.all(in: db) }
  }

  /// Takes over the records that are later than what is known; they are no steps of the history, and undoing one leaves
  /// them as they are. In any order, and however often, the outcome is the same.
  ///
  /// - Returns: how many these are.
  @discardableResult
  public func merge(_ records: [MarkRecord]) throws(MarkError) -> Int {
    if records.isEmpty { return 0 }
    useMemory(for: records.count)
    defer { releaseMemory(for: records.count) }
    return try write { db, _ in
      let count = try RecordRows.merge(records, in: db)
      return count == 0 ? nil : count
    } ?? 0
  }

  /// The marks that these changes ask for, to be put aside where they cannot be written.
  /// - Returns: the file they are in, which the next store that is opened takes in.
  public static func putAside(_ records: [MarkRecord], besides path: String) throws(MarkError) -> String {
    try MarkNeighbours(of: MarkFile(path: path)).putAside(MarkLines.data(of: records))
  }

  /// The revision that the next ``changes(since:)`` would have.
  func revision() throws(MarkError) -> Int { try read { db in try MarkRows.revision(in: db) } }

  /// This machine's number, for the name of its file in a folder of several machines.
  var machine: String { MachineID(in: MarkNeighbours.folder(of: path)).description }

  func isExchanged(_ path: String, _ stamp: String) throws(MarkError) -> Bool {
    try read { db in try MarkExchange.isKnown(path, stamp, in: db) }
  }

  func setExchanged(_ path: String, _ stamp: String) throws(MarkError) {
    _ = try write { db, _ in
      try MarkExchange.remember(path, stamp, in: db)
      return true
    }
  }

  private func read<Result>(_ body: (Database) throws -> Result) throws(MarkError) -> Result {
    do {
      return try database.inDatabase { db in
        var result: Result?
        try db.inTransaction(.deferred) {
          result = try body(db)
          return .commit
        }
        guard let result else { throw MarkError.interrupted(path: path) }
        return result
      }
    } catch {
      throw MarkError(error, path: path)
    }
  }
}
