import Marks
import StoryLibrary
import Testing

/// Notes are written, changed, deleted, undone, and shared by the copies of a story.
@Suite struct NoteTests {
  let folder: Folder
  let store: MarkStore
  let ferry = copy("Harbour council delays ferry vote")
  let ferryInCourier = copy("Harbour council delays ferry vote", "Coast Courier")
  let ferryWithoutSource = copy("Harbour council delays ferry vote", nil)
  let museum = story("Museum reopens after flood")

  init() throws {
    folder = try Folder()
    store = try MarkStore(path: folder.marks)
  }

  @Test func aNoteIsThereAfterReopening() throws {
    let text = "First line\n\n  second: ✎ 記 مذكرة e\u{301}\n"
    try store.apply(.note(text), ferry)
    let table = try MarkStore(path: folder.marks).table()
    #expect(table.mark(for: ferry) == Mark(note: text))
    #expect(table.isNoted(ferry))
    #expect(!table.isNoted(museum))
    #expect(table.notes.map(\.text) == [text])
    #expect(table.notes.map(\.story) == [ferry])
    #expect(table.titles.isEmpty)
  }

  @Test func writingChangingAndDeletingAreSteps() throws {
    #expect(try store.apply(.note("One"), ferry) == MarkStep(kind: .noteWritten, count: 1, story: ferry))
    #expect(try store.apply(.note("Two"), ferry) == MarkStep(kind: .noteChanged, count: 1, story: ferry))
    #expect(try store.apply(.note(nil), ferry) == MarkStep(kind: .noteDeleted, count: 1, story: ferry))
    #expect(try store.undo()?.kind == .noteDeleted)
    #expect(try store.mark(ferry).note == "Two")
    #expect(try store.undo()?.kind == .noteChanged)
    #expect(try store.mark(ferry).note == "One")
    #expect(try store.undo()?.kind == .noteWritten)
    #expect(try store.mark(ferry).note == nil)
    #expect(try store.undo() == nil)
    for note in ["One", "Two", nil] {
      #expect(try store.redo()?.story == ferry)
      #expect(try store.mark(ferry).note == note)
    }
    #expect(try store.redo() == nil)
  }

  @Test func anotherStepForgetsUndoneNotes() throws {
    try store.apply(.note("One"), ferry)
    _ = try store.undo()
    try store.apply(.read(true), museum)
    #expect(try store.redo() == nil)
    #expect(try store.undo()?.story == museum)
    #expect(try store.mark(ferry) == Mark())
    try store.apply(.note("Two"), ferry)
    #expect(try store.redo() == nil)
    #expect(try store.undo()?.kind == .noteWritten)
  }

  @Test func theSameNoteAgainChangesNothing() throws {
    #expect(try store.apply(.note(nil), ferry) == nil)
    #expect(try store.apply(.note(""), ferry) == nil)
    try store.apply(.note("One"), ferry)
    _ = try store.undo()
    _ = try store.redo()
    #expect(try store.apply(.note("One"), ferry) == nil)
    #expect(try store.apply(.note(""), ferry)?.kind == .noteDeleted)
    #expect(try store.mark(ferry).note == nil)
  }

  @Test func textsThatOnlyLookTheSameAreKeptByTheByte() throws {
    try store.apply(.note("Caf\u{E9}"), ferry)
    #expect(try store.apply(.note("Cafe\u{301}"), ferry)?.kind == .noteChanged)
    #expect(try store.mark(ferry).note.map { Array($0.utf8) } == Array("Cafe\u{301}".utf8))
    // Who wrote the file is not known: nothing in it reaches a terminal.
    try store.apply(.note("before\0after\u{1B}[2J"), ferry)
    #expect(try store.mark(ferry).note == "beforeafter")
  }

