import Marks
import ReaderHarness
import StoryLibrary
import Testing

@testable import Reader

/// What was found in a snapshot of the library, arriving when there is a later one.
struct SnapshotTests {
  /// Nine stories, the oldest of which was found first: keeping them turns their numbers round.
  private func desk() throws -> ReaderDriver {
    try ReaderDriver(Array(Newsroom.many(9).reversed()))
  }

  private func title(_ index: StoryIndex?, in state: ReaderState) -> String? {
    index.map { state.library[$0].title }
  }

  @Test func aTextOfAnotherStoryWithTheSameNumberIsDropped() throws {
    var desk = try desk()
    desk.press("j")
    var state = desk.state
    // The text of the next story is on its way while the library is renumbered.
    guard case .readBody(let story, let location)? = state.reduce(.key("j")).last else {
      Issue.record("no text was asked for")
      return
    }
    let before = state.snapshot
    try desk.keep()
    let effects = state.reduce(.published(desk.snapshot))
    #expect(title(state.story?.index, in: state) == before.library[story].title)
    guard case .readBody(let renumbered, _)? = effects.first(where: { $0.isReading }) else {
      Issue.record("the text was not asked for again")
      return
    }
    #expect(renumbered != story)
    let text = StoryText(StoryBody(paragraphs: ["Of the story before."]))
    _ = state.reduce(.answered(.body(renumbered, location, text), from: before.number))
    #expect(state.story?.body == nil, "that number meant another story")
    _ = state.reduce(.answered(.body(renumbered, location, text), from: state.snapshot.number))
    #expect(state.story?.body != nil)
  }

  @Test func aFailureOfAnotherStoryIsDropped() throws {
    var desk = try desk()
    var state = desk.state
    _ = state.reduce(.key("j"))
    let before = state.snapshot.number
    try desk.keep()
    _ = state.reduce(.published(desk.snapshot))
    let (index, location) = (
      try #require(state.story?.index), try #require(state.story?.location)
    )
    let rows = state.story?.rows.count
    _ = state.reduce(.answered(.noBody(index, location, reason: "gone"), from: before))
    #expect(state.story?.rows.count == rows)
  }

  @Test func theSameTextIsAskedForOnce() throws {
    let desk = try desk()
    var state = desk.state
    _ = state.reduce(.key("j"))
    #expect(!state.refreshStory().contains { $0.isReading }, "it is on its way")
  }

  @Test func everythingOnTheScreenStaysThroughRenumbering() throws {
    var desk = try ReaderDriver(Array(Newsroom.pages.reversed()))
    desk.press("Enter 1 q j Enter 1 1")
    let (title, titles) = (desk.title, desk.titles)
    let steps = desk.state.trail.steps.map { desk.state.library[$0.story].title }
    let related = desk.state.related.selectedStory.map { desk.state.library[$0].title }
    let body = desk.state.story?.body
    try desk.keep()
    #expect(desk.title == title)
    #expect(desk.titles == titles)
    #expect(desk.state.trail.steps.map { desk.state.library[$0.story].title } == steps)
    #expect(desk.state.related.selectedStory.map { desk.state.library[$0].title } == related)
    #expect(desk.state.story?.body == body)
  }

  @Test func aSearchEndsWhereItBeganThoughStoriesWereRenumbered() throws {
    var desk = try desk()
    desk.press("& s o u r c e : m e r i d i a n Enter j")
    let (title, titles) = (desk.title, desk.titles)
    desk.press("\\")
    desk.type("story")
    try desk.keep()
    desk.press("Esc")
    #expect(desk.titles == titles)
    #expect(desk.title == title)
    #expect(desk.state.unreadCount == titles.count)
  }

  /// What is chosen is found in the latest snapshot, and until then the screen stays with the one before.
  @Test func aListAndItsLibraryArriveTogether() throws {
    var desk = try desk()
    desk.press("& u n r e a d Enter")
    let (before, state) = (desk.state.snapshot.number, desk.state)
    try desk.load([SavedPageText(SavedStory("Late news", age: "now"))])
    var waiting = state
    let selected = state.selectedStory.map { state.library.identity(of: $0) }
    #expect(waiting.reduce(.published(desk.snapshot)) == [.select(state.request, pinned: selected)])
    #expect(waiting.snapshot.number == before)
    #expect(waiting.listCount == 9)
    _ = waiting.reduce(.selected(desk.state.listing, state.request, in: desk.snapshot))
    #expect(waiting.listCount == 10)
    #expect(waiting.snapshot.number == desk.snapshot.number)
    // A list from before, that was found late.
    _ = waiting.reduce(.selected(state.listing, state.request, in: state.snapshot))
    #expect(waiting.listCount == 10)
  }

  /// The snapshot that a filtered list would have brought is not lost with the filter.
  @Test func whoGoesBackToAllStoriesGetsTheLatest() throws {
    var desk = try desk()
    desk.press("& u n r e a d Enter")
    var state = desk.state
    try desk.load([SavedPageText(SavedStory("Late news", age: "now"))])
    _ = state.reduce(.published(desk.snapshot))
    let effects = state.reduce(.key(.escape))
    #expect(state.request.isEverything)
    #expect(effects.contains(.select(state.request, pinned: nil)))
    _ = state.reduce(.selected(.everything, state.request, in: desk.snapshot))
    #expect(state.listCount == 10)
  }

  @Test func sourcesAndTopicsAreCountedOnceForASnapshot() throws {
    var desk = try desk()
    desk.press(":")
    #expect(desk.effects.contains(.readNames))
    desk.press("Esc :")
    #expect(!desk.effects.contains(.readNames))
    desk.press("Esc")
    try desk.load([SavedPageText(SavedStory("Late news", source: "Night Post", age: "now"))])
    desk.press(":")
    #expect(desk.effects.contains(.readNames))
  }

  @Test func whatWasCountedBeforeAMarkDoesNotCount() throws {
    let desk = try desk()
    var state = desk.state
    let store = try MarkStore(inMemoryBecause: .busy(path: "tests"))
    let (old, counts) = (state.unreadScope, UnreadCounts(in: state.listing, of: state.library, state.marks))
    _ = try store.apply(
      MarkChange(.read(true), state.library.order.prefix(4).map { state.library.identity(of: $0) }))
    _ = state.reduce(.marksChanged(try store.changes(since: 0)))
    #expect(state.unreadCount == 5)
    _ = state.reduce(.answered(.unread(counts, old), from: state.snapshot.number))
    #expect(state.unreadCount == 5)
  }

  /// Of many marks only the worker knows how many stories they are.
  @Test func manyMarksAreCountedByAWorker() throws {
    let desk = try ReaderDriver(Newsroom.many(150))
    var state = desk.state
    let store = try MarkStore(inMemoryBecause: .busy(path: "tests"))
    _ = try store.apply(MarkChange(.read(true), state.library.order.map { state.library.identity(of: $0) }))
    let effects = state.reduce(.marksChanged(try store.changes(since: 0)))
    #expect(effects.contains(.countUnread))
    #expect(!state.isComplete)
    let counts = UnreadCounts(in: state.listing, of: state.library, state.marks)
    _ = state.reduce(.answered(.unread(counts, state.unreadScope), from: state.snapshot.number))
    #expect(state.isComplete)
    #expect(state.unreadCount == 0)
  }
}

extension ReaderEffect {
  fileprivate var isReading: Bool { if case .readBody = self { true } else { false } }
}
