import ReaderHarness
import Reader
import Testing

/// One key for unread stories only, one for starred ones.
struct OnlyTests {
  @Test func unreadOnlyAndBack() throws {
    var desk = try ReaderDriver(Newsroom.many(5))
    let titles = desk.titles
    desk.press("r j j r U")
    #expect(desk.titles == [titles[1], titles[3], titles[4]])
    #expect(desk.selectedTitle == titles[3], "the reader stays near")
    desk.press("U")
    #expect(desk.titles == titles)
    #expect(desk.selectedTitle == titles[3])
    #expect(desk.state.request.filter.isEmpty)
  }

  @Test func starredAndUnread() throws {
    var desk = try ReaderDriver(Newsroom.many(5))
    let titles = desk.titles
    desk.press("s j s r * U")
    #expect(desk.titles == [titles[0]])
    #expect(desk.state.request.filter == "starred unread")
    desk.press("*")
    #expect(desk.titles.count == 4)
    desk.press("Esc")
    #expect(desk.titles == titles)
  }
}
