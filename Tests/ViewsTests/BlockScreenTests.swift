import Configuration
import Display
import PageFormats
import Reader
import ReaderHarness
import StoryLibrary
import Testing
import Views

/// Screens of pages whose blocks are more than paragraphs.
struct BlockScreenTests {
  static let english: [TextBlock] = [
    TextBlock(.listItem, "Front page", isShown: false), TextBlock(.listItem, "Harbour", isShown: false),
    TextBlock(.paragraph, "The island ferry sails again, nine weeks after its engine stopped off the mole."),
    TextBlock(.caption, "The Meridian VII at the north quay. Photo: Ana Duro"),
    TextBlock(.heading, "What it cost"),
    TextBlock(.paragraph, "Harbour office, north quay,\nopen from six to six."),
    TextBlock(.listItem, "41 million crowns for the boat, paid over twelve years"),
    TextBlock(.listItem, "Two for the quay"),
    TextBlock(.quote, "We shall vote when we know what we are voting on."),
    TextBlock(.quote, "Not a day before."),
    TextBlock(.paragraph, "Subscribe to the harbour letter", isShown: false),
    TextBlock(.tableRow, "Boat\tCars\tFirst sailing"), TextBlock(.tableRow, "Meridian VII\t12\t6:30"),
    TextBlock(.preformatted, "tide(6, 30)\n    wait = 2\n\n    sail()"),
    TextBlock(.paragraph, "The next council meets in a week."),
    TextBlock(.paragraph, "Read also\nThe lighthouse is sold\nSeal pup waits", isShown: false),
  ]

  static let arabic: [TextBlock] = [
    TextBlock(.heading, "كلفة العبّارة"),
    TextBlock(.listItem, "41 مليون كرونة للقارب تُدفع على مدى اثني عشر عامًا"),
    TextBlock(.listItem, "اثنان للرصيف"),
    TextBlock(.quote, "سنصوّت حين نعرف على ماذا نصوّت، قالت رئيسة المجلس."),
    TextBlock(.paragraph, "اشترك في رسالة الميناء", isShown: false),
    TextBlock(.tableRow, "القارب\tالسيارات"), TextBlock(.tableRow, "Meridian VII\t12"),
    TextBlock(.caption, "العبّارة عند الرصيف الشمالي"),
  ]

  private func check(
    _ name: String, _ keys: String, _ blocks: [TextBlock], _ title: String, columns: Int, rows: Int
  ) throws {
    var desk = try ReaderDriver([SavedPageText(SavedStory(title))], columns: columns, rows: rows)
    var body = StoryBody(blocks: blocks, topics: ["Harbour"])
    body.author = "Ines Marl"
    desk.give(body)
    desk.press(keys)
    try Snapshot.check(Screen.draw(desk.state), name)
  }

  @Test(arguments: [
    ("blocks-80x40", "Enter", 80, 40), ("blocks-40x24", "Enter", 40, 24),
    ("blocks-40x24-end", "Enter G", 40, 24),
    ("blocks-80x40-whole", "Enter W", 80, 40), ("blocks-80x40-find", "Enter / h a r b o u r Enter", 80, 40),
  ])
  func english(name: String, keys: String, columns: Int, rows: Int) throws {
    try check(name, keys, Self.english, "The ferry sails again", columns: columns, rows: rows)
  }

  @Test(arguments: [("blocks-arabic-80x24", 80, 24), ("blocks-arabic-40x24", 40, 24)])
  func arabic(name: String, columns: Int, rows: Int) throws {
    try check(name, "Enter", Self.arabic, "عودة العبّارة إلى الميناء", columns: columns, rows: rows)
  }

  static let lists: [TextBlock] = [
    TextBlock(.paragraph, "What the harbour bought:"), TextBlock(.listItem, "Stones"),
    TextBlock(.listItem, "from the quay, as many as could be found under the mole", level: 1),
    TextBlock(.listItem, "by hand", level: 2), TextBlock(.listItem, "Mortar"),
    TextBlock(.listItem, "حجارة من الرصيف"), TextBlock(.listItem, "من التل", level: 1),
  ]

  @Test(arguments: [("lists-80x24", 80, 24), ("lists-40x24", 40, 24)])
  func lists(name: String, columns: Int, rows: Int) throws {
    try check(name, "Enter", Self.lists, "Stones and mortar", columns: columns, rows: rows)
  }

  /// What characters cannot show: each kind of block has a role of its own where it is to look different.
  @Test func rolesOfBlocks() throws {
    var desk = try ReaderDriver([SavedPageText(SavedStory("Ferry"))], columns: 120, rows: 50)
    desk.give(StoryBody(blocks: Self.english))
    desk.press("Enter")
    let surface = Screen.draw(desk.state)
    func role(_ text: String) -> Role? {
      for row in 0..<surface.size.rows {
        let line = surface.rowText(row)
        guard let found = line.range(of: text) else { continue }
        return surface[column: DisplayWidth.columns(of: line[..<found.lowerBound]), row: row].role
      }
      return nil
    }
    let roles: [(String, Role)] = [
      ("What it cost", .storyHeading), ("The Meridian VII", .caption), ("We shall vote", .quote),
      ("tide(", .code), ("⋯ 2 lines", .fold), ("• 41", .blockSign), ("│ We shall", .blockSign),
      ("41 million", .storyText), ("Boat", .storyText),
    ]
    for (text, expected) in roles { #expect(role(text) == expected, "\(text)") }
  }
}
