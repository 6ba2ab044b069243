import Display
import ReaderHarness
import StoryLibrary
import Testing

@testable import Reader

/// A list whose rows have different heights.
struct ListSpaceTests {
  private final class Calls { var count = 0 }

  private func space(_ heights: [Int], lines: Int) -> ListSpace {
    ListSpace(count: heights.count, lines: lines, height: { heights[$0] })
  }

  @Test func theCursorStaysInsideItsList() {
    var cursor = ListCursor()
    cursor.select(5, in: space([], lines: 20))
    #expect(cursor.selected == 0)
    let list = space(Array(repeating: 2, count: 30), lines: 20)
    cursor.select(100, in: list)
    #expect(cursor.selected == 29)
    #expect(cursor.top == 20)
    cursor.page(by: -1, in: list)
    #expect(cursor.selected == 19)
    #expect(cursor.top == 10)
    cursor.select(-1_000, in: list)
    #expect(cursor.selected == 0)
    #expect(cursor.top == 0)
  }

  /// The selection is wholly on the screen after each step, and nothing scrolls further than that takes.
  @Test(arguments: [3, 4, 7, 12, 40]) func theSelectionIsOnTheScreen(lines: Int) {
    let list = space((0..<60).map { 2 + $0 * 7 % 3 % 2 }, lines: lines)
    var cursor = ListCursor()
    for row in Array(0..<60) + Array((0..<60).reversed()) {
      let before = cursor.top
      cursor.select(row, in: list)
      #expect(list.line(of: row, from: cursor.top) != nil)
      #expect(abs(cursor.top - before) <= 2)
    }
    #expect(cursor.top == 0)
  }

  @Test func pagesFollowOneAnother() {
    let list = space((0..<60).map { 2 + $0 % 2 }, lines: 10)
    var cursor = ListCursor()
    cursor.page(by: 1, in: list)
    #expect(cursor.top == 4, "rows of 2, 3, 2 and 3 lines")
    #expect(cursor.selected == 4)
    cursor.page(by: -1, in: list)
    #expect(cursor.top == 0)
    cursor.page(by: 1_000_000, in: list)
    #expect(cursor.selected == 59)
    #expect(cursor.top == 56)
  }

  /// Near the end of a short list, a page back is a whole page.
  @Test func aPageBackFromTheEndIsAPage() {
    let list = space(Array(repeating: 2, count: 12), lines: 17)
    var cursor = ListCursor()
    cursor.page(by: 1, in: list)
    #expect((cursor.selected, cursor.top) == (8, 4))
    cursor.page(by: -1, in: list)
    #expect((cursor.selected, cursor.top) == (0, 0))
  }

  @Test func theSelectionKeepsItsLine() {
    var cursor = ListCursor()
    let before = space(Array(repeating: 2, count: 30), lines: 20)
    cursor.select(14, in: before)
    let line = before.line(of: 14, from: cursor.top)
    #expect(line == 18)
    let after = space(Array(repeating: 3, count: 10) + Array(repeating: 2, count: 30), lines: 20)
    cursor.follow(to: 24, on: line, in: after)
    #expect(after.line(of: 24, from: cursor.top) == 18)
  }

  /// However long the list is, a step asks for the heights of a few screens at most.
  @Test func stepsAreBoundedByTheScreen() {
    let calls = Calls()
    let list = ListSpace(count: 1_000_000, lines: 40) { row in
      calls.count += 1
      return 2 + row % 2
    }
    var cursor = ListCursor()
    let steps: [(inout ListCursor) -> Void] = [
      { $0.select(999_999, in: list) }, { $0.select(500_000, in: list) }, { $0.page(by: 1_000, in: list) },
      { $0.scroll(by: -70_000, in: list) }, { $0.fit(in: list) }, { $0.follow(to: 3, on: 12, in: list) },
      { $0.revealAbove(in: list) }, { _ in _ = list.places(from: 5) },
    ]
    for step in steps {
      calls.count = 0
      step(&cursor)
      #expect(calls.count < 40 * 20)
    }
  }

  @Test func theHeadingStaysOnTop() throws {
    var desk = try ReaderDriver(Newsroom.many(30), columns: 120, rows: 14)
    desk.press("v s g")
    #expect(desk.state.groupOnTop == nil, "it is there itself")
    desk.press("j j j j j j j j")
    let group = try #require(desk.state.groupOnTop)
    #expect(desk.titles.contains("# \(group.name)"))
    #expect(desk.state.listPlaces.first?.line == 1)
    #expect(desk.state.listPlaces.contains { $0.row == desk.state.list.selected })
    let list = try #require(desk.state.layout.frames[.list]?.content)
    let rows = desk.titles.count
    desk.click(column: list.left + 5, row: list.top)
    #expect(desk.titles.count == rows - group.stories.count, "a click on it folds it")
  }
}

/// Headlines in the list are read whole.
struct ListTitleTests {
  @Test func aHeadlineTakesTheLinesThatItNeeds() {
    func lines(_ title: String, columns: Int) -> [String] {
      ListTitle(title, paneColumns: columns).lines.map { String($0) }
    }
    #expect(lines("Ferry vote", columns: 40) == ["Ferry vote"])
    #expect(
      lines("Harbour council delays ferry vote after all-night sitting", columns: 40)
        == ["Harbour council delays ferry vote", "after all-night sitting"])
    let long = ListTitle("one two three four five six seven eight nine ten", paneColumns: 19)
    #expect(long.lines.map { String($0) } == ["one two three", "four five six"])
    #expect(long.rest == "seven eight nine ten")
  }

  @Test func clicksHitTheStoryThatIsThere() throws {
    let stories = ["a", "b", "c"].map {
      SavedPageText(SavedStory("A headline that is much too long for one line of the list, \($0)"))
    }
    var desk = try ReaderDriver(stories, columns: 120, rows: 30)
    let list = try #require(desk.state.layout.frames[.list]?.content)
    #expect(desk.state.listPlaces.map(\.height) == [3, 3, 3])
    desk.click(column: list.left + 6, row: list.top + 5)
    #expect(desk.state.list.selected == 1)
    desk.click(column: list.left + 6, row: list.top + 6)
    #expect(desk.state.list.selected == 2)
    desk.click(column: list.left + 6, row: list.top + 20)
    #expect(desk.state.list.selected == 2, "nothing is there")
  }
}
