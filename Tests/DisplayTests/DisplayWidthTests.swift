import Display
import Testing

/// Columns of text on a terminal.
struct DisplayWidthTests {
  @Test(arguments: [
    ("Latin", "Fog horn", 8), ("Empty", "", 0), ("Accents", "Caf\u{E9}", 4),
    ("Accents apart", "Cafe\u{301}", 4),
    ("Han", "霧が濃い", 8), ("Hangul", "안개", 4), ("Hangul in parts", "\u{1112}\u{1161}\u{11AB}", 2),
    ("Old Hangul in parts", "\u{1100}\u{1161}\u{D7CB}", 2), ("Half-width kana", "ﾌｪﾘｰ", 4),
    ("Full-width forms", "ＦＯＧ", 6), ("Kana with its mark apart", "か\u{3099}", 2),
    ("Arabic", "ضباب", 4), ("Arabic with vowels", "ضَبَابٌ", 4), ("Arabic with a joiner", "می\u{200C}رود", 5),
    ("A verse's end, which is drawn", "\u{6DD}", 1), ("Arabic years", "\u{601}", 1),
    ("Hebrew points", "שָׁלוֹם", 4),
    ("Thai", "หมอก", 4), ("Thai with marks", "ที่นี่", 2), ("Devanagari", "कि", 2),
    ("An emoji", "🚢", 2), ("A sign that is an emoji with a selector alone", "🌫", 1),
    ("An emoji with a skin tone", "👍🏽", 2), ("A heart with its selector", "❤\u{FE0F}", 1),
    ("A flag, as its letters", "🇸🇪", 2), ("A joined family", "👨‍👩‍👧", 6),
    ("A keycap", "1\u{FE0F}\u{20E3}", 1),
    ("Signs of this program", "▌●★▸…│─┤", 8), ("Typographic punctuation", "“Fog”—‘horn’", 12),
    ("Control characters", "a\u{7}\u{1B}\u{9B}b", 2), ("Soft hyphen", "fog\u{AD}horn", 7),
    ("Zero-width characters", "a\u{200B}\u{FEFF}\u{2060}b", 2),
    ("Directional marks", "\u{200F}\u{202E}a\u{202C}", 1),
    ("A plane further", "𠮷", 2), ("Musical signs", "𝄞", 1),
  ])
  func columns(name: String, text: String, columns: Int) {
    #expect(DisplayWidth.columns(of: text) == columns)
  }

  @Test(arguments: [
    ("It fits", "Fog", 3, "Fog"), ("It does not", "Foghorn", 4, "Fog…"),
    ("No space before the dots", "Fog horn", 5, "Fog…"),
    ("One column", "Foghorn", 1, "…"), ("No column", "Foghorn", 0, ""),
    ("Fewer than none", "Foghorn", -3, ""),
    ("Nothing", "", 0, ""), ("A wide character that fits", "霧が濃い", 5, "霧が…"),
    ("A wide character that does not", "霧が濃い", 4, "霧…"), ("A wide character alone", "霧が", 2, "…"),
    ("Marks stay", "e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"), ("Marks that fit", "e\u{301}", 1, "e\u{301}"),
    ("A flag stays whole", "🇸🇪🇳🇴", 3, "🇸🇪…"), ("A flag goes whole", "🇸🇪🇳🇴", 2, "…"),
    ("A family goes whole", "a👨‍👩‍👧b", 6, "a…"), ("A family stays whole", "a👨‍👩‍👧bc", 8, "a👨‍👩‍👧…"),
    ("A syllable stays whole", "안개안개", 4, "안…"), ("A vowel sign goes with its letter", "ककि", 2, "क…"),
    ("Arabic", "ضباب في المرفأ", 5, "ضباب…"), ("Lam and alef", "سلام عليكم", 4, "سلا…"),
  ])
  func truncated(name: String, text: String, limit: Int, expected: String) {
    #expect(DisplayWidth.truncated(text, to: limit) == expected)
  }

