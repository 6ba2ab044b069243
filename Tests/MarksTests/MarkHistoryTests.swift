import Marks
import StoryLibrary
import Testing

/// Every change of read and starred can be undone and done again.
@Suite struct MarkHistoryTests {
  let folder: Folder
  let store: MarkStore
  let ferry = story("Harbour council delays ferry vote")
  let museum = story("Museum reopens after flood")

  init() throws {
    folder = try Folder()
    store = try MarkStore(path: folder.marks)
  }

  @Test func nothingToUndoAtFirst() throws {
    #expect(try store.undo() == nil)
    #expect(try store.redo() == nil)
    try store.savePlace(10, of: ferry)
    #expect(try store.undo() == nil)
  }

  @Test func undoRestoresEachStorysOwnMark() throws {
    try store.apply(.starred(true), ferry)
    try store.apply(.read(true), museum)
    let both = try store.apply(.read(true), ferry, museum)
    #expect(both?.count == 1)
    #expect(try store.apply(.read(false), ferry, museum)?.count == 2)

    #expect(try store.undo()?.kind == .read(false))
    #expect(try store.mark(ferry) == Mark(read: true, starred: true))
    #expect(try store.undo() == MarkStep(kind: .read(true), count: 1, story: ferry))
    #expect(try store.mark(ferry) == Mark(starred: true))
    #expect(try store.mark(museum) == Mark(read: true))
  }

  @Test func redoGoesForwardAgain() throws {
    try store.apply(.read(true), ferry)
    try store.apply(.starred(true), ferry)
    _ = try store.undo()
    _ = try store.undo()
    #expect(try store.mark(ferry) == Mark())
    #expect(try store.redo() == MarkStep(kind: .read(true), count: 1, story: ferry))
    #expect(try store.mark(ferry) == Mark(read: true))
    #expect(try store.redo()?.kind == .starred(true))
    #expect(try store.mark(ferry) == Mark(read: true, starred: true))
    #expect(try store.redo() == nil)
  }

  @Test func aNewChangeEndsWhatCouldBeDoneAgain() throws {
    try store.apply(.read(true), ferry)
    _ = try store.undo()
    try store.apply(.read(true), museum)
    #expect(try store.redo() == nil)
    #expect(try store.undo()?.story == museum)
    #expect(try store.undo() == nil)
  }

  @Test func aChangeThatChangesNothingKeepsWhatCanBeDoneAgain() throws {
    try store.apply(.read(true), ferry)
    _ = try store.undo()
    #expect(try store.apply(.read(false), museum) == nil)
    #expect(try store.redo()?.story == ferry)
  }

  @Test func theHistoryOutlivesTheProgram() throws {
    try store.apply(.read(true), ferry)
    try store.apply(.starred(true), museum)
    try store.close()
    let second = try MarkStore(path: folder.marks)
    #expect(try second.undo()?.kind == .starred(true))
    try second.close()
    let third = try MarkStore(path: folder.marks)
    #expect(try third.redo()?.kind == .starred(true))
    #expect(try third.undo()?.kind == .starred(true))
    #expect(try third.undo()?.kind == .read(true))
    #expect(try third.undo() == nil)
  }

  @Test func theHistoryIsSharedByRunningCopies() throws {
    let other = try MarkStore(path: folder.marks)
    try store.apply(.read(true), ferry)
    #expect(try other.undo()?.story == ferry)
    #expect(try store.mark(ferry) == Mark())
    #expect(try store.redo()?.story == ferry)
    #expect(try other.mark(ferry) == Mark(read: true))
  }

  @Test func placesStayWhenMarksAreUndone() throws {
    try store.apply(.read(true), ferry)
    try store.savePlace(300, of: ferry)
    _ = try store.undo()
    #expect(try store.mark(ferry) == Mark(place: 300))
    _ = try store.redo()
    #expect(try store.mark(ferry) == Mark(read: true, place: 300))
  }

  @Test func whatCopiesLendComesBackToo() throws {
    let title = "Harbour council delays ferry vote"
    let (unsourced, courier) = (copy(title, nil), copy(title, "Coast Courier"))
    try store.apply(.starred(true), copy(title))
    try store.apply(.read(true), courier)
    #expect(try store.mark(unsourced) == Mark(read: true))
    // Then the mark on the other copy is the last again.
    _ = try store.undo()
    #expect(try store.mark(unsourced) == Mark(starred: true))
    try store.apply(.read(true), unsourced)
    _ = try store.undo()
    try store.apply(.read(true), courier)
    #expect(try store.mark(unsourced) == Mark(read: true))
  }

  @Test func thousandsOfStepsAreUndoneInTurn() throws {
    let all = stories(300)
    for story in all { try store.apply(.read(true), story) }
    for story in all.reversed() { #expect(try store.undo()?.story == story) }
    #expect(try store.undo() == nil)
    for story in all { #expect(try store.redo()?.story == story) }
    #expect(try store.redo() == nil)
  }

  @Test func whatNobodyAskedForIsUndoneLast() throws {
    try store.apply(.read(true), ferry)
    try store.close()
    let store = try MarkStore(path: folder.marks)
    _ = try store.apply(MarkChange(.starred(true), [museum]))
    // Two stories are opened.
    _ = try store.apply(MarkChange(.read(true), [museum]), isImplicit: true)
    _ = try store.apply(MarkChange(.starred(true), [ferry]), isImplicit: true)
    #expect(try store.undo() == MarkStep(kind: .starred(true), count: 1, story: museum))
    #expect(try store.mark(museum) == Mark(read: true))
    #expect(try store.redo() == MarkStep(kind: .starred(true), count: 1, story: museum))
    #expect(try store.mark(museum) == Mark(read: true, starred: true))
    // One at a time; what an earlier run did comes after what was opened in this one.
    #expect(try store.undo()?.kind == .starred(true))
    #expect(try store.undo()?.story == ferry)
    #expect(try store.undo() == MarkStep(kind: .read(true), count: 1, story: museum))
    #expect(try store.mark(museum) == Mark())
    #expect(try store.undo()?.story == ferry)
    #expect(try store.mark(ferry) == Mark())
    #expect(try store.undo() == nil)
  }
}
