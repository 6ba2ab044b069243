import Display
import ReaderHarness
import Reader
import Testing

/// Finding in the story that is read.
struct FindTests {
  private func longDesk() throws -> ReaderDriver {
    try ReaderDriver([SavedPageText(Newsroom.long()), SavedPageText(Newsroom.rail)], columns: 120, rows: 20)
  }

  @Test func matchesAreLitWhileTyping() throws {
    var desk = try longDesk()
    desk.press("Enter /")
    desk.type("Paragraph 40 ")
    #expect(desk.state.find?.count == 1)
    #expect(try #require(desk.state.story?.place) > 1_000)
  }

  @Test func escapeGoesBackToWhereOneWas() throws {
    var desk = try longDesk()
    desk.press("Enter Space")
    let top = desk.state.story?.top
    desk.press("/")
    desk.type("Paragraph 50")
    #expect(desk.state.story?.top != top)
    desk.press("Esc")
    #expect(desk.state.story?.top == top)
    #expect(desk.state.find == nil)
    #expect(desk.state.prompt == nil)
  }

  @Test func nAndPGoThroughTheMatchesAndAround() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    desk.press("Tab /")
    desk.type("ferry")
    desk.press("Enter")
    #expect(desk.state.focus == .story)
    #expect(desk.state.find?.count == 4, "the headline counts, in any case")
    #expect(desk.state.find?.current == 0)
    desk.press("n")
    #expect(desk.state.find?.current == 1)
    desk.press("N N")
    #expect(desk.state.find?.current == 3)
    #expect(desk.message == "Wrapped to the end")
    desk.press("p")
    #expect(desk.state.find?.current == 2)
    #expect(desk.title == "Ferry vote delayed", "n and p stay in the story")
  }

  @Test func escapeEndsFindingAndNIsTheNextUnreadAgain() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    desk.press("Tab /")
    desk.type("ferry")
    desk.press("Enter Esc")
    #expect(desk.state.find == nil)
    #expect(desk.state.focus == .story, "one thing at a time")
    desk.press("n")
    #expect(desk.title == "Museum reopens")
  }

  @Test func leavingForTheListEndsFinding() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    desk.press("Tab /")
    desk.type("ferry")
    desk.press("Enter q n")
    #expect(desk.title == "Museum reopens")
  }

  @Test func whatIsNotThereIsSaid() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    desk.press("Tab /")
    desk.type("submarine")
    desk.press("Enter")
    #expect(desk.message == "submarine is not in this story · \\ searches all")
    desk.press("n")
    #expect(desk.message == "submarine is not in this story")
  }

  @Test func nothingTypedFindsTheSameAgain() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    desk.press("Tab /")
    desk.type("ferry")
    desk.press("Enter J / Enter")
    #expect(desk.title == "Museum reopens")
    #expect(desk.state.find?.text == "ferry")
    #expect(desk.state.find?.count == 1)
  }

  /// In one pane at a time what is found must be seen.
  @Test(arguments: [":", "Tab Tab /"])
  func theStoryIsShownWhereverOneWas(keys: String) throws {
    var desk = try ReaderDriver(Newsroom.pages, columns: 40, rows: 12)
    desk.press(keys)
    desk.type(keys == ":" ? "find carry" : "carry")
    desk.press("Enter")
    #expect(desk.state.focus == .story)
    desk.press("Tab n")
    #expect(desk.state.focus == .story)
  }

  @Test func matchesStayWhereTheyAreWhenPanesChange() throws {
    var desk = try longDesk()
    desk.press("Tab /")
    desk.type("harbour")
    desk.press("Enter n n n n")
    desk.apply(.resized(Size(columns: 40, rows: 12)))
    #expect(desk.state.find?.count == 60)
    #expect(desk.state.find?.current == 4)
  }

  @Test func aStoryUnderAHeadingCanBeFoundIn() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    desk.press("v s g")
    #expect(desk.selectedTitle == nil)
    desk.press("Tab /")
    desk.type("ferry")
    desk.press("Enter")
    #expect(desk.state.find?.count ?? 0 > 0)
  }
}
