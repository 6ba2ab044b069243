import Foundation
import GRDB
import Testing

@testable import Marks

/// Files that are missing, old, new, foreign, damaged, locked, full or not to be written.
@Suite struct MarkFileTests {
  let folder: Folder
  let ferry = story("Harbour council delays ferry vote")

  init() throws { folder = try Folder() }

  private func permissions(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  private func contents(_ path: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }

  @Test func whatIsMissingIsMadeForTheOwnerAlone() throws {
    let state = folder.path + "/state"
    let path = state + "/broadsheet/marks.sqlite"
    let store = try MarkStore(path: path)
    try store.apply(.read(true), ferry)
    #expect(try permissions(state) == 0o700)
    #expect(try permissions(state + "/broadsheet") == 0o700)
    for file in [path, path + "-journal"] { #expect(try permissions(file) == 0o600) }
  }

  @Test func writesAreSyncedAndJournaled() throws {
    let store = try MarkStore(path: folder.marks)
    let synchronous = try store.database.inDatabase { try Int.fetchOne($0, sql: "PRAGMA synchronous") }
    let journal = try store.database.inDatabase { try String.fetchOne($0, sql: "PRAGMA journal_mode") }
    #expect(synchronous == 2)
    #expect(journal == "truncate")
  }

  @Test func aDatabaseOfANewerVersionIsLeftAlone() throws {
    let store = try MarkStore(path: folder.marks)
    try store.apply(.read(true), ferry)
    try store.database.inDatabase { db in
      try db.execute(sql: "CREATE TABLE later (id); INSERT INTO grdb_migrations VALUES ('later')")
    }
    try store.close()
    let before = try contents(folder.marks)
    #expect(throws: MarkError.newerVersion(path: folder.marks)) { try MarkStore(path: folder.marks) }
    #expect(try contents(folder.marks) == before)
  }

  @Test func filesOfOthersAreLeftAlone() throws {
    try "Dear diary, this is no database, though long enough to be the head of one.".write(
      toFile: folder.marks, atomically: true, encoding: .utf8)
    let before = try contents(folder.marks)
    #expect(throws: MarkError.notADatabase(path: folder.marks)) { try MarkStore(path: folder.marks) }
    #expect(try contents(folder.marks) == before)

    let other = folder.path + "/other.sqlite"
    try DatabaseQueue(path: other).inDatabase { try $0.execute(sql: "CREATE TABLE mark (id)") }
    let otherBefore = try contents(other)
    #expect(throws: MarkError.otherDatabase(path: other)) { try MarkStore(path: other) }
    #expect(try contents(other) == otherBefore)
  }

  @Test func aCutOffDatabaseIsSetAside() throws {
    let first = try MarkStore(path: folder.marks)
    _ = try first.apply(MarkChange(.read(true), stories(2000)))
    try first.close()
    try contents(folder.marks).prefix(3 * 4096).write(to: URL(fileURLWithPath: folder.marks))
    let store = try MarkStore(path: folder.marks)
    guard case .salvaged(folder.marks, _, let aside)? = store.news.first else {
      return #expect(Bool(false), "\(store.news)")
    }
    #expect(try contents(aside).count == 3 * 4096)
    try store.apply(.read(true), ferry)
    #expect(try store.mark(ferry) == Mark(read: true))
  }

  @Test func anEmptyFileAndAnInterruptedFirstRunAreNew() throws {
    try Data().write(to: URL(fileURLWithPath: folder.marks))
    try MarkStore(path: folder.marks).apply(.read(true), ferry)

    let interrupted = folder.path + "/interrupted.sqlite"
    let migrations = "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)"
    try DatabaseQueue(path: interrupted).inDatabase { try $0.execute(sql: migrations) }
    try MarkStore(path: interrupted).apply(.read(true), ferry)
  }

  @Test func aFolderInPlaceOfTheFileCannotBeOpened() throws {
    try FileManager.default.createDirectory(atPath: folder.marks, withIntermediateDirectories: false)
    #expect(throws: MarkError.cannotOpen(path: folder.marks, reason: "Is a directory")) {
      try MarkStore(path: folder.marks)
    }
  }

  @Test func aFileInPlaceOfTheFolderGivesAStoreInMemory() throws {
    let file = folder.path + "/state"
    try Data().write(to: URL(fileURLWithPath: file))
    let error = MarkError.cannotMakeFolder(path: file + "/broadsheet", reason: "Not a directory")
    #expect(throws: error) { try MarkStore(path: file + "/broadsheet/marks.sqlite") }

    let store = try MarkStore(inMemoryBecause: error)
    #expect(store.durability == .inMemory(error))
    try store.apply(.read(true), ferry)
    #expect(try store.mark(ferry) == Mark(read: true))
    #expect(try store.undo()?.count == 1)
  }

  @Test func aFullDiskKeepsWhatWasThere() throws {
    let store = try MarkStore(path: folder.marks)
    try store.apply(.read(true), ferry)
    var table = try store.table()
    try store.database.inDatabase { try $0.execute(sql: "PRAGMA max_page_count = 30") }
    #expect {
      _ = try store.apply(MarkChange(.starred(true), stories(5000)))
    } throws: { error in
      if case .diskFull(folder.marks, _)? = error as? MarkError { true } else { false }
    }
    #expect(try store.mark(ferry) == Mark(read: true))
    table.apply(try store.changes(since: table.revision))
    #expect(table.mark(for: stories(1)[0]) == Mark())

    try store.database.inDatabase { try $0.execute(sql: "PRAGMA max_page_count = 1000000") }
    #expect(try store.apply(MarkChange(.starred(true), stories(5000)))?.count == 5000)
    #expect(try store.undo()?.count == 5000)
    #expect(try store.undo()?.story == ferry)
  }

  @Test func aLockedDatabaseIsBusyAndThenNot() throws {
    let store = try MarkStore(path: folder.marks, busyTimeout: 0.05)
    try store.apply(.read(true), ferry)
    let other = try DatabaseQueue(path: folder.marks)
    try other.inDatabase { db in
      try db.beginTransaction(.immediate)
      #expect(throws: MarkError.busy(path: folder.marks)) { try store.undo() }
      #expect(try store.mark(ferry) == Mark(read: true))
      try db.rollback()
    }
    #expect(try store.undo()?.story == ferry)
  }

  @Test func marksAreNotWrittenToAFileThatIsGone() throws {
    let store = try MarkStore(path: folder.marks)
    try store.apply(.read(true), ferry)
    try FileManager.default.moveItem(atPath: folder.marks, toPath: folder.path + "/moved.sqlite")
    #expect(throws: MarkError.replaced(path: folder.marks)) { try store.savePlace(1, of: ferry) }
    try Data().write(to: URL(fileURLWithPath: folder.marks))
    #expect(throws: MarkError.replaced(path: folder.marks)) { try store.undo() }
  }
}
