import Configuration
import Queries
import ReaderHarness
import Reader
import Testing

/// An empty list says why it may be so.
struct EmptyListTests {
  private func hints(_ key: String, _ text: String, _ settings: Settings = Settings()) throws -> [QueryHint] {
    var desk = try ReaderDriver(Newsroom.pages, settings: settings)
    desk.press(key)
    desk.type(text)
    desk.press("Enter")
    #expect(desk.titles.isEmpty)
    return desk.state.hints
  }

  @Test func aCapitalIsNamed() throws {
    #expect(try hints("&", "FERRY") == [.anyCase("ferry", stories: 2)])
    // The last word of a search may go on.
    #expect(try hints("\\", "FERRY") == [.anyCase("ferry*", stories: 2)])
  }

  @Test func aNearWordIsOffered() throws {
    #expect(try hints("&", "ferrry") == [.nearest("ferry", to: "ferrry", stories: 2)])
    #expect(try hints("&", "ferr") == [.beginning("ferr*", stories: 2)])
  }

  @Test func wordsThatStandApart() throws {
    #expect(try hints("&", "ferry train") == [.apart])
  }

  @Test func otherSectionsHaveThem() throws {
    var settings = Settings()
    settings.sections = [.init(name: "Coast", query: StoryQuery("source:courier"))]
    var desk = try ReaderDriver(Newsroom.pages, settings: settings)
    desk.press("] &")
    desk.type("train")
    desk.press("Enter")
    #expect(desk.state.hints == [.otherSections(stories: 1)])
    desk.press("Esc")
    #expect(desk.state.hints.isEmpty, "the list is not empty any more")
  }

  @Test func anEmptySectionNeedsNoHint() throws {
    var settings = Settings()
    settings.sections = [.init(name: "None", query: StoryQuery("source:nobody"))]
    var desk = try ReaderDriver(Newsroom.pages, settings: settings)
    desk.press("]")
    #expect(!desk.effects.contains { if case .explainEmpty = $0 { true } else { false } })
  }
}
