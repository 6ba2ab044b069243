import Display
import Testing

struct StyleTests {
  private let black = Color(red: 0, green: 0, blue: 0)
  private let white = Color(red: 255, green: 255, blue: 255)

  /// Known values: WCAG 2.1 gives 21 to 1 for black on white; 4.54 is that of #767676, the palest grey that
  /// may be text on white.
  @Test func contrast() {
    #expect(abs(black.contrast(with: white) - 21) < 0.000_1)
    #expect(white.contrast(with: white) == 1)
    let gray = Color(red: 0x76, green: 0x76, blue: 0x76)
    #expect(abs(gray.contrast(with: white) - 4.54) < 0.005)
    #expect(gray.contrast(with: white) == white.contrast(with: gray))
    #expect(Color(red: 0, green: 255, blue: 0).luminance > Color(red: 255, green: 0, blue: 0).luminance)
    #expect(Color(red: 255, green: 0, blue: 0).luminance > Color(red: 0, green: 0, blue: 255).luminance)
  }

  @Test func mixing() {
    #expect(black.mixed(with: white, share: 0) == black)
    #expect(black.mixed(with: white, share: 1) == white)
    #expect(black.mixed(with: white, share: 0.5) == Color(red: 128, green: 128, blue: 128))
    #expect(black.mixed(with: white, share: 7) == white)
    #expect(white.mixed(with: black, share: -7) == white)
  }

  @Test func aPaletteKnowsEveryRole() {
    let palette = Palette { Style(foreground: Color(red: $0.rawValue, green: 0, blue: 0)) }
    for role in Role.allCases { #expect(palette[role].foreground?.red == role.rawValue) }
  }

  /// Without colours the parts that a reader must tell apart still look different.
  @Test func monochrome() {
    let palette = Palette.monochrome
    for role in Role.allCases {
      #expect(palette[role].foreground == nil && palette[role].background == nil)
    }
    let pairs: [(Role, Role)] = [
      (.unreadTitle, .readTitle), (.frameTitle, .focusedFrameTitle), (.marker, .unfocusedMarker),
      (.status, .warning),
      (.frame, .focusedFrame), (.headline, .storyText), (.helpKey, .helpText), (.status, .question),
    ]
    for (one, other) in pairs { #expect(palette[one] != palette[other], "\(one) and \(other)") }
  }

  @Test(arguments: [
    (Key.character(" "), "Space"), (.character("j"), "j"), (.character("é"), "é"), (.control("R"), "^R"),
    (.function(12), "F12"), (.pageDown, "PgDn"), (.backTab, "Shift-Tab"), (.up, "↑"), ("q", "q"),
    ("", "Space"),
  ])
  func keysAsHelpWritesThem(key: Key, text: String) {
    #expect(key.description == text)
  }

  /// Help tells keys apart by their names.
  @Test func noTwoKeysAreCalledAlike() {
    let named: [Key] = [
      .enter, .tab, .backTab, .backspace, .escape, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown,
      .insert,
      .delete, .function(1), .function(2), .character(" "), .control("A"),
    ]
    #expect(Set(named.map(\.description)).count == named.count)
  }
}
