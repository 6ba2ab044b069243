import Display
import SeededNumbers
import TerminalModel
import Testing

@testable import Terminal

/// What is sent makes a terminal show what was drawn, in few bytes.
struct SurfacePainterTests {
  private static let palette = Palette { role in
    let colors: [Color?] = [nil, Color(rgb: 0xFFFFFF), Color(rgb: 0xD0A040), Color(rgb: 0x808080)]
    let attributes: [TextAttributes] = [[], .bold, [], [.dim], .underline, [.bold, .reverse], .italic]
    return Style(
      foreground: colors[Int(role.rawValue) % colors.count],
      background: role == .status ? Color(rgb: 0x303030) : Color(rgb: 0x101010),
      attributes: attributes[Int(role.rawValue) % attributes.count])
  }

  private static func painter(_ kind: TerminalKind) throws -> SurfacePainter {
    let motion = try #require(CursorMotion(kind.abilities))
    let glyphs = GlyphWidths { DisplayWidth.columns(of: $0) }
    var painter = SurfacePainter(motion: motion, abilities: kind.abilities, glyphs: glyphs)
    painter.use(palette, depth: kind.depth)
    return painter
  }

  private static func styles(_ kind: TerminalKind) -> StyleTable {
    StyleTable(palette: palette, depth: kind.depth, abilities: kind.abilities)
  }

  /// Changes a surface here and there.
  private func scribble(on surface: inout Surface, _ numbers: inout SeededNumbers) {
    let words = [
      "news", "Museum reopens", "図書館", "e\u{301}te\u{301}", "한글", "│", "…", "x", "   ", "مجلس", "👍", "──────",
    ]
    let roles = Role.allCases
    for _ in 0..<Int.random(in: 0...6, using: &numbers) {
      let place = Point(
        column: Int.random(in: -4..<surface.size.columns + 1, using: &numbers),
        row: Int.random(in: 0..<max(1, surface.size.rows), using: &numbers))
      let role = roles[Int.random(in: 0..<roles.count, using: &numbers)]
      if Int.random(in: 0..<4, using: &numbers) == 0 {
        let columns = Int.random(in: 1...40, using: &numbers)
        surface.fill(Rect(column: place.column, row: place.row, columns: columns, rows: 2), role: role)
      } else {
        surface.print(words[Int.random(in: 0..<words.count, using: &numbers)], at: place, role: role)
      }
    }
    let cursors = [nil, Point(column: 0, row: 0), Point(column: 3, row: 2), Point(column: 900, row: 0)]
    surface.cursor = cursors[Int.random(in: 0..<cursors.count, using: &numbers)]
  }

  @Test(
    arguments: TerminalKind.all,
    [Size(columns: 30, rows: 6), Size(columns: 7, rows: 3), Size(columns: 1, rows: 1)])
  func aTerminalShowsWhatWasDrawn(kind: TerminalKind, size: Size) throws {
    var painter = try Self.painter(kind)
    var terminal = ModelTerminal(kind.abilities, size: size)
    var numbers = SeededNumbers(seed: 20_251_125)
    var surface = Surface(size: size)
    let styles = Self.styles(kind)
    for round in 0..<150 {
      scribble(on: &surface, &numbers)
      if round % 40 == 39 {
        painter.forget()
        terminal = ModelTerminal(kind.abilities, size: size)
      }
      terminal.feed(painter.paint(surface, on: size))
      let differences = terminal.differences(from: surface, in: styles, depth: kind.depth)
      try #require(differences.isEmpty, "round \(round)")
      if let cursor = surface.cursor, surface.bounds.columns > cursor.column, surface.bounds.rows > cursor.row
      {
        #expect(terminal.cursor == cursor)
      }
    }
  }

  @Test(arguments: [Size(columns: 12, rows: 4), Size(columns: 40, rows: 2), Size(columns: 20, rows: 9)])
  func aSurfaceOfAnotherSizeIsCutOrLeavesTheRestEmpty(screen: Size) throws {
    let kind = TerminalKind.all[0]
    var painter = try Self.painter(kind)
    var terminal = ModelTerminal(kind.abilities, size: screen)
    var surface = Surface(size: Size(columns: 20, rows: 4))
    for row in 0..<4 { surface.print("図書館で図書館で図書館で", at: Point(column: row, row: row), role: .plain) }
    terminal.feed(painter.paint(surface, on: screen))
    let rest = terminal.screen.text.filter { $0 == "#" }
    #expect(rest.isEmpty)
    #expect(terminal.screen.text(row: 0).hasPrefix("図書館で図書"))
  }

  // MARK: Few bytes

  private static let size = Size(columns: 40, rows: 5)

