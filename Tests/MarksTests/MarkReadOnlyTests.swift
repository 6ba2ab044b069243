import Foundation
import GRDB
import Testing

@testable import Marks

/// A state folder that may not be written: the marks in it can still be read.
@Suite struct MarkReadOnlyTests {
  let folder: Folder
  let ferry = story("Harbour council delays ferry vote")
  let museum = story("Museum reopens after flood")

  init() throws { folder = try Folder() }

  @Test func aDatabaseClosedInOrderIsRead() throws {
    let store = try MarkStore(path: folder.marks)
    try store.apply(.read(true), ferry)
    try store.close()
    try expectReading()
  }

  @Test func aDatabaseInUseIsReadWithItsLog() throws {
    let store = try MarkStore(path: folder.marks)
    try store.apply(.read(true), ferry)
    try expectReading()
    #expect(try store.undo()?.story == ferry)
  }

  /// As an earlier version leaves it that was killed: the mark is in the log.
  private func leaveLog(in folder: Folder) throws -> DatabaseQueue {
    let store = try MarkStore(path: folder.marks)
    try store.apply(.starred(true), story("Tram line to the harbour opens"))
    try store.close()
    let earlier = try DatabaseQueue(path: folder.marks)
    try earlier.inDatabase { db in
      try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0")
      try db.execute(
        sql: "INSERT INTO mark (id, titleID, read, starred, step, revision) VALUES (?, ?, 1, 0, 1, 9)",
        arguments: [ferry.id.signed, ferry.titleID.signed])
    }
    return earlier
  }

  @Test func aLogLeftBehindIsReadToo() throws {
    let earlier = try leaveLog(in: folder)
    defer { try? earlier.close() }
    let left = try Folder()
    for suffix in ["", "-wal"] {
      try FileManager.default.copyItem(atPath: folder.marks + suffix, toPath: left.marks + suffix)
    }
    try expectReading(in: left)
    try FileManager.default.copyItem(atPath: folder.marks + "-shm", toPath: left.marks + "-shm")
    try expectReading(in: left)
  }

  @Test(arguments: EarlierVersion.allCases)
  func aDatabaseOfAnEarlierVersionIsRead(version: EarlierVersion) throws {
    try version.write(to: folder.marks, stories: [ferry])
    try expectReading(version.mark(starred: true))
  }

  @Test func whereThereIsNoDatabaseThereIsNothingToRead() throws {
    try whileReadOnly(folder) {
      #expect(throws: MarkError.readOnly(path: folder.marks, reason: "Permission denied")) {
        try MarkStore(path: folder.marks)
      }
    }
  }

  @Test func anEmptyFileThatMayNotBeWrittenIsNothingToReadEither() throws {
    try Data().write(to: URL(fileURLWithPath: folder.marks))
    try whileReadOnly(folder) {
      #expect(throws: MarkError.readOnly(path: folder.marks, reason: "Permission denied")) {
        try MarkStore(path: folder.marks)
      }
    }
  }

  @Test func aDatabaseOfANewerVersionIsNotReadEither() throws {
    let store = try MarkStore(path: folder.marks)
    try store.database.inDatabase { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('later')") }
    try store.close()
    try whileReadOnly(folder) {
      #expect(throws: MarkError.newerVersion(path: folder.marks)) { try MarkStore(path: folder.marks) }
    }
  }

  @Test func aFileThatMayNotBeReadCannotBeOpened() throws {
    try MarkStore(path: folder.marks).apply(.read(true), ferry)
    try whileReadOnly(folder, files: 0o000) {
      #expect(throws: MarkError.cannotOpen(path: folder.marks, reason: "Permission denied")) {
        try MarkStore(path: folder.marks)
      }
    }
  }

  @Test func aLinkedDatabaseIsReadWithItsLog() throws {
    let (original, linked) = (try Folder(), try Folder())
    let earlier = try leaveLog(in: folder)
    defer { try? earlier.close() }
    for suffix in ["", "-wal"] {
      try FileManager.default.copyItem(atPath: folder.marks + suffix, toPath: original.marks + suffix)
    }
    try FileManager.default.createSymbolicLink(atPath: linked.marks, withDestinationPath: original.marks)
    try whileReadOnly(original) {
      let store = try MarkStore(path: linked.marks)
      #expect(try store.mark(ferry) == Mark(read: true))
    }
  }

  private func expectReading(
    _ mark: Mark = Mark(read: true), in folder: Folder? = nil
  ) throws {
    let folder = folder ?? self.folder
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    try whileReadOnly(folder) {
      let store = try MarkStore(path: folder.marks)
      let reason = MarkError.readOnly(path: folder.marks, reason: "Permission denied")
      #expect(store.durability == .readOnly(reason))
      #expect(try store.mark(ferry) == mark)
      #expect(throws: reason) { try store.apply(.read(true), museum) }
      #expect(throws: reason) { try store.apply(.note("Ask"), ferry) }
      #expect(throws: reason) { try store.savePlace(3, of: ferry) }
      #expect(throws: reason) { try store.undo() }
      #expect(try store.table().mark(for: museum) == Mark())
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == names.sorted())
  }

  /// Takes away the permission to write, also from root: as to files, this thread is nobody's for the while.
  private func whileReadOnly(_ folder: Folder, files mode: Int = 0o444, _ body: () throws -> Void) throws {
    let files = FileManager.default
    func setPermissions(folder mode: Int, files fileMode: Int) throws {
      for name in try files.contentsOfDirectory(atPath: folder.path) {
        try files.setAttributes([.posixPermissions: fileMode], ofItemAtPath: folder.path + "/" + name)
      }
      try files.setAttributes([.posixPermissions: mode], ofItemAtPath: folder.path)
    }
    try setPermissions(folder: 0o555, files: mode)
    let root = getuid() == 0
    if root { setFileUser(65534) }
    defer {
      if root { setFileUser(0) }
      try? setPermissions(folder: 0o755, files: 0o600)
    }
    try body()
  }

  /// Linux's `setfsuid`, which Swift's `Glibc` does not have.
  private func setFileUser(_ user: uid_t) {
    typealias Function = @convention(c) (uid_t) -> CInt
    guard let function = dlsym(dlopen(nil, RTLD_NOW), "setfsuid") else { return }
    _ = unsafeBitCast(function, to: Function.self)(user)
  }
}
