import ReaderHarness
import StoryLibrary
import Testing

@testable import Reader

/// `/` in the list finds a headline as one types.
struct HeadlineTests {
  /// Newest first: the ferry, the museum, the rail strike, the quay wall.
  private func desk() throws -> ReaderDriver { try ReaderDriver(Newsroom.pages) }

  @Test func theNearestHeadlineIsSelectedWithEachLetter() throws {
    var desk = try desk()
    desk.press("/")
    desk.type("r")
    #expect(desk.selectedTitle == "Ferry vote delayed", "where one is counts")
    desk.type("a")
    #expect(desk.selectedTitle == "Rail strike goes on")
    #expect(desk.title == "Rail strike goes on", "the story follows")
    desk.press("Backspace")
    desk.type("e")
    #expect(desk.selectedTitle == "Museum reopens", "each time from where one was")
    #expect(desk.state.headlineFind?.result == .found)
    #expect(desk.state.wordRanges(in: "Museum reopens") == [7..<9])
    desk.press("Enter")
    #expect(desk.selectedTitle == "Museum reopens")
    #expect(desk.state.focus == .list)
    #expect(desk.state.find == nil, "nothing is found in the story")
    #expect(desk.isRead("Museum reopens") == false)
    #expect(desk.effects.contains(.saveHistory(.init(.words, "re"))))
  }

  @Test func escapeGoesBackToWhereOneWas() throws {
    var desk = try ReaderDriver(Newsroom.many(90), columns: 120, rows: 20)
    for _ in 0..<30 { desk.press("j") }
    let (list, title, far) = (desk.state.list, desk.title, desk.titles[80])
    desk.press("/")
    desk.type(String(far.dropLast()))
    desk.type(String(far.suffix(1)))
    #expect(desk.selectedTitle == far)
    #expect(desk.state.list.top != list.top)
    desk.press("Esc")
    #expect(desk.state.list == list)
    #expect(desk.title == title)
    #expect(desk.state.headlineFind == nil)
  }

  /// The related story that was being read is there again, in its place.
  @Test func theStoryThatWasFollowedComesBack() throws {
    var desk = try desk()
    desk.press("Tab Tab Enter q")
    #expect(desk.title == "Museum reopens")
    #expect(desk.selectedTitle == "Museum reopens" || desk.selectedTitle == "Ferry vote delayed")
    let selected = desk.selectedTitle
    desk.press("/")
    desk.type("rail")
    #expect(desk.title == "Rail strike goes on")
    desk.press("Esc")
    #expect(desk.title == "Museum reopens")
    #expect(desk.selectedTitle == selected)
  }

  @Test func nAndNGoOnAndAround() throws {
    var desk = try ReaderDriver(Newsroom.many(12))
    desk.press("/")
    desk.type("story 1")
    #expect(desk.selectedTitle == "Story 1")
    desk.press("Enter n")
    #expect(desk.selectedTitle == "Story 10")
    desk.press("2 n")
    #expect(desk.selectedTitle == "Story 12")
    #expect(desk.message == nil)
    desk.press("n")
    #expect(desk.selectedTitle == "Story 1")
    #expect(desk.message == "Wrapped to the top")
    desk.press("N")
    #expect(desk.selectedTitle == "Story 12")
    #expect(desk.message == "Wrapped to the end")
    desk.press("p")
    #expect(desk.selectedTitle == "Story 11")
    desk.press("Esc n")
    #expect(desk.selectedTitle == "Story 12", "n is the next unread story again")
  }

  @Test func beyondTheEndItGoesOnAtTheTop() throws {
    var desk = try desk()
    desk.press("G /")
    desk.type("ferry")
    #expect(desk.selectedTitle == "Ferry vote delayed")
    #expect(desk.state.headlineFind?.result == .wrapped)
    desk.press("Enter")
    #expect(desk.message == "Wrapped to the top")
  }

  @Test func whatIsNowhereIsSaidAndNothingMoves() throws {
    var desk = try desk()
    desk.press("j /")
    desk.type("rail submarine")
    #expect(desk.selectedTitle == "Museum reopens")
    #expect(desk.state.headlineFind?.result == .missing)
    desk.press("Enter")
    #expect(desk.selectedTitle == "Museum reopens")
    #expect(desk.message == "rail submarine is in no headline · \\ searches all")
  }

