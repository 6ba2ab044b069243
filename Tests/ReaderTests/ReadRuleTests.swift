import Configuration
import ReaderHarness
import Reader
import Testing

/// When a story counts as read.
struct ReadRuleTests {
  private func desk(_ rule: ReadRule, _ pages: [SavedPageText]? = nil) throws -> ReaderDriver {
    var settings = Settings()
    settings.read = rule
    let long = [SavedPageText(Newsroom.long(), related: [Newsroom.rail]), SavedPageText(Newsroom.rail)]
    return try ReaderDriver(pages ?? long, columns: 120, rows: 20, settings: settings)
  }

  @Test func opened() throws {
    var desk = try desk(.open)
    desk.press("j k")
    #expect(desk.state.unreadCount == 2, "a story that is shown is not opened")
    desk.press("Enter")
    #expect(desk.isRead("A long report") == true)
    desk.press("1")
    #expect(desk.isRead("Rail strike goes on") == true)
  }

  /// However a story comes into its pane, with the reader in it, it has been opened.
  @Test(arguments: ["Enter J", "Tab J", "Enter n", "Enter G J", "Enter 1 ^O r L", "l J"])
  func openedInItsPane(keys: String) throws {
    var desk = try desk(.open)
    desk.press(keys)
    #expect(desk.title == "Rail strike goes on")
    #expect(desk.isRead("Rail strike goes on") == true)
  }

  @Test func openedByAClick() throws {
    var desk = try desk(.open)
    let story = try #require(desk.state.layout.frames[.story]?.content)
    desk.click(column: story.left + 2, row: story.top + 2)
    #expect(desk.isRead("A long report") == true)
  }

  @Test func whatIsMarkedByHandInItsPaneStaysSo() throws {
    var desk = try desk(.open)
    desk.press("Enter r j j k")
    #expect(desk.isRead("A long report") == false)
    desk.press("q")
    #expect(desk.isRead("A long report") == false)
    desk.press("Enter")
    #expect(desk.isRead("A long report") == true, "it is opened once more")
  }

  /// Stories that arrive are not opened by anybody.
  @Test func aLibraryThatComesAnewMarksNothing() throws {
    var desk = try desk(.open)
    desk.press("Enter")
    #expect(desk.state.unreadCount == 1)
    desk.startOver()
    try desk.load([SavedPageText(SavedStory("Late news", age: "now"))])
    #expect(desk.isRead("Late news") == false)
  }

  @Test func finished() throws {
    var desk = try desk(.end)
    desk.press("Enter Space")
    #expect(desk.isRead("A long report") == false)
    desk.press("G")
    #expect(desk.isRead("A long report") == true)
    desk.press("r")
    #expect(desk.isRead("A long report") == false)
    desk.press("s u ?")
    #expect(desk.isRead("A long report") == false, "what was marked by hand stays so while nothing moves")
  }

  @Test(arguments: ["Enter", "Tab", "l"])
  func aShortStoryIsFinishedWhenItIsEntered(keys: String) throws {
    var desk = try desk(.end, Newsroom.pages)
    #expect(desk.state.unreadCount == 4, "it is shown, but nobody is in it")
    desk.press(keys)
    #expect(desk.isRead("Ferry vote delayed") == true)
    desk.press("J")
    #expect(desk.isRead("Museum reopens") == true, "also the next one, from here")
  }

  @Test func findingTheEndFinishes() throws {
    var desk = try desk(.end)
    desk.press("Tab /")
    desk.type("Paragraph 60")
    #expect(desk.isRead("A long report") == false)
    desk.press("Enter")
    #expect(desk.isRead("A long report") == true)
  }

  @Test func afterSomeSeconds() throws {
    var desk = try desk(.after(seconds: 5))
    #expect(desk.state.readingTime == nil, "nobody has pressed a key yet")
    desk.press("j k")
    #expect(desk.state.readingTime == ReaderDriver.now + 5)
    desk.apply(.clock(ReaderDriver.now + 4))
    #expect(desk.isRead("A long report") == false)
    desk.press("j")
    #expect(desk.state.readingTime == ReaderDriver.now + 9)
    desk.apply(.clock(ReaderDriver.now + 9))
    #expect(desk.isRead("Rail strike goes on") == true)
    #expect(desk.isRead("A long report") == false)
    #expect(desk.state.readingTime == nil)
    desk.press("r")
    desk.apply(.clock(ReaderDriver.now + 100))
    #expect(desk.isRead("Rail strike goes on") == false, "once a story")
  }

  @Test func byHand() throws {
    var desk = try desk(.manual)
    desk.press("Enter G 1 q q")
    desk.apply(.clock(ReaderDriver.now + 1_000))
    #expect(desk.state.unreadCount == 2)
    desk.press("r")
    #expect(desk.state.unreadCount == 1)
  }

  /// In the list, marks are about the selected story; Enter opens it.
  @Test func theListIsAboutItsSelection() throws {
    var desk = try ReaderDriver(Newsroom.pages, columns: 40, rows: 12)
    desk.press("Enter 1 q")
    #expect(desk.title == "Museum reopens")
    #expect(desk.selectedTitle == "Ferry vote delayed")
    desk.press("s")
    #expect(desk.isStarred("Ferry vote delayed") == true)
    #expect(desk.isStarred("Museum reopens") == false)
    desk.press("Enter")
    #expect(desk.title == "Ferry vote delayed")
  }
}
