import Display
import Foundation
import Reader
import ReaderHarness
import Testing
import Themes
import Views

@testable import Terminal

/// The selected row is clear at a glance in every theme, and costs little to move.
struct SelectedRowTests {
  private static let themes = ThemeStore(folders: [
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Themes").path
  ])

  private static func palette(_ name: String) throws -> Palette {
    try #require(try themes.scheme(named: name)).palette
  }

  // MARK: What it looks like

  /// Between a cell with the marker and one without there is as much contrast as between text and its background, however
  /// few colours there are; where the pane has the focus, more or bolder than where it has not.
  @Test(
    arguments: themes.names,
    [ColorDepth.monochrome, .colors8, .colors16, .colors256, .trueColor])
  func theMarkerStandsOut(theme: String, depth: ColorDepth) throws {
    let palette = try Self.palette(theme)
    let table = StyleTable(palette: palette, depth: depth, abilities: .xterm)
    let (marker, other) = (table[.marker], table[.unfocusedMarker])
    #expect(marker != other)
    guard depth != .monochrome else {
      #expect(marker.attributes.contains(.bold))
      #expect(other.attributes.contains(.dim))
      return
    }
    #expect(Self.contrast(marker, depth) >= 4.5, "\(marker)")
    #expect(Self.contrast(other, depth) >= 3, "\(other)")
    #expect(marker.background == table[.readTitle].background, "only a marker moves")
  }

  private static func contrast(_ style: ResolvedStyle, _ depth: ColorDepth) -> Double {
    color(style.foreground, depth).contrast(with: color(style.background, depth))
  }

  private static func color(_ value: Int32, _ depth: ColorDepth) -> Color {
    depth == .trueColor ? Color(rgb: value) : IndexedColors.all[Int(value)]
  }

  /// Each row of what is selected has the marker, and no other row: in the list and beside the story.
  @Test(arguments: [Size(columns: 120, rows: 36), Size(columns: 40, rows: 12)])
  func eachOfItsRowsIsMarked(size: Size) throws {
    var desk = try ReaderDriver(Self.pages, columns: size.columns, rows: size.rows)
    for _ in 0..<6 {
      desk.press("j")
      let surface = Screen.draw(desk.state)
      let frame = try #require(desk.state.layout.frames[.list]?.content)
      let place = try #require(desk.state.listPlaces.first { $0.row == desk.state.list.selected })
      for row in 0..<frame.rows {
        let cell = surface[column: frame.left, row: frame.top + row]
        let isSelected = place.line..<place.line + place.height ~= row
        #expect((surface.text(of: cell) == "▌") == isSelected, "row \(row)")
        #expect((cell.role == .marker) == isSelected)
      }
    }
  }

  @Test func besideTheStoryToo() throws {
    var desk = try ReaderDriver(Self.pages, columns: 120, rows: 36)
    desk.press("Tab Tab")
    let frame = try #require(desk.state.layout.frames[.related]?.content)
    var marked: Set<[Int]> = []
    for _ in 0..<2 {
      let surface = Screen.draw(desk.state)
      let rows = (0..<frame.rows).filter { surface[column: frame.left, row: frame.top + $0].role == .marker }
      #expect(rows.count >= 2, "headline and source")
      #expect(rows == Array(rows[0]...rows[rows.count - 1]))
      marked.insert(rows)
      desk.press("j")
    }
    #expect(marked.count == 2)
  }

  // MARK: What a move costs

  /// Headlines of one line and of two; each story lists the next two.
  private static let pages = (1...60).map { number in
    SavedPageText(
      SavedStory(
        number % 3 == 0
          ? "Harbour council \(number) puts off its vote on the new ferry until the quay has been mended and paid for by all"
          : "Story \(number)", age: "\(number) minutes ago"),
      related: [
        SavedStory("Quay wall \(number)", age: "2 days ago"),
        SavedStory("Rail strike \(number)", age: "2 days ago"),
      ])
  }

  /// Where the story does not follow on the same screen, a move costs 40 bytes at most: in every theme, in exact colours,
  /// also after something else was written in another look.
  @Test(arguments: themes.names, [ColorDepth.colors256, .trueColor])
  func aMoveCostsFewBytes(theme: String, depth: ColorDepth) throws {
    var desk = try ReaderDriver(Self.pages, columns: 78, rows: 30)
    let motion = try #require(CursorMotion(.xterm))
    var painter = SurfacePainter(
      motion: motion, abilities: .xterm, glyphs: GlyphWidths { DisplayWidth.columns(of: $0) })
    painter.use(try Self.palette(theme), depth: depth)
    func paint() -> Int { painter.paint(Screen.draw(desk.state), on: desk.state.screen).count }
    _ = paint()
    var costs: [Int] = []
    for keys in ["j j j", "r", "j", "j k", "x", "j", "k j j", ": Esc", "j", "K J", "? q", "j"] {
      for key in keys.split(separator: " ") {
        let (list, message) = (desk.state.list, desk.state.message)
        desk.press(String(key))
        let cost = paint()
        // From 9 to 10, what stands behind the number moves, too.
        let isAsLong = String(list.selected + 1).count == String(desk.state.list.selected + 1).count
        if "jkJK".contains(key), isAsLong, desk.state.list.top == list.top, message == nil {
          costs.append(cost)
        }
      }
    }
    #expect(costs.count > 8)
    #expect(costs.max() ?? 0 <= 40, "\(costs)")
  }
}
