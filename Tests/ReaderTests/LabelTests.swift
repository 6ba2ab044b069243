import Reader
import ReaderHarness
import Testing

/// Labels, typed and asked for.
struct LabelTests {
  private func label(_ text: String, _ desk: inout ReaderDriver) {
    desk.press("+")
    desk.type(text)
    desk.press("Enter")
  }

  @Test func theyAreTyped() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    label("Flood rain", &desk)
    #expect(desk.mark("Ferry vote delayed")?.labels == ["flood", "rain"])
    label("-rain quay", &desk)
    #expect(desk.mark("Ferry vote delayed")?.labels == ["flood", "quay"])
    desk.press("u")
    #expect(desk.mark("Ferry vote delayed")?.labels == ["flood", "rain"])
    desk.press(":")
    desk.type("label -flood -rain")
    desk.press("Enter")
    #expect(desk.mark("Ferry vote delayed")?.labels == [])
  }

  @Test func theyAreCompleted() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    label("flood", &desk)
    desk.press("j")
    label("flood rain", &desk)
    desk.press("j +")
    #expect(desk.state.prompt?.candidates.map(\.text) == ["flood", "rain"])
    #expect(desk.state.prompt?.candidates.first?.help == "2 stories")
    desk.type("r")
    desk.press("Tab")
    #expect(desk.typed == "rain")
    desk.type(" fl")
    desk.press("Tab")
    #expect(desk.typed == "rain flood")
    desk.press("Esc k +")
    desk.type("-")
    #expect(desk.state.prompt?.candidates.map(\.text) == ["-flood", "-rain"], "those that it has")
  }

  @Test func queriesAskForThem() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    label("flood", &desk)
    desk.press("&")
    desk.type("label:fl")
    desk.press("Tab")
    #expect(desk.typed == "label:flood")
    desk.press("Enter")
    #expect(desk.titles == ["Ferry vote delayed"])
    desk.press("& ^U")
    desk.type("-label:FLOOD")
    desk.press("Enter")
    #expect(desk.titles.count == 3)
    desk.press("& ^U")
    desk.type("label:flo")
    desk.press("Enter")
    #expect(desk.titles.isEmpty, "a label is known whole")
  }
}
