import Display
import SeededNumbers
import Testing

/// Lines in the order of the screen. Capitals stand for Hebrew letters, as in UAX #9.
struct VisualLineTests {
  @Test(arguments: [
    (
      "A Hebrew name in a Latin line", "car is THE CAR here", TextDirection.leftToRight, "car is RAC EHT here"
    ),
    ("A Latin name in a Hebrew line", "THE fog horn CAME", .rightToLeft, "EMAC fog horn EHT"),
    ("Numbers", "IN 2019 AT 6:30", .rightToLeft, "6:30 TA 2019 NI"),
    ("Numbers with commas and signs", "COSTS 1,250.50 OR 50%", .rightToLeft, "50% RO 1,250.50 STSOC"),
    ("A stop where the reader stops", "THE FOG.", .rightToLeft, ".GOF EHT"),
    ("A stop behind a Latin name", "THE fog.", .rightToLeft, ".fog EHT"),
    ("A stop of a Latin line", "the FOG.", .leftToRight, "the GOF."),
    ("Brackets open towards the reader", "THE (FOG) [1] <A>", .rightToLeft, "<A> [1] (GOF) EHT"),
    ("Brackets around a Latin name", "THE (fog) CAME", .rightToLeft, "EMAC (fog) EHT"),
    ("Guillemets", "SAID «FOG»", .rightToLeft, "«GOF» DIAS"),
    ("A name of two words and a number", "THE boeing 737 max FLEW", .rightToLeft, "WELF boeing 737 max EHT"),
    ("Wide characters keep their order", "THE 霧港 CAME", .rightToLeft, "EMAC 霧港 EHT"),
    ("A flag", "IN 🇸🇪 NOW", .rightToLeft, "WON SE NI"),
    ("Spaces inside stay", "A   B", .rightToLeft, "B   A"),
    ("Latin alone", "fog (horn)", .leftToRight, "fog (horn)"),
    ("Nothing", "", .rightToLeft, ""), ("A space", " ", .rightToLeft, " "),
    ("A source and an age, apart", "\u{2068}THE FOG\u{2069} · 2 h", .leftToRight, "GOF EHT · 2 h"),
    ("Overrides count for nothing", "a\u{202E}bc\u{202C} THE", .leftToRight, "abc EHT"),
    ("Only controls", "\u{200F}\u{202B}\u{2067}\u{200E}\u{2069}\u{1B}", .rightToLeft, ""),
  ])
  func order(name: String, text: String, direction: TextDirection, expected: String) {
    #expect(latin(VisualLine(hebrew(text)[...], direction: direction)) == expected)
  }

  /// Numbers and signs at a line's ends belong to what is before and after them in the paragraph.
  @Test(arguments: [
    ("A number after a name", "THE boeing ", "737 max FLEW", " ON", "WELF 737 max"),
    ("The same at the beginning", "", "737 max FLEW", " ON", "WELF max 737"),
    ("A comma inside a Latin name", "BY ", "THE fog,", " horn AND", "fog, EHT"),
    ("The same at the end", "BY ", "THE fog,", "", ",fog EHT"),
  ])
  func whatIsAround(name: String, before: String, line: String, after: String, expected: String) {
    let paragraph = hebrew(before + line + after)
    let start = paragraph.unicodeScalars.index(
      paragraph.startIndex, offsetBy: before.unicodeScalars.count)
    let end = paragraph.unicodeScalars.index(start, offsetBy: line.unicodeScalars.count)
    #expect(latin(VisualLine(paragraph[start..<end], direction: .rightToLeft)) == expected)
  }

  @Test(arguments: [
    ("Joined", "ضباب", "\u{FE8F}\u{FE8E}\u{FE92}\u{FEBF}"),
    ("Alone", "و", "\u{FEED}"),
    ("Lam and alef are one", "سلام", "\u{FEE1}\u{FEFC}\u{FEB3}"),
    ("Every alef", "لا لأ لإ لآ", "\u{FEF5} \u{FEF9} \u{FEF7} \u{FEFB}"),
    ("Lam and alef apart", "ل\u{200C}ا", "\u{FE8D}\u{FEDD}"),
    ("Lam at the end", "قل", "\u{FEDE}\u{FED7}"),
    ("Tatweel", "عــد", "\u{FEAA}\u{640}\u{640}\u{FECB}"),
    ("Persian with a non-joiner", "می\u{200C}رود", "\u{FEA9}\u{FEED}\u{FEAD}\u{FBFD}\u{FEE3}"),
    ("Arabic-Indic digits", "عام ٢٠١٩", "٢٠١٩ \u{FEE1}\u{FE8E}\u{FECB}"),
    ("A span of years is read from the right", "و 2019-2021", "2021-2019 \u{FEED}"),
    ("A Latin name", "و Reuters قد", "\u{FEAA}\u{FED7} Reuters \u{FEED}"),
    ("A question", "متى؟", "؟\u{FEF0}\u{FE98}\u{FEE3}"),
    ("Already joined", "\u{FEFB}", "\u{FEFB}"),
  ])
  func arabic(name: String, text: String, expected: String) {
    let line = VisualLine(text[...], direction: .rightToLeft)
    #expect(shown(line) == expected)
    #expect(line.columns == expected.unicodeScalars.count)
    #expect(DisplayWidth.columns(of: text[...], in: .visual) == line.columns)
  }

