import Configuration
import ReaderHarness
import Reader
import Testing

/// The text on the screen is not swapped under the eye, also before the first key.
struct SettledTests {
  private func late(_ names: String...) -> [SavedPageText] {
    names.map { SavedPageText(SavedStory($0, age: "now")) }
  }

  @Test(arguments: [false, true]) func whatIsOnTheScreenStays(isGrouped: Bool) throws {
    var settings = Settings()
    if isGrouped { settings.group = .day }
    var desk = try ReaderDriver(Newsroom.many(3), settings: settings)
    let title = desk.title
    desk.apply(.settled)
    try desk.load(late("Late news"))
    #expect(desk.title == title)
    #expect(desk.selectedTitle == title)
    #expect(desk.titles.contains("Late news"))
    #expect(desk.state.list.top == 0, "what has come is seen above it")
  }

  @Test func theSelectionStaysOnTheScreen() throws {
    var desk = try ReaderDriver(Newsroom.many(3), columns: 120, rows: 12)
    let title = desk.title
    desk.apply(.settled)
    for number in 1...9 { try desk.load(late("Late news \(number)")) }
    #expect(desk.selectedTitle == title)
    #expect(desk.state.list.selected == 9)
    #expect(desk.state.list.top + desk.state.visibleStories == 10)
  }

  @Test func whileTheScreenComesUpTheNewestIsOnTop() throws {
    var desk = try ReaderDriver(Newsroom.many(3))
    try desk.load(late("Late news"))
    #expect(desk.title == "Late news")
    #expect(desk.state.list.selected == 0)
  }
}
