import Configuration
import Display
import Reader
import ReaderHarness
import Testing
import Views

/// What can be chosen is seen: menus of pending keys, themes, and what a list was filtered by.
struct ChoosingScreenTests {
  private func screen(_ desk: ReaderDriver) -> [String] {
    Screen.draw(desk.state).text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private func menuDesk() throws -> ReaderDriver {
    var settings = Settings()
    for letter in "abcdefghijkmo" {
      settings.keys.append(KeyBinding(.everywhere, try #require(KeySequence("z\(letter)")), "toggle-star"))
    }
    return try ReaderDriver(ScreenTests.pages, columns: 40, rows: 12, settings: settings)
  }

  @Test func aMenuThatDoesNotFitScrolls() throws {
    var desk = try menuDesk()
    desk.press("z")
    #expect(screen(desk)[2].hasPrefix(" a "))
    #expect(screen(desk)[10].hasSuffix(" ↓ 4 more"))
    desk.press("↓ ↓")
    #expect(screen(desk)[2].hasPrefix(" c "))
    #expect(screen(desk)[10].hasSuffix(" ↑ 2  ↓ 2 more"))
    desk.press("PgDn")
    #expect(screen(desk)[10].hasPrefix(" o "), "its end is its end")
    desk.press("↑")
    #expect(screen(desk)[10].hasPrefix(" m "))
    #expect(desk.isStarred(desk.selectedTitle ?? "") == false)
    desk.press("b")
    #expect(desk.isStarred(desk.selectedTitle ?? "") == true, "the keys still wait")
    desk.press("z")
    #expect(screen(desk)[2].hasPrefix(" a "), "each menu begins at its top")
  }

  /// Keys that the menu offers are its commands'.
  @Test func anArrowThatIsOfferedDoesNotScroll() throws {
    var settings = Settings()
    settings.keys = [KeyBinding(.everywhere, try #require(KeySequence("z↓")), "toggle-star")]
    var desk = try ReaderDriver(ScreenTests.pages, columns: 40, rows: 12, settings: settings)
    desk.press("z ↓")
    #expect(desk.isStarred(desk.selectedTitle ?? "") == true)
  }

  @Test func aMessageLeavesTheKeysOfTheThemesVisible() throws {
    var desk = try ReaderDriver(ScreenTests.pages, columns: 80, rows: 24)
    desk.press("T")
    desk.apply(.themes(["amber", "ember"], current: "ember"))
    desk.apply(.notice("2 stories have come"))
    let status = screen(desk)[23]
    #expect(status.contains("2 stories have come"))
    #expect(status.contains("Enter use"))
    #expect(status.contains("Esc cancel"))
  }

  /// What was being found gives way to the keys that go on with what was begun.
  @Test func theKeysToGoOnWithHaveTheLine() throws {
    var desk = try ReaderDriver(ScreenTests.pages, columns: 40, rows: 12)
    desk.press("/")
    desk.type("a long word that is nowhere")
    desk.press("Enter S")
    #expect(screen(desk)[11].contains("S …  Esc cancel"))
    desk.press("Esc T")
    desk.apply(.themes(["amber", "ember"], current: "ember"))
    #expect(screen(desk)[11].contains("Esc cancel"))
  }

  @Test func aThreadIsCalledByItsHeadline() throws {
    let bodies = [
      "Pupils and fishermen of Port Ellis keep the night ferry to Brannock, Anna Lind said after the vote.",
      "The council of Port Ellis voted for the night ferry to Brannock; Anna Lind called it 14 million crowns well spent.",
    ]
    let title = "Council votes on the ferry"
    let pages = [
      SavedPageText(SavedStory("Night ferry stays", age: "1 day ago", bodies[0])),
      SavedPageText(SavedStory(title, age: "2 days ago", bodies[1])),
    ]
    for (columns, rows) in [(120, 40), (80, 24), (40, 12)] {
      var desk = try ReaderDriver(pages, columns: columns, rows: rows)
      desk.compare()
      desk.press("t")
      #expect(desk.state.threadTitle == title)
      let all = screen(desk).joined(separator: "\n")
      #expect(
        all.contains("Thread: \u{2068}\(title.prefix(8))") || all.contains("Thread: \(title.prefix(8))"))
      #expect(!all.contains("thread:"))
      desk.press("S t")
      #expect(desk.state.threadTitle == title, "in any order")
      desk.press("t")
      #expect(desk.state.threadTitle == nil)
      #expect(!screen(desk).joined().contains("Thread:"))
    }
  }
}
