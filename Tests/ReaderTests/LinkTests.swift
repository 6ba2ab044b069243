import Reader
import ReaderHarness
import StoryLibrary
import Testing

/// Stories that a page leads to without having their texts.
struct LinkTests {
  private func desk() throws -> ReaderDriver {
    var desk = try ReaderDriver(
      [SavedPageText(SavedStory("Harbour")), SavedPageText(SavedStory("Museum", age: "2 days ago"))])
    var body = StoryBody(paragraphs: ["All of it."])
    body.links = [
      StoryLink(title: "Lighthouse sold", address: "https://courier.example/lighthouse"),
      StoryLink(title: "Museum", address: "https://courier.example/museum"),
      StoryLink(title: "Seal pup waits", address: nil),
    ]
    desk.give(body)
    return desk
  }

  @Test func savedOnesAreStoriesAndOthersAreListedAsNotSaved() throws {
    let desk = try desk()
    #expect(desk.state.related.stories.map(\.title) == ["Museum"])
    #expect(desk.state.related.links.map(\.title) == ["Lighthouse sold", "Seal pup waits"])
    #expect(desk.state.related.rows.contains(.heading("Not saved")))
    #expect(desk.state.listCount == 2, "the list is of stories with a text")
  }

  @Test func savedOnesAreFollowed() throws {
    var desk = try desk()
    desk.press("Enter 1")
    #expect(desk.title == "Museum")
  }

  @Test func othersAreOpenedAtTheirAddress() throws {
    var desk = try desk()
    desk.press("Enter 2")
    #expect(desk.title == "Harbour")
    #expect(desk.message == "Not saved · o opens its address")
    desk.press("Tab o")
    #expect(desk.effects.contains(.openAddress("https://courier.example/lighthouse")))
    desk.press("j r")
    #expect(desk.message == "No story selected", "a mark is for stories")
    #expect(desk.effects.isEmpty)
    desk.press("3")
    #expect(desk.message == "Not saved")
    desk.press("4")
    #expect(desk.message == "Only 3 related stories")
  }
}