  @Test func theOnlyMatchIsNamedSo() throws {
    var desk = try desk()
    desk.press("/")
    desk.type("quay")
    desk.press("Enter n")
    #expect(desk.selectedTitle == "Quay wall to be raised")
    #expect(desk.message == "No other match")
  }

  @Test func nothingTypedFindsTheSameAgain() throws {
    var desk = try ReaderDriver(Newsroom.many(12))
    desk.press("/")
    desk.type("story 1")
    desk.press("Enter Esc / Enter")
    #expect(desk.selectedTitle == "Story 10")
    desk.press("Esc :")
    desk.type("find-headline story 2")
    desk.press("Enter")
    #expect(desk.selectedTitle == "Story 2")
  }

  @Test func storiesUnderFoldedHeadingsAreSpokenOf() throws {
    var desk = try desk()
    desk.press("v s V /")
    desk.type("rail")
    desk.press("Enter")
    #expect(desk.message == "rail is in no headline shown · V unfolds the others")
  }

  /// `n` in the story is the next unread one; back in the list it goes on among the headlines.
  @Test func itIsTheListsOwn() throws {
    var desk = try ReaderDriver(Newsroom.many(30))
    desk.press("/")
    desk.type("story 2")
    desk.press("Enter Enter n")
    #expect(desk.title == "Story 3")
    desk.press("q n")
    #expect(desk.selectedTitle == "Story 20")
    desk.press("&")
    desk.type("story")
    desk.press("Enter")
    #expect(desk.state.headlineFind == nil, "another list has nothing found in it")
  }

  // MARK: Long lists

  private func longList() throws -> ReaderState {
    let zebra = SavedPageText(SavedStory("Zebra seen", age: "3 years ago"))
    return try ReaderDriver(Newsroom.many(400) + [zebra], columns: 120, rows: 30).state
  }

  /// A key looks at a few screens; the rest of the list is looked through elsewhere.
  @Test func aFarHeadlineIsFoundElsewhere() throws {
    var state = try longList()
    _ = state.reduce(.key("/"))
    let effects = state.reduce(.key("z"))
    guard case .walk(let walk)? = effects.last else {
      Issue.record("nothing was asked for")
      return
    }
    #expect(state.listState.rowsLookedAt <= 8 * 15)
    #expect(state.headlineFind?.result == .looking)
    #expect(state.list.selected == 0)
    _ = state.reduce(.walked(try #require(walk.finished())))
    #expect(state.selectedStory.map { state.library[$0].title } == "Zebra seen")
    #expect(state.story?.index == state.selectedStory)
    #expect(state.headlineFind?.result == .found)
  }

  /// What was found for words that have been changed since is dropped.
  @Test func onlyTheLastWordsCount() throws {
    var state = try longList()
    _ = state.reduce(.key("/"))
    var walks: [ListWalk] = []
    for letter in "zeb" {
      walks += state.reduce(.key(.character(letter))).compactMap {
        if case .walk(let walk) = $0 { walk } else { nil }
      }
    }
    try #require(walks.count == 3)
    for walk in walks.dropLast() { _ = state.reduce(.walked(try #require(walk.finished()))) }
    #expect(state.list.selected == 0)
    _ = state.reduce(.key(.escape))
    _ = state.reduce(.walked(try #require(walks[walks.count - 1].finished())))
    #expect(state.list.selected == 0)
  }

  /// Stories that arrive meanwhile are looked through, too, and Esc still leads back to the same story.
  @Test func storiesArriveWhileOneTypes() throws {
    var desk = try desk()
    desk.press("j /")
    desk.type("late")
    #expect(desk.state.headlineFind?.result == .missing || desk.selectedTitle == "Ferry vote delayed")
    try desk.load([SavedPageText(SavedStory("Latest news", age: "a minute ago"))])
    desk.type("s")
    #expect(desk.selectedTitle == "Latest news")
    desk.press("Esc")
    #expect(desk.selectedTitle == "Museum reopens")
  }
}
