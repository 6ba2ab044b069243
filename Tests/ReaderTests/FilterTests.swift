import Display
import Marks
import ReaderHarness
import Reader
import StoryLibrary
import Testing

/// Showing only some stories.
struct FilterTests {
  private func filtered(_ query: String, _ pages: [SavedPageText] = Newsroom.pages) throws -> ReaderDriver {
    var desk = try ReaderDriver(pages)
    desk.press("&")
    desk.type(query)
    desk.press("Enter")
    return desk
  }

  @Test func onlyWhatFitsIsShown() throws {
    var desk = try filtered("source:courier")
    #expect(desk.titles == ["Museum reopens"])
    #expect(desk.title == "Museum reopens")
    #expect(desk.state.unreadCount == 1)
    desk.press("Esc")
    #expect(desk.titles.count == 4)
    #expect(desk.title == "Museum reopens", "the selection stays")
    #expect(desk.state.unreadCount == 4)
  }

  @Test func theFilterIsChangedFromWhatItIs() throws {
    var desk = try filtered("source:courier")
    desk.press("&")
    #expect(desk.typed == "source:courier")
    desk.press("^U Enter")
    #expect(desk.titles.count == 4)
  }

  @Test func nothingFits() throws {
    var desk = try filtered("source:nobody")
    #expect(desk.titles.isEmpty)
    #expect(desk.state.unreadCount == 0)
    desk.press("r")
    #expect(desk.message == "No story selected")
    desk.press("s c")
    #expect(desk.state.prompt == nil)
    desk.press("j k Enter A n p Esc")
    #expect(desk.titles.count == 4)
  }

