import Display
import Reader
import ReaderHarness
import Testing
import Views

/// What does not fit is left out as a whole, or shortened where that can still be read.
struct FittingTests {
  private static let story = SavedStory(
    "Ferry vote delayed", source: "The Long-Winded Harbour Gazette", age: "3 hours ago",
    "The council put off its vote.")

  private func screen(_ desk: ReaderDriver) -> [String] {
    Screen.draw(desk.state).text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private func desk(_ columns: Int, _ rows: Int = 12, _ pages: [SavedPageText]? = nil) throws -> ReaderDriver
  {
    try ReaderDriver(pages ?? [SavedPageText(Self.story)], columns: columns, rows: rows)
  }

  @Test func theAgeIsNeverCut() throws {
    #expect(try screen(desk(50))[2].contains("The Long-Winded Harbour Gazette · 3 h"))
    #expect(try screen(desk(30))[2].contains("The Long-Winded Ha… · 3 h"))
    #expect(try screen(desk(20)).contains { $0.contains("… · 3 h") })
  }

  /// A long headline leaves little room for the byline, or none.
  @Test func aBylineBesideAHeadlineIsShortenedToo() throws {
    let title = "Harbour council delays its vote on the new ferry to the long islands"
    let story = SavedStory(title, source: "The Meridian", age: "3 hours ago")
    for columns in 30...60 {
      let lines = try screen(desk(columns, 12, [SavedPageText(story)]))[1...3].joined(separator: "\n")
      #expect(lines.contains("3 h") || !lines.contains("Mer"), "\(columns): \(lines)")
    }
  }

  @Test func theTimeOfDayIsLeftOutBeforeTheDateIsCut() throws {
    var desk = try desk(60)
    desk.press("Enter")
    #expect(screen(desk)[2].contains("The Long-Winded Harbour Gazette · "))
    #expect(!screen(desk)[2].contains("about"))
    #expect(!screen(desk)[2].contains("…"))
  }

  @Test func theTrailIsShownIfItsHeadlinesCanBeRead() throws {
    var narrow = try ReaderDriver(ScreenTests.pages, columns: 40, rows: 12)
    narrow.press("Enter 2")
    #expect(screen(narrow)[11].contains("^O back"), "the keys are worth more than shreds of headlines")
    #expect(!screen(narrow)[11].contains("›"))
    var wide = try ReaderDriver(ScreenTests.pages, columns: 80, rows: 24)
    wide.press("Enter 2")
    #expect(screen(wide)[23].contains("Harbour council delay… › Quay wall to be raised"))
  }

  /// A "0 unread" that is wrong for a moment would be believed.
  @Test func noNumberOfUnreadStoriesIsShownBeforeTheyAreCounted() throws {
    var counted = try ReaderDriver(ScreenTests.pages)
    #expect(screen(counted)[0].contains(" unread"))
    counted.press("Enter")
    var state = ReaderState(screen: counted.state.screen, paths: ["/pages"], now: ReaderDriver.now)
    _ = state.reduce(.published(counted.state.snapshot))
    let top = Screen.draw(state).text.prefix { $0 != "\n" }
    #expect(top.contains("Stories · 1 of") && !top.contains("unread"), "\(top)")
  }

  @Test func theFolderOfTheSamplesIsNamedInOneWord() throws {
    var desk = try ReaderDriver(ScreenTests.pages, columns: 80, rows: 24, isOfSamples: true)
    #expect(screen(desk)[22].contains("samples · broadsheet FOLDER opens yours"))
    desk.press("z")
    #expect(screen(desk)[23].hasPrefix(" samples  "))
  }

  @Test func namesOfThemesHaveTheWholeLine() throws {
    var desk = try ReaderDriver(ScreenTests.pages, columns: 20, rows: 6)
    desk.apply(.themes(["broadsheet-dark", "broadsheet-light"], current: "broadsheet-dark"))
    #expect(screen(desk).contains { $0.hasPrefix("▸broadsheet-dark") })
    desk.apply(.resized(Size(columns: 40, rows: 12)))
    #expect(screen(desk)[11].contains("Enter use"), "the key that matters stays")
  }
}

/// The status line says what the keys do now.
struct StatusHintTests {
  private func status(_ desk: ReaderDriver) -> String {
    Screen.draw(desk.state).rowText(desk.state.screen.rows - 1)
  }

  @Test func keysForMarksSayWhatTheyWouldDo() throws {
    var desk = try ReaderDriver(ScreenTests.pages, columns: 120, rows: 24)
    desk.press("Tab Tab")
    #expect(status(desk).contains("r mark read  s star"))
    desk.press("r s")
    #expect(status(desk).contains("r mark unread  s unstar"))
  }

  /// Under the help, `Space` pages down.
  @Test func whatComesNextIsNotToldUnderAnOverlay() throws {
    var desk = try ReaderDriver(ScreenTests.pages, columns: 120, rows: 40)
    desk.press("Enter G")
    #expect(status(desk).contains("Space: next unread"))
    for keys in ["?", "i", "D"] {
      desk.press(keys)
      #expect(!status(desk).contains("Space: next unread"), "\(keys)")
      desk.press("q")
    }
    var narrow = try ReaderDriver(ScreenTests.pages, columns: 40, rows: 12)
    narrow.press("?")
    #expect(status(narrow).hasPrefix("    "), "nor the folder, of which there is nothing to see")
  }

  @Test func whereTheRelatedStoriesAreIsSaidIfTheyAreHidden() throws {
    var desk = try ReaderDriver(ScreenTests.pages, columns: 80, rows: 24)
    desk.press("= =")
    #expect(!Screen.draw(desk.state).text.contains("Tab: related"), "from the list, Tab goes to the story")
    desk.press("Tab")
    #expect(Screen.draw(desk.state).text.contains(" Story · Tab: related ("))
  }
}
