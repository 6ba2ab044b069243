import GRDB
public import StoryLibrary
import Synchronization

/// Changing marks, in transactions.
extension MarkStore {
  /// Marks stories, as one step of the history. The marks that the stories inherit from earlier versions of themselves
  /// (see ``MarkTable``) are copied to them, except for notes: the note that a story shows is changed where it is
  /// stored. Undone steps can no longer be redone afterwards. Reading a story that has changed since it was read is not
  /// a step: it only clears the "changed" state.
  ///
  /// `isImplicit`: the user did not request it, for example the mark set by opening a story; ``undo(at:)`` skips such
  /// steps while there is anything else to undo. `time` is when it was requested, in milliseconds since 1970 (UTC); nil
  /// for now.
  ///
  /// Returns what changed; nil, without writing anything, if all stories already had these marks.
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

  /// Undoes the last step of any running copy of the program: the last explicit one since this store was opened; if
  /// there is none, the last one of any kind, including those of earlier runs. Each story gets back its previous
  /// values, except for those changed since; places are unaffected.
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
  /// `place` is an offset in the story's text in UTF-8 bytes; 0 or less is the top.
  public func savePlace(_ place: Int, of story: StoryIdentity, at time: Int64? = nil) throws(MarkError) {
    _ = try write { db, table in
      try MarkRows.savePlace(max(0, place), of: story, at: time ?? MarkTime.now, knowing: table, in: db)
      return true
    }
  }

  /// Runs `body`, with all current marks, in a transaction during which no other program can write, and rolls back if
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
      // The error that prevents writing to a file that was moved away is no longer relevant.
      try checkIdentity()
      throw MarkError(error, path: path)
    }
  }

  /// Changing many stories touches pages all over the indexes: meanwhile all of these stay in memory.
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
