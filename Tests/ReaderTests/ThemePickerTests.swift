import Display
import ReaderHarness
import Reader
import Testing

/// Themes are previewed as one moves.
struct ThemePickerTests {
  private func desk() throws -> ReaderDriver {
    var desk = try ReaderDriver(Newsroom.pages)
    desk.press("T")
    #expect(desk.effects == [.listThemes])
    desk.apply(.themes(["amber", "ember", "frost"], current: "ember"))
    return desk
  }

  private func chosen(_ desk: ReaderDriver) -> String? {
    guard case .themes(let picker) = desk.state.overlay else { return nil }
    return picker.names[picker.chosen]
  }

  @Test func movingPreviews() throws {
    var desk = try desk()
    #expect(chosen(desk) == "ember")
    desk.press("j")
    #expect(desk.effects == [.previewTheme("frost")])
    desk.press("T k k")
    #expect(chosen(desk) == "ember" || chosen(desk) == "frost")
    desk.press("g Enter")
    #expect(desk.effects.last == .useTheme("amber"))
    #expect(desk.state.overlay == nil)
  }

  @Test(arguments: ["Esc", "q"]) func itIsTakenBack(key: String) throws {
    var desk = try desk()
    desk.press("j x \(key)")
    #expect(desk.effects.last == .previewTheme("ember"))
    #expect(desk.state.overlay == nil)
    #expect(!desk.effects.contains(.quit))
  }
}
