import Reader
import ReaderHarness
import Testing

/// What is read stays where it is while the list changes beside it.
struct PinnedTests {
  private func late(_ name: String) -> SavedPageText { SavedPageText(SavedStory(name, age: "now")) }

  private func unread() throws -> ReaderDriver {
    var desk = try ReaderDriver(Newsroom.many(6))
    desk.press("&")
    desk.type("unread")
    desk.press("Enter")
    return desk
  }

  @Test func theOpenStoryStaysUntilItIsLeft() throws {
    var desk = try unread()
    desk.press("j Enter")
    let (title, next) = (desk.title, desk.titles[2])
    try desk.load([late("Late news")])
    #expect(desk.isRead(title ?? "") == true)
    #expect(desk.selectedTitle == title, "it is read, and the list shows what is unread")
    #expect(desk.titles.count == 7)
    desk.press("J")
    #expect(desk.title == next, "nothing was passed over")
    try desk.load([late("Later news")])
    #expect(!desk.titles.contains(title ?? ""))
    #expect(desk.title == next)
  }

  @Test func nextUnreadGoesOnFromIt() throws {
    var desk = try unread()
    desk.press("Enter")
    let second = desk.titles[1]
    try desk.load([late("Late news")])
    desk.press("n")
    #expect(desk.title == second)
  }

  @Test func whoAsksForAnotherListHasLeftIt() throws {
    var desk = try unread()
    desk.press("Enter")
    let title = desk.title ?? ""
    desk.press("q &")
    desk.type(" since:9d")
    desk.press("Enter")
    #expect(desk.state.request.filter == "unread since:9d")
    #expect(!desk.titles.contains(title))
  }

  /// Another order of the same stories, or fewer of them, does not take the open story away.
  @Test(arguments: ["S t", "S S", "v s", "*"]) func anotherOrderOrFewerStoriesKeepIt(keys: String) throws {
    var desk = try unread()
    desk.press("j Enter")
    let title = desk.title
    desk.press(keys)
    #expect(desk.title == title)
    #expect(desk.selectedTitle == title, "it was read, and the list shows what is unread")
    desk.press("q")
    desk.press(keys)
    #expect((desk.selectedTitle == title) == (keys != "*"), "in the list, only another order keeps it")
  }

  @Test func unreadOnlyKeepsTheReadStoryThatIsOpen() throws {
    var desk = try ReaderDriver(Newsroom.many(6))
    let titles = desk.titles
    desk.press("j Enter U")
    #expect(desk.selectedTitle == titles[1])
    #expect(desk.titles == titles)
    desk.press("J")
    #expect(desk.title == titles[2])
  }

  /// The page of the open story is deleted: its text stays, and the next story is the one below it.
  @Test(arguments: [("J", 3), ("K", 1), ("n", 3), ("p", 1), ("q j", 3)])
  func nothingIsPassedOver(keys: String, row: Int) throws {
    var desk = try ReaderDriver(Newsroom.many(6))
    let titles = desk.titles
    desk.press("j j Enter")
    try desk.remove(titles[2])
    #expect(desk.titles.count == 5)
    desk.press(keys)
    #expect(desk.title == titles[row])
  }

  @Test func theLastStoryHasOneAboveIt() throws {
    var desk = try ReaderDriver(Newsroom.many(6))
    let titles = desk.titles
    desk.press("G Enter")
    try desk.remove(titles[5])
    desk.press("K")
    #expect(desk.title == titles[4])
  }

  @Test func anEmptyListHasNoStoryBesideIt() throws {
    var desk = try ReaderDriver(Newsroom.many(6))
    desk.press("j j")
    let title = desk.title
    desk.press("&")
    desk.type("source:nobody")
    desk.press("Enter")
    #expect(desk.titles.isEmpty)
    #expect(desk.title == nil)
    #expect(desk.state.related.stories.isEmpty)
    desk.press("Enter 1 s")
    #expect(desk.message == "No story selected")
    desk.press("Esc")
    #expect(desk.title == title, "it comes back with the list")
    #expect(desk.selectedTitle == title)
  }

  @Test func aSearchWithoutAResultHasNoStoryBesideIt() throws {
    var desk = try ReaderDriver(Newsroom.many(6))
    desk.press("j j")
    let title = desk.title
    desk.press("\\")
    desk.type("zeppelin")
    #expect(desk.title == nil)
    desk.press("Esc")
    #expect(desk.title == title)
  }
}
