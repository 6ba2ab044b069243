import GRDB
public import StoryLibrary
import Synchronization

/// Changing marks, in transactions.
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
          try MarkedStory.see(story.version, of: known.story.id, at: time ?? MarkTime.now, in: db)
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
  /// - Returns: the undone step; nil if there is nothing to undo.
  public func undo(at time: Int64? = nil) throws(MarkError) -> MarkStep? {
    try write { [firstStep] db, _ in try MarkHistory.undo(since: firstStep, at: time ?? MarkTime.now, in: db)
    }
  }

  /// Redoes the step that was undone last.
  ///
  /// - Returns: the redone step; nil if there is nothing to redo.
  public func redo(at time: Int64? = nil) throws(MarkError) -> MarkStep? {
    try write { db, _ in try MarkHistory.redo(at: time ?? MarkTime.now, in: db) }
  }

  /// Saves where the reader stopped in a story, outside of the history.
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
  func write<Result>(_ body: (Database, MarkTable) throws -> Result?) throws(MarkError) -> Result? {
    if case .readOnly(let reason) = durability { throw reason }
    do {
      return try database.inDatabase { db in
        var result: Result?
        try db.inTransaction(.immediate) {
          // Inside the transaction: SQLite itself checks once more before it writes.
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
  func useMemory(for count: Int) {
    if count > MarkStore.manyStories { setMemory(kibibytes: 256 << 10) }
  }

  func releaseMemory(for count: Int) {
    if count > MarkStore.manyStories { setMemory(kibibytes: 2_000) }
  }

  private static let manyStories = 10_000

  private func setMemory(kibibytes: Int) {
    try? database.inDatabase { db in
      try db.execute(sql: "PRAGMA cache_size = -\(kibibytes); PRAGMA shrink_memory")
    }
  }

  func checkIdentity() throws(MarkError) {
    if let identity, identity != FileIdentity(path) { throw .replaced(path: path) }
  }
}
