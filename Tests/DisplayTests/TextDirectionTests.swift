import Display
import Testing

/// On which side a line begins.
struct TextDirectionTests {
  @Test(arguments: [
    ("Latin", "Fog", TextDirection.leftToRight), ("Arabic", "ضباب", .rightToLeft),
    ("Hebrew", "ערפל", .rightToLeft),
    ("Digits, then Arabic", "3 سفن", .rightToLeft),
    ("Arabic-Indic digits, then Latin", "٣ ships", .leftToRight),
    ("A quotation", "«ضباب» fog", .rightToLeft), ("A Latin name first", "BBC عربي", .leftToRight),
    ("Han", "霧", .leftToRight), ("Accents", "Été", .leftToRight), ("Persian", "مه", .rightToLeft),
    ("Marks alone", "\u{64E}\u{301}", .leftToRight), ("A mark, then Arabic", "\u{301}ضباب", .rightToLeft),
    ("A mark that says so", "\u{200F}Fog", .rightToLeft), ("Signs", "— … 12", .leftToRight),
    ("Emoji", "🌫 ضباب", .rightToLeft), ("Nothing", "", .leftToRight),
  ])
  func paragraph(name: String, text: String, expected: TextDirection) {
    #expect(TextDirection(ofParagraph: text) == expected)
    #expect(TextDirection(ofParagraph: text[...]) == expected)
  }

  @Test func onlyWhatNeedsItIsIsolated() {
    #expect(TextDirection.isolated("The Meridian, 霧, א") != "The Meridian, 霧, א")
    #expect(TextDirection.isolated("The Meridian, 霧, Été") == "The Meridian, 霧, Été")
    #expect(TextDirection.isolated("ضباب").unicodeScalars.map(\.value).first == 0x2068)
    #expect(DisplayWidth.columns(of: TextDirection.isolated("ضباب")) == 4)
  }
}
