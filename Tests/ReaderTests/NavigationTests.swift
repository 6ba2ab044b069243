import ReaderHarness
import Reader
import Testing

/// Keys in, state out: moving between stories and panes.
struct NavigationTests {
  static let museum = SavedStory("Museum reopens", source: "Coast Courier", age: "2 hours ago")
  static let rail = SavedStory("Rail strike goes on", source: "9 Lanterns", age: "5 hours ago")
  static let ferry = SavedStory("Ferry vote delayed", age: "an hour ago")
  static let quay = SavedStory("Quay wall to be raised", age: "2 days ago")

  /// Three pages: the ferry lists the museum and the quay; the museum lists the rail strike; the quay has no
  /// page.
  static let pages = [
    SavedPageText(ferry, related: [museum, quay]),
    SavedPageText(museum, related: [rail]),
    SavedPageText(rail),
  ]

  @Test func newestStoryIsSelectedAndShown() throws {
    let desk = try ReaderDriver(Self.pages)
    #expect(
      desk.titles == [
        "Ferry vote delayed", "Museum reopens", "Rail strike goes on", "Quay wall to be raised",
      ])
    #expect(desk.title == "Ferry vote delayed")
    #expect(desk.state.focus == .list)
  }

  @Test func storyFollowsTheSelectionWithoutBeingRead() throws {
    var desk = try ReaderDriver(Self.pages)
    desk.press("j")
    #expect(desk.title == "Museum reopens")
    #expect(desk.isRead("Museum reopens") == false)
    desk.press("G")
    #expect(desk.title == "Quay wall to be raised")
    desk.press("g")
    #expect(desk.title == "Ferry vote delayed")
    desk.press("k")
    #expect(desk.title == "Ferry vote delayed")
  }

  /// Its text is read ahead.
  @Test func theNextStoryIsInTheDirectionOfTheLastMove() throws {
    var desk = try ReaderDriver(Self.pages)
    func next() -> String? { desk.state.nextStory.map { desk.state.library[$0].title } }
    #expect(next() == "Museum reopens")
    desk.press("j")
    desk.press("j")
    #expect(next() == "Quay wall to be raised")
    desk.press("k")
    #expect(next() == "Ferry vote delayed")
    desk.press("k")
    #expect(next() == nil)
    #expect(desk.state.storiesOnScreen == Array(desk.state.library.order))
  }

  @Test func enterOpensAndMarksRead() throws {
    var desk = try ReaderDriver(Self.pages)
    desk.press("Enter")
    #expect(desk.state.focus == .story)
    #expect(desk.isRead("Ferry vote delayed") == true)
    #expect(desk.state.unreadCount == 3)
  }

  @Test func followingTwoDeepAndComingBack() throws {
    var desk = try ReaderDriver(Self.pages)
    desk.press("Enter 1")
    #expect(desk.title == "Museum reopens")
    #expect(desk.isRead("Museum reopens") == true)
    desk.press("Tab Enter")
    #expect(desk.title == "Rail strike goes on")
    #expect(desk.state.trail.path.count == 3)
    desk.press("^O")
    #expect(desk.title == "Museum reopens")
    desk.press("H")
    #expect(desk.title == "Ferry vote delayed")
    desk.press("^O")
    #expect(desk.title == "Ferry vote delayed")
    #expect(desk.state.message?.text == "Nothing to go back to")
    desk.press("L L")
    #expect(desk.title == "Rail strike goes on")
    desk.press("L")
    #expect(desk.state.message?.text == "Nothing to go forward to")
  }

  @Test func aStoryWithoutPageIsRelatedToItsPageAndFellows() throws {
    var desk = try ReaderDriver(Self.pages)
    desk.press("G Enter")
    #expect(desk.title == "Quay wall to be raised")
    #expect(desk.state.related.stories.map(\.title) == ["Ferry vote delayed", "Museum reopens"])
  }

  @Test func backlinksComeAfterWhatThePageLists() throws {
    var desk = try ReaderDriver(Self.pages)
    desk.press("j")
    #expect(desk.state.related.stories.map(\.title) == ["Rail strike goes on", "Ferry vote delayed"])
    #expect(desk.state.related.rows.contains(.heading("Pages that list it")))
  }

  @Test func followingANumberThatIsNotThereSaysSo() throws {
    var desk = try ReaderDriver(Self.pages)
    desk.press("Enter 7")
    #expect(desk.title == "Ferry vote delayed")
    #expect(desk.state.message?.text == "Only 2 related stories")
  }

  @Test func tabGoesRoundAndLettersGoSideways() throws {
    var desk = try ReaderDriver(Self.pages)
    desk.press("Tab")
    #expect(desk.state.focus == .story)
    desk.press("Tab")
    #expect(desk.state.focus == .related)
    desk.press("Tab")
    #expect(desk.state.focus == .list)
    desk.press("Shift-Tab")
    #expect(desk.state.focus == .related)
    desk.press("h h h")
    #expect(desk.state.focus == .list)
    desk.press("l")
    #expect(desk.state.focus == .story)
  }

  @Test func nextStoryWorksFromAnyPane() throws {
    var desk = try ReaderDriver(Self.pages)
    desk.press("Tab J J")
    #expect(desk.title == "Rail strike goes on")
    #expect(desk.state.focus == .story)
    desk.press("K")
    #expect(desk.title == "Museum reopens")
  }

  @Test func unreadStoriesAreFoundAroundTheEnd() throws {
    var desk = try ReaderDriver(Self.pages)
    desk.press("j r k n")
    #expect(desk.title == "Rail strike goes on")
    desk.press("n n")
    #expect(desk.title == "Ferry vote delayed")
    #expect(desk.state.message?.text == "Wrapped to the top")
    desk.press("p")
    #expect(desk.title == "Quay wall to be raised")
  }

  @Test func qClosesAndThenQuits() throws {
    var desk = try ReaderDriver(Self.pages)
    desk.press("Enter q")
    #expect(desk.state.focus == .list)
    #expect(!desk.effects.contains(.quit))
    desk.press("q")
    #expect(desk.effects.contains(.quit))
  }

  @Test func escapeNeverQuits() throws {
    var desk = try ReaderDriver(Self.pages)
    desk.press("Tab Esc Esc Esc")
    #expect(desk.state.focus == .list)
    #expect(!desk.effects.contains(.quit))
  }

  @Test func helpOpensScrollsAndCloses() throws {
    var desk = try ReaderDriver(Self.pages, columns: 80, rows: 10)
    desk.press("? j j")
    #expect(desk.help?.top == 2)
    desk.press("G")
    let help = HelpText(focus: .list, columns: 80)
    #expect(desk.help?.top == help.lines.count - 8)
    desk.press("q")
    #expect(desk.state.overlay == nil)
    #expect(desk.effects.isEmpty)
  }

  @Test func aKeyWithoutMeaningSaysSo() throws {
    var desk = try ReaderDriver(Self.pages)
    desk.press("Z")
    #expect(desk.state.message?.text == "Z is not bound · ? shows the keys")
    desk.press("j")
    #expect(desk.state.message == nil)
  }

  @Test func anEmptyDeskTakesEveryKey() throws {
    var desk = try ReaderDriver([])
    for row in CommandRow.table where row.command != .quit && row.command != .close {
      for keys in row.keys { keys.keys.forEach { desk.apply(.key($0)) } }
      desk.press("Esc Esc")
    }
    #expect(desk.title == nil)
    #expect(desk.state.library.isEmpty)
  }
}
