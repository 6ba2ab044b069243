import Display
import Marks
import ReaderHarness
import Reader
import StoryLibrary
import Testing

/// Stories arriving while somebody reads.
struct LoadingTests {
  static let older = (1...30).map {
    SavedPageText(SavedStory("Older story \($0)", age: "\($0 % 7 + 1) days ago"))
  }
  static let newer = (1...10).map { SavedPageText(SavedStory("Newer story \($0)", age: "\($0) minutes ago")) }

  @Test func beforeTheFirstKeyTheNewestStaysOnTop() throws {
    var desk = try ReaderDriver()
    try desk.load(Self.older)
    try desk.load(Self.newer)
    #expect(desk.state.list.selected == 0)
    #expect(desk.state.list.top == 0)
    #expect(desk.title == desk.titles[0])
    #expect(desk.title?.hasPrefix("Newer") == true)
  }

  @Test func afterAKeyNothingMoves() throws {
    var desk = try ReaderDriver(columns: 120, rows: 20)
    try desk.load(Self.older)
    desk.press("j j j j")
    let (title, row) = (desk.title, desk.state.list.selected - desk.state.list.top)
    let neighbour = desk.titles[desk.state.list.selected + 1]
    try desk.load(Self.newer)
    #expect(desk.title == title)
    #expect(desk.state.list.selected - desk.state.list.top == row)
    #expect(desk.titles[desk.state.list.selected] == title)
    #expect(desk.titles[desk.state.list.selected + 1] == neighbour)
  }

  @Test func aFullerCopyReplacesTheTextThatIsRead() throws {
    let short = SavedStory("Flood report", "Only the beginning.")
    let full = SavedStory("Flood report", "Only the beginning.", "And then the whole rest of it, at length.")
    var desk = try ReaderDriver()
    try desk.load([SavedPageText(NavigationTests.rail, related: [short])])
    desk.press("k")
    #expect(desk.title == "Flood report")
    #expect(desk.state.story?.body?.paragraphs.count == 1)
    try desk.load([SavedPageText(full)])
    #expect(desk.title == "Flood report")
    #expect(desk.state.story?.body?.paragraphs.count == 2)
  }

  @Test func aFullerCopyLeavesTheReaderWhereTheyAre() throws {
    let paragraphs = (1...50).map { "Paragraph \($0) of a report about the harbour, as it was saved first." }
    var cut = SavedStory("Flood report")
    cut.paragraphs = paragraphs
    var whole = cut
    whole.paragraphs.append("And an end that the first copy had lost.")
    var desk = try ReaderDriver([SavedPageText(cut)])
    desk.press("Enter Space j j")
    let top = try #require(desk.state.story?.top)
    #expect(top > .start)
    try desk.load([SavedPageText(whole)])
    #expect(desk.state.story?.body?.paragraphs.count == 51)
    #expect(desk.state.story?.top == top)
  }

  @Test func progressIsCountedInFiles() throws {
    var desk = try ReaderDriver()
    desk.receive(.found(files: 40))
    try desk.load(Self.older)
    #expect(desk.state.loading?.found == 40)
    #expect(desk.state.loading?.done == 30)
    desk.receive(.finished(isWhole: true))
    #expect(desk.state.loading == nil)
  }

  @Test(arguments: [(200, 50), (120, 40), (100, 30), (80, 24), (40, 12), (20, 6), (19, 5), (1, 1), (0, 0)])
  func anySizeKeepsTheSelectionOnTheScreen(columns: Int, rows: Int) throws {
    var desk = try ReaderDriver(Self.older)
    desk.press("G")
    let title = desk.title
    desk.apply(.resized(Size(columns: columns, rows: rows)))
    #expect(desk.title == title)
    let visible = desk.state.list.top..<desk.state.list.top + desk.state.visibleStories
    #expect(visible.contains(desk.state.list.selected))
    desk.press("Tab Space b G g Tab j k Tab")
    desk.apply(.resized(Size(columns: 120, rows: 40)))
    #expect(desk.state.focus == .list)
  }

  /// The marks may be read later than the first stories are shown.
  @Test func aPlaceThatComesLateIsGoneTo() throws {
    var long = SavedStory("A long report")
    long.paragraphs = (1...40).map { "Paragraph \($0) of a long report about the harbour and its weather." }
    var desk = try ReaderDriver([SavedPageText(long)])
    let store = try MarkStore(inMemoryBecause: .busy(path: "tests"))
    try store.savePlace(800, of: StoryIdentity(title: "A long report", source: "The Meridian"))
    desk.apply(.marksChanged(try store.changes(since: 0)))
    #expect(try #require(desk.state.story?.place) > 700)
    let second = desk.state.story?.rows[1]
    desk.press("Tab j")
    try store.savePlace(0, of: StoryIdentity(title: "A long report", source: "The Meridian"))
    desk.apply(.marksChanged(try store.changes(since: desk.state.marks.revision)))
    #expect(desk.state.story?.rows.first == second)
  }

  @Test func aStoryKeepsItsFirstLineThroughResizing() throws {
    var long = SavedStory("A long report")
    long.paragraphs = (1...40).map {
      "Paragraph \($0) of a long report about the harbour, its walls and its weather."
    }
    var desk = try ReaderDriver([SavedPageText(long)], columns: 160, rows: 40)
    desk.press("Enter Space Space")
    let place = try #require(desk.state.story?.place)
    desk.apply(.resized(Size(columns: 50, rows: 12)))
    desk.apply(.resized(Size(columns: 160, rows: 40)))
    #expect(desk.state.story?.place == place)
  }
}
