import Foundation
import Marks
import StoryLibrary
import Testing

/// Marks are written, found again, and seen by other running copies of the program.
@Suite struct MarkStoreTests {
  let folder: Folder
  let ferry = copy("Harbour council delays ferry vote")
  let museum = story("Museum reopens after flood")

  init() throws { folder = try Folder() }

  @Test func marksAreThereAfterReopening() throws {
    let store = try MarkStore(path: folder.marks)
    #expect(store.durability == .onDisk)
    #expect(try store.table().mark(for: ferry) == Mark())
    try store.apply(.read(true), ferry, museum)
    try store.apply(.starred(true), ferry)
    try store.savePlace(2048, of: ferry)

    let table = try MarkStore(path: folder.marks).table()
    #expect(table.mark(for: ferry) == Mark(read: true, starred: true, place: 2048))
    #expect(table.mark(for: museum) == Mark(read: true))
  }

  @Test func whatChangedIsCounted() throws {
    let store = try MarkStore(path: folder.marks)
    #expect(try store.apply(.read(true), ferry) == MarkStep(kind: .read(true), count: 1, story: ferry))
    // One of the two is read already, and a story given twice is still one.
    #expect(
      try store.apply(.read(true), ferry, museum, museum)
        == MarkStep(kind: .read(true), count: 1, story: museum))
    #expect(try store.apply(.read(true), ferry, museum) == nil)
    #expect(try store.apply(.starred(false), ferry) == nil)
    #expect(try store.apply(.read(false), ferry, museum)?.count == 2)
    #expect(try store.apply(MarkChange(.read(true), [])) == nil)
  }

  @Test func aMarkCopiesWhatOtherCopiesOfTheStoryHad() throws {
    let store = try MarkStore(path: folder.marks)
    let unsourced = copy("Harbour council delays ferry vote", nil)
    try store.apply(.starred(true), unsourced)
    try store.apply(.read(true), ferry)
    #expect(try store.mark(ferry) == Mark(read: true, starred: true))
    try store.apply(.starred(false), unsourced)
    #expect(try store.mark(unsourced) == Mark())
    #expect(try store.mark(ferry) == Mark(read: true, starred: true))
  }

  @Test func aStoryWithoutASourceCopiesTheMarkSetLast() throws {
    let store = try MarkStore(path: folder.marks)
    let (title, courier) = ("Harbour council delays ferry vote", "Coast Courier")
    try store.apply(.read(true), copy(title, courier))
    try store.apply(.starred(true), ferry)
    #expect(try store.mark(copy(title, nil)) == Mark(starred: true))
    try store.apply(.read(true), copy(title, nil))
    #expect(try store.mark(copy(title, nil)) == Mark(read: true, starred: true))
  }

  @Test func placesAreKeptApartFromMarks() throws {
    let store = try MarkStore(path: folder.marks)
    let unsourced = copy("Harbour council delays ferry vote", nil)
    try store.apply(.starred(true), unsourced)
    try store.savePlace(700, of: ferry)
    #expect(try store.mark(ferry) == Mark(starred: true, place: 700))
    #expect(try store.mark(unsourced) == Mark(starred: true, place: 700))
    try store.savePlace(0, of: ferry)
    #expect(try store.mark(ferry).place == 0)
    try store.savePlace(-5, of: ferry)
    #expect(try store.mark(ferry).place == 0)
  }

  @Test func anotherCopyOfTheProgramSeesTheMarks() throws {
    let (ours, theirs) = (try MarkStore(path: folder.marks), try MarkStore(path: folder.marks))
    var table = try ours.table()
    #expect(try ours.changes(since: table.revision).isEmpty)

    try theirs.apply(.read(true), ferry)
    try theirs.savePlace(55, of: museum)
    table.apply(try ours.changes(since: table.revision))
    #expect(table.mark(for: ferry) == Mark(read: true))
    #expect(table.mark(for: museum) == Mark(place: 55))
    #expect(try ours.changes(since: table.revision).isEmpty)
  }

  @Test func ownMarksComeByTheSameWayAsThoseOfOthers() throws {
    let (ours, theirs) = (try MarkStore(path: folder.marks), try MarkStore(path: folder.marks))
    var table = try ours.table()
    try theirs.apply(.starred(true), museum)
    try ours.apply(.read(true), ferry)
    table.apply(try ours.changes(since: table.revision))
    #expect(table.mark(for: ferry).read)
    #expect(table.mark(for: museum).starred)
    #expect(try ours.undo()?.story == ferry)
    #expect(try theirs.undo()?.story == museum)
    table.apply(try ours.changes(since: table.revision))
    #expect(table.mark(for: ferry) == Mark())
    #expect(table.mark(for: museum) == Mark())
  }

  @Test func savingTheSamePlaceWritesNothing() throws {
    let store = try MarkStore(path: folder.marks)
    try store.savePlace(10, of: ferry)
    let revision = try store.table().revision
    try store.savePlace(10, of: ferry)
    try store.savePlace(0, of: museum)
    #expect(try store.table().revision == revision)
  }

  @Test func aHundredThousandStoriesAreOneStep() throws {
    let all = stories(100_000)
    let store = try MarkStore(path: folder.marks)
    #expect(try store.apply(MarkChange(.read(true), all))?.count == 100_000)
    var table = try store.table()
    #expect(all.allSatisfy { table.mark(for: $0).read })
    #expect(try store.undo()?.count == 100_000)
    table.apply(try store.changes(since: table.revision))
    #expect(all.allSatisfy { table.mark(for: $0) == Mark() })
  }

  @Test func whatWasAnsweredIsInTheFileItself() throws {
    let store = try MarkStore(path: folder.marks)
    try store.apply(.read(true), ferry)
    let copy = try Folder()
    try FileManager.default.copyItem(atPath: folder.marks, toPath: copy.marks)
    #expect(try MarkStore(path: copy.marks).mark(ferry) == Mark(read: true))
    // The journal is empty between writes: no log of this file can be played over another one.
    let journal = try? FileManager.default.attributesOfItem(atPath: folder.marks + "-journal")[.size] as? Int
    #expect(journal ?? 0 == 0)
    #expect(!FileManager.default.fileExists(atPath: folder.marks + "-wal"))
  }

  @Test func theFileIsNamedWithoutLinks() throws {
    let store = try MarkStore(path: folder.marks)
    let link = folder.path + "/link.sqlite"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.marks)
    #expect(try MarkStore(path: link).resolvedPath == store.resolvedPath)
  }
}
