import Foundation
import GRDB
import Testing

@testable import Marks

/// Several processes at once, and processes that are killed while they write.
@Suite struct MarkProcessTests {
  static let batch = 40

  @Test(arguments: [2, 5, 11, 23, 47, 95]) func whatWasAnsweredOutlivesAKill(delay: UInt32) async throws {
    let folder = try Folder()
    let path = folder.path
    try MarkStore(path: folder.marks).close()
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String, delay = delay as UInt32] in
      Thread.detachNewThread {
        usleep(delay * 1000)
        kill(getpid(), SIGKILL)
      }
      try writeBatches(path)
    }
    let answered = (try? Data(contentsOf: URL(fileURLWithPath: path + "/answers")))?.count ?? 0
    let store = try MarkStore(path: folder.marks)
    let table = try store.table()
    let written = (0..<10_000).prefix { batch in
      stories(Self.batch, from: 1 + batch * Self.batch).allSatisfy { table.mark(for: $0).read }
    }
    // The one that was under way may be there or not, but as a whole.
    #expect(written.count == answered || written.count == answered + 1)
    let next = stories(Self.batch, from: 1 + written.count * Self.batch)
    #expect(next.allSatisfy { !table.mark(for: $0).read })
    let verdict = try store.database.inDatabase { try String.fetchOne($0, sql: "PRAGMA integrity_check") }
    #expect(verdict == "ok")
    for _ in written { #expect(try store.undo()?.count == Self.batch) }
    #expect(try store.undo() == nil)
  }

  @Test func processesThatStartAtOnceDoNotDisturbEachOther() async throws {
    let folder = try Folder()
    let path = folder.marks
    await withTaskGroup(of: Void.self) { group in
      for worker in 0..<4 {
        group.addTask {
          await #expect(processExitsWith: .success) { [path = path as String, worker = worker as Int] in
            let store = try MarkStore(path: path)
            for story in stories(150, from: 1 + worker * 150) {
              try store.apply(.read(true), story)
              try store.savePlace(100, of: story)
            }
          }
        }
      }
    }
    let store = try MarkStore(path: path)
    let table = try store.table()
    #expect(stories(600).allSatisfy { table.mark(for: $0) == Mark(read: true, place: 100) })
    #expect(table.revision == 1200)
    var undone = 0
    while let step = try store.undo() { undone += step.count }
    #expect(undone == 600)
  }

  @Test func connectionsThatStartAtOnceDoNotDisturbEachOther() async throws {
    for _ in 0..<30 {
      let folder = try Folder()
      let path = folder.marks
      try await withThrowingTaskGroup(of: Void.self) { group in
        for story in stories(8) {
          group.addTask { try MarkStore(path: path).apply(.starred(true), story) }
        }
        try await group.waitForAll()
      }
      let table = try MarkStore(path: path).table()
      #expect(stories(8).allSatisfy { table.mark(for: $0).starred })
    }
  }
}

/// Marks one batch of stories after the other, and adds a byte to the file `answers` after each.
private func writeBatches(_ path: String) throws {
  let store = try MarkStore(path: path + "/marks.sqlite")
  let answers = open(path + "/answers", O_WRONLY | O_CREAT | O_APPEND, 0o600)
  for batch in 0... {
    let size = MarkProcessTests.batch
    _ = try store.apply(MarkChange(.read(true), stories(size, from: 1 + batch * size)))
    _ = write(answers, "+", 1)
  }
}
