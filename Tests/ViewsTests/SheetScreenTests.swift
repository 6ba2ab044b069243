import Reader
import ReaderHarness
import StoryLibrary
import Testing
import Views

/// Screens of digests, and of paragraphs that were read elsewhere.
struct SheetScreenTests {
  private static let council =
    "The harbour council put off its vote on the night ferry until Thursday, mayor Maria Torres said in Oslo."
  private static let cost =
    "The night ferry costs the town 1,200 crowns a week, and few passengers use it after ten in the evening."
  private static let boat =
    "The boat was built in the yard behind the mole and has carried the post for ninety years."

  private static var pages: [SavedPageText] {
    var story = SavedStory("Ferry vote", age: "12-03-2025")
    story.paragraphs = [
      council, boat, boat + " So it was.", cost, "The council of the island had asked for it.",
    ]
    var newer = story
    newer.paragraphs[3] = cost.replacing("1,200", with: "1,400")
    newer.paragraphs.append("Nobody in the harbour office wanted to say more about this today.")
    return [SavedPageText(story), SavedPageText(newer)]
  }

  @Test(arguments: [("digest-80x24", "D", 80, 24), ("digest-40x12", "D j j", 40, 12)])
  func sheets(name: String, keys: String, columns: Int, rows: Int) throws {
    var desk = try ReaderDriver(Self.pages, columns: columns, rows: rows)
    desk.press(keys)
    try Snapshot.check(Screen.draw(desk.state), name)
  }

  @Test func knownParagraphs() throws {
    var other = SavedStory("The night ferry vote", source: "Coast Courier", age: "11-03-2025")
    other.paragraphs = [
      Self.council, "Nothing was said of the ferry's price, which the council keeps to itself.",
    ]
    var desk = try ReaderDriver(
      [
        SavedPageText(SavedStory("The night ferry", age: "12-03-2025", Self.council, Self.cost)),
        SavedPageText(other),
      ],
      columns: 80, rows: 24)
    desk.compare()
    desk.press("Enter q j Enter")
    try Snapshot.check(Screen.draw(desk.state), "known-80x24")
  }
}
