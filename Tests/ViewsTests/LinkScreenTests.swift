import Display
import PageFormats
import Reader
import ReaderHarness
import StoryLibrary
import Testing
import Views

/// Screens with numbers behind the links of a story.
struct LinkScreenTests {
  private static func block(_ text: String, links: [String]) -> TextBlock {
    var block = TextBlock(.paragraph, text)
    for (number, words) in links.enumerated() {
      guard let range = text.range(of: words) else { continue }
      let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      block.links.append(TextLink(start..<start + words.utf8.count, "https://a.example/\(number)"))
    }
    return block
  }

  private static let english = [
    block(
      "The island ferry sails again, nine weeks after its engine stopped off the mole. The council votes on a second boat in a week.",
      links: ["its engine stopped", "a second boat"]),
    block("Harbour office, north quay, open from six to six.", links: ["Harbour office"]),
  ]

  private static let arabic = [
    block("تعود العبّارة إلى الميناء بعد تسعة أسابيع من توقف محركها.", links: ["الميناء", "محركها"])
  ]

  @Test(arguments: [
    ("links-80x24", "Enter f", 80, 24), ("links-40x12", "Enter f 2", 40, 12),
    ("links-120x24-find", "Enter / b o a t Enter f", 120, 24),
  ])
  func english(name: String, keys: String, columns: Int, rows: Int) throws {
    var desk = try ReaderDriver(
      [SavedPageText(SavedStory("The ferry sails again"))], columns: columns, rows: rows)
    desk.give(StoryBody(blocks: Self.english))
    desk.press(keys)
    try Snapshot.check(Screen.draw(desk.state), name)
  }

  @Test func arabic() throws {
    var desk = try ReaderDriver(
      [SavedPageText(SavedStory("عودة العبّارة إلى الميناء"))], columns: 40, rows: 16)
    desk.give(StoryBody(blocks: Self.arabic))
    desk.press("Enter f")
    try Snapshot.check(Screen.draw(desk.state), "links-arabic-40x16")
  }

  @Test func numbersHaveALookOfTheirOwn() throws {
    var desk = try ReaderDriver([SavedPageText(SavedStory("Ferry"))], columns: 120, rows: 24)
    desk.give(StoryBody(blocks: Self.english))
    func roles() -> [Role] {
      let surface = Screen.draw(desk.state)
      return (1...3).compactMap { number in
        for row in 0..<surface.size.rows {
          let line = surface.rowText(row)
          guard let found = line.range(of: "[\(number)]") else { continue }
          return surface[column: DisplayWidth.columns(of: line[..<found.lowerBound]), row: row].role
        }
        return nil
      }
    }
    desk.press("f")
    #expect(roles() == [.number, .number, .number])
    desk.press("2")
    #expect(roles() == [.number, .currentMatch, .number], "it is chosen")
  }
}
