import Marks
import ReaderHarness
import Testing

@testable import Reader
@testable import StoryLibrary

/// What a key does in the list is bounded by the screen, however long the list is.
struct BoundedListTests {
  /// All but the last story are read.
  private func desk(_ count: Int = 400) throws -> ReaderDriver {
    var desk = try ReaderDriver(Newsroom.many(count), columns: 120, rows: 30)
    let library = desk.state.library
    let read = library.order.dropLast().map { library.identity(of: $0) }
    try desk.markElsewhere(MarkChange(.read(true), read))
    return desk
  }

  @Test func aFarStoryIsFoundElsewhere() throws {
    let desk = try desk()
    var state = desk.state
    let effects = state.reduce(.key("n"))
    guard case .walk(let walk)? = effects.first, effects.count == 1 else {
      Issue.record("nothing was asked for")
      return
    }
    #expect(state.listState.rowsLookedAt <= 8 * state.visibleStories)
    #expect(state.list.selected == 0)
    _ = state.reduce(.walked(try #require(walk.finished())))
    #expect(state.list.selected == 399)
    #expect(state.story?.index == state.selectedStory)
  }

  @Test func aNearOneIsFoundAtOnce() throws {
    var desk = try desk()
    desk.press("g p")
    #expect(desk.state.list.selected == 399)
    #expect(desk.message == "Wrapped to the end")
    #expect(desk.state.listState.rowsLookedAt == 1)
  }

  /// Of two walks the last is awaited; whoever goes elsewhere waits for none.
  @Test func whatNobodyWaitsForIsDropped() throws {
    let desk = try desk()
    var state = desk.state
    guard case .walk(let first)? = state.reduce(.key("n")).first else {
      Issue.record("nothing was asked for")
      return
    }
    _ = state.reduce(.key("j"))
    _ = state.reduce(.walked(try #require(first.finished())))
    #expect(state.list.selected == 1)
    guard case .walk(let second)? = state.reduce(.key("n")).first else {
      Issue.record("nothing was asked for")
      return
    }
    _ = state.reduce(.walked(try #require(first.finished())))
    #expect(state.list.selected == 1)
    _ = state.reduce(.walked(try #require(second.finished())))
    #expect(state.list.selected == 399)
  }

  /// Keys that are typed ahead of the answer count.
  @Test func aSecondKeyGoesOneFurther() throws {
    var desk = try ReaderDriver(Newsroom.many(500), columns: 120, rows: 30)
    let library = desk.state.library
    let read = library.order.prefix(490).map { library.identity(of: $0) }
    try desk.markElsewhere(MarkChange(.read(true), read))
    var state = desk.state
    _ = state.reduce(.key("n"))
    guard case .walk(let walk)? = state.reduce(.key("n")).first else {
      Issue.record("nothing was asked for")
      return
    }
    _ = state.reduce(.walked(try #require(walk.finished())))
    #expect(state.list.selected == 491)
    #expect(state.reduce(.key("p")).contains { if case .walk = $0 { true } else { false } } == false)
    #expect(state.list.selected == 490)
  }

  @Test func aWalkCanBeGivenUp() throws {
    let desk = try desk()
    var state = desk.state
    guard case .walk(let walk)? = state.reduce(.key("n")).first else {
      Issue.record("nothing was asked for")
      return
    }
    var asked = 0
    let finished = walk.finished {
      asked += 1
      return asked > 1
    }
    #expect(finished == nil)
    #expect(asked == 2)
  }

  /// A list that comes meanwhile is walked along instead.
  @Test func anotherListIsWalkedAlongAnew() throws {
    var desk = try desk()
    var state = desk.state
    guard case .walk(let old)? = state.reduce(.key("n")).first else {
      Issue.record("nothing was asked for")
      return
    }
    try desk.load([SavedPageText(SavedStory("Late news", age: "2 years ago"))])
    let effects = state.reduce(.published(desk.snapshot))
    let new = effects.compactMap { if case .walk(let walk) = $0 { walk } else { nil } }.first
    _ = state.reduce(.walked(try #require(old.finished())))
    #expect(state.list.selected == 0)
    _ = state.reduce(.walked(try #require(new?.finished())))
    #expect(state.list.selected > 398)
  }

  /// Which stories all are is found out where they are marked.
  @Test func markingAllAsksForNothingOfThem() throws {
    let desk = try ReaderDriver(Newsroom.many(300))
    var state = desk.state
    _ = state.reduce(.key("A"))
    let effects = state.reduce(.key("y"))
    guard case .markAllRead(let stories)? = effects.first, effects.count == 1 else {
      Issue.record("nothing was asked for")
      return
    }
    #expect(stories.change.stories.count == 300)
    #expect(Set(stories.change.stories.map(\.id)).count == 300)
  }

  @Test func manyMarksComeAsAWhole() throws {
    let desk = try ReaderDriver(Newsroom.many(30))
    var state = desk.state
    let read = state.library.order.prefix(20).map { (state.library.identity(of: $0), Mark(read: true)) }
    let effects = state.reduce(.marksReplaced(MarkTable(read)))
    #expect(effects.contains(.countUnread))
    #expect(state.mark(of: state.library.order[19]).read)
    let counts = UnreadCounts(in: state.listing, of: state.library, state.marks)
    _ = state.reduce(.answered(.unread(counts, state.unreadScope), from: state.snapshot.number))
    #expect(state.unreadCount == 10)
  }

  /// Stories of one headline are counted by a worker where they are many.
  @Test func manyStoriesOfOneHeadlineAreCountedByAWorker() throws {
    let pages = (1...150).map { number in
      var story = SavedStory("Morning briefing", age: "\(number) hours ago")
      story.paragraphs = (1...6).map {
        "Briefing \(number), item \($0): word\(number * 17) and word\(number * 31 + $0) of the day number \(number)."
      }
      return SavedPageText(story)
    }
    let desk = try ReaderDriver(pages)
    var state = desk.state
    #expect(state.listCount > 100)
    let store = try MarkStore(inMemoryBecause: .busy(path: "tests"))
    _ = try store.apply(MarkChange(.read(true), [state.library.identity(of: state.library.order[0])]))
    let effects = state.reduce(.marksChanged(try store.changes(since: 0)))
    #expect(effects.contains(.countUnread))
  }

  /// What stands beside a story is looked for when it is drawn or a key needs it, and not for a story that is passed.
  @Test func passingAStoryLooksForNothingBesideIt() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    _ = desk.state.related
    let steps = desk.state.library.steps.count
    desk.press("j j j k k k")
    #expect(desk.state.library.steps.count == steps)
    #expect(desk.state.related.stories.map(\.title) == ["Museum reopens", "Quay wall to be raised"])
    #expect(desk.state.library.steps.count > steps)
  }

  /// The list of the story is made for the key that asks for one of its stories, though it was never drawn.
  @Test func aDigitAsksForThem() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    desk.press("j k Enter 2")
    desk.apply(.paused)
    #expect(desk.title == "Quay wall to be raised")
  }
}