  /// Of the basic plane, where most characters are counted without looking up what they are.
  @Test func marksTakeNoColumnAndEverythingElseDoes() {
    for scalar in (UInt32(0x20)...0xFFFF).compactMap(Unicode.Scalar.init) where scalar.value != 0xAD {
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .control, .lineSeparator, .paragraphSeparator:
        #expect(DisplayWidth.columns(of: scalar) == 0)
      case .format: break
      default:
        let isVowelOfASyllable =
          (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FB).contains(scalar.value)
        #expect((DisplayWidth.columns(of: scalar) > 0) != isVowelOfASyllable)
      }
    }
  }

  /// As Broadsheet joins them; before a terminal does, they are two.
  @Test(arguments: [
    ("Lam and alef", "سلام", 3), ("With a mark between", "لَا", 1), ("Kept apart", "ل\u{200C}ا", 2),
    ("Twice", "لالا", 2), ("Two lams", "للا", 2), ("Alef first", "ال", 2),
    ("Joined in the text", "\u{FEFB}", 1),
    ("Other letters", "لم", 2), ("Latin", "la", 2),
    ("Joined forms of letters", "\u{FEBF}\u{FE92}\u{FEFC}", 3),
  ])
  func columnsWhereLettersAreJoined(name: String, text: String, columns: Int) {
    #expect(DisplayWidth.columns(of: text[...], in: .visual) == columns)
    #expect(DisplayWidth.columns(of: text[...], in: .logical) == DisplayWidth.columns(of: text))
  }

  @Test func truncatedWhereLettersAreJoined() {
    #expect(DisplayWidth.truncated("سلام عليكم", to: 4, in: .visual) == "سلام…")
    #expect(DisplayWidth.truncated("سلام عليكم", to: 3, in: .visual) == "سلا…")
    #expect(DisplayWidth.truncated("سلام", to: 3, in: .visual) == "سلام")
  }

  @Test func truncatedTextIsNeverTooWide() {
    for text in AwkwardText.all {
      for limit in 0...20 {
        for order in TextOrder.allCases {
          let cut = DisplayWidth.truncated(text, to: limit, in: order)
          #expect(DisplayWidth.columns(of: cut[...], in: order) <= limit)
        }
        let cut = DisplayWidth.truncated(text, to: limit)
        let kept = cut.hasSuffix("…") ? String(cut.dropLast()) : cut
        #expect(text.hasPrefix(kept), "cut between characters")
      }
    }
  }
}

/// Invented texts that are hard to put into columns.
enum AwkwardText {
  static let latin = "The “Fog-horn” (1889) sounded—twice—at 6:30; nobody’s fault, said the well-known pilot."
  static let japanese = "港は「霧」で閉ざされた。船長（６３）は、「こんな霧は初めてだ！」と語った。フェリー・バスは運休、８日まで。"
  static let chinese = "大雾“封”港：渡轮停航（共７艘），船长说：“从未见过《雾》这么浓……”。"
  static let mixed = "港務局 (Harbour Office) は Fog Horn 2 号を「再開」 した。"
  static let arabic = "أُغلِقَ المرفأُ بسببِ الضّباب، وقال الرُّبّان: «لم أرَ مثلَه قطّ»؛ فمتى يُفتَح؟"
  static let emoji = "Fog 🌫🚢 and 👨‍👩‍👧 on 🇸🇪🇳🇴🇩🇰 quays 👍🏽 ❤\u{FE0F}!"
  static let marks = "Fo" + String(repeating: "\u{301}\u{323}", count: 40) + "g cafe\u{301} nai\u{308}ve"
  static let longWord = "https://news.example/2025/fog-horn?id=123456789012345678901234567890#comments"
  static let spaces = "Fog   horn      and  more   "
  static let hindi = "कोहरे ने बंदरगाह को बंद कर दिया, नाविकों ने बताया।"
  static let zeroWidth = "\u{200B} fog\u{AD}horn \u{200D}\u{2060}\u{301} x"

  static let all = [
    latin, japanese, chinese, mixed, arabic, emoji, marks, longWord, spaces, hindi, zeroWidth, "", " ", "霧",
  ]
}
