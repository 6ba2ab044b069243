import Display
import Views
import Reader
import ReaderHarness
import Testing

/// Screens with hardly any room, and everything open on them.
struct TinyScreenTests {
  static let sizes = [(0, 0), (1, 1), (3, 40), (200, 2), (19, 6), (20, 5), (20, 6), (21, 10), (40, 12)]
  static let openings = [
    "", "?", "? /", "? / x Enter", ":", ": s Tab", "/", "/ f", "\\", "\\ f", "\\ f Enter", "&", "& x : y",
    "y", "S", "v",
    "v s", "v s V", "A", "c", "w", "|", "| x Enter", "Enter", "Tab Tab", "z", "= =", "] ]",
    "c x Enter Enter G",
  ]

  private func check(_ desk: ReaderDriver) {
    let surface = Screen.draw(desk.state)
    #expect(surface.size == desk.state.screen)
    if let cursor = surface.cursor { #expect(surface.bounds.contains(cursor)) }
  }

  @Test(arguments: sizes)
  func everythingCanBeOpen(columns: Int, rows: Int) throws {
    for pages in [[], ScreenTests.pages] {
      for keys in Self.openings {
        var desk = try ReaderDriver(pages, columns: columns, rows: rows, settings: DeskScreenTests.sections)
        desk.press(keys)
        check(desk)
        desk.press("j Space G g b Tab ↑ ↓ Home End")
        check(desk)
        desk.apply(.resized(Size(columns: 120, rows: 40)))
        check(desk)
        desk.apply(.resized(Size(columns: columns, rows: rows)))
        desk.press("Esc Esc Esc")
        check(desk)
      }
    }
  }

  @Test func everyCommandOnEveryScreen() throws {
    for (columns, rows) in [(1, 1), (20, 6), (120, 40)] {
      for pages in [[], ScreenTests.pages] {
        var desk = try ReaderDriver(pages, columns: columns, rows: rows, settings: DeskScreenTests.sections)
        for row in CommandRow.table {
          for keys in row.keys.prefix(1) {
            desk.press(keys.keys.map(\.description).joined(separator: " "))
            check(desk)
            desk.press("x Enter")
            check(desk)
            desk.press("Esc Esc Esc")
          }
        }
      }
    }
  }
}
