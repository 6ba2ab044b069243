import Marks
import Reader
import ReaderHarness
import StoryLibrary
import Testing

/// Several stories at once.
struct PickingTests {
  private func many(_ count: Int = 8) throws -> ReaderDriver { try ReaderDriver(Newsroom.many(count)) }

  private func picked(_ desk: ReaderDriver) -> [String] {
    desk.state.library.order.filter { desk.state.isPicked($0) }.map { desk.state.library[$0].title }
  }

  @Test func aKeyPicksAndGoesOn() throws {
    var desk = try many()
    desk.press("x j x")
    #expect(picked(desk) == ["Story 1", "Story 3"])
    #expect(desk.selectedTitle == "Story 4")
    desk.press("k x")
    #expect(picked(desk) == ["Story 1"])
    desk.press("Esc")
    #expect(desk.state.pickedCount == 0)
  }

  @Test func aRangeIsPicked() throws {
    var desk = try many()
    desk.press("j x j j X")
    #expect(picked(desk) == ["Story 2", "Story 3", "Story 4", "Story 5"])
    desk.press("g X")
    #expect(picked(desk).count == 5, "from the one picked last, upward too")
    desk.press("Esc X")
    #expect(picked(desk) == ["Story 1"])
  }

  @Test(arguments: ["s", "r", "a"]) func oneStepForAll(key: String) throws {
    func isMarked(_ number: Int, in desk: ReaderDriver) -> Bool? {
      let mark = desk.mark("Story \(number)")
      return key == "s" ? mark?.starred : key == "r" ? mark?.read : mark?.archived
    }
    var desk = try many()
    desk.press("x x x \(key)")
    #expect((1...8).map { isMarked($0, in: desk) } == (1...8).map { $0 <= 3 })
    desk.press("u")
    #expect((1...8).allSatisfy { isMarked($0, in: desk) == false })
  }

  /// Where only some are so already, the others become so; where all are, none stays so.
  @Test func togglingMakesThemAlike() throws {
    var desk = try many()
    desk.press("s x x s")
    #expect(desk.isStarred("Story 1") == true && desk.isStarred("Story 2") == true)
    desk.press("s")
    #expect(desk.isStarred("Story 1") == false && desk.isStarred("Story 2") == false)
  }

  @Test func labelsSavingCopyingAndPipingAreAboutAll() throws {
    var desk = try many()
    desk.press("x j x +")
    desk.type("flood")
    desk.press("Enter")
    #expect(desk.mark("Story 1")?.labels == ["flood"] && desk.mark("Story 3")?.labels == ["flood"])
    #expect(desk.mark("Story 2")?.labels == [])
    let chosen = try #require(desk.state.chosen)
    #expect(
      chosen.stories(in: desk.state.library).map { desk.state.library[$0].title } == ["Story 1", "Story 3"])
    desk.press("y t")
    #expect(desk.effects == [.copy(.title, chosen)])
    desk.press("w")
    #expect(desk.typed == "2-stories.txt")
    desk.press("Enter")
    #expect(desk.effects == [.save("2-stories.txt", chosen, .none)])
    desk.press("|")
    desk.type("wc")
    desk.press("Enter")
    #expect(desk.effects.last == .pipe("wc", chosen))
    desk.press("q :")
    desk.type("toggle-star")
    desk.press("Enter")
    #expect(desk.isStarred("Story 1") == true && desk.isStarred("Story 3") == true)
  }

  /// In a story, commands are about the story.
  @Test func aStoryThatIsReadIsByItself() throws {
    var desk = try many()
    desk.press("x x j Enter s")
    #expect(desk.isStarred("Story 4") == true && desk.isStarred("Story 1") == false)
    desk.press("q s")
    #expect(desk.isStarred("Story 1") == true && desk.isStarred("Story 4") == true)
  }

  @Test func theyStayPickedInOtherLists() throws {
    var desk = try many()
    desk.press("x x")
    try desk.load([SavedPageText(SavedStory("Late news", age: "now"))])
    try desk.keep()
    #expect(picked(desk) == ["Story 1", "Story 2"])
    desk.press("S t s")
    #expect(desk.isStarred("Story 2") == true)
  }

  /// More than a thousand are found and marked beside the terminal's thread.
  @Test func veryManyAreForAWorker() throws {
    var desk = try many(1_100)
    desk.press("x G")
    var state = desk.state
    let effects = state.reduce(.key("X"))
    guard case .pick(let range)? = effects.first, effects.count == 1 else {
      Issue.record("\(effects)")
      return
    }
    #expect(range.stories.count == 1_100)
    _ = state.reduce(.key(.escape))
    _ = state.reduce(.picked(range.stories, range))
    #expect(state.pickedCount == 0, "it was given up")
    desk.press("X s")
    #expect(desk.state.pickedCount == 1_100)
    #expect(desk.effects.contains { if case .markChosen = $0 { true } else { false } })
    #expect(desk.isStarred("Story 1") == true && desk.isStarred("Story 1100") == true)
    desk.press("u")
    #expect(desk.isStarred("Story 600") == false)
  }

  @Test func undoingLeadsToTheStory() throws {
    var desk = try many()
    desk.press("j s G u")
    #expect(desk.selectedTitle == "Story 2" && desk.title == "Story 2")
    #expect(desk.message?.contains("starred “Story 2”") == true)
    desk.press("G ^R")
    #expect(desk.selectedTitle == "Story 2")
    desk.press("x x G u")
    #expect(desk.selectedTitle == "Story 2")
  }
}
