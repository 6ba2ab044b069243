import Display
import TerminalModel
import Testing

/// Every character that reaches a screen takes as many columns on a terminal as it has in the layout.
struct CharacterWidthTests {
  /// The column of a terminal's cursor behind a text.
  private func columns(_ text: String) -> Int {
    var terminal = ModelTerminal(columns: 40, rows: 1)
    terminal.feed(text.utf8)
    return terminal.screen.column
  }

  @Test(arguments: [
    "Museum", "été", "e\u{301}te\u{301}", "図書館", "ｆｕｌｌ", "ﾊﾝｶｸ", "한글", "ภาษาไทย", "ខ្មែរ", "हिन्दी", "العربية",
    "עברית",
    "👍🚢", "…“”—", "│┤▌●★▸",
  ])
  func aTextTakesAsManyColumnsAsItIsSaidTo(text: String) {
    #expect(columns(text) == DisplayWidth.columns(of: text))
  }

  /// Characters whose width changed between versions of Unicode, and the invisible Hangul filler; emoji modifiers are left
  /// out of what is drawn. The painter asks the C library before it sends one.
  private static let disputed: [ClosedRange<UInt32>] = [
    0x2630...0x2637, 0x268A...0x268F, 0x302E...0x302F, 0x3164...0x3164, 0x4DC0...0x4DFF, 0x1171E...0x1171E,
    0x16FF0...0x16FF1, 0x1D300...0x1D376, 0x1F3FB...0x1F3FF,
  ]

  @Test func bothTablesAgreeOnAllCharactersThatBothKnow() {
    let differences = (UInt32(0x300)..<0x3_0000).filter { value in
      guard let scalar = Unicode.Scalar(value), isKnown(scalar), isShown(scalar) else { return false }
      guard !Self.disputed.contains(where: { $0.contains(value) }) else { return false }
      return columns("a\(scalar)") - 1 != DisplayWidth.columns(of: scalar)
    }
    #expect(differences.map { String($0, radix: 16) } == [])
  }

  /// Characters newer than the terminal's table have the width of any unknown character there.
  private func isKnown(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.age.map { $0.major <= 14 } ?? false
  }

  private func isShown(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .unassigned, .surrogate, .privateUse, .control, .format, .lineSeparator, .paragraphSeparator: false
    default: true
    }
  }
}
