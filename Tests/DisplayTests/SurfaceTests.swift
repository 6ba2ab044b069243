import Display
import SeededNumbers
import Testing

/// A grid of cells that can be read back as text.
struct SurfaceTests {
  private var surface = Surface(size: Size(columns: 8, rows: 2))

  private func origin(_ column: Int, _ row: Int = 0) -> Point { Point(column: column, row: row) }

  @Test mutating func printsAndReadsBack() {
    #expect(surface.print("Fog", at: origin(1), role: .headline) == 3)
    surface.print("霧が", at: origin(2, 1), role: .plain)
    #expect(surface.text == " Fog\n  霧が")
    #expect(surface.rowText(1) == "  霧が")
    #expect(surface[column: 1, row: 0].role == .headline)
    #expect(surface[column: 0, row: 0].role == .plain)
    #expect(surface[column: 3, row: 1].isRightHalf)
    #expect(surface.scalar(of: surface[column: 2, row: 1]) == "霧")
    #expect(surface.scalar(of: surface[column: 3, row: 1]) == nil)
  }

  @Test(arguments: [
    ("On the right", "Foghorn", 5, 3, "     Fog"), ("On the left", "Foghorn", -3, 7, "horn"),
    ("On both sides", "A foghorn sounds", -2, 10, "foghorn"), ("Right of it", "Fog", 8, 0, ""),
    ("Left of it", "Fog", -3, 3, ""), ("A wide one on the right", "霧霧", 5, 2, "     霧"),
    ("A wide one on the left", "霧霧", -1, 4, " 霧"), ("A wide one in the last column", "霧", 7, 0, ""),
  ])
  mutating func clipsAtItsEdges(name: String, text: String, column: Int, used: Int, expected: String) {
    #expect(surface.print(text, at: origin(column), role: .plain) == used)
    #expect(surface.text == expected + "\n")
  }

  @Test(arguments: [-1, 2, 100, -100]) mutating func rowsOutside(row: Int) {
    #expect(surface.print("Fog", at: origin(0, row), role: .plain) == 0)
    surface.fill(Rect(column: 0, row: row, columns: 8, rows: 1), with: "x", role: .rule)
    #expect(surface == Surface(size: Size(columns: 8, rows: 2)))
  }

  @Test mutating func clipsInsideAnArea() {
    let area = Rect(column: 2, row: 0, columns: 4, rows: 1)
    surface.print("霧霧霧霧", at: origin(1), role: .plain, clip: area)
    surface.print("Fog", at: origin(2, 1), role: .plain, clip: area)
    #expect(surface.text == "   霧\n", "half characters at both edges are blank")
    surface.print("Fog", at: origin(0), role: .plain, clip: Rect(column: 20, row: 0, columns: 3, rows: 1))
    #expect(surface.text == "   霧\n")
  }

  /// What is cut on the left leaves nothing of what was there before.
  @Test mutating func halfACharacterIsABlank() {
    surface.print("xxxx", at: origin(0), role: .plain)
    surface.print("霧", at: origin(-1), role: .headline)
    #expect(surface.text == " xxx\n")
    #expect(surface[column: 0, row: 0].role == .headline)
  }

