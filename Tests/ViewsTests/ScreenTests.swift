import Display
import Views
import Reader
import ReaderHarness
import StoryLibrary
import Foundation
import Testing

/// State in, exact screen out.
struct ScreenTests {
  static let wall = String(
    repeating: "The quay wall stood for ninety years before anybody asked how high the water could come. ",
    count: 14)

  static let ferry = SavedStory(
    "Harbour council delays ferry vote after all-night sitting", age: "3 hours ago",
    "RIVERTOWN -- The harbour council put off its vote on the island ferry for the third time on Tuesday.",
    "“We shall vote when we know what we are voting on,” said the chair, Ines Marl, at four in the morning.",
    "The boat would cost 41 million crowns and carry twelve cars.")
  static let quay = SavedStory("Quay wall to be raised", age: "2 days ago", wall)
  static let museum = SavedStory(
    "Museum reopens after flood", source: "Coast Courier", age: "16 hours ago",
    "The museum on the old quay opened its doors, eleven weeks after the river took its ground floor.")
  static let library = SavedStory(
    "「図書館」再開へ 市民ら清掃、本を一冊ずつ乾かす作業が続く", source: "潮見日報", age: "a day ago",
    "川沿いの図書館は火曜日、十一週間ぶりに扉を開いた。「水が残したものを守った」と館長は語った。")
  static let council = SavedStory(
    "مجلس الميناء يؤجل التصويت على العبّارة", source: "المنارة اليوم", age: "2 days ago",
    "أجّل مجلس الميناء التصويت على العبّارة للمرة الثالثة بعد جلسة امتدت حتى الفجر.")
  static let seal = SavedStory(
    "🦭 Seal pup waits for the 9:40 👩‍👩‍👧 🇯🇵 train", source: "24 Voices", age: "5 days ago",
    "A seal pup waited on platform two. e\u{301}te\u{301} and n\u{303}o were its names.")

  static let pages = [
    SavedPageText(ferry, related: [museum, quay, council]), SavedPageText(museum, related: [library]),
    SavedPageText(library, related: [ferry]), SavedPageText(council),
    SavedPageText(seal, related: [ferry, museum]),
  ]

  private func check(_ name: String, _ keys: String, columns: Int, rows: Int) throws {
    var desk = try ReaderDriver(Self.pages, columns: columns, rows: rows)
    desk.press(keys)
    try Snapshot.check(Screen.draw(desk.state), name)
  }

  @Test func wide() throws {
    try check("wide-200x50", "", columns: 200, rows: 50)
    try check("wide-120x40-related", "Enter Tab", columns: 120, rows: 40)
  }

  @Test func middle() throws {
    try check("middle-80x24", "s j r", columns: 80, rows: 24)
    try check("middle-100x30-trail", "Enter 1 1", columns: 100, rows: 30)
  }

  @Test func narrow() throws {
    try check("narrow-40x12-list", "j", columns: 40, rows: 12)
    try check("narrow-40x12-story", "Enter", columns: 40, rows: 12)
    try check("narrow-40x12-related", "Tab Tab j", columns: 40, rows: 12)
    try check("narrow-20x6", "", columns: 20, rows: 6)
  }

  @Test func tooSmall() throws {
    try check("too-small-16x4", "", columns: 16, rows: 4)
    try check("too-small-1x1", "j Enter", columns: 1, rows: 1)
  }

  @Test func wideCharactersAndArabic() throws {
    try check("japanese-120x40", "j j Enter", columns: 120, rows: 40)
    try check("arabic-80x24", "j j j Enter", columns: 80, rows: 24)
    try check("emoji-80x24", "G Enter", columns: 80, rows: 24)
  }

  @Test func wallsOfTextAreBroken() throws {
    try check("wall-80x24", "Enter 2 Space", columns: 80, rows: 24)
  }

  @Test func helpAndQuestion() throws {
    try check("help-80x24", "?", columns: 80, rows: 24)
    try check("help-40x12", "Tab ? Space", columns: 40, rows: 12)
    try check("question-80x24", "A", columns: 80, rows: 24)
  }

