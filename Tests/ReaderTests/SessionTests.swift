import Configuration
import Queries
import Reader
import ReaderHarness
import StoryLibrary
import Testing

/// What a session ends with, and what the next one makes of it.
struct SessionTests {
  private func settings() -> Settings {
    var settings = Settings()
    settings.sections = [.init(name: "Strikes", query: StoryQuery("story"), sort: StorySort(.title))]
    return settings
  }

  @Test func whatWasChosenIsKept() throws {
    var desk = try ReaderDriver(Newsroom.many(6), settings: settings())
    #expect(desk.state.session == nil, "nothing was done")
    desk.press("] v s j j z z")
    desk.press("&")
    desk.type("unread")
    desk.press("Enter S l g j")
    let session = try #require(desk.state.session)
    #expect(session.section == "Strikes" && session.filter == "unread")
    #expect(session.sort == StorySort(.length) && session.grouping == .source)
    let selected = try #require(desk.state.selectedStory)
    #expect(session.selected == desk.state.library.identity(of: selected).id)
    desk.press("\\")
    desk.type("Story 3")
    #expect(desk.state.session?.filter == "unread", "a search is over with the day")
    #expect(desk.state.session?.sort == StorySort(.length))
  }

  @Test func whatIsConfiguredIsNotKept() throws {
    var desk = try ReaderDriver(Newsroom.many(6), settings: settings())
    desk.press("] j")
    #expect(desk.state.session?.sort == nil && desk.state.session?.grouping == nil)
    desk.press("v s V")
    #expect(desk.state.session?.folded.count == 3)
  }

  @Test func itIsTakenUp() throws {
    var desk = try ReaderDriver(Newsroom.many(6), settings: settings())
    desk.press("] v s V V G")
    let session = try #require(desk.state.session)
    let titles = desk.titles
    let next = try ReaderDriver(Newsroom.many(6), settings: settings(), session: session)
    #expect(next.state.request.section == 0 && next.state.request.grouping == .source)
    #expect(next.titles == titles)
    #expect(next.selectedTitle == desk.selectedTitle && next.selectedTitle == titles.last)
  }

  @Test func theStoryIsFoundAsSoonAsItIsThere() throws {
    var desk = try ReaderDriver(Newsroom.many(6))
    desk.press("j j j")
    let session = try #require(desk.state.session)
    var next = try ReaderDriver(session: session)
    try next.load(Newsroom.many(3))
    #expect(next.selectedTitle == "Story 1")
    try next.load(Array(Newsroom.many(6).suffix(3)))
    #expect(next.selectedTitle == "Story 4" && next.title == "Story 4")
    // Whoever has begun to read is not taken anywhere.
    var other = try ReaderDriver(session: session)
    try other.load(Newsroom.many(3))
    other.press("j")
    try other.load(Array(Newsroom.many(6).suffix(3)))
    #expect(other.selectedTitle == "Story 2")
  }

  @Test func whatTheSettingsDoNotHaveIsLeftOut() throws {
    var session = LastSession()
    (session.section, session.filter) = ("Gone", "sorce:x \"")
    (session.sort, session.grouping) = (StorySort(.relevance), .day)
    session.selected = StoryID(rawValue: 7)
    session.folded = ["Nowhere"]
    let desk = try ReaderDriver(Newsroom.many(6), settings: settings(), session: session)
    #expect(desk.state.request.section == nil && desk.state.request.filter == "")
    #expect(desk.state.request.sort == .newestFirst && desk.state.request.grouping == .day)
    #expect(desk.selectedTitle == "Story 1")
  }
}
