import Configuration
import Display
import ReaderHarness
import Reader
import Testing

/// How the panes are laid out, and moved.
struct LayoutTests {
  static let sizes = [
    (300, 90), (200, 50), (120, 40), (119, 30), (90, 16), (80, 24), (60, 16), (59, 15), (40, 12), (20, 6),
  ]

  @Test(arguments: sizes, LayoutMode.allCases)
  func panesFillTheScreenAndNeverOverlap(size: (Int, Int), choice: LayoutMode) {
    for share in [nil, 0, 250, 500, 1_000] {
      var shape = PaneShape()
      shape.mode = choice
      if let share { for border in PaneShape.Border.allCases { shape[border] = share } }
      for (focus, hasTabs) in [(Pane.list, false), (.story, true), (.related, false)] {
        let layout = PaneLayout(
          screen: Size(columns: size.0, rows: size.1), focus: focus, shape: shape, hasTabs: hasTabs)
        #expect(layout.frames[focus] != nil)
        var taken: Set<Int> = []
        for frame in layout.frames.values {
          #expect(frame.title.rows == 1)
          #expect(frame.content.rows >= 1)
          #expect(frame.whole.columns >= 9)
          #expect(frame.whole.left >= 0 && frame.whole.right <= size.0)
          #expect(frame.whole.top >= layout.top && frame.whole.bottom <= layout.status.top)
          for row in frame.whole.top..<frame.whole.bottom {
            for column in frame.whole.left..<frame.whole.right {
              #expect(taken.insert(row * size.0 + column).inserted)
            }
          }
        }
      }
    }
  }

  @Test func theEqualsSignGoesThroughTheLayouts() throws {
    var desk = try ReaderDriver(Newsroom.pages)
    var seen: [PaneLayout.Compaction] = []
    for _ in 0..<4 {
      desk.press("=")
      seen.append(desk.state.layout.arrangement)
    }
    #expect(seen == [.wide, .stacked, .narrow, .wide])
    #expect(desk.message == "Layout: auto")
    #expect(desk.effects.contains(.saveShape(desk.state.shape)))
  }

  @Test func aLayoutWithoutRoomSaysSo() throws {
    var desk = try ReaderDriver(Newsroom.pages, columns: 40, rows: 12)
    desk.press("=")
    #expect(desk.message == "Layout: columns, when there is room")
    desk.press("= =")
    #expect(desk.message == "Layout: single")
  }

  @Test func zoomingAndBack() throws {
    var desk = try ReaderDriver([SavedPageText(Newsroom.long())])
    desk.press("Enter Space z")
    let place = desk.state.story?.place
    #expect(desk.state.layout.frames.count == 1)
    #expect(desk.state.layout.frames[.story] != nil)
    desk.press("z")
    #expect(desk.state.layout.frames.count == 3)
    #expect(desk.state.story?.place == place)
    desk.press("z Esc")
    #expect(!desk.state.shape.isZoomed)
    #expect(desk.state.focus == .story)
    desk.press("z =")
    #expect(!desk.state.shape.isZoomed, "another layout is seen")
  }

  @Test(arguments: ["auto", "columns", "stacked"], [(160, 40), (100, 30)])
  func arrowsMakePanesLargerAndSmaller(choice: String, size: (Int, Int)) throws {
    for keys in ["", "Tab", "Tab Tab"] {
      var desk = try ReaderDriver(Newsroom.pages, columns: size.0, rows: size.1)
      while desk.state.shape.mode.rawValue != choice { desk.press("=") }
      desk.press(keys)
      let focus = desk.state.focus
      func cells() -> Int {
        let whole = desk.state.layout.frames[focus]?.whole
        return (whole?.columns ?? 0) * (whole?.rows ?? 0)
      }
      let before = cells()
      desk.press("> >")
      #expect(cells() > before, "\(choice) \(focus)")
      desk.press("< <")
      #expect(cells() == before || desk.state.shape.changedPermilles.isEmpty == false)
      desk.press("< <")
      #expect(cells() < before, "\(choice) \(focus)")
    }
  }

  @Test func onePaneAloneHasNoBorders() throws {
    var desk = try ReaderDriver(Newsroom.pages, columns: 40, rows: 12)
    desk.press(">")
    #expect(desk.message == "Only one pane is on the screen")
    #expect(desk.effects.isEmpty)
  }

