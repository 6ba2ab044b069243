import Display
import Marks
import ReaderHarness
import Reader
import StoryLibrary
import Testing

/// Searching all stories.
struct SearchTests {
  private func searching(_ words: String, columns: Int = 120, rows: Int = 40) throws -> ReaderDriver {
    var desk = try ReaderDriver(Newsroom.pages, columns: columns, rows: rows)
    desk.press("\\")
    desk.type(words)
    return desk
  }

  @Test func theListFollowsTheWords() throws {
    var desk = try searching("ferry")
    #expect(Set(desk.titles) == ["Ferry vote delayed", "Museum reopens"])
    #expect(desk.state.isSearching)
    #expect(desk.state.prompt != nil)
    desk.press("Backspace Backspace Backspace Backspace Backspace")
    #expect(desk.titles.count == 4)
    #expect(!desk.state.isSearching)
  }

  @Test func enterOpensTheBestMatchWhereTheWordsStand() throws {
    var desk = try searching("twelve")
    desk.press("Enter")
    #expect(desk.title == "Ferry vote delayed")
    #expect(desk.state.focus == .story)
    #expect(desk.isRead("Ferry vote delayed") == true)
    #expect(desk.state.find?.count == 1)
  }

  /// The story that is shown already may be the best match.
  @Test func wordsAreLitInTheStoryThatWasShownBefore() throws {
    var desk = try searching("twelv")
    #expect(desk.title == "Ferry vote delayed")
    #expect(desk.state.find?.count == 1)
    desk.type("e carx")
    desk.press("Backspace")
    #expect(desk.state.find?.text == "twelve car")
    #expect(desk.state.find?.count == 4, "twelve, carry, cars, carries: the last word may go on")
  }

  @Test func escapeRestoresTheListTheStoryAndTheTrail() throws {
    var desk = try ReaderDriver(
      [SavedPageText(Newsroom.long(age: "a minute ago"), related: [Newsroom.museum])] + Newsroom.pages,
      columns: 120, rows: 20)
    desk.press("Enter Space 1")
    #expect(desk.title == "Museum reopens")
    desk.press("^O")
    let before = desk.state
    desk.press("\\")
    desk.type("train")
    #expect(desk.title == "Rail strike goes on")
    desk.press("Esc")
    #expect(desk.titles.count == 5)
    #expect(desk.title == "A long report")
    #expect(desk.state.story?.top == before.story?.top)
    #expect(desk.state.trail.canGoForward, "the trail goes on where it did")
    #expect(desk.state.focus == .story)
    #expect(desk.state.list == before.list)
    #expect(!desk.state.isSearching)
  }

