import Display
import SeededNumbers
import Testing

/// Whole lines in a row of a surface.
struct LinePrintingTests {
  private var surface = Surface(size: Size(columns: 12, rows: 2))
  private let row = Rect(column: 1, row: 0, columns: 10, rows: 2)

  @Test(arguments: [
    ("Latin", "Fog", TextDirection.leftToRight, 3, " Fog"),
    ("Latin from the right", "Fog.", .rightToLeft, 4, "       .Fog"),
    ("Hebrew", "אבג", .rightToLeft, 3, "        גבא"),
    ("Hebrew in a Latin line", "a אב", .leftToRight, 4, " a בא"),
    ("Arabic", "سلام", .rightToLeft, 3, "        \u{FEE1}\u{FEFC}\u{FEB3}"),
    ("Wide", "霧א", .rightToLeft, 3, "        א霧"), ("Nothing", "", .rightToLeft, 0, ""),
    ("Exactly full", "אבגדהוזחטי", .rightToLeft, 10, " יטחזוהדגבא"),
    ("Too long", "אבגדהוזחטיכ", .rightToLeft, 10, " …טחזוהדגבא"),
    ("Too long in Latin", "Fog closes it", .leftToRight, 10, " Fog close…"),
    ("No space before the dots", "אבגד הוזח ט", .rightToLeft, 10, " …חזוה דגבא"),
    (
      "It fits when it is joined", "لالالالالا", .rightToLeft, 5,
      "      \u{FEFB}\u{FEFB}\u{FEFB}\u{FEFB}\u{FEFB}"
    ),
  ])
  mutating func lines(name: String, text: String, direction: TextDirection, used: Int, expected: String) {
    #expect(surface.print(text, in: row, role: .plain, direction: direction) == used)
    #expect(surface.text == expected + "\n")
  }

  @Test mutating func onlyTheFirstRow() {
    surface.print("Fog", in: Rect(column: 0, row: 1, columns: 12, rows: 9), role: .plain)
    surface.print(
      "אב", in: Rect(column: 0, row: 2, columns: 12, rows: 1), role: .plain, direction: .rightToLeft)
    surface.print(
      "אב", in: Rect(column: 0, row: -1, columns: 12, rows: 1), role: .plain, direction: .rightToLeft)
    #expect(surface.text == "\nFog")
  }

  /// A row that sticks out shows the part that is on the surface.
  @Test mutating func rowsThatStickOut() {
    surface.print(
      "אבגד", in: Rect(column: 8, row: 0, columns: 6, rows: 1), role: .plain, direction: .rightToLeft)
    surface.print(
      "霧ב", in: Rect(column: -1, row: 1, columns: 3, rows: 1), role: .plain, direction: .rightToLeft)
    #expect(surface.text == "          דג\n霧")
  }

  @Test mutating func partsHaveRolesOfTheirOwn() {
    let text = "אב fog גד"
    // The Hebrew word "גד" and the o of "fog".
    let spans = [TextSpan(range: 9..<13, role: .number), TextSpan(range: 6..<7, role: .headline)]
    surface.print(text, in: row, role: .plain, spans: spans, direction: .rightToLeft)
    #expect(surface.rowText(0) == "  דג fog בא")
    #expect(roles(2..<11) == [.number, .number, .plain, .plain, .headline, .plain, .plain, .plain, .plain])
  }

  @Test mutating func partsOfLatinLines() {
    let text = "e\u{301}tude 霧x"
    let spans = [TextSpan(range: 1..<4, role: .headline), TextSpan(range: 8..<11, role: .number)]
    #expect(surface.print(text, in: row, role: .plain, spans: spans) == 9)
    #expect(surface.text == " e\u{301}tude 霧x\n")
    #expect(surface.text(of: surface[column: 1, row: 0]) == "e\u{301}")
    #expect(
      roles(1..<10) == [.headline, .headline, .plain, .plain, .plain, .plain, .number, .number, .plain])
  }

  /// A match that ends between lam and alef lights the cell of both.
  @Test mutating func halfOfALigature() {
    for range in [0..<2, 2..<4] {
      surface.print(
        "لا", in: row, role: .plain, spans: [TextSpan(range: range, role: .headline)], direction: .rightToLeft
      )
      #expect(roles(10..<11) == [.headline])
    }
  }

  @Test mutating func spansOutsideTheLine() {
    let spans = [-5..<0, 3..<3, 90..<99].map { TextSpan(range: $0, role: .headline) }
    surface.print("Fog", in: row, role: .plain, spans: spans)
    #expect(roles(1..<4) == [.plain, .plain, .plain])
  }

  /// A terminal that reorders gets the text as it is read, at the place where it belongs.
  @Test func theTerminalsOrder() {
    var surface = Surface(size: Size(columns: 8, rows: 2), textOrder: .logical)
    let used = surface.print("سلام", in: surface.bounds, role: .plain, direction: .rightToLeft)
    #expect(used == 4 && surface.text == "    سلام\n")
    surface.print(
      "سلام", in: surface.bounds, role: .plain, spans: [TextSpan(range: 2..<4, role: .headline)],
      direction: .rightToLeft)
    #expect(surface.text == "    سلام\n" && surface[column: 5, row: 0].role == .headline)
    let long = Rect(column: 0, row: 1, columns: 4, rows: 1)
    surface.print("سلام عليكم", in: long, role: .plain, direction: .rightToLeft)
    #expect(surface.rowText(1) == "سلا…")
  }

  @Test(arguments: AwkwardText.all) func anythingInAnyRow(text: String) {
    for columns in 0...30 {
      for direction in [TextDirection.leftToRight, .rightToLeft] {
        for order in TextOrder.allCases {
          var surface = Surface(size: Size(columns: columns + 2, rows: 1), textOrder: order)
          surface.fill(surface.bounds, with: "|", role: .rule)
          let row = Rect(column: 1, row: 0, columns: columns, rows: 1)
          #expect((0...columns).contains(surface.print(text, in: row, role: .plain, direction: direction)))
          #expect(surface.rowText(0).hasPrefix("|") && surface.rowText(0).hasSuffix("|"))
        }
      }
    }
  }

  private func roles(_ columns: Range<Int>) -> [Role] {
    columns.map { surface[column: $0, row: 0].role }
  }
}
