import Testing
import Text

struct NormalizedTitleTests {
  /// Ways in which two pages write one headline.
  @Test(arguments: [
    ("Case", "FOG Closes the Harbour", "fog closes the harbour"),
    ("Curly quotes", "“Fog” at the pilot’s", "\"Fog\" at the pilot's"),
    ("Dashes", "Fog—then wind – then fog", "Fog - then wind-then fog"),
    ("Spacing", "  Fog\u{A0}closes \u{2009}the  harbour\t", "Fog closes the harbour"),
    ("Ellipsis", "Fog…", "Fog..."),
    ("Guillemets and brackets", "«Fog» [update]", "Fog (update)"),
    ("Composed and decomposed", "Caf\u{E9} closes", "Cafe\u{301} closes"),
    ("Marks in another order", "a\u{323}\u{307}", "a\u{307}\u{323}"),
    ("Full-width forms", "ＦＯＧ：７ ｈｏｕｒｓ！", "fog: 7 hours!"),
    ("Kana with its mark apart", "か\u{3099}", "が"),
    ("Half-width kana", "ﾌｪﾘｰ", "フェリー"),
    ("A ligature", "\u{FB01}re and fog", "fire and fog"),
    ("Sharp s", "STRASSE GESPERRT", "Straße gesperrt"),
    ("Final sigma", "ΟΔΟΣ", "οδος"),
    ("Cyrillic", "ТУМАН Й", "туман и\u{306}"),
    ("A decomposed syllable", "\u{1112}\u{1161}\u{11AB}", "한"),
    ("Arabic punctuation", "ضباب، ثم ريح؟", "ضباب ثم ريح"),
    ("CJK punctuation", "霧「港」を閉ざす。", "霧港を閉ざす"),
    ("A soft hyphen", "Har\u{AD}bour", "Harbour"),
    ("Zero-width characters", "Fog\u{200B}horn\u{FEFF}", "Foghorn"),
    ("Directional marks", "\u{200F}Fog\u{200E}", "Fog"),
    ("A selector of emoji style", "Fog \u{2764}\u{FE0F}", "Fog \u{2764}"),
    ("A joiner of graphemes", "Fo\u{34F}g", "Fog"),
  ])
  func equal(name: String, one: String, other: String) {
    #expect(NormalizedTitle(one) == NormalizedTitle(other))
    #expect(NormalizedTitle(utf8: Array(one.utf8)) == NormalizedTitle(other))
  }

  /// Headlines that only look alike.
  @Test(arguments: [
    ("Numbers", "Fog for 7 hours", "Fog for 8 hours"), ("Letters", "Fog", "Frog"),
    ("Accents", "Resume", "Résumé"), ("Symbols", "Tin up 3$", "Tin up 3"),
    ("Signs of comparison", "Fog > wind", "Fog < wind"), ("Emoji", "Fog 🌫", "Fog 🌧"),
    ("Punctuation alone", "?", "!"), ("Punctuation and nothing", "?", ""),
    ("Small and large kana", "フェリー", "フエリー"),
    ("Characters yet to be assigned", "Fog \u{1FBFF}", "Fog"),
  ])
  func different(name: String, one: String, other: String) {
    #expect(NormalizedTitle(one) != NormalizedTitle(other))
  }

  /// The short cuts for everyday letters must give what the long way gives: a title is folded whole by the
  /// long way as soon as it holds one character that needs it.
  @Test func shortCutsAgree() {
    let ligature = Array("fi".utf8)
    for value in UInt32(0x20)..<0x1_1000 {
      guard let scalar = Unicode.Scalar(value), scalar.properties.canonicalCombiningClass == .notReordered
      else {
        continue
      }
      let alone = NormalizedTitle("a" + String(scalar) + "b")
      let together = NormalizedTitle("a" + String(scalar) + "b\u{FB01}")
      #expect(together.bytes == alone.bytes + ligature, "U+\(String(value, radix: 16))")
    }
  }
}
