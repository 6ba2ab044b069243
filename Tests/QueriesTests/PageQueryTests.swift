import PageFormats
import Testing

@testable import Queries

/// Words that ask for what pages tell of themselves.
struct PageQueryTests {
  @Test func theyAreParsed() {
    #expect(StoryQuery("format:HTML").condition == .format(.html))
    #expect(StoryQuery("author:okoro site:courier url:/2025/ lang:en format:text").problems.isEmpty)
    #expect(StoryQuery("format:pdf").problems.map(\.error) == [.badFormat("pdf", nearest: nil)])
    #expect(
      StoryQuery("format:markdwn").problems.map(\.error) == [.badFormat("markdwn", nearest: "markdown")])
    #expect(StoryQuery("author:").problems.map(\.error) == [.missingValue(.author)])
  }

  @Test func languagesAreMatchedByTheirParts() {
    let pattern = NamePattern("PT", at: 0..<2)
    #expect(pattern.matches(language: "pt-BR") && pattern.matches(language: "pt"))
    #expect(!pattern.matches(language: "pto") && !NamePattern("pt-BR", at: 0..<5).matches(language: "pt"))
  }

  @Test func pagesOfTextHaveNone() throws {
    let desk = try NewsDesk(News("Ferry sails"))
    func found(_ query: String) -> Int {
      StorySelection(query: StoryQuery(query)).stories(in: desk.scope).stories.count
    }
    #expect(found("format:text") == 1)
    #expect(found("format:html") == 0)
    #expect(found("-format:html") == 1)
    #expect(found("author:a") == 0 && found("lang:en") == 0 && found("url:e") == 0 && found("site:e") == 0)
  }
}
