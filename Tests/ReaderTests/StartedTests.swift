import Configuration
import Display
import ReaderHarness
import Reader
import StoryLibrary
import Testing

/// A story that was finished opens at its top, one that was begun at its place.
struct StartedTests {
  private func desk(_ settings: Settings = Settings()) throws -> ReaderDriver {
    let pages = [SavedPageText(Newsroom.long(age: "a minute ago")), SavedPageText(Newsroom.rail)]
    return try ReaderDriver(pages, columns: 120, rows: 20, settings: settings)
  }

  @Test func anUnfinishedStoryOpensAtItsPlace() throws {
    var desk = try desk()
    desk.press("Enter Space Space")
    let top = desk.state.story?.top
    desk.press("q j k")
    #expect(desk.state.story?.top == top)
    #expect(try #require(top) > .start)
  }

  @Test(arguments: ["G", "G b b"]) func aFinishedStoryOpensAtItsTop(keys: String) throws {
    var desk = try desk()
    desk.press("Enter Space \(keys) q j")
    #expect(desk.state.mark(of: desk.state.library.order[0]).place == 0)
    desk.press("k")
    #expect(desk.title == "A long report")
    #expect(desk.state.story?.top == .start)
  }

  /// The end of a story on the screen is nothing that somebody has read who only passes by.
  @Test func passingByFinishesNothing() throws {
    var desk = try desk()
    desk.press("Enter Space Space q j")
    let place = desk.state.mark(of: desk.state.library.order[0]).place
    #expect(place > 0)
    desk.apply(.resized(Size(columns: 120, rows: 200)))
    desk.press("k j")
    #expect(desk.state.mark(of: desk.state.library.order[0]).place == place)
  }

  @Test func whatIsLeftIsCountedInMinutes() throws {
    var settings = Settings()
    var desk = try desk(settings)
    let story = desk.state.library[desk.state.library.order[0]]
    #expect(desk.state.minutesLeft(of: story, place: 0) == nil, "it was not begun")
    desk.press("Enter Space q j")
    let place = desk.state.mark(of: story.index).place
    let minutes = try #require(desk.state.minutesLeft(of: story, place: place))
    // 60 paragraphs of 11 words.
    #expect((2...3).contains(minutes))
    settings.readingSpeed = 50
    desk.apply(.configured(settings))
    #expect(try #require(desk.state.minutesLeft(of: story, place: place)) > 3 * minutes)
  }

  @Test(arguments: [
    ("Ferry vote", 13), ("渡船投票延期", 16), ("Голосование", 7), ("مجلس الميناء", 7), ("สะพาน", 5),
  ])
  func scriptsTakeTheirTime(headline: String, minutes: Int) throws {
    var story = SavedStory(headline)
    story.paragraphs = ["x"]
    let desk = try ReaderDriver([SavedPageText(story)])
    let found = desk.state.library[desk.state.library.order[0]]
    #expect(desk.state.minutes(bytes: 18_000, of: found) == minutes)
  }

  @Test func theyAreAskedFor() throws {
    var desk = try desk()
    desk.press("Enter Space q j &")
    desk.type("started")
    desk.press("Enter")
    #expect(desk.titles == ["A long report"])
  }
}
