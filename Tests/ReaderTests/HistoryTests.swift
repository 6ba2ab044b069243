import ReaderHarness
import Reader
import Testing

/// What was typed before.
struct HistoryTests {
  private func enter(_ lines: String..., in desk: inout ReaderDriver) {
    for line in lines {
      desk.press(":")
      desk.type(line)
      desk.press("Enter")
    }
  }

  @Test func upAndDownGoThroughTheLines() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    enter("sort-title", "reload", "sort-source", in: &desk)
    desk.press(": ↑")
    #expect(desk.typed == "sort-source")
    desk.press("↑ ↑ ↑")
    #expect(desk.typed == "sort-title")
    desk.press("↓ ^N ↓ ↓")
    #expect(desk.typed == "")
  }

  @Test func onlyLinesThatBeginAsThisOne() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    enter("sort-title", "reload", "sort-source", in: &desk)
    desk.press(":")
    desk.type("sort")
    desk.press("^P ^P")
    #expect(desk.typed == "sort-title")
    desk.press("^N ^N")
    #expect(desk.typed == "sort", "and what was typed comes back")
  }

  @Test func whatWasGivenDoesNotNarrowTheHistory() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    for query in ["unread", "source:courier"] {
      desk.press("& ^U")
      desk.type(query)
      desk.press("Enter")
    }
    desk.press("&")
    #expect(desk.typed == "source:courier")
    desk.press("^P")
    #expect(desk.typed == "unread")
    desk.press("^N")
    #expect(desk.typed == "source:courier")
  }

  @Test func kindsOfLinesAreKeptApartAndWrittenDown() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    desk.press("/")
    desk.type("ferry")
    desk.press("Enter")
    #expect(desk.effects.contains(.saveHistory(.init(.words, "ferry"))))
    desk.press(": ↑")
    #expect(desk.typed == "")
    desk.press("Esc \\ ^P")
    #expect(desk.typed == "ferry", "words are words, in one story or all")
    #expect(desk.titles.count == 2)
  }

  @Test func aLineTwiceIsKeptOnce() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    enter("sort-title", "reload", "sort-title", in: &desk)
    desk.press(": ↑ ↑ ↑")
    #expect(desk.typed == "reload")
  }

  /// The latest 500 lines of a kind are remembered, whatever there are of other kinds.
  @Test func theHistoryIsBounded() throws {
    let entries = (0..<2_000).map { PromptHistory.Entry(.command, "\($0)") } + [.init(.words, "ferry")]
    var desk = try ReaderDriver(Newsroom.pages, history: PromptHistory(entries))
    desk.press(":")
    for _ in 1...500 { desk.press("↑") }
    #expect(desk.typed == "1500")
    desk.press("↑")
    #expect(desk.typed == "1500")
    desk.press("Esc / ↑")
    #expect(desk.typed == "ferry")
  }
}
