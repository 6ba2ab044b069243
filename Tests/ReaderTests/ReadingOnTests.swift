import Configuration
import ReaderHarness
import Reader
import Testing

/// Reading the whole paper with one key.
struct ReadingOnTests {
  private func desk(_ change: (inout Settings) -> Void = { _ in }) throws -> ReaderDriver {
    var settings = Settings()
    change(&settings)
    let pages = [SavedPageText(Newsroom.long(age: "a minute ago"))] + Newsroom.pages
    return try ReaderDriver(pages, columns: 120, rows: 20, settings: settings)
  }

  private func comes(_ desk: ReaderDriver) -> String? {
    guard case .story(let story)? = desk.state.readingOn else { return nil }
    return desk.state.library[story].title
  }

  @Test func spaceReadsEverything() throws {
    var desk = try desk()
    desk.press("Enter")
    #expect(desk.state.readingOn == nil, "there is more of the story")
    var pages = 0
    while desk.state.readingOn == nil, pages < 50 {
      desk.press("Space")
      pages += 1
    }
    #expect(desk.title == "A long report")
    #expect(comes(desk) == "Ferry vote delayed")
    for title in ["Ferry vote delayed", "Museum reopens", "Rail strike goes on", "Quay wall to be raised"] {
      #expect(comes(desk) == title, "what comes is what is told")
      desk.press("Space")
      #expect(desk.title == title)
      #expect(desk.state.story?.top == .start)
      #expect(desk.isRead(title) == true)
      #expect(desk.state.focus == .story)
    }
    #expect(desk.state.readingOn == .nothing)
    desk.press("Space")
    #expect(desk.title == "Quay wall to be raised")
    #expect(desk.message == "No unread stories left · q list")
  }

  @Test func whatIsReadIsPassedOver() throws {
    var desk = try desk()
    desk.press("j j r k Enter Space")
    #expect(desk.title == "Rail strike goes on")
  }

  @Test func otherKeysOnlyTurnPages() throws {
    var desk = try desk()
    desk.press("j Enter ^F PgDn")
    #expect(desk.title == "Ferry vote delayed")
    #expect(desk.message == "End of the story · J next story · q list")
  }

  @Test func inTheListItTurnsPages() throws {
    var desk = try desk()
    desk.press("Space")
    #expect(desk.state.list.selected == 4)
    #expect(desk.state.focus == .list)
  }

  @Test func aSettingTurnsItOff() throws {
    var desk = try desk { $0.spaceReadsOn = false }
    desk.press("j Enter Space")
    #expect(desk.title == "Ferry vote delayed")
    #expect(desk.state.readingOn == nil)
  }

  /// What comes is looked for no further than a few screens, however long the list is.
  @Test func aFarStoryIsGoneToWithoutItsName() throws {
    var desk = try ReaderDriver(Newsroom.many(100), columns: 120, rows: 20)
    let last = desk.titles[99]
    desk.press("G r g A y r Enter r")
    desk.press("q G r g Enter")
    #expect(desk.isRead(last) == false)
    #expect(desk.state.readingOn == .farStory)
    desk.press("Space")
    #expect(desk.title == last)
  }
}