  @Test(arguments: [
    ("The left half", 2, "x", "  x  霧"), ("The right half", 3, "x", "   x 霧"), ("Two halves", 3, "が", "   が"),
    ("The whole", 2, "が", "  が 霧"), ("By one before", 1, "が", " が  霧"),
  ])
  mutating func overwritesWideCharacters(name: String, column: Int, text: String, expected: String) {
    surface.print("霧", at: origin(2), role: .plain)
    surface.print("霧", at: origin(column == 3 && text == "が" ? 4 : 5), role: .plain)
    surface.print(text, at: origin(column), role: .plain)
    #expect(surface.rowText(0) == expected)
    for place in 0..<8 where surface[column: place, row: 0].isRightHalf {
      #expect(
        surface.scalar(of: surface[column: place - 1, row: 0]).map { DisplayWidth.columns(of: $0) } == 2)
    }
  }

  @Test mutating func fillsAnArea() {
    surface.print("霧霧霧霧", at: origin(0), role: .plain)
    surface.fill(Rect(column: 3, row: -5, columns: 2, rows: 90), with: "─", role: .rule)
    #expect(surface.text == "霧 ── 霧\n   ──")
    #expect(surface[column: 3, row: 1].role == .rule)
    surface.fill(surface.bounds, role: .plain)
    #expect(surface == Surface(size: Size(columns: 8, rows: 2)))
  }

  /// A character that is not one column wide would push its neighbours.
  @Test(arguments: ["霧", "\u{301}", "\u{0}"] as [Unicode.Scalar]) mutating func fillsWithNothingElse(
    scalar: Unicode.Scalar
  ) {
    surface.fill(surface.bounds, with: scalar, role: .rule)
    #expect(surface.text == "\n")
    #expect(!surface.cells.contains { $0.isRightHalf })
  }

  @Test mutating func marksShareTheCellOfTheirLetter() {
    #expect(surface.print("e\u{301}x", at: origin(0), role: .plain) == 2)
    #expect(surface.text(of: surface[column: 0, row: 0]) == "e\u{301}")
    #expect(surface.text(of: surface[column: 1, row: 0]) == "x")
    #expect(surface.scalar(of: surface[column: 0, row: 0]) == nil)
    surface.print("か\u{3099}", at: origin(0, 1), role: .plain)
    #expect(surface.text(of: surface[column: 0, row: 1]).unicodeScalars.count == 2)
    #expect(surface[column: 1, row: 1].isRightHalf)
  }

  @Test mutating func piledMarksAreLimited() {
    surface.print("e" + String(repeating: "\u{301}", count: 500) + "x", at: origin(0), role: .plain)
    #expect(surface.text(of: surface[column: 0, row: 0]).unicodeScalars.count == 5)
    #expect(surface.text(of: surface[column: 1, row: 0]) == "x")
  }

  @Test mutating func marksWithoutALetterAreNotShown() {
    surface.print("\u{301}x", at: origin(0), role: .plain)
    #expect(surface.text == "x\n")
    surface.print("ye\u{301}", at: origin(-2, 1), role: .plain)
    #expect(surface.text == "x\n", "nor when the letter is cut off")
  }

  @Test mutating func whatTerminalsDoNotAgreeOnIsPlain() {
    #expect(surface.print("🇸🇪👍🏽", at: origin(0), role: .plain) == 4)
    surface.print("a\u{200D}\u{FE0F}\u{1B}\u{202E}b", at: origin(0, 1), role: .plain)
    #expect(surface.text == "SE👍\nab")
  }

  @Test(arguments: [(0, 0), (0, 5), (5, 0), (-3, -3), (1, 1)]) func anySize(columns: Int, rows: Int) {
    var surface = Surface(size: Size(columns: columns, rows: rows))
    for text in AwkwardText.all { surface.print(text, at: Point(column: 0, row: 0), role: .plain) }
    surface.fill(Rect(column: -1, row: -1, columns: 9, rows: 9), with: "x", role: .rule)
    #expect(surface.cells.count == max(0, columns) * max(0, rows))
    #expect(surface.text == (columns == 1 ? "x" : String(repeating: "\n", count: max(0, rows - 1))))
  }

  @Test func everyTextTakesTheColumnsItClaims() {
    for text in AwkwardText.all {
      let columns = DisplayWidth.columns(of: text)
      var surface = Surface(size: Size(columns: columns + 1, rows: 1))
      #expect(surface.print(text, at: Point(column: 0, row: 0), role: .plain) == columns)
      surface.print("|", at: Point(column: columns, row: 0), role: .plain)
      #expect(surface.rowText(0).hasSuffix("|"))
    }
  }

  /// Plain letters are written all at once: the cells are those of one character after another, also on top of others and
  /// at the edges.
  @Test func aTextIsPrintedLikeItsCharacters() {
    var random = SeededNumbers(seed: 7)
    let characters = ["a", "b", " ", "~", "é", "霧", "가", "e\u{301}", "x\u{301}\u{308}", "\u{7F}", "…"]
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        characters[Int.random(in: 0..<characters.count, using: &random)]
      }
      let left = Int.random(in: -2...9, using: &random)
      let area = Rect(column: left, row: 0, columns: Int.random(in: 0...9, using: &random), rows: 1)
      let start = Int.random(in: -4...9, using: &random)
      var whole = Surface(size: Size(columns: 8, rows: 2))
      whole.print(Bool.random(using: &random) ? "霧霧霧霧" : " 霧霧霧", at: origin(0), role: .byline)
      var single = whole
      let used = whole.print(text.joined(), at: origin(start), role: .headline, clip: area)
      var column = start
      for character in text {
        let columns = single.print(character, at: origin(column), role: .headline, clip: area)
        column += columns
        if columns < DisplayWidth.columns(of: character) { break }
      }
      #expect(whole == single && used == column - start, "\(text) at \(start) in \(area)")
    }
  }

  @Test func equalIsWhatLooksTheSame() {
    let size = Size(columns: 4, rows: 1)
    var (one, other) = (Surface(size: size), Surface(size: size))
    one.print("e\u{301}e\u{308}", at: Point(column: 0, row: 0), role: .plain)
    other.print("e\u{308}", at: Point(column: 1, row: 0), role: .plain)
    #expect(one != other)
    #expect(one.hasSameText(at: 1, as: other) && !one.hasSameText(at: 0, as: other))
    #expect(other.isBlank(other[column: 0, row: 0]) && !one.isBlank(one[column: 0, row: 0]))
    other.print("e\u{301}", at: Point(column: 0, row: 0), role: .plain)
    #expect(one == other, "though drawn in another order")
    other.print("e\u{301}", at: Point(column: 0, row: 0), role: .headline)
    #expect(one != other && one.hasSameText(at: 0, as: other))
    one.print("e\u{301}", at: Point(column: 0, row: 0), role: .headline)
    one.cursor = Point(column: 0, row: 0)
    #expect(one != other)
  }
}