  @Test func messages() throws {
    try check("message-80x24", "Z", columns: 80, rows: 24)
    var desk = try ReaderDriver(Self.pages, columns: 80, rows: 24)
    desk.apply(
      .warning(
        "/pages/gone.txt: no such file or folder, and this message is longer than the line has room for"))
    try Snapshot.check(Screen.draw(desk.state), "warning-80x24")
  }

  /// Of files that are as they were nothing is said, unless it takes long.
  @Test func lookingAgainIsToldWhenItIsSlow() throws {
    var desk = try ReaderDriver(Self.pages, columns: 120, rows: 20)
    func status() -> String { Screen.draw(desk.state).rowText(19) }
    desk.beginLoading()
    desk.receive(.found(files: 10))
    var batch = PageBatch(folder: "/pages")
    [UInt8]().withUnsafeBufferPointer { batch.add($0, name: "empty.txt", saved: 0) }
    desk.receive(.batch(batch))
    #expect(!status().contains("loading"))
    desk.apply(.clock(ReaderDriver.now + 1))
    #expect(!status().contains("loading"))
    desk.apply(.clock(ReaderDriver.now + 10))
    #expect(status().contains("loading 10% of 10 files"), "\(status())")
  }

  @Test func emptyAndLoading() throws {
    var desk = try ReaderDriver([], columns: 80, rows: 24)
    desk.receive(
      .problems([FileProblem(path: "/pages/photo.jpg", reason: .file(.foreign(fileExtension: "jpg")))]))
    try Snapshot.check(Screen.draw(desk.state), "empty-80x24")
    var loading = try ReaderDriver(columns: 120, rows: 40)
    loading.receive(.found(files: 200))
    try Snapshot.check(Screen.draw(loading.state), "loading-120x40-nothing-yet")
    try loading.load(Self.pages)
    try Snapshot.check(Screen.draw(loading.state), "loading-120x40")
  }

  @Test func longTitles() throws {
    let title = String(repeating: "Antidisestablishmentarianism in the harbour ", count: 12)
    var desk = try ReaderDriver([
      SavedPageText(SavedStory(title, source: title), related: [SavedStory(title + "again")])
    ])
    desk.press("Tab Tab")
    try Snapshot.check(Screen.draw(desk.state), "long-titles-120x40")
  }
}

/// What snapshots of characters cannot show.
struct RoleTests {
  private func role(_ text: String, _ desk: ReaderDriver) -> Role? {
    let surface = Screen.draw(desk.state)
    for row in 0..<surface.size.rows {
      let line = surface.rowText(row)
      guard let found = line.range(of: text) else { continue }
      let column = DisplayWidth.columns(of: line[..<found.lowerBound])
      return surface[column: column, row: row].role
    }
    return nil
  }

  @Test func unreadAndReadTitlesDiffer() throws {
    var desk = try ReaderDriver(ScreenTests.pages, columns: 200, rows: 50)
    #expect(role("Museum reopens", desk) == .unreadTitle)
    desk.press("j r k")
    #expect(role("Museum reopens", desk) == .readTitle)
  }

  @Test func theFocusedPaneIsMarked() throws {
    var desk = try ReaderDriver(ScreenTests.pages)
    #expect(role("Stories ·", desk) == .focusedFrameTitle)
    #expect(role("▌", desk) == .marker)
    desk.press("Tab")
    #expect(role("Stories ·", desk) == .frameTitle)
    #expect(role("▌", desk) == .unfocusedMarker)
    #expect(role(" Story", desk) == .focusedFrameTitle)
  }

  /// Every row of the screen fills exactly its columns, whatever the titles are made of.
  @Test(arguments: [200, 150, 120, 119, 100, 80, 79, 60, 40, 20])
  func columnsStayStraight(columns: Int) throws {
    var desk = try ReaderDriver(ScreenTests.pages, columns: columns, rows: 24)
    for keys in ["", "j", "j", "j", "j", "Tab", "Tab", "Tab"] {
      desk.press(keys)
      let surface = Screen.draw(desk.state)
      for row in 0..<surface.size.rows {
        let cells = (0..<columns).map { surface[column: $0, row: row] }
        let width = cells.reduce(0) { $0 + DisplayWidth.columns(of: surface.text(of: $1)) }
        #expect(width == columns)
      }
    }
  }
}
