import Configuration
import Marks
import Queries
import ReaderHarness
import Reader
import StoryLibrary
import Testing

/// Orders and headings.
struct SortingTests {
  @Test func aLetterBehindSSorts() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    desk.press("S t")
    #expect(
      desk.titles == [
        "Ferry vote delayed", "Museum reopens", "Quay wall to be raised", "Rail strike goes on",
      ])
    #expect(desk.message == "Sorted by title")
    desk.press("S t")
    #expect(desk.titles.first == "Rail strike goes on")
    desk.press("S S")
    #expect(desk.titles.first == "Ferry vote delayed")
    desk.press("S d")
    #expect(desk.titles.last == "Quay wall to be raised")
    desk.press("S S")
    #expect(desk.titles.first == "Quay wall to be raised")
  }

  @Test func theSelectionGoesAlongAndTheStoryStays() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    desk.press("Enter 1 1")
    #expect(desk.title == "Rail strike goes on")
    desk.press("S t")
    #expect(desk.title == "Rail strike goes on", "whoever reads is not disturbed")
    #expect(desk.state.focus == .story)
    desk.press("H H")
    #expect(desk.title == "Ferry vote delayed")
    #expect(desk.selectedTitle == "Ferry vote delayed")
  }

  @Test func beforeTheFirstKeyTheFirstStoryIsSelected() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    var settings = Settings()
    settings.sort = StorySort(.date, isReversed: true)
    desk.apply(.configured(settings))
    #expect(desk.selectedTitle == "Quay wall to be raised")
    settings.group = .source
    desk.apply(.configured(settings))
    #expect(desk.state.list.selected == 1, "the first row is a heading")
    desk.press("j k")
    settings.sort = StorySort(.title)
    let selected = desk.selectedTitle
    desk.apply(.configured(settings))
    #expect(desk.selectedTitle == selected, "then it stays")
  }

  @Test func aStoryOnTopIsShownWithItsHeading() throws {
    var desk = try ReaderDriver(Newsroom.many(60))
    desk.press("G g v d")
    #expect(desk.state.list.selected == 1)
    #expect(desk.state.list.top == 0)
  }

  @Test func unreadFirst() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    desk.press("r S u")
    #expect(desk.titles.last == "Ferry vote delayed")
  }

  @Test func storiesAreGroupedUnderHeadings() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    desk.press("j v s")
    #expect(desk.titles.filter { $0.hasPrefix("# ") }.count == 3)
    #expect(desk.titles.count == 7)
    #expect(desk.selectedTitle == "Museum reopens")
    #expect(desk.state.unreadCount == 4)
    desk.press("v n")
    #expect(desk.titles.count == 4)
    #expect(desk.selectedTitle == "Museum reopens")
  }

  @Test func enterFoldsAHeading() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    desk.press("v s g")
    let first = desk.titles[0]
    let shown = desk.title
    desk.press("Enter")
    #expect(desk.titles.count < 7)
    #expect(desk.titles[0] == first)
    #expect(desk.titles[1].hasPrefix("# "))
    #expect(desk.state.focus == .list)
    #expect(desk.title == shown, "the story pane stays as it was")
    desk.press("Enter")
    #expect(desk.titles.count == 7)
  }

  @Test func keysAboutAStorySayThatAHeadingIsNone() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    desk.press("v s g")
    for key in ["r", "s", "c", "C", "o", "e", "w", "|", "y t"] {
      desk.press(key)
      #expect(desk.message?.hasPrefix("No story selected") == true, "\(key)")
      #expect(desk.effects.isEmpty, "\(key)")
      #expect(desk.state.prompt == nil, "\(key)")
    }
    desk.press("Tab s")
    #expect(!desk.effects.isEmpty, "the story in the story pane is one")
  }

  @Test func foldingAllKeepsOnesPlace() throws {
    var desk = try ReaderDriver(Newsroom.many(30), columns: 120, rows: 20)
    desk.press("v s")
    let title = try #require(desk.selectedTitle)
    let heading = desk.titles[..<desk.state.list.selected].last { $0.hasPrefix("# ") }
    desk.press("V")
    #expect(desk.titles.count == 3)
    #expect(desk.titles[desk.state.list.selected] == heading, "the heading of the story that was selected")
    desk.press("V")
    #expect(desk.titles.count == 33)
    #expect(desk.titles[desk.state.list.selected] == heading)
    #expect(desk.title == title)
    desk.press("V n")
    #expect(desk.message?.contains("unfold") == true, "unread stories are there, under the headings")
  }

  @Test func numbersCountStoriesAndNotHeadings() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    desk.press("v s")
    let stories = desk.titles.filter { !$0.hasPrefix("# ") }
    for number in 1...4 {
      desk.press(":")
      desk.type("\(number)")
      desk.press("Enter")
      #expect(desk.selectedTitle == stories[number - 1])
    }
  }

  @Test func foldsOutliveStoriesThatCome() throws {
    var desk = try ReaderDriver(Newsroom.many(9))
    desk.press("v s g Enter j")
    let (folded, second) = (desk.titles[0], desk.titles[1])
    #expect(second.hasPrefix("# "))
    try desk.load([SavedPageText(SavedStory("Brand new", source: "9 Lanterns", age: "a minute ago"))])
    #expect(desk.titles[desk.state.list.selected] == second, "a selected heading stays selected")
    let place = try #require(desk.titles.firstIndex(of: folded))
    #expect(desk.titles[place + 1].hasPrefix("# "), "and the folded one folded")
    #expect(desk.state.unreadCount == 10)
  }

  @Test func aGroupThatGoesTakesItsHeadingAlong() throws {
    var desk = try ReaderDriver([SavedPageText(Newsroom.rail), SavedPageText(Newsroom.museum)])
    desk.press("v s G")
    let title = try #require(desk.selectedTitle)
    try desk.remove(title)
    #expect(desk.titles.count == 2)
    #expect(desk.state.list.selected < 2)
    try desk.remove(try #require(desk.titles.last))
    #expect(desk.titles.isEmpty)
    desk.press("V Enter j k G g n p z z")
  }

  @Test func allOfAGroupIsMarkedOnce() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    desk.press("v t A y")
    let marks = desk.effects.compactMap { effect -> Int? in
      if case .markAllRead(let stories) = effect { stories.change.stories.count } else { nil }
    }
    #expect(marks == [4])
  }

  @Test func reloadingKeepsAFoldedListWhole() throws {
    var desk = try ReaderDriver(Newsroom.many(12))
    desk.press("v s V")
    try desk.keep()
    #expect(desk.titles.count == 3)
    desk.press("V")
    #expect(desk.titles.count == 15)
  }
}
