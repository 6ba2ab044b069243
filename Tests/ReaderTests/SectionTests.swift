import Configuration
import Display
import Queries
import ReaderHarness
import Reader
import Testing

/// Named queries as tabs.
struct SectionTests {
  static let settings = {
    var settings = Settings()
    settings.sections = [
      .init(name: "Coast", query: StoryQuery("source:courier")),
      .init(name: "Meridian", query: StoryQuery("source:meridian"), sort: StorySort(.title), group: .source),
      .init(name: "Nothing", query: StoryQuery("source:nobody")),
    ]
    return settings
  }()

  private func desk(columns: Int = 120, rows: Int = 40) throws -> ReaderDriver {
    try ReaderDriver(Newsroom.pages, columns: columns, rows: rows, settings: Self.settings)
  }

  @Test func bracketsGoThroughTheTabsInACircle() throws {
    var desk = try desk()
    desk.press("]")
    #expect(desk.titles == ["Museum reopens"])
    desk.press("]")
    #expect(desk.titles == ["# The Meridian", "Ferry vote delayed", "Quay wall to be raised"])
    desk.press("] ]")
    #expect(desk.titles.count == 4)
    #expect(desk.state.request.section == nil)
    #expect(desk.state.request.sort == StorySort())
    desk.press("[")
    #expect(desk.titles.isEmpty)
    desk.press("j Enter r n Esc [")
    #expect(desk.state.request.section == 1)
  }

  @Test func aSectionIsGoneToByName() throws {
    var desk = try desk()
    desk.press(":")
    desk.type("section mer")
    desk.press("Enter")
    #expect(desk.state.request.section == 1)
    desk.press(":")
    desk.type("section all")
    desk.press("Enter")
    #expect(desk.state.request.section == nil)
    desk.press(":")
    desk.type("section moon")
    desk.press("Enter")
    #expect(desk.message == "moon: no such section")
  }

  @Test func unreadStoriesAreCounted() throws {
    var desk = try desk()
    #expect(desk.state.sectionCounts == [1, 2, 0])
    desk.press("r")
    #expect(desk.state.sectionCounts == [1, 1, 0])
    #expect(desk.state.sectionTabs.map(\.text) == [" All ", " Coast 1 ", " Meridian 1 ", " Nothing "])
  }

  @Test func aTabIsClicked() throws {
    var desk = try desk(columns: 40, rows: 12)
    desk.press("Enter")
    let tab = desk.state.sectionTabs[2]
    desk.click(column: tab.columns.lowerBound + 1, row: 0)
    #expect(desk.state.request.section == 1)
    #expect(desk.state.focus == .list, "what was asked for is seen")
    desk.click(column: 39, row: 0)
    #expect(desk.state.request.section == 1)
  }

  /// The line between panes does not reach into the row of tabs.
  @Test func theTabAboveALineIsClicked() throws {
    var desk = try desk()
    let border = try #require(desk.state.layout.frames[.list]).whole.right
    var settings = Self.settings
    settings.sections = [.init(name: String(repeating: "long ", count: 6), query: StoryQuery("unread"))]
    settings.sections.append(.init(name: "Coast and more", query: StoryQuery("source:courier")))
    desk.apply(.configured(settings))
    let place = try #require(desk.state.sectionTabs.firstIndex { $0.columns.contains(border) })
    desk.click(column: border, row: 0)
    #expect(desk.state.request.section == desk.state.sectionTabs[place].section)
    #expect(desk.state.request.section != nil)
  }

  @Test func theChosenTabIsOnTheScreen() throws {
    var settings = Settings()
    settings.sections = (1...20).map { .init(name: "Section number \($0)", query: StoryQuery("unread")) }
    var desk = try ReaderDriver(Newsroom.pages, columns: 40, rows: 12, settings: settings)
    for _ in 0...20 {
      let chosen = try #require(desk.state.sectionTabs.first { $0.section == desk.state.request.section })
      #expect(chosen.columns.lowerBound >= 0)
      #expect(chosen.columns.upperBound <= 40)
      desk.press("]")
    }
  }

  @Test func aSectionThatGoesWhileShownLeavesAllStories() throws {
    var desk = try desk()
    desk.press("] ]")
    desk.apply(.configured(Settings()))
    #expect(desk.state.request.section == nil)
    #expect(desk.titles.count == 4)
    #expect(desk.titles.first == "Ferry vote delayed", "its order and headings go, too")
    #expect(desk.state.sectionTabs.count == 1)
    desk.press("]")
    #expect(desk.message?.contains("No sections") == true)
  }

  @Test func aSectionThatMovesIsStillTheOneShown() throws {
    var desk = try desk()
    desk.press("]")
    var settings = Self.settings
    settings.sections.insert(.init(name: "New", query: StoryQuery("unread")), at: 0)
    desk.apply(.configured(settings))
    #expect(desk.state.request.section == 1)
    #expect(desk.titles == ["Museum reopens"])
  }

  @Test func aSectionThatGoesDuringASearchIsNotComeBackTo() throws {
    var desk = try desk()
    desk.press("] ] ] \\")
    desk.type("ferry")
    desk.apply(.configured(Settings()))
    desk.press("Esc")
    #expect(desk.state.request.section == nil)
    #expect(desk.titles.count == 4)
    #expect(desk.state.sectionTabs.count == 1)
  }

  @Test func anOrderOfOnesOwnOutlivesAConfiguration() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    desk.press("S t")
    var settings = Settings()
    settings.lineWidth = 60
    desk.apply(.configured(settings))
    #expect(desk.state.request.sort == StorySort(.title))
    #expect(desk.titles[2] == "Quay wall to be raised")
  }

  @Test func aNewOrderOfTheConfigurationIsTaken() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    desk.press("j k")
    var settings = Settings()
    settings.sort = StorySort(.date, isReversed: true)
    desk.apply(.configured(settings))
    #expect(desk.titles.first == "Quay wall to be raised")
    #expect(desk.selectedTitle == "Ferry vote delayed")
  }

  @Test func aConfigurationLeavesTheReaderOnTheTrail() throws {
    var desk = try desk()
    desk.press("] Enter 1")
    let title = desk.title
    var settings = Self.settings
    settings.lineWidth = 40
    desk.apply(.configured(settings))
    #expect(desk.title == title)
    #expect(desk.state.trail.path.count == 2)
    #expect(desk.state.storyColumns == 40)
  }

  @Test func wideAndArabicNames() throws {
    var settings = Settings()
    settings.sections = [
      .init(name: "図書館図書館図書館図書館図書館図書館図書館", query: StoryQuery("unread")),
      .init(name: "الميناء", query: StoryQuery("unread")),
      .init(name: "e\u{301}te\u{301}", query: StoryQuery("unread")),
    ]
    let desk = try ReaderDriver(Newsroom.pages, columns: 80, rows: 24, settings: settings)
    let tabs = desk.state.sectionTabs
    for (tab, next) in zip(tabs, tabs.dropFirst()) {
      #expect(DisplayWidth.columns(of: tab.text) == tab.columns.count)
      #expect(next.columns.lowerBound == tab.columns.upperBound + 1)
    }
  }
}
