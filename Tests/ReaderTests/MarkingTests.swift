import Marks
import ReaderHarness
import Reader
import StoryLibrary
import Testing

/// Keys in, marks out: what is read, starred, undone.
struct MarkingTests {
  @Test func readIsToggled() throws {
    var desk = try ReaderDriver(NavigationTests.pages)
    desk.press("r")
    #expect(desk.isRead("Ferry vote delayed") == true)
    desk.press("r")
    #expect(desk.isRead("Ferry vote delayed") == false)
  }

  @Test func nothingShowsBeforeItIsWritten() throws {
    let desk = try ReaderDriver(NavigationTests.pages)
    var state = desk.state
    let effects = state.reduce(.key("r"))
    #expect(effects.count == 1)
    #expect(state.unreadCount == 4)
  }

  @Test func inTheRelatedPaneMarksAreAboutItsSelection() throws {
    var desk = try ReaderDriver(NavigationTests.pages)
    desk.press("Tab Tab j s")
    #expect(desk.isStarred("Quay wall to be raised") == true)
    #expect(desk.isStarred("Ferry vote delayed") == false)
  }

  @Test func allAreMarkedAfterAYes() throws {
    var desk = try ReaderDriver(NavigationTests.pages)
    desk.press("A")
    #expect(desk.state.overlay == .question(.markAllRead))
    #expect(desk.state.unreadCount == 4)
    desk.press("y")
    #expect(desk.state.unreadCount == 0)
    desk.press("u")
    #expect(desk.state.unreadCount == 4)
    desk.press("^R")
    #expect(desk.state.unreadCount == 0)
    desk.press("A")
    #expect(desk.state.message?.text == "No unread stories")
  }

  /// Who has been asked answers, whatever arrives meanwhile: `y` must not become another command.
  @Test func theQuestionStaysWhileStoriesArriveAndAreRenumbered() throws {
    var desk = try ReaderDriver(Array(Newsroom.many(9).reversed()))
    desk.press("A")
    try desk.keep()
    try desk.load(NavigationTests.pages)
    #expect(desk.state.overlay == .question(.markAllRead))
    desk.press("y")
    #expect(desk.state.unreadCount == 0)
  }

  @Test func theQuestionIsAskedBeforeStoriesAreCounted() throws {
    let desk = try ReaderDriver(NavigationTests.pages)
    var state = desk.state
    _ = state.reduce(.marksReplaced(MarkTable()))
    #expect(state.countedUnread == nil)
    _ = state.reduce(.key("A"))
    #expect(state.overlay == .question(.markAllRead))
    let effects = state.reduce(.key("y"))
    guard case .markAllRead(let stories)? = effects.first else {
      Issue.record("nothing is marked")
      return
    }
    #expect(stories.change.stories.count == 4)
  }

  @Test(arguments: ["n", "q", "Enter", "Esc"])
  func anythingElseIsANo(key: String) throws {
    var desk = try ReaderDriver(NavigationTests.pages)
    desk.press("A \(key)")
    #expect(desk.state.unreadCount == 4)
    #expect(desk.state.overlay == nil)
    #expect(desk.state.message?.text == "Nothing was marked")
  }

  @Test func undoTakesBackOneStepAfterAnother() throws {
    var desk = try ReaderDriver(NavigationTests.pages)
    desk.press("r s j r u u")
    #expect(desk.isRead("Museum reopens") == false)
    #expect(desk.isStarred("Ferry vote delayed") == false)
    #expect(desk.isRead("Ferry vote delayed") == true)
    desk.press("u")
    #expect(desk.isRead("Ferry vote delayed") == false)
  }

  @Test func marksOfOtherProgramsAppear() throws {
    var desk = try ReaderDriver(NavigationTests.pages)
    let ferry = StoryIdentity(title: "Ferry vote delayed", source: "The Meridian")
    try desk.markElsewhere(MarkChange(.read(true), [ferry]))
    #expect(desk.isRead("Ferry vote delayed") == true)
    #expect(desk.state.unreadCount == 3)
  }

  @Test func thePlaceInAStoryIsKept() throws {
    let paragraphs = (1...60).map { "Paragraph \($0) of a long report about the harbour and its many walls." }
    var long = SavedStory("A long report")
    long.paragraphs = paragraphs
    var desk = try ReaderDriver([SavedPageText(long), SavedPageText(NavigationTests.rail)])
    desk.press("Enter Space Space")
    let top = try #require(desk.state.story?.top)
    #expect(top > .start)
    desk.press("J")
    #expect(desk.title == "Rail strike goes on")
    desk.press("K")
    #expect(desk.title == "A long report")
    #expect(desk.state.story?.top == top)
  }

  /// Keys typed ahead can leave a story before its text has been read.
  @Test func aStoryPassedByKeepsItsScreen() throws {
    var long = SavedStory("A long report", age: "a minute ago")
    long.paragraphs = (1...60).map {
      "Paragraph \($0) of a long report about the harbour and its many walls."
    }
    let page = SavedPageText(long, related: [NavigationTests.rail])
    var desk = try ReaderDriver([
      page, SavedPageText(NavigationTests.rail, related: [NavigationTests.museum]),
    ])
    desk.press("Enter Space Space")
    let top = desk.state.story?.top
    desk.press("1 1")
    var state = desk.state
    _ = state.reduce(.key("H"))
    _ = state.reduce(.key("H"))
    _ = state.reduce(.key("L"))
    let effects = state.reduce(.key("H"))
    guard case .readBody(let story, let location)? = effects.last else {
      Issue.record("no text was asked for")
      return
    }
    let body = LibraryAnswer.body(story, location, StoryText(try BodyReader.read(location)))
    _ = state.reduce(.answered(body, from: state.snapshot.number))
    #expect(state.library[story].title == "A long report")
    #expect(state.story?.top == top)
  }

  @Test func goingBackRestoresTheScreen() throws {
    var long = SavedStory("A long report", age: "a minute ago")
    long.paragraphs = (1...60).map {
      "Paragraph \($0) of a long report about the harbour and its many walls."
    }
    var desk = try ReaderDriver([
      SavedPageText(long, related: [NavigationTests.museum, NavigationTests.rail]),
      SavedPageText(NavigationTests.rail),
    ])
    desk.press("Enter Space j j")
    let top = desk.state.story?.top
    desk.press("2")
    #expect(desk.title == "Rail strike goes on")
    desk.press("^O")
    #expect(desk.title == "A long report")
    #expect(desk.state.story?.top == top)
    #expect(desk.state.focus == .story)
    #expect(desk.state.related.selected == 1)
  }
}