  @Test func panesAreNeverDraggedAway() throws {
    for keys in ["", "Tab", "Tab Tab"] {
      for sign in ["<", ">"] {
        var desk = try ReaderDriver(Newsroom.pages, columns: 120, rows: 30)
        desk.press(keys)
        for _ in 0..<60 { desk.press(sign) }
        for frame in desk.state.layout.frames.values { #expect(frame.whole.columns >= 12) }
        #expect(desk.state.layout.frames.count == 3)
      }
    }
  }

  @Test func tabsTakeARowOfTheirOwn() {
    let layout = PaneLayout(screen: Size(columns: 120, rows: 40), focus: .list, hasTabs: true)
    #expect(layout.tabs == Rect(column: 0, row: 0, columns: 120, rows: 1))
    #expect(layout.frames.values.allSatisfy { $0.whole.top == 1 })
    #expect(PaneLayout(screen: Size(columns: 40, rows: 8), focus: .list, hasTabs: true).tabs == nil)
  }

  /// In stacked panes on a narrow screen, the story and what is related to it have one place.
  @Test func stackedAndNarrow() throws {
    var desk = try ReaderDriver(Newsroom.pages, columns: 60, rows: 24)
    desk.press("= =")
    #expect(desk.state.layout.frames[.story] != nil)
    desk.press("Tab Tab")
    #expect(desk.state.layout.frames[.related] != nil)
    #expect(desk.state.layout.frames[.story] == nil)
    desk.press("Tab")
    #expect(desk.state.layout.frames[.story] != nil)
  }

  /// `h` and `l` go where the eye goes; where no pane stands on that side, in reading order, but never to the other side.
  @Test(
    arguments: [
      // List and related stories at the left, the story at the right.
      (
        "auto", 100,
        ["l": "story", "l l": "story", "l h": "list", "Tab Tab l": "story", "Tab Tab h": "related"]
      ),
      ("auto", 160, ["l": "story", "l l": "related", "l l l": "related", "l l h": "story", "h": "list"]),
      // The list above, the story and the related stories below.
      ("stacked", 160, ["l": "story", "l l": "related", "l l h": "story", "l h": "list"]),
      ("single", 160, ["l": "story", "l l": "related", "l l h": "story", "h": "list"]),
    ] as [(String, Int, [String: String])])
  func directionKeysFollowTheGeometry(mode: String, columns: Int, ends: [String: String]) throws {
    for (keys, end) in ends {
      var desk = try ReaderDriver(Newsroom.pages, columns: columns, rows: 30)
      while desk.state.shape.mode.rawValue != mode { desk.press("=") }
      desk.press(keys)
      #expect("\(desk.state.focus)" == end, "\(mode) \(columns) \(keys)")
    }
  }

  /// What the story's lines do not need on a very wide screen is for headlines, unless the reader has moved a border.
  @Test func allPanesUseAVeryWideScreen() throws {
    let layout = PaneLayout(screen: Size(columns: 400, rows: 40), focus: .list)
    #expect(layout.frames[.story]?.whole.columns == 72 + 6)
    #expect(layout.frames[.list]?.whole.columns == 175)
    #expect(layout.frames[.related]?.whole.columns == 145)
    let middle = PaneLayout(screen: Size(columns: 119, rows: 40), focus: .list)
    #expect(middle.frames[.list]?.whole.columns == 46)
    var shape = PaneShape()
    shape[.relatedColumn] = 400
    let moved = PaneLayout(screen: Size(columns: 400, rows: 40), focus: .list, shape: shape)
    #expect(moved.frames[.related]?.whole.columns == 160)
    #expect(moved.frames[.list]?.whole.columns == 124)
  }

  /// A screen that shrinks and grows again shows the list as the reader had left it.
  @Test func theListOutlivesASmallScreen() throws {
    var desk = try ReaderDriver(Newsroom.many(60), columns: 120, rows: 40)
    for _ in 1...30 { desk.press("j") }
    desk.press("k k k k k")
    let list = desk.state.list
    #expect(list.top > 0 && list.selected < list.top + desk.state.visibleStories - 2)
    desk.apply(.resized(Size(columns: 120, rows: 10)))
    #expect(desk.state.list.top != list.top, "the selection has to stay on the screen")
    desk.apply(.resized(Size(columns: 120, rows: 40)))
    #expect(desk.state.list == list)
  }
}
