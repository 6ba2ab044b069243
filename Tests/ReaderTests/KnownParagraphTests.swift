import Configuration
import Reader
import ReaderHarness
import StoryLibrary
import Testing

/// Paragraphs that were read in another story.
struct KnownParagraphTests {
  private static let council =
    "The harbour council put off its vote on the night ferry until Thursday, mayor Maria Torres said."
  private static let cost =
    "The night ferry costs the town 1,200 crowns a week, and few passengers use it after ten in the evening."
  private static let crew =
    "The crew of the ferry learned of the delay from the radio on Monday morning, like everybody else did."

  /// The first lists no other; both are about the night ferry, as their headlines tell.
  private func desk(_ settings: Settings = Settings()) throws -> ReaderDriver {
    var first = SavedStory("Night ferry vote put off", age: "1 hours ago")
    first.paragraphs = [Self.council, Self.cost]
    var second = SavedStory("Crew of night ferry angry", source: "Coast Courier", age: "2 hours ago")
    second.paragraphs = [Self.crew, Self.council, Self.cost.replacing("1,200", with: "1,900")]
    var desk = try ReaderDriver([SavedPageText(first), SavedPageText(second)], settings: settings)
    desk.compare()
    return desk
  }

  private func known(_ desk: ReaderDriver) -> [String] {
    (desk.state.story?.rows ?? []).filter(\.isKnown).map { String($0.text) }
  }

  @Test func whatWasReadIsDimmed() throws {
    var desk = try desk()
    desk.press("j Enter")
    #expect(known(desk).isEmpty, "nothing was read before")
    #expect(desk.state.story?.newParagraphs?.new == 3)
    desk.press("q k Enter")
    #expect(known(desk).joined(separator: " ") == Self.council)
    #expect(desk.state.story?.newParagraphs?.new == 1)
    #expect(desk.state.story?.newParagraphs?.all == 2)
  }

  @Test func aStoryThatWasNotReadMakesNothingKnown() throws {
    var desk = try desk()
    desk.press("Enter")
    #expect(known(desk).isEmpty)
    #expect(desk.state.story?.newParagraphs?.new == 2)
  }

  @Test func theSettingTurnsItOff() throws {
    var settings = Settings()
    settings.dimsKnown = false
    var desk = try desk(settings)
    desk.press("j Enter q k Enter")
    #expect(known(desk).isEmpty)
    #expect(desk.state.story?.newParagraphs == nil)
    #expect(!desk.effects.contains { if case .findRead = $0 { true } else { false } })
  }

  @Test func aNoteLeavesItAsItIs() throws {
    var desk = try desk()
    desk.press("j Enter q k Enter c x Enter")
    #expect(known(desk).joined(separator: " ") == Self.council)
  }
}
