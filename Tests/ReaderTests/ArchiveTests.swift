import Configuration
import Marks
import Queries
import Reader
import ReaderHarness
import StoryLibrary
import Testing

/// What is archived is not in a list that does not ask for it.
struct ArchiveTests {
  private func many(_ count: Int = 6) throws -> ReaderDriver { try ReaderDriver(Newsroom.many(count)) }

  private func filter(_ query: String, _ desk: inout ReaderDriver) {
    desk.press("& ^U")
    desk.type(query)
    desk.press("Enter")
  }

  @Test func itLeavesTheListAndTheNextIsSelected() throws {
    var desk = try many()
    desk.press("j a")
    #expect(desk.titles == ["Story 1", "Story 3", "Story 4", "Story 5", "Story 6"])
    #expect(desk.selectedTitle == "Story 3" && desk.title == "Story 3")
    #expect(desk.state.unreadCount == 5)
    desk.press("G a")
    #expect(desk.titles == ["Story 1", "Story 3", "Story 4", "Story 5"])
    #expect(desk.selectedTitle == "Story 5")
    desk.press("g")
    #expect(desk.selectedTitle == "Story 1")
    desk.press("5 G")
    #expect(desk.selectedTitle == "Story 5", "the numbers are those of the list")
  }

  @Test func undoingBringsItBackAndGoesThere() throws {
    var desk = try many()
    desk.press("j a g u")
    #expect(desk.titles.count == 6)
    #expect(desk.selectedTitle == "Story 2")
    #expect(desk.message?.hasPrefix("Undone: archived “Story 2”") == true)
    desk.press("^R")
    #expect(desk.titles.count == 5)
  }

  @Test func whoAsksForItSeesIt() throws {
    var desk = try many()
    desk.press("a")
    filter("archived", &desk)
    #expect(desk.titles == ["Story 1"])
    filter("-archived", &desk)
    #expect(desk.titles.count == 5)
    filter("unread", &desk)
    #expect(desk.titles.count == 5)
    filter("archived OR unread", &desk)
    #expect(desk.titles.count == 6)
    filter("archived", &desk)
    desk.press("a")
    #expect(desk.titles == [], "it is archived no longer")
  }

  @Test func searchesAndSectionsLeaveItOut() throws {
    var settings = Settings()
    settings.sections = [.init(name: "Strikes", query: StoryQuery("story"))]
    var desk = try ReaderDriver(Newsroom.many(4), settings: settings)
    desk.press("a ]")
    #expect(desk.titles.count == 3)
    #expect(desk.state.sectionCounts == [3])
    desk.press("[ \\")
    desk.type("Story")
    desk.press("Enter")
    #expect(desk.titles.count == 3)
  }

  /// The story that is read stays until it is left.
  @Test func whatIsReadStays() throws {
    var desk = try many()
    desk.press("j Enter a")
    #expect(desk.title == "Story 2" && desk.titles.count == 6)
    desk.press("j")
    #expect(desk.titles.count == 6)
    desk.press("J")
    #expect(desk.title == "Story 3" && desk.selectedTitle == "Story 3")
    #expect(desk.titles == ["Story 1", "Story 3", "Story 4", "Story 5", "Story 6"])
  }

  @Test func pagesThatArriveLeaveItOut() throws {
    var desk = try many()
    desk.press("j a")
    try desk.load([SavedPageText(SavedStory("Late news", age: "now"))])
    #expect(desk.titles == ["Late news", "Story 1", "Story 3", "Story 4", "Story 5", "Story 6"])
    #expect(desk.selectedTitle == "Story 3")
    try desk.keep()
    #expect(!desk.titles.contains("Story 2") && desk.titles.count == 6)
    desk.press("g n n")
    #expect(desk.selectedTitle == "Story 3")
  }

  @Test func othersMayArchiveToo() throws {
    var desk = try many()
    let story = desk.state.library.identity(of: desk.state.library.order[3])
    try desk.markElsewhere(MarkChange(.archived(true), [story]))
    #expect(desk.titles.count == 5 && !desk.titles.contains("Story 4"))
    try desk.markElsewhere(MarkChange(.archived(false), [story]))
    #expect(desk.titles.count == 6)
  }

  /// The library's own list without archived stories is found in their number, not in that of all stories.
  @Test func rowsArePlacesOfTheLibrary() throws {
    var desk = try many(40)
    for _ in 1...6 { desk.press("j j a") }
    let (library, listing) = (desk.state.library, desk.state.listing)
    #expect(listing.isEverything && listing.stories.isEmpty)
    let shown = (0..<desk.state.listCount).compactMap { listing.row($0, in: library).story }
    #expect(shown == library.order.filter { !desk.state.mark(of: $0).archived })
    #expect(shown.map { listing.row(of: $0, in: library) } == shown.indices.map { $0 })
    let archived = library.order.filter { desk.state.mark(of: $0).archived }
    #expect(archived.count == 6 && archived.allSatisfy { listing.row(of: $0, in: library) == nil })
  }
}
