import Reader
import ReaderHarness
import Testing

/// A number before a key.
struct NumberTests {
  private func desk() throws -> ReaderDriver { try ReaderDriver(Newsroom.many(40), columns: 120, rows: 30) }

  @Test(arguments: [
    ("5 j", 5), ("1 2 j", 12), ("1 0 j", 10), ("1 2 j 3 k", 9), ("5 J", 5), ("1 4 G", 13), ("1 4 g", 13),
    ("2 Space", 26), ("9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 j", 39), ("5 Esc j", 1), ("3 n", 3),
    ("1 2 j 4 p", 8), ("2 j 5 Z j", 3),
  ])
  func counts(keys: String, row: Int) throws {
    var desk = try desk()
    desk.press(keys)
    #expect(desk.state.list.selected == row)
    #expect(desk.state.pendingKeys.isEmpty)
  }

  @Test func itIsForOneKeyAlone() throws {
    var desk = try desk()
    desk.press("5 j j")
    #expect(desk.state.list.selected == 6)
    desk.press("5 V j")
    #expect(desk.state.list.selected == 7, "headings have nothing to count")
  }

  @Test func itIsShownUntilThen() throws {
    var desk = try desk()
    desk.press("1 4")
    #expect(desk.state.pendingNumber == 14)
    desk.press("? 5")
    #expect(desk.state.pendingNumber == nil, "the help has no numbers")
  }

  /// In the story a digit follows at once; in the list it may be a number, until no key comes for a while.
  @Test func aDigitFollowsFromEveryPane() throws {
    var desk = try ReaderDriver(NavigationTests.pages)
    desk.press("2")
    #expect(desk.title == "Ferry vote delayed")
    desk.apply(.paused)
    #expect(desk.title == "Quay wall to be raised")
    #expect(desk.state.focus == .story)
    #expect(desk.isRead("Quay wall to be raised") == true)
    desk.press("^O q 1 Enter")
    #expect(desk.title == "Museum reopens")
    desk.press("q g Tab Tab 2")
    #expect(desk.title == "Quay wall to be raised")
    desk.press("q g Enter 2")
    #expect(desk.title == "Quay wall to be raised")
  }

  @Test func aNumberThatNoStoryHasWaits() throws {
    var desk = try ReaderDriver(NavigationTests.pages)
    desk.press("7")
    #expect(desk.state.pendingRelated == nil)
    desk.apply(.paused)
    #expect(desk.state.pendingNumber == 7)
    desk.press("Enter")
    #expect(desk.message == "Only 2 related stories")
  }
}
