import Display
import ReaderHarness
import Reader
import Testing

/// `^O` and `L` go through everything that was opened.
struct OpenedTrailTests {
  private func desk() throws -> ReaderDriver {
    try ReaderDriver(Newsroom.many(6) + Newsroom.pages, columns: 120, rows: 30)
  }

  @Test func storiesOfTheListAreOnTheTrail() throws {
    var desk = try desk()
    let titles = desk.titles
    desk.press("Enter J J n")
    #expect(desk.title == titles[3])
    for title in titles[..<3].reversed() {
      desk.press("^O")
      #expect(desk.title == title)
      #expect(desk.selectedTitle == title, "the list goes along")
      #expect(desk.state.focus == .story)
    }
    desk.press("^O")
    #expect(desk.message == "Nothing to go back to")
    desk.press("L L L")
    #expect(desk.title == titles[3])
    desk.press("J")
    #expect(desk.title == titles[4], "and goes on from there")
  }

  @Test func whatIsPassedByInTheListIsNot() throws {
    var desk = try desk()
    let titles = desk.titles
    desk.press("Enter q j j j")
    #expect(desk.title == titles[3])
    desk.press("^O")
    #expect(desk.title == titles[0])
    desk.press("^O")
    #expect(desk.message == "Nothing to go back to")
  }

  @Test func aFilterEndsNoTrail() throws {
    var desk = try desk()
    let first = desk.titles[0]
    desk.press("Enter &")
    desk.type("source:lanterns")
    desk.press("Enter Enter")
    #expect(desk.title != first)
    desk.press("^O")
    #expect(desk.title == first)
    #expect(desk.state.request.filter == "source:lanterns", "the list stays")
    desk.press("L")
    #expect(desk.title == desk.selectedTitle)
  }

  @Test func aSearchEndsNoTrail() throws {
    var desk = try desk()
    desk.press("Enter \\")
    desk.type("museum")
    desk.press("Enter")
    #expect(desk.title == "Museum reopens")
    let first = desk.state.trail.steps[0].story
    desk.press("^O")
    #expect(desk.state.story?.index == first)
    desk.press("L")
    #expect(desk.title == "Museum reopens")
  }

  @Test func followedStoriesKeepTheirPath() throws {
    var desk = try desk()
    while desk.title != "Ferry vote delayed" { desk.press("j") }
    desk.press("Enter K J 1 1")
    #expect(desk.state.trail.path.count == 3, "ferry, museum, rail")
    desk.press("^O ^O")
    #expect(desk.title == "Ferry vote delayed")
    #expect(desk.state.trail.path.count == 1)
  }

  @Test func theTrailHasAnEnd() throws {
    var desk = try desk()
    desk.press("Enter")
    for _ in 1...600 { desk.press("J K") }
    #expect(desk.state.trail.steps.count == 500)
    desk.press("^O")
    #expect(desk.title == desk.titles[1])
  }
}
