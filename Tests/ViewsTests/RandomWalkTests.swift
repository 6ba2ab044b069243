import Configuration
import Display
import Marks
import Views
import Queries
import Reader
import ReaderHarness
import SeededNumbers
import StoryLibrary
import Testing

/// Somebody who presses anything at all, while pages come and go: what must be true is true after every step.
struct RandomWalkTests {
  static let keys =
    CommandRow.table.flatMap(\.keys).map { $0.keys.map(\.description).joined(separator: " ") }
    + [
      "Esc", "Enter", "Tab", "↑", "↓", "Backspace", "^U", "x", "é", "7", "\\", "/", "&", ":", "v s", "v t",
      "V", "S t",
    ]
  static let words = [
    "ferry", "unread", "source:courier", "quay OR flood", "(((", "sorce:x", "since:3d", "\"", "図書館",
    "التصويت",
    "e\u{301}", "sort-title", "filter unread", "section coast", "99", "-9", "q", "w",
  ]
  static let sizes = [
    (200, 50), (120, 40), (100, 30), (80, 24), (60, 20), (40, 12), (20, 6), (19, 5), (1, 1), (0, 0), (300, 3),
  ]

  private struct Walk {
    var desk: ReaderDriver
    var numbers: SeededNumbers
    var spare = 0

    mutating func step() throws -> String {
      switch Int.random(in: 0..<100, using: &numbers) {
      case 0..<62:
        let keys = pick(RandomWalkTests.keys)
        desk.press(keys)
        return keys
      case 62..<72:
        let words = pick(RandomWalkTests.words)
        if desk.state.prompt != nil { desk.type(words) } else { desk.apply(.pasted(words)) }
        return "types \(words)"
      case 72..<80: return click()
      case 80..<83:
        let size = pick(RandomWalkTests.sizes)
        desk.apply(.resized(Size(columns: size.0, rows: size.1)))
        return "\(size)"
      case 83..<88:
        spare += 1
        let story = SavedStory(
          "Extra \(spare)", source: spare % 2 == 0 ? "Coast Courier" : nil, age: "\(spare) min ago")
        try desk.load([SavedPageText(story, related: spare % 3 == 0 ? [ScreenTests.ferry] : [])])
        return "a page comes"
      case 88..<92:
        guard let title = desk.titles.filter({ !$0.hasPrefix("# ") }).randomElement(using: &numbers) else {
          return ""
        }
        try desk.remove(title)
        return "\(title) goes"
      case 92..<94:
        try desk.keep()
        return "kept"
      case 94..<96:
        var settings = Bool.random(using: &numbers) ? DeskScreenTests.sections : Settings()
        settings.read = pick([.open, .end, .after(seconds: 1), .manual])
        settings.sort = pick([.newestFirst, StorySort(.title)])
        desk.apply(.configured(settings))
        return "another configuration"
      case 96:
        let library = desk.state.library
        desk.open(library)
        return "opened anew"
      case 97:
        if let story = desk.state.library.order.randomElement(using: &numbers) {
          try desk.markElsewhere(
            MarkChange(.read(Bool.random(using: &numbers)), [desk.state.library.identity(of: story)]))
        }
        return "marked elsewhere"
      default:
        desk.apply(.clock(desk.state.now + 1))
        return "a second"
      }
    }

    private mutating func click() -> String {
      let screen = desk.state.screen
      let (column, row) = (
        Int.random(in: -1...screen.columns, using: &numbers),
        Int.random(in: -1...screen.rows, using: &numbers)
      )
      switch Int.random(in: 0..<4, using: &numbers) {
      case 0: desk.wheel(pick([-3, 3, 50]), column: column, row: row)
      case 1: desk.drag(from: Point(column: column, row: row), to: Point(column: row * 3, row: column / 3))
      default: desk.click(column: column, row: row, time: Int.random(in: 0..<500, using: &numbers))
      }
      return "mouse at \(column), \(row)"
    }

    private mutating func pick<Value>(_ values: [Value]) -> Value {
      values[Int.random(in: values.indices, using: &numbers)]
    }
  }

  @Test(arguments: 1...12)
  func whatMustBeTrueStaysTrue(seed: UInt64) throws {
    var walk = Walk(
      desk: try ReaderDriver(ScreenTests.pages, settings: DeskScreenTests.sections),
      numbers: SeededNumbers(seed: seed)
    )
    var last: [String] = []
    for _ in 0..<600 {
      let step = try walk.step()
      last = last.suffix(7) + [step]
      let problem = RandomWalkTests.problem(in: walk.desk, after: step)
      guard problem == nil else {
        Issue.record("\(problem ?? "") after \(last)")
        return
      }
    }
  }

  private static func problem(in desk: ReaderDriver, after step: String) -> String? {
    let state = desk.state
    let count = state.listCount
    if !(0..<max(1, count)).contains(state.list.selected) {
      return "selected \(state.list.selected) of \(count)"
    }
    if state.list.top < 0 || state.list.top > max(0, count - 1) { return "top \(state.list.top) of \(count)" }
    if let story = state.story, let pane = state.layout.frames[.story]?.content,
      story.rows.count > pane.rows || story.rows.count < pane.rows && !(story.showsStart && story.showsEnd)
    {
      return "\(story.rows.count) rows of the story in \(pane.rows)"
    }
    let isFree =
      state.focus == .list && state.prompt == nil && state.overlay == nil && state.pendingKeys.isEmpty
    let visible = state.list.top..<state.list.top + state.visibleStories
    if isFree, ["j", "k", "g", "G"].contains(step), !visible.contains(state.list.selected) {
      return "\(state.list.selected) is not on the screen, \(visible) are"
    }
    let surface = Screen.draw(state)
    if surface.size != state.screen { return "size" }
    if let cursor = surface.cursor, !surface.bounds.contains(cursor) { return "cursor \(cursor)" }
    let listed = Set(
      (0..<state.listing.numberCount(in: state.library)).compactMap { place in
        state.listing.isEverything
          ? state.listing.row(place, in: state.library).story : state.listing.stories[place]
      })
    let unread = listed.count { !state.mark(of: $0).read }
    return unread == state.unreadCount
      ? nil : "\(state.unreadCount ?? -1) unread counted, there are \(unread)"
  }
}