  /// What is sent for a second surface after a first one.
  private func update(
    _ kind: TerminalKind = TerminalKind.all[0], from first: (inout Surface) -> Void,
    to second: (inout Surface) -> Void
  ) throws -> String {
    var painter = try Self.painter(kind)
    var surface = Surface(size: Self.size)
    first(&surface)
    _ = painter.paint(surface, on: Self.size)
    second(&surface)
    return String(decoding: painter.paint(surface, on: Self.size), as: UTF8.self)
  }

  private func text(_ text: String, _ column: Int, _ row: Int, _ role: Role = .storyText) -> (inout Surface)
    -> Void
  {
    { $0.print(text, at: Point(column: column, row: row), role: role) }
  }

  @Test func nothingIsSentWhereNothingChanged() throws {
    #expect(try update(from: text("news", 3, 1), to: { _ in }) == "")
  }

  @Test func theStyleIsKeptFromOneUpdateToTheNext() throws {
    #expect(try update(from: text("news", 3, 1), to: text("more", 7, 1)) == "more")
  }

  @Test func aMarkerMovesInAHandfulOfBytes() throws {
    let bytes = try update(from: text("▸", 30, 1)) {
      $0.print(" ", at: Point(column: 30, row: 1), role: .storyText)
      $0.print("▸", at: Point(column: 30, row: 4), role: .storyText)
    }
    #expect(bytes == "\u{8} \n\n\n\u{8}▸")
  }

  @Test func whatIsAlikeIsSkippedWhereThatIsShorter() throws {
    let before = text("a story of the harbour", 0, 0)
    #expect(try update(from: before, to: text("b story of the harbour", 0, 0)) == "\rb")
    #expect(try update(from: before, to: text("b story of the harbouX", 0, 0)) == "\rb\u{1B}[22GX")
    #expect(try update(from: before, to: text("b sXory", 0, 0)) == "\rb sX")
  }

  @Test func theEndOfALineIsErased() throws {
    let bytes = try update(
      from: text("a story of the harbour", 0, 0), to: text("a story               ", 0, 0))
    #expect(bytes == "\u{1B}[9G\u{1B}[K")
    let other = try update(
      from: {
        $0.print("one or two or three", at: Point(column: 0, row: 0), role: .storyText)
        $0.print("|", at: Point(column: 39, row: 0), role: .storyText)
      },
      to: text("one                ", 0, 0))
    #expect(other.hasSuffix("\u{1B}[15X"))
  }

  @Test func aTerminalThatErasesInItsOwnColourGetsBlanks() throws {
    let kind = TerminalKind(testDescription: "screen", abilities: .screen)
    let bytes = try update(
      kind, from: text("a story of the harbour", 0, 0), to: text("a                     ", 0, 0))
    #expect(bytes.hasSuffix(String(repeating: " ", count: 20)))
  }

  @Test func aTerminalThatWantsNoStyleWhileMovingGetsNone() throws {
    let kind = TerminalKind(testDescription: "bare", abilities: .bare)
    let bytes = try update(kind, from: { _ in }, to: text("x", 5, 3, .unreadTitle))
    #expect(bytes.contains("m\u{1B}[4;6H\u{1B}["))
  }

  // MARK: Awkward terminals

  @Test func theLastCellDoesNotMoveTheScreen() throws {
    let kind = TerminalKind(testDescription: "scrolling", abilities: .scrolling)
    var painter = try Self.painter(kind)
    var terminal = ModelTerminal(kind.abilities, size: Self.size)
    var surface = Surface(size: Self.size)
    surface.fill(surface.bounds, with: "x", role: .plain)
    terminal.feed(painter.paint(surface, on: Self.size))
    #expect(terminal.screen.text.count { $0 == "x" } == 199)
    #expect(terminal.screen.text(row: 0).count { $0 == "x" } == 40)
  }

  @Test func aCursorThatCannotBeHiddenIsPutAside() throws {
    let kind = TerminalKind(testDescription: "bare", abilities: .bare)
    var painter = try Self.painter(kind)
    var terminal = ModelTerminal(kind.abilities, size: Self.size)
    terminal.feed(painter.paint(Surface(size: Self.size), on: Self.size))
    #expect(terminal.cursor == Point(column: 39, row: 4))
  }

  @Test func charactersOfDisputedWidthAreReplaced() throws {
    let kind = TerminalKind.all[0]
    let motion = try #require(CursorMotion(kind.abilities))
    let glyphs = GlyphWidths { $0 == "図" ? 1 : DisplayWidth.columns(of: $0) }
    var painter = SurfacePainter(motion: motion, abilities: kind.abilities, glyphs: glyphs)
    var terminal = ModelTerminal(kind.abilities, size: Self.size)
    var surface = Surface(size: Self.size)
    surface.print("a図b書", at: Point(column: 0, row: 0), role: .plain)
    terminal.feed(painter.paint(surface, on: Self.size))
    #expect(terminal.screen.text(row: 0).hasPrefix("a\u{FFFD} b書"))
  }
}