  @Test func aMistakeIsPointedAtAndTheLineStays() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    desk.press("&")
    desk.type("unread sorce:courier")
    #expect(desk.state.prompt?.problem?.range == 7..<12)
    desk.apply(.answered(.names(LibraryNames(of: desk.state.library)), from: desk.snapshot.number))
    #expect(desk.state.prompt?.problem?.range == 7..<12, "names that can be completed come late")
    desk.press("Enter")
    #expect(desk.state.prompt != nil, "what was typed is not thrown away")
    #expect(desk.state.prompt?.problem != nil)
    #expect(desk.titles.count == 4)
    desk.type(" ")
    desk.press("Esc")
    #expect(desk.state.request.filter.isEmpty)
  }

  @Test func whatIsUnfinishedIsAMistakeOnlyAtTheEnd() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    desk.press("&")
    desk.type("source:\"coast")
    #expect(desk.state.prompt?.problem == nil)
    desk.press("Enter")
    #expect(desk.state.prompt?.problem != nil)
    desk.type("\"")
    desk.press("Enter")
    #expect(desk.titles == ["Museum reopens"])
  }

  @Test func tabCompletesStepByStep() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    desk.press("&")
    desk.type("sou")
    desk.press("Tab")
    #expect(desk.typed == "source:")
    #expect(desk.state.prompt?.candidates.map(\.text).contains("\"Coast Courier\"") == true)
    desk.type("co")
    desk.press("Tab Enter")
    #expect(desk.titles == ["Museum reopens"])
  }

  @Test func theListIsShownWhereverOneWas() throws {
    var desk = try ReaderDriver(Newsroom.pages, columns: 40, rows: 12)
    desk.press("Enter &")
    desk.type("unread")
    desk.press("Enter")
    #expect(desk.state.focus == .list)
    #expect(desk.titles.count == 3)
  }

  @Test func storiesThatComeAndGoKeepTheSelection() throws {
    var desk = try filtered("source:meridian", Newsroom.many(30))
    desk.press("j j j")
    let title = try #require(desk.selectedTitle)
    try desk.load([SavedPageText(SavedStory("New one", age: "2 minutes ago"))])
    #expect(desk.titles.contains("New one"))
    #expect(desk.selectedTitle == title)
    #expect(desk.title == title)
    let next = desk.titles[desk.state.list.selected + 1]
    try desk.remove(title)
    #expect(!desk.titles.contains(title))
    #expect(desk.selectedTitle == next, "the one behind it takes its place")
    #expect(desk.state.unreadCount == desk.titles.count)
  }

  /// Somebody who reads a related story is not taken away from it.
  @Test func storiesThatComeLeaveTheReaderOnTheTrail() throws {
    var desk = try filtered("source:meridian")
    desk.press("Enter 1")
    #expect(desk.title == "Museum reopens")
    try desk.load([SavedPageText(SavedStory("New one", age: "a minute ago"))])
    #expect(desk.title == "Museum reopens")
    #expect(desk.state.trail.path.count == 2)
    desk.press("^O")
    #expect(desk.title == "Ferry vote delayed")
  }

  @Test func whatIsReadStaysUntilTheListIsMadeAnew() throws {
    var desk = try filtered("unread")
    desk.press("r")
    #expect(desk.titles.count == 4)
    #expect(desk.state.unreadCount == 3)
    try desk.load([SavedPageText(SavedStory("New one", age: "a minute ago"))])
    let unread = ["New one", "Museum reopens", "Rail strike goes on", "Quay wall to be raised"]
    #expect(Set(desk.titles) == Set(unread + ["Ferry vote delayed"]), "what is shown stays until it is left")
    #expect(desk.selectedTitle == "Ferry vote delayed")
    #expect(desk.state.unreadCount == 4)
    desk.press("j")
    #expect(desk.selectedTitle == "Museum reopens")
    try desk.load([SavedPageText(SavedStory("Newer one", age: "now"))])
    #expect(desk.titles == ["Newer one"] + unread)
    #expect(desk.selectedTitle == "Museum reopens")
  }

  @Test func aKeptLibraryHasOtherNumbersAndTheSameList() throws {
    var desk = try filtered("source:meridian", Array(Newsroom.many(12).reversed()))
    desk.press("j")
    let (titles, title) = (desk.titles, desk.selectedTitle)
    try desk.keep()
    #expect(desk.titles == titles)
    #expect(desk.selectedTitle == title)
    #expect(desk.title == title)
    #expect(desk.state.unreadCount == titles.count)
  }

  /// A list that was found in a library with other numbers is not shown.
  @Test func anAnswerFromBeforeTheKeepingIsAskedForAgain() throws {
    var desk = try ReaderDriver(Array(Newsroom.many(12).reversed()))
    var state = desk.state
    for key in KeySequence("& u n r e a d Enter")?.keys ?? [] { _ = state.reduce(.key(key)) }
    let old = state.request
    let late = Listing([state.library.order[11]])
    let before = desk.snapshot
    try desk.keep()
    state = desk.state
    for key in KeySequence("& u n r e a d Enter")?.keys ?? [] { _ = state.reduce(.key(key)) }
    #expect(state.request.filter == old.filter)
    _ = state.reduce(.selected(late, old, in: before))
    #expect(state.listCount == 12)
  }

  @Test func marksOfOthersCountInAFilteredList() throws {
    var desk = try filtered("source:meridian")
    #expect(desk.state.unreadCount == 2)
    try desk.markElsewhere(
      MarkChange(.read(true), [StoryIdentity(title: "Museum reopens", source: "Coast Courier")]))
    #expect(desk.state.unreadCount == 2, "it is not in the list")
    try desk.markElsewhere(
      MarkChange(.read(true), [StoryIdentity(title: "Ferry vote delayed", source: "The Meridian")]))
    #expect(desk.state.unreadCount == 1)
  }

  @Test func allShownAreMarkedAndNoOthers() throws {
    var desk = try filtered("source:meridian")
    desk.press("A y Esc")
    #expect(desk.isRead("Ferry vote delayed") == true)
    #expect(desk.isRead("Museum reopens") == false)
  }
}
