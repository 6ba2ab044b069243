import Configuration
import Display
import ReaderHarness
import Reader
import Testing

/// Clicks, the wheel, and borders that are dragged.
struct MouseTests {
  @Test func aClickSelectsAndTwoOpen() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    desk.click(column: 5, row: 3)
    #expect(desk.title == "Museum reopens")
    #expect(desk.state.focus == .list)
    #expect(desk.isRead("Museum reopens") == false)
    desk.click(column: 5, row: 3, time: 200)
    #expect(desk.state.focus == .story)
    #expect(desk.isRead("Museum reopens") == true)
  }

  @Test func twoSlowClicksAreTwo() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    desk.click(column: 5, row: 3)
    desk.click(column: 5, row: 3, time: 500)
    #expect(desk.state.focus == .list)
    desk.click(column: 5, row: 5, time: 600)
    #expect(desk.state.focus == .list, "nor two on different rows")
  }

  @Test func aClickInAPaneGivesItTheFocus() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    let story = try #require(desk.state.layout.frames[.story]).content
    desk.click(column: story.left + 3, row: story.top + 3)
    #expect(desk.state.focus == .story)
    desk.click(column: 5, row: 0)
    #expect(desk.state.focus == .list, "the frame belongs to its pane")
    desk.click(column: 5, row: 30)
    #expect(desk.state.list.selected == 0, "below the last story nothing is selected")
  }

  @Test func aClickFollowsARelatedStory() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    let related = try #require(desk.state.layout.frames[.related]).content
    desk.click(column: related.left + 8, row: related.top)
    #expect(desk.title == "Ferry vote delayed", "that is the heading")
    desk.click(column: related.left + 8, row: related.top + 1)
    #expect(desk.title == "Museum reopens")
    #expect(desk.state.trail.path.count == 2)
  }

  @Test func theWheelSelectsAndMarksNothing() throws {
    var desk = try ReaderDriver(Newsroom.many(60), columns: 120, rows: 20)
    desk.press("j")
    let title = desk.title
    desk.wheel(7, column: 5, row: 5)
    #expect(desk.state.list.top == 7)
    #expect(desk.state.list.selected == 1)
    #expect(desk.title == title)
    #expect(desk.effects.isEmpty)
    desk.wheel(100, column: 5, row: 5)
    #expect(desk.state.list.top == 60 - desk.state.visibleStories)
    desk.press("j")
    #expect(desk.state.list.selected == 2)
    #expect(desk.state.list.top <= 2, "the next key goes on at the selection")
  }

  @Test func theWheelScrollsWhatIsUnderIt() throws {
    var settings = Settings()
    settings.read = .end
    var desk = try ReaderDriver([SavedPageText(Newsroom.long())], columns: 120, rows: 20, settings: settings)
    let story = try #require(desk.state.layout.frames[.story]).content
    let row = desk.state.story?.rows[6]
    desk.wheel(2, column: story.left, row: story.top)
    #expect(desk.state.story?.rows.first == row)
    #expect(desk.state.focus == .list)
    desk.wheel(500, column: story.left, row: story.top)
    #expect(desk.state.unreadCount == 1, "nobody has read to the end")
    desk.wheel(-500, column: story.left, row: story.top)
    #expect(desk.state.story?.top == .start)
  }

  @Test func theWheelInHelp() throws {
    var desk = try ReaderDriver(Newsroom.pages, columns: 80, rows: 12)
    desk.press("?")
    desk.wheel(2, column: 3, row: 3)
    #expect(desk.help?.top == 6)
    desk.click(column: 3, row: 3)
    #expect(desk.help != nil)
    #expect(desk.state.list.selected == 0)
  }

  @Test func bordersAreDragged() throws {
    var desk = try ReaderDriver(Newsroom.pages, columns: 160, rows: 40)
    let border = try #require(desk.state.layout.frames[.list]).whole.right
    desk.drag(from: Point(column: border, row: 10), to: Point(column: 70, row: 12))
    #expect(desk.state.layout.frames[.list]?.whole.right == 70)
    #expect(desk.effects == [.saveShape(desk.state.shape)])
    #expect(desk.state.focus == .list)
    let other = try #require(desk.state.layout.frames[.story]).whole.right
    desk.drag(from: Point(column: other, row: 10), to: Point(column: 120, row: 12))
    #expect(desk.state.layout.frames[.story]?.whole.right == 120)
    desk.drag(from: Point(column: 120, row: 10), to: Point(column: 10_000, row: 10_000))
    desk.drag(from: Point(column: 70, row: 10), to: Point(column: 0, row: 0))
    #expect(desk.state.layout.frames.count == 3)
  }

  @Test func aClickOnABorderChangesNothing() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    let border = try #require(desk.state.layout.frames[.list]).whole.right
    desk.click(column: border, row: 10)
    #expect(desk.effects.isEmpty)
    #expect(desk.state.shape == PaneShape())
  }

  @Test func bordersOfTheOtherLayouts() throws {
    var middle = try ReaderDriver(Newsroom.pages, columns: 100, rows: 30)
    let side = try #require(middle.state.layout.frames[.list]).whole
    middle.drag(from: Point(column: side.right, row: 5), to: Point(column: 50, row: 5))
    #expect(middle.state.layout.frames[.list]?.whole.right == 50)
    let row = try #require(middle.state.layout.frames[.related]).title.top
    middle.drag(from: Point(column: 4, row: row), to: Point(column: 4, row: row - 4))
    #expect(middle.state.layout.frames[.related]?.title.top == row - 4)
    var stacked = try ReaderDriver(Newsroom.pages, columns: 120, rows: 40)
    stacked.press("= =")
    let list = try #require(stacked.state.layout.frames[.story]).title.top
    stacked.drag(from: Point(column: 4, row: list), to: Point(column: 4, row: list + 5))
    #expect(stacked.state.layout.frames[.story]?.title.top == list + 5)
    let right = try #require(stacked.state.layout.frames[.story]).whole.right
    stacked.drag(from: Point(column: right, row: 30), to: Point(column: right - 9, row: 30))
    #expect(stacked.state.layout.frames[.story]?.whole.right == right - 9)
  }

  /// The layout may change while a border is held.
  @Test func aBorderThatGoesWhileItIsDragged() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    let border = try #require(desk.state.layout.frames[.list]).whole.right
    desk.apply(.mouse(MouseEvent(.press(.left), at: Point(column: border, row: 5)), time: 0))
    desk.apply(.resized(Size(columns: 40, rows: 2)))
    desk.apply(.mouse(MouseEvent(.drag(.left), at: Point(column: 3, row: 1)), time: 0))
    desk.apply(.mouse(MouseEvent(.release(.left), at: Point(column: 3, row: 1)), time: 0))
    desk.apply(.resized(Size(columns: 120, rows: 40)))
    #expect(desk.state.layout.frames.count == 3)
  }

  @Test func aClickFoldsAHeading() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    desk.press("v s")
    let count = desk.titles.count
    desk.click(column: 5, row: 1)
    #expect(desk.titles.count < count)
    desk.click(column: 5, row: 1, time: 1_000)
    #expect(desk.titles.count == count)
  }

  @Test func otherButtonsDoNothing() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    for button in [MouseEvent.Button.middle, .right] {
      desk.apply(.mouse(MouseEvent(.press(button), at: Point(column: 5, row: 5)), time: 0))
      desk.apply(.mouse(MouseEvent(.drag(button), at: Point(column: 5, row: 5)), time: 0))
      desk.apply(.mouse(MouseEvent(.release(button), at: Point(column: 5, row: 5)), time: 0))
    }
    #expect(desk.state.list.selected == 0)
  }
}
