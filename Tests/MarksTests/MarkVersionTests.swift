import Foundation
import GRDB
import StoryLibrary
import Testing

@testable import Marks

/// Databases of earlier versions, and copies of the program of different versions that run at once.
@Suite struct MarkVersionTests {
  let folder: Folder
  let ferry = story("Harbour council delays ferry vote")
  let museum = story("Museum reopens after flood")

  init() throws { folder = try Folder() }

  @Test(arguments: EarlierVersion.allCases) func everythingIsStillThere(version: EarlierVersion) throws {
    try version.write(to: folder.marks, stories: [ferry, museum])
    let store = try MarkStore(path: folder.marks)
    #expect(store.durability == .onDisk)
    #expect(try store.mark(ferry) == version.mark(starred: true))
    #expect(try store.mark(museum) == version.mark(starred: false))
    // The undone step waits to be done again, and the others to be undone.
    #expect(try store.redo()?.kind == .read(false))
    #expect(try !store.mark(ferry).read)
    #expect(try store.undo()?.count == 2)
    #expect(try store.undo() == MarkStep(kind: .starred(true), count: 1, story: ferry))
    #expect(try store.undo()?.kind == .read(true))
    #expect(try store.undo() == nil)
    #expect(try !store.mark(ferry).read)
  }

  @Test(arguments: EarlierVersion.allCases) func theHistoryGoesOnWithNotes(version: EarlierVersion) throws {
    try version.write(to: folder.marks, stories: [ferry, museum])
    let store = try MarkStore(path: folder.marks)
    try store.apply(.note("Ask the harbour office"), ferry)
    #expect(try store.redo() == nil)
    #expect(try store.mark(ferry).note == "Ask the harbour office")
    #expect(try store.undo()?.kind == .noteWritten)
    #expect(try store.undo()?.kind == .starred(true))
    #expect(try store.redo()?.kind == .starred(true))
    #expect(try store.redo()?.kind == .noteWritten)
    #expect(try store.mark(ferry).note == "Ask the harbour office")
    #expect(try store.mark(museum) == version.mark(starred: false))
  }

  @Test(arguments: EarlierVersion.allCases) func ofACutDatabaseNothingIsReadWrongly(version: EarlierVersion)
    throws
  {
    let all = stories(300)
    let whole = folder.path + "/whole.sqlite"
    try version.write(to: whole, stories: all)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: whole))
    let pages = stride(from: 0, through: bytes.count, by: 4096)
    // A file of one byte is empty to SQLite.
    let ends = [2, 15, 16, 50, 99, 100, 101, 511, 512, 2000] + pages.flatMap { [$0 - 1, $0, $0 + 1] }
    for end in ends where (2...bytes.count).contains(end) {
      let cut = try Folder()
      try bytes.prefix(end).write(to: URL(fileURLWithPath: cut.marks))
      do {
        let store = try MarkStore(path: cut.marks)
        let table = try store.table()
        let isSalvaged = !store.news.isEmpty
        let wrong = all.filter { story in
          let mark = table.mark(for: story)
          // Of what was salvaged, each mark for itself is there or not.
          return mark != version.mark(starred: story == all.first)
            && !(isSalvaged && mark.isSubset(of: version))
        }
        #expect(wrong.isEmpty, "cut at \(end)")
      } catch {
        switch error {
        case .damaged, .notADatabase: #expect(end < bytes.count)
        default: Issue.record("cut at \(end): \(error)")
        }
      }
    }
  }

  @Test(arguments: EarlierVersion.allCases)
  func connectionsThatStartAtOnceBringItUpOnce(version: EarlierVersion) async throws {
    for _ in 0..<10 {
      let folder = try Folder()
      let path = folder.marks
      try version.write(to: path, stories: [ferry])
      try await withThrowingTaskGroup(of: Void.self) { group in
        for story in stories(8) {
          group.addTask { try MarkStore(path: path).apply(.note("Read \(story.id)"), story) }
        }
        try await group.waitForAll()
      }
      let table = try MarkStore(path: path).table()
      #expect(table.mark(for: ferry) == version.mark(starred: true))
      #expect(stories(8).allSatisfy { table.mark(for: $0).note == "Read \($0.id)" })
    }
  }

  @Test func aRunningCopyDoesNotWriteWhatANewerOneHasChanged() throws {
    let store = try MarkStore(path: folder.marks)
    try store.apply(.note("Before"), ferry)
    let newer = try DatabaseQueue(path: folder.marks)
    try newer.inDatabase { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('later')") }
    let error = MarkError.newerVersion(path: folder.marks)
    #expect(throws: error) { try store.apply(.note("After"), ferry) }
    #expect(throws: error) { try store.undo() }
    #expect(throws: error) { try store.savePlace(9, of: ferry) }
    #expect(try store.mark(ferry) == Mark(note: "Before"))
  }

  /// Version 0.1.0 looked for newer versions only when it opened a database.
  @Test func aRunningCopyWithoutNotesMayWriteOn() throws {
    try EarlierVersion.places.write(to: folder.marks, stories: [museum])
    let older = try DatabaseQueue(path: folder.marks)
    let store = try MarkStore(path: folder.marks)
    for number in 1...9 { try store.apply(.note("Version \(number)"), ferry) }
    for _ in 1...3 { _ = try store.undo() }
    var table = try store.table()

    try older.inDatabase { try $0.execute(sql: Self.readingAsThen(ferry)) }
    table.apply(try store.changes(since: table.revision))
    #expect(table.mark(for: ferry) == Mark(read: true, note: "Version 6"))
    #expect(table.mark(for: museum) == EarlierVersion.places.mark(starred: true))

    // The undone notes are forgotten with their steps; the numbers of these are given anew.
    #expect(try store.redo() == nil)
    #expect(try store.undo() == MarkStep(kind: .read(true), count: 1, story: ferry))
    #expect(try store.mark(ferry) == Mark(note: "Version 6"))
    #expect(try store.redo()?.kind == .read(true))
    try store.apply(.note("Version 10"), ferry)
    #expect(try store.undo()?.kind == .noteChanged)
    #expect(try store.mark(ferry) == Mark(read: true, note: "Version 6"))
  }

  /// What version 0.1.0 does in a transaction to mark a story read that has no flags yet.
  private static func readingAsThen(_ story: StoryIdentity) -> String {
    let (id, titleID) = (story.id.signed, story.titleID.signed)
    return """
      BEGIN IMMEDIATE;
      DELETE FROM stepStory WHERE step IN (SELECT id FROM step WHERE undone);
      DELETE FROM step WHERE undone;
      INSERT INTO stepStory (step, id, titleID, hadRead, hadStarred, hadStep, read, starred)
      SELECT 1 + max(id), \(id), \(titleID), NULL, NULL, NULL, 1, 0 FROM step;
      INSERT INTO step (id, kind, count) SELECT 1 + max(id), 'read', 1 FROM step;
      INSERT INTO mark (id, titleID, read, starred, step, revision)
      SELECT id, titleID, read, starred, step,
        1 + max((SELECT max(revision) FROM mark), (SELECT max(revision) FROM place))
      FROM stepStory WHERE step = (SELECT max(id) FROM step)
      ON CONFLICT (id) DO UPDATE SET
        read = excluded.read, starred = excluded.starred, step = excluded.step, revision = excluded.revision;
      COMMIT;
      """
  }
}

extension Mark {
  /// Whether nothing is here that the earlier version did not write.
  fileprivate func isSubset(of version: EarlierVersion) -> Bool {
    note == nil && (place == 0 || place == version.mark(starred: true).place)
  }
}
