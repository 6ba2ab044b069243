import Foundation
import GRDB
import SeededNumbers
import StoryLibrary
import Testing

@testable import Marks

/// A file may hold anything. Nothing in it ends the program, and what can be read is kept.
@Suite struct MarkDamageTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  private func filled(_ count: Int) throws -> Data {
    let store = try MarkStore(path: folder.marks)
    let all = stories(count)
    _ = try store.apply(MarkChange(.read(true), all))
    _ = try store.apply(MarkChange(.starred(true), Array(all.prefix(count / 3))))
    for (number, story) in all.prefix(count / 5).enumerated() {
      try store.apply(.note("Note \(number)"), story)
      try store.savePlace(number + 1, of: story)
    }
    _ = try store.undo()
    try store.close()
    return try Data(contentsOf: URL(fileURLWithPath: folder.marks))
  }

  /// Opens what is there, mends it where it says so, and does one of each.
  private func use(_ path: String) throws {
    let store = try MarkStore(path: path)
    do {
      try exercise(store)
    } catch let error as MarkError {
      guard MarkDamageTests.isDamage(error) else { throw error }
      try exercise(MarkStore(damaged: store))
    }
  }

  private static func isDamage(_ error: any Error) -> Bool {
    if case .damaged? = error as? MarkError { true } else { false }
  }

  private func exercise(_ store: MarkStore) throws {
    let some = stories(3) + stories(2, from: 900_000)
    _ = try store.table()
    _ = try store.records()
    _ = try store.undo()
    _ = try store.redo()
    for kind in [MarkChange.Kind.read(true), .starred(true), .note("New"), .note(nil), .read(false)] {
      _ = try store.apply(MarkChange(kind, some))
    }
    for story in some { try store.savePlace(7, of: story) }
    try store.merge(some.map { MarkRecord($0, .starred(true), time: MarkRecord.now) })
    for _ in 1...8 { _ = try store.undo() }
    _ = try store.changes(since: 3)
  }

  @Test(arguments: 1...15) func randomDamageNeverEndsTheProgram(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    var bytes = try filled(60)
    let hits = Int.random(in: 1...30, using: &numbers)
    for _ in 0..<hits {
      let start = Int.random(in: 0..<bytes.count, using: &numbers)
      let length = min(bytes.count - start, [1, 2, 8, 60, 4_096].randomElement(using: &numbers) ?? 1)
      for index in start..<start + length { bytes[index] = UInt8.random(in: 0...255, using: &numbers) }
    }
    if seed % 5 == 0 { bytes = bytes.prefix(Int.random(in: 1..<bytes.count, using: &numbers)) }
    // In its place, as a disk damages it: both names lead to it.
    try bytes.write(to: URL(fileURLWithPath: folder.marks), options: [])
    do {
      try use(folder.marks)
    } catch {
      // Whatever is left of a head may say that it is something else's.
      switch error as? MarkError {
      case .otherDatabase, .newerVersion, .notADatabase: break
      default: Issue.record("\(error)")
      }
    }
  }

  @Test(arguments: [
    "UPDATE mark SET step = NULL", "UPDATE mark SET revision = 9223372036854775807",
    "UPDATE place SET revision = 9223372036854775807", "UPDATE mark SET note = 7, noteStep = 1",
    "UPDATE mark SET read = 'x', starred = x'00'", "UPDATE place SET place = -9223372036854775808",
    "UPDATE place SET place = 9223372036854775807", "UPDATE place SET place = 'far'",
    "UPDATE mark SET readTime = 9223372036854775807, starredTime = -5, noteTime = 'x'",
    "UPDATE place SET time = 9223372036854775807", "UPDATE step SET count = -1",
    "UPDATE step SET count = 9223372036854775807", "UPDATE step SET kind = 'danced'",
    "UPDATE step SET kind = 5",
    "UPDATE step SET id = 9223372036854775807 WHERE id = (SELECT max(id) FROM step)",
    "UPDATE stepStory SET hadStep = 'x', hadRead = 'y'", "UPDATE stepNote SET hadNote = 8, hadStep = 'z'",
    "DELETE FROM stepStory", "DELETE FROM step", "UPDATE step SET undone = 3",
    "UPDATE mark SET titleID = 'x'", "UPDATE mark SET note = zeroblob(900000), noteStep = 1",
  ])
  func valuesThatMakeNoSense(sql: String) throws {
    _ = try filled(30)
    try DatabaseQueue(path: folder.marks).inDatabase { try $0.execute(sql: sql) }
    do { try use(folder.marks) } catch { #expect(MarkDamageTests.isDamage(error), "\(error)") }
    // Whatever happened, the next start reads.
    _ = try MarkStore(path: folder.marks).table()
  }

  @Test func whatCanBeReadOfADamagedFileIsKept() throws {
    var bytes = try filled(6_000)
    let whole = try MarkStore(path: folder.marks).table()
    // A leaf in the middle of everything: some marks are gone, not more.
    let page = bytes.count / 4096 / 2
    for index in page * 4096..<(page + 1) * 4096 { bytes[index] = 0xFF }
    try bytes.write(to: URL(fileURLWithPath: folder.marks), options: [])
    let store = try mended(MarkStore(path: folder.marks))
    let table = try store.table()
    let kept = stories(6_000).count { table.mark(for: $0).read == whole.mark(for: $0).read }
    #expect(kept > 5_500)
    if case .salvaged(_, let marks, let aside)? = store.news.first {
      #expect(marks > 5_500)
      #expect(try Data(contentsOf: URL(fileURLWithPath: aside)) == bytes)
    }
  }

  /// The store, or a new one of what can be read of it.
  private func mended(_ store: MarkStore) throws -> MarkStore {
    do {
      _ = try store.records()
      return store
    } catch {
      #expect(MarkDamageTests.isDamage(error), "\(error)")
      return try MarkStore(damaged: store)
    }
  }

  @Test func aSalvagedFileIsWholeAgain() throws {
    var bytes = try filled(6_000)
    for page in 2..<bytes.count / 4096 where page % 40 == 7 {
      for index in page * 4096..<page * 4096 + 200 { bytes[index] = 0xAA }
    }
    try bytes.write(to: URL(fileURLWithPath: folder.marks), options: [])
    let damaged = try MarkStore(path: folder.marks)
    let store = try MarkStore(damaged: damaged)
    guard case .salvaged(folder.marks, let marks, let aside)? = store.news.first else {
      return #expect(Bool(false), "\(store.news)")
    }
    #expect(marks > 5_000)
    #expect(aside.hasPrefix(folder.marks + ".damaged-"))
    #expect(access(aside, F_OK) == 0)
    let verdict = try store.database.inDatabase { try String.fetchOne($0, sql: "PRAGMA integrity_check") }
    #expect(verdict == "ok")
    try store.apply(.starred(true), story("Museum reopens after flood"))
    #expect(try MarkStore(path: folder.marks).news == [])
  }
}