  /// What is found while one types is on the screen, and has not been opened.
  @Test func typingOpensNothing() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    desk.press("j Enter \\")
    desk.type("train")
    #expect(desk.title == "Rail strike goes on")
    #expect(desk.isRead("Rail strike goes on") == false)
    desk.press("Esc")
    #expect(desk.state.trail.steps.count == 1)
    #expect(desk.isRead("Rail strike goes on") == false)
  }

  @Test func qInTheListEndsASearch() throws {
    var desk = try searching("ferry")
    desk.press("Enter q q")
    #expect(desk.titles.count == 4)
    #expect(!desk.effects.contains(.quit))
    desk.press("q")
    #expect(desk.effects.contains(.quit))
  }

  @Test func nothingFoundIsSaidAndOpensNothing() throws {
    var desk = try searching("submarine")
    #expect(desk.titles.isEmpty)
    desk.press("Enter")
    #expect(desk.state.focus == .list)
    desk.press("j k G g Space b Enter n r s c o e z z q")
    #expect(desk.titles.count == 4)
  }

  /// What a search shows while one types has not been read by anybody.
  @Test func lookingAtMatchesMovesNoPlace() throws {
    var desk = try ReaderDriver(
      [SavedPageText(Newsroom.long()), SavedPageText(Newsroom.rail)], columns: 120, rows: 20)
    desk.press("j \\")
    desk.type("50")
    #expect(desk.title == "A long report")
    #expect(try #require(desk.state.story?.top) > .start, "the match is on the screen")
    #expect(desk.state.unsavedPlace().isEmpty)
    desk.press("Esc")
    #expect(!desk.effects.contains { if case .savePlace = $0 { true } else { false } })
  }

  @Test func aSearchIsRefinedFromWhereItIs() throws {
    var desk = try searching("ferry")
    desk.press("Enter \\")
    #expect(desk.typed == "ferry")
    desk.type(" visitors")
    #expect(desk.titles == ["Museum reopens"])
    desk.press("Enter q q")
    #expect(desk.titles.count == 4)
  }

  @Test func storiesThatComeMoveNothing() throws {
    var desk = try ReaderDriver(Newsroom.many(30), columns: 120, rows: 20)
    desk.press("\\")
    desk.type("whole")
    desk.press("Enter q j j j")
    #expect(desk.state.isSearching)
    let (title, row) = (desk.selectedTitle, desk.state.list.selected - desk.state.list.top)
    try desk.load([SavedPageText(SavedStory("Story new whole whole", age: "a minute ago"))])
    #expect(desk.titles.count == 31)
    #expect(desk.selectedTitle == title)
    #expect(desk.title == title)
    #expect(desk.state.list.selected - desk.state.list.top == row)
  }

  /// The answer to another question is not taken for this one's.
  @Test func enterWaitsForItsOwnList() throws {
    var desk = try searching("ferry")
    desk.press("Esc j j")
    var state = desk.state
    _ = state.reduce(.key("\\"))
    for letter in "ferry" { _ = state.reduce(.key(.character(letter))) }
    let effects = state.reduce(.key(.enter))
    #expect(state.focus == .list, "what is found is not known yet")
    #expect(!effects.contains { if case .mark = $0 { true } else { false } })
  }

  @Test func excerptsComeWithTheRows() throws {
    var desk = try ReaderDriver(Newsroom.many(60), columns: 120, rows: 20)
    desk.press("\\")
    desk.type("whole")
    let visible = desk.state.visibleStories
    #expect(desk.state.excerpts.count <= visible + 1)
    desk.wheel(3, column: 2, row: 5)
    #expect(desk.state.excerpts.count > visible, "the wheel brings rows, too")
    desk.apply(.resized(Size(columns: 120, rows: 40)))
    #expect(desk.state.excerpts.count >= desk.state.visibleStories)
  }

  @Test func resultsCanBeSortedAndAreBestFirstAgain() throws {
    var desk = try searching("ferry")
    #expect(desk.titles == ["Ferry vote delayed", "Museum reopens"])
    desk.press("Enter q S t S S")
    #expect(desk.titles == ["Museum reopens", "Ferry vote delayed"])
    desk.press("S m")
    #expect(desk.titles == ["Ferry vote delayed", "Museum reopens"])
    desk.press("q")
    #expect(desk.state.request.sort == .init())
    desk.press("S m")
    #expect(desk.message == "Search first (\\), then sort by relevance")
    #expect(desk.state.request.sort == .init(), "without words nothing matches best")
  }

  @Test func aFilterAndASectionStayDuringASearch() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    desk.press("&")
    desk.type("source:meridian")
    desk.press("Enter \\")
    desk.type("ferry")
    #expect(desk.titles == ["Ferry vote delayed"])
    desk.press("Esc")
    #expect(desk.titles == ["Ferry vote delayed", "Quay wall to be raised"])
  }

  @Test func backOnTheTrailIsWhereOneWas() throws {
    let page = SavedPageText(Newsroom.long(), related: [Newsroom.rail])
    var desk = try ReaderDriver([page, SavedPageText(Newsroom.rail)], columns: 120, rows: 20)
    desk.press("\\")
    desk.type("harbour")
    desk.press("Enter")
    while desk.title != "A long report" { desk.press("J") }
    desk.press("G")
    let top = desk.state.story?.top
    desk.press("1 ^O")
    #expect(desk.title == "A long report")
    #expect(desk.state.story?.top == top)
  }

  @Test func aLibraryThatIsKeptMeanwhileChangesNothing() throws {
    var desk = try searching("ferry")
    let titles = desk.titles
    try desk.keep()
    #expect(desk.titles == titles)
    desk.press("Esc")
    try desk.keep()
    #expect(desk.titles.count == 4)
  }

  /// Nearly all stories have a word with some letter: one letter is not looked for, two are.
  @Test func aSearchBeginsWithTwoLetters() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    desk.press("\\")
    desk.type("q")
    #expect(desk.effects.isEmpty)
    #expect(desk.titles.count == 4)
    #expect(!desk.state.isSearching)
    desk.type("u")
    #expect(desk.state.isSearching)
    #expect(Set(desk.titles) == ["Museum reopens", "Quay wall to be raised"])
    desk.press("Backspace")
    #expect(!desk.state.isSearching)
    #expect(desk.titles.count == 4)
    desk.press("Enter")
    #expect(!desk.state.isSearching)
    #expect(desk.state.focus == .list, "one letter opens nothing")
  }
}