  @Test func aNoteThatIsTooLongIsRefused() throws {
    let longest = String(repeating: "記", count: Mark.noteLimit / 3) + "."
    #expect(longest.utf8.count == Mark.noteLimit)
    try store.apply(.note(longest), ferry)
    #expect(throws: MarkError.noteTooLong(bytes: Mark.noteLimit + 1)) {
      try store.apply(.note(longest + "."), ferry)
    }
    #expect(try store.mark(ferry).note == longest)
  }

  @Test func notesSettleNothingElseAndNothingElseSettlesNotes() throws {
    try store.apply(.starred(true), ferryWithoutSource)
    try store.savePlace(30, of: ferryWithoutSource)
    try store.apply(.note("Call"), museum)
    try store.apply(.note("Ask"), ferry)
    #expect(try store.mark(ferry) == Mark(starred: true, place: 30, note: "Ask"))
    try store.apply(.starred(false), ferryWithoutSource)
    #expect(try store.mark(ferry) == Mark(place: 30, note: "Ask"))
    try store.apply(.read(true), museum)
    #expect(try store.mark(museum) == Mark(read: true, note: "Call"))
    for _ in 1...2 { _ = try store.undo() }
    #expect(try store.mark(museum) == Mark(note: "Call"))
    #expect(try store.mark(ferry) == Mark(starred: true, place: 30, note: "Ask"))
    for _ in 1...2 { _ = try store.undo() }
    #expect(try store.mark(ferry) == Mark(starred: true, place: 30))
  }

  @Test func otherCopiesOfTheProgramSeeNotes() throws {
    let other = try MarkStore(path: folder.marks)
    var table = try other.table()
    func follow() throws -> MarkUpdate {
      let update = try other.changes(since: table.revision)
      table.apply(update)
      return update
    }
    try store.apply(.note("One"), ferry)
    #expect(try !follow().isEmpty)
    #expect(table.mark(for: ferry).note == "One")
    try store.apply(.note("Two"), ferry)
    #expect(try follow().titles == [ferry.titleID])
    #expect(table.mark(for: ferry).note == "Two")
    for note in ["One", nil] {
      _ = try store.undo()
      #expect(try !follow().isEmpty)
      #expect(table.mark(for: ferry).note == note)
    }
    #expect(table.notes.isEmpty)
    _ = try store.redo()
    _ = try follow()
    #expect(table.isNoted(ferry))
    #expect(try follow().isEmpty)
  }
}

/// Notes when a copy without a source finds its story, or a story loses it again.
extension NoteTests {
  @Test func aStoryShowsTheNoteOfItsCopyWithoutASource() throws {
    try store.apply(.note("Ask"), ferryWithoutSource)
    let table = try store.table()
    #expect(table.mark(for: ferry).note == "Ask")
    #expect(table.isNoted(ferry))
    #expect(table.notes.count == 1)
  }

  @Test func changingALentNoteLeavesNoOlderVersion() throws {
    try store.apply(.note("Ask"), ferryWithoutSource)
    let step = try store.apply(.note("Ask again"), ferry)
    #expect(step == MarkStep(kind: .noteChanged, count: 1, story: ferryWithoutSource))
    for copy in [ferry, ferryWithoutSource] { #expect(try store.mark(copy).note == "Ask again") }
    #expect(try store.table().notes.map(\.text) == ["Ask again"])
    _ = try store.undo()
    for copy in [ferry, ferryWithoutSource] { #expect(try store.mark(copy).note == "Ask") }
  }

  @Test func aLentNoteThatIsDeletedDoesNotComeBack() throws {
    try store.apply(.note("Ask"), ferryWithoutSource)
    #expect(try store.apply(.note(nil), ferry)?.kind == .noteDeleted)
    for copy in [ferry, ferryWithoutSource] { #expect(try store.mark(copy).note == nil) }
    try store.apply(.note("Anew"), ferry)
    #expect(try store.mark(ferryWithoutSource).note == "Anew")
    #expect(try store.mark(ferryInCourier).note == nil)
  }

  @Test func aCopyWithoutASourceShowsAndChangesTheNoteWrittenLast() throws {
    try store.apply(.note("Courier"), ferryInCourier)
    try store.apply(.note("Meridian"), ferry)
    #expect(try store.mark(ferryWithoutSource).note == "Meridian")
    try store.apply(.note("Both?"), ferryWithoutSource)
    #expect(try store.mark(ferry).note == "Both?")
    #expect(try store.mark(ferryInCourier).note == "Courier")
    _ = try store.undo()
    _ = try store.undo()
    #expect(try store.mark(ferryWithoutSource).note == "Courier")
  }

  @Test func oneNoteOnSeveralStoriesIsOneStep() throws {
    try store.apply(.note("Old"), museum)
    let change = MarkChange(.note("Harbour"), [ferry, museum, ferry, ferryWithoutSource])
    // The copy without a source shows what its story has got by then.
    #expect(try store.apply(change) == MarkStep(kind: .noteChanged, count: 2, story: ferry))
    #expect(try store.table().notes.count == 2)
    #expect(try store.undo()?.count == 2)
    #expect(try store.mark(ferry).note == nil)
    #expect(try store.mark(museum).note == "Old")
    #expect(try store.redo()?.count == 2)
    for noted in [ferry, museum, ferryWithoutSource] { #expect(try store.mark(noted).note == "Harbour") }
    #expect(try store.apply(MarkChange(.note("None"), [])) == nil)
  }

  @Test func notesOutliveTheirNeighbours() throws {
    let all = stories(20_000)
    try store.apply(.note("Here"), all[7])
    var table = try store.table()
    _ = try store.apply(MarkChange(.read(true), all))
    table.apply(try store.changes(since: table.revision))
    #expect(table.notes.count == 1)
    #expect(table.mark(for: all[7]) == Mark(read: true, note: "Here"))
    #expect(try store.undo()?.count == 20_000)
    table.apply(try store.changes(since: table.revision))
    #expect(table.mark(for: all[7]) == Mark(note: "Here"))
  }
}
