import Display
import Testing

@testable import Terminal

/// What is sent when a screen changes.
struct FrameDiffTests {
  private static let background = Color(red: 0, green: 0, blue: 0)

  /// Titles are bold, the status line has a background of its own, the rest is plain.
  private static let styles = StyleTable(
    palette: Palette { role in
      let white = Color(red: 255, green: 255, blue: 255)
      switch role {
      case .unreadTitle: return Style(foreground: white, background: background, attributes: .bold)
      case .status: return Style(foreground: white, background: Color(red: 90, green: 90, blue: 90))
      case .section: return Style(foreground: white, background: background, attributes: .underline)
      default: return Style(foreground: white, background: background)
      }
    }, depth: .colors256, abilities: .xterm)

  private func surface(_ rows: (String, Role)...) -> Surface {
    var surface = Surface(size: Size(columns: 40, rows: 4))
    for (row, line) in rows.enumerated() {
      surface.print(line.0, at: Point(column: 0, row: row), role: line.1)
    }
    return surface
  }

  private func diff(_ before: Surface?, _ after: Surface) -> FrameDiff {
    FrameDiff(from: before, to: after, in: after.bounds, with: Self.styles)
  }

  /// The cells alone.
  private func runs(_ diff: FrameDiff) -> [Cells] {
    diff.runs.map { Cells(row: $0.row, columns: $0.columns) }
  }

  private struct Cells: Equatable {
    var row: Int
    var columns: Range<Int>
  }

  @Test func nothingChangedSendsNothing() {
    let same = surface(("Museum reopens", .unreadTitle), ("été", .plain))
    #expect(runs(diff(same, same)).isEmpty)
  }

  @Test func everythingIsSentToAnUnknownScreen() {
    let cells = runs(diff(nil, surface(("Museum", .plain)))).reduce(0) { $0 + $1.columns.count }
    #expect(cells == 160)
  }

  @Test func onlyWhatChangedIsSent() {
    let diff = diff(surface(("Museum reopens", .plain)), surface(("Museum reopenx", .plain)))
    #expect(runs(diff) == [Cells(row: 0, columns: 13..<14)])
  }

  @Test func eachStyleIsSentAtOnce() {
    let before = surface()
    let after = surface(("Title", .unreadTitle), ("text", .plain), ("Title", .unreadTitle), ("text", .plain))
    let diff = diff(before, after)
    #expect(diff.runs.map(\.row) == [0, 2, 1, 3])
    let styles = [Role.unreadTitle, .unreadTitle, .plain, .plain].map { Self.styles.number(of: $0) }
    #expect(diff.runs.map(\.style) == styles)
  }

  @Test func blanksBetweenChangedWordsGoAlong() {
    let before = surface(("aaa bbb ccc", .unreadTitle))
    let after = surface(("xxx yyy zzz", .unreadTitle))
    #expect(runs(diff(before, after)) == [Cells(row: 0, columns: 0..<11)])
  }

  @Test func aLoneBlankIsSentWithOtherText() {
    let before = surface(("▸ one", .unreadTitle), ("  two", .unreadTitle))
    var after = surface(("  one", .plain), ("▸ two", .unreadTitle))
    after.print("one", at: Point(column: 2, row: 0), role: .unreadTitle)
    #expect(Set(diff(before, after).runs.map(\.style)).count == 1)
  }

  @Test func aBlankOnAnotherBackgroundIsAChange() {
    var after = surface()
    after.fill(Rect(column: 0, row: 3, columns: 40, rows: 1), role: .status)
    #expect(runs(diff(surface(), after)) == [Cells(row: 3, columns: 0..<40)])
    var bold = surface()
    bold.fill(Rect(column: 0, row: 3, columns: 40, rows: 1), role: .unreadTitle)
    #expect(runs(diff(surface(), bold)).isEmpty)
    var underlined = surface()
    underlined.fill(Rect(column: 0, row: 3, columns: 4, rows: 1), role: .section)
    #expect(runs(diff(surface(), underlined)) == [Cells(row: 3, columns: 0..<4)])
  }

  @Test func wideCharactersStayWhole() {
    let before = surface(("図書館", .plain))
    let after = surface(("図x書館", .plain))
    #expect(runs(diff(before, after)) == [Cells(row: 0, columns: 2..<7)])
  }
}
