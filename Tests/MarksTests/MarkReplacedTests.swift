import Foundation
import GRDB
import Testing

@testable import Marks

/// Files that something else put in the place of ours, took away or damaged: no mark of either side is lost.
@Suite struct MarkReplacedTests {
  let folder: Folder
  let other: Folder
  let ferry = story("Harbour council delays ferry vote")
  let museum = story("Museum reopens after flood")
  let tram = story("Tram line to the harbour opens")

  init() throws { (folder, other) = (try Folder(), try Folder()) }

  /// As a synchronizer does: the whole file, then its name.
  private func replace(with path: String) throws {
    try FileManager.default.copyItem(atPath: path, toPath: folder.marks + ".part")
    #expect(rename(folder.marks + ".part", folder.marks) == 0)
  }

  private func write(_ path: String, _ body: (MarkStore) throws -> Void) throws {
    let store = try MarkStore(path: path)
    try body(store)
    try store.close()
  }

  @Test func betweenTwoRuns() throws {
    try write(other.marks) { try $0.apply(.starred(true), museum) }
    try write(folder.marks) { try $0.apply(.read(true), ferry) }
    try replace(with: other.marks)
    let store = try MarkStore(path: folder.marks)
    #expect(store.news == [.replaced(path: folder.marks, kept: 1)])
    #expect(try store.mark(ferry) == Mark(read: true))
    #expect(try store.mark(museum) == Mark(starred: true))
    #expect(try MarkStore(path: folder.marks).news == [])
  }

  @Test func whileBeingOpened() throws {
    let store = try MarkStore(path: folder.marks, BusyWait(seconds: 1)) { opening throws(MarkError) in
      let database = try opening.open()
      unlink(folder.marks)
      return database
    }
    #expect(throws: MarkError.replaced(path: folder.marks)) { try store.apply(.read(true), ferry) }
    try write(folder.marks) { try $0.apply(.read(true), ferry) }
    #expect(try MarkStore(path: folder.marks).mark(ferry) == Mark(read: true))
  }

  @Test func whileRunning() throws {
    try write(other.marks) { try $0.apply(.starred(true), museum) }
    let store = try MarkStore(path: folder.marks)
    try store.apply(.read(true), ferry)
    try replace(with: other.marks)
    #expect(throws: MarkError.replaced(path: folder.marks)) { try store.apply(.read(true), tram) }
    #expect(throws: MarkError.replaced(path: folder.marks)) { try store.table() }
    let again = try MarkStore(path: folder.marks)
    #expect(try again.mark(ferry) == Mark(read: true))
    #expect(try again.mark(museum) == Mark(starred: true))
    #expect(try again.mark(tram) == Mark())
  }

  /// Both went on from one file, and changed the same story.
  @Test func theLaterChangeOfEitherSideCounts() throws {
    try write(folder.marks) { _ = try $0.apply(MarkChange(.note("both"), [ferry, museum]), at: 1_000) }
    try FileManager.default.copyItem(atPath: folder.marks, toPath: other.marks)
    try write(other.marks) { _ = try $0.apply(MarkChange(.note("theirs"), [ferry]), at: 3_000) }
    try write(folder.marks) {
      _ = try $0.apply(MarkChange(.note("ours"), [ferry]), at: 2_000)
      _ = try $0.apply(MarkChange(.note(nil), [museum]), at: 2_000)
    }
    try replace(with: other.marks)
    let store = try MarkStore(path: folder.marks)
    #expect(try store.mark(ferry).note == "theirs")
    #expect(try store.mark(museum).note == nil)
  }

  /// A run of an earlier version, or one that was killed, leaves a log or a journal: it belongs to the earlier file.
  @Test func anOldLogIsNeverPlayedOverTheNewFile() throws {
    try write(other.marks) { _ = try $0.apply(MarkChange(.starred(true), stories(3_000, from: 5_000))) }
    try write(folder.marks) { _ = try $0.apply(MarkChange(.read(true), stories(2_000))) }
    let logging = try DatabaseQueue(path: folder.marks)
    try logging.inDatabase { db in
      try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0")
      try db.execute(sql: "UPDATE mark SET starred = 1, starredTime = 9")
    }
    #expect(FileManager.default.fileExists(atPath: folder.marks + "-wal"))
    try replace(with: other.marks)
    let store = try MarkStore(path: folder.marks)
    let verdict = try store.database.inDatabase { try String.fetchOne($0, sql: "PRAGMA integrity_check") }
    #expect(verdict == "ok")
    let table = try store.table()
    #expect(stories(2_000).allSatisfy { table.mark(for: $0) == Mark(read: true, starred: true) })
    #expect(stories(3_000, from: 5_000).allSatisfy { table.mark(for: $0) == Mark(starred: true) })
    _ = logging
  }

  @Test func aFileThatIsGoneComesBack() throws {
    try write(folder.marks) { try $0.apply(.read(true), ferry) }
    unlink(folder.marks)
    let store = try MarkStore(path: folder.marks)
    #expect(store.news == [.restored(path: folder.marks)])
    #expect(try store.mark(ferry) == Mark(read: true))
    #expect(try store.undo()?.story == ferry)
  }

  @Test func whatIsNoDatabaseGivesWayToOurs() throws {
    try write(folder.marks) { try $0.apply(.read(true), ferry) }
    try "half of a download".write(toFile: folder.marks, atomically: true, encoding: .utf8)
    let store = try MarkStore(path: folder.marks)
    #expect(try store.mark(ferry) == Mark(read: true))
    guard case .salvaged(_, 0, let aside)? = store.news.first else {
      return #expect(Bool(false), "\(store.news)")
    }
    #expect(try String(contentsOfFile: aside, encoding: .utf8) == "half of a download")
  }

  /// The whole folder is synchronized: the other machine's second name and number come along.
  @Test func aWholeFolderThatIsReplaced() throws {
    try write(folder.marks) { try $0.apply(.read(true), ferry) }
    try write(other.marks) { try $0.apply(.starred(true), museum) }
    for name in try FileManager.default.contentsOfDirectory(atPath: other.path) {
      try FileManager.default.copyItem(atPath: other.path + "/" + name, toPath: folder.path + "/part")
      rename(folder.path + "/part", folder.path + "/" + name)
    }
    let store = try MarkStore(path: folder.marks)
    #expect(try store.mark(ferry) == Mark(read: true))
    #expect(try store.mark(museum) == Mark(starred: true))
  }

  @Test func marksPutAsideAreTakenIn() throws {
    try write(folder.marks) { try $0.apply(.read(true), ferry) }
    let change = MarkChange(.note("Ask"), [museum])
    let file = try MarkStore.putAside(change.records(at: 1_000), besides: folder.marks)
    var status = stat()
    #expect(stat(file, &status) == 0 && status.st_mode & 0o777 == 0o600)
    let store = try MarkStore(path: folder.marks)
    #expect(store.news == [.unsavedWritten(1)])
    #expect(try store.mark(museum).note == "Ask")
    #expect(access(file, F_OK) != 0)
  }

  @Test func theFolderAndItsFilesBecomePrivate() throws {
    try write(folder.marks) { try $0.apply(.read(true), ferry) }
    for file in [folder.marks, folder.marks + "-journal"] { chmod(file, 0o644) }
    chmod(folder.path, 0o755)
    _ = try MarkStore(path: folder.marks)
    var status = stat()
    for (path, mode) in [(folder.path, 0o700), (folder.marks, 0o600), (folder.marks + "-journal", 0o600)] {
      #expect(stat(path, &status) == 0 && Int(status.st_mode & 0o777) == mode, "\(path)")
    }
  }
}
