import ReaderHarness
import Reader
import Testing

/// `&` shows the list as one types; arrows move in what is found.
struct TypingFilterTests {
  @Test func theListFollowsTheLetters() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    let titles = desk.titles
    desk.press("&")
    desk.type("un")
    #expect(desk.titles == titles, "it may become unread")
    desk.type("x")
    #expect(desk.titles.isEmpty)
    desk.press("^U")
    desk.type("ferr")
    #expect(desk.titles == ["Ferry vote delayed", "Museum reopens"])
    desk.type("y source:")
    #expect(desk.titles == ["Ferry vote delayed", "Museum reopens"])
    desk.type("coast")
    #expect(desk.titles == ["Museum reopens"])
    #expect(desk.title == "Museum reopens")
    desk.press("Enter")
    #expect(desk.state.request.filter == "ferry source:coast")
    #expect(desk.isRead("Museum reopens") == false)
  }

  @Test func escapeTakesItBack() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    desk.press("j j")
    let (titles, title, list) = (desk.titles, desk.title, desk.state.list)
    desk.press("&")
    desk.type("quay")
    #expect(desk.title != title)
    desk.press("Esc")
    #expect(desk.titles == titles)
    #expect(desk.title == title)
    #expect(desk.state.list == list)
    #expect(desk.state.request.filter.isEmpty)
  }

  @Test func aFilterThatIsThereIsChanged() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    desk.press("&")
    desk.type("ferry")
    desk.press("Enter &")
    desk.type(" quay")
    #expect(desk.titles == ["Museum reopens"])
    desk.press("Esc")
    #expect(desk.state.request.filter == "ferry")
    #expect(desk.titles == ["Ferry vote delayed", "Museum reopens"])
  }

  @Test(arguments: ["&", "\\"]) func arrowsMoveInWhatIsFound(key: String) throws {
    var desk = try ReaderDriver(Newsroom.many(9))
    desk.press(key)
    desk.type("story")
    let titles = desk.titles
    #expect(titles.count == 9)
    desk.press("↓ ↓ ↑")
    #expect(desk.selectedTitle == titles[1])
    #expect(desk.typed == "story")
    desk.press("Enter")
    #expect(desk.selectedTitle == titles[1])
    #expect(desk.state.focus == (key == "&" ? .list : .story), "what is found is opened where one is")
  }
}