  @Test func marksStayOnTheirLetters() {
    let line = VisualLine("ضَبّ", direction: .rightToLeft)
    #expect(line.glyphs.map(\.scalar) == ["\u{FE90}", "\u{FEBF}"])
    #expect(line.glyphs.map(\.marks) == [["\u{651}"], ["\u{64E}"]])
    #expect(line.glyphs.map(\.range) == [4..<8, 0..<4])
  }

  @Test func marksOfLamAndAlefShareTheirCell() {
    let line = VisualLine("لَاً", direction: .rightToLeft)
    #expect(line.glyphs.map(\.scalar) == ["\u{FEFB}"])
    #expect(line.glyphs.map(\.marks) == [["\u{64E}", "\u{64B}"]])
    #expect(line.glyphs.map(\.range) == [0..<8])
  }

  @Test func hebrewPoints() {
    let line = VisualLine("שָׁל", direction: .rightToLeft)
    #expect(line.glyphs.map(\.scalar) == ["ל", "ש"])
    #expect(line.glyphs[1].marks.count == 2)
  }

  /// What the terminal puts in order is left as it is read.
  @Test func logicalOrder() {
    let line = VisualLine("سَلام (a)", direction: .rightToLeft, order: .logical)
    #expect(shown(line) == "سلام (a)")
    #expect(line.columns == DisplayWidth.columns(of: "سَلام (a)"))
  }

  /// A word cut by a line's end loses no letter with it.
  @Test func lamAndAlefOnTwoLines() {
    let word = "سلام"
    let middle = word.unicodeScalars.index(word.startIndex, offsetBy: 2)
    #expect(shown(VisualLine(word[..<middle], direction: .rightToLeft)) == "\u{FEDE}\u{FEB3}")
    #expect(shown(VisualLine(word[middle...], direction: .rightToLeft)) == "\u{FEE1}\u{FE8D}")
  }

  @Test func tenThousandMarks() {
    let marks = String(repeating: "\u{64E}", count: 10_000)
    let line = VisualLine("\(marks)ض\(marks)ب"[...], direction: .rightToLeft)
    #expect(line.columns == 2)
    #expect(line.glyphs.last?.marks.count == 4)
    #expect(VisualLine(marks[...], direction: .rightToLeft).glyphs.isEmpty)
  }

  /// Of a paragraph without end only what is near is looked at.
  @Test func aLineOfALongParagraph() {
    let paragraph =
      String(repeating: "ضباب ", count: 20_000) + "ab 12 cd" + String(repeating: " ضباب", count: 9)
    let place = paragraph.utf8.index(paragraph.startIndex, offsetBy: 9 * 20_000)
    let line = paragraph[place...].prefix(8)
    for _ in 0..<200 { #expect(shown(VisualLine(line, direction: .rightToLeft)) == "ab 12 cd") }
  }

  @Test(arguments: UInt64(1)...300) func nothingIsLost(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    let alphabet = Array(
      "ab1٢-.,(«»)[] لاألىسـضَّ\u{200C}\u{200D}\u{200F}\u{200E}\u{2068}\u{2069}\u{202E}שָ霧🇸e\u{301}🌫\u{FEFB}کि"
        .unicodeScalars)
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...40, using: &numbers) {
      scalars.append(alphabet[Int.random(in: 0..<alphabet.count, using: &numbers)])
    }
    let text = String(scalars)
    for direction in [TextDirection.leftToRight, .rightToLeft] {
      for order in TextOrder.allCases { check(text[...], direction, order) }
    }
  }

  @Test(arguments: AwkwardText.all) func awkwardTexts(text: String) {
    for order in TextOrder.allCases {
      check(text[...], .rightToLeft, order)
      check(text.dropFirst(3).dropLast(2), .rightToLeft, order)
    }
  }

  /// Each visible character is in one glyph, and the columns are those that were counted before.
  private func check(_ text: Substring, _ direction: TextDirection, _ order: TextOrder) {
    let line = VisualLine(text, direction: direction, order: order)
    #expect(line.columns == DisplayWidth.columns(of: text, in: order))
    let ranges = line.glyphs.map(\.range).sorted { $0.lowerBound < $1.lowerBound }
    #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
    var offset = 0
    for scalar in text.unicodeScalars {
      if DisplayWidth.columns(of: scalar) > 0 {
        #expect(ranges.count { $0.contains(offset) } == 1, "\(scalar) of \(text)")
      }
      offset += UTF8.width(scalar)
    }
  }

  private func shown(_ line: VisualLine) -> String {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: line.glyphs.map(\.scalar))
    return String(scalars)
  }

  private func hebrew(_ text: String) -> String {
    moved(text, from: 0x41...0x5A, by: 0x5D0 - 0x41)
  }

  private func latin(_ line: VisualLine) -> String {
    moved(shown(line), from: 0x5D0...0x5E9, by: 0x41 - 0x5D0)
  }

  private func moved(_ text: String, from range: ClosedRange<Int>, by distance: Int) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let value = Int(scalar.value)
      let moved = range.contains(value) ? Unicode.Scalar(UInt32(value + distance)) : nil
      scalars.append(moved ?? scalar)
    }
    return String(scalars)
  }
}
