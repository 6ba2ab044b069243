import Testing
import Text

struct SanitizerTests {
  @Test(arguments: [
    ("fog\u{1B}[31mhorn\u{1B}[0m", "foghorn"),
    ("fog\u{1B}[38;2;1;2;3mhorn", "foghorn"),
    ("\u{1B}[2Jfog\u{1B}[?1049hhorn", "foghorn"),
    ("fog\u{9B}31mhorn", "foghorn"),
    ("fog\u{1B}]0;a title\u{7}horn", "foghorn"),
    ("fog\u{1B}]8;;http://example.org\u{1B}\\horn", "foghorn"),
    ("fog\u{9D}52;c;Zm9n\u{9C}horn", "foghorn"),
    ("fog\u{1B}P1$qm\u{1B}\\horn", "foghorn"),
    ("fog\u{90}q#0;2\u{9C}horn", "foghorn"),
    ("fog\u{1B}_Gf=24;AAAA\u{1B}\\horn", "foghorn"),
    ("fog\u{1B}^private\u{1B}\\horn", "foghorn"),
    ("fog\u{1B}Xstart\u{1B}\\horn", "foghorn"),
    ("fog\u{1B}chorn", "foghorn"),
    ("fog\u{1B}(0horn", "foghorn"),
    ("fog\u{1B}\u{1B}[1mhorn", "foghorn"),
    ("fog\u{0}\u{1}\u{8}\u{E}\u{1F}\u{7F}horn", "foghorn"),
    ("fog\u{80}\u{84}\u{8D}\u{9A}horn", "foghorn"),
    ("fog\thorn", "fog horn"),
    ("fog\u{2028}horn\u{2029}\u{85}.", "fog horn  ."),
    ("fog\u{202E}horn\u{202C}", "foghorn"),
    ("fog\u{2066}h\u{2067}o\u{2068}r\u{2069}n", "foghorn"), ("\u{2066}fog\u{2069}", "fog"),
    ("م\u{2066}1", "م1"), ("م1\u{2069}", "م1"), ("\u{2069}م\u{2066}", "م"),
    ("م\u{2067}\u{2066}1\u{2069}", "م\u{2066}1\u{2069}"),
    ("f\u{200B}o\u{2060}g\u{FEFF}h\u{AD}orn", "foghorn"),
    ("fog\u{E0041}\u{E007F}horn", "foghorn"),
    ("fog\u{3164}horn\u{115F}", "foghorn"),
    ("fog\u{FFF9}horn", "foghorn"), ("fog\u{FFFA}horn\u{FFFB}", "foghorn"),
  ])
  func removed(text: String, clean: String) {
    #expect(TextSanitizer.clean(text) == clean)
  }

  /// Text is examined several bytes at a time.
  @Test func controlsAreRemovedWhereverTheyStand() {
    let text = Array("The harbour ~ ferry".utf8)
    for control in (UInt8(0)..<0x20) + [0x7F] where control != 0x1B && control != 0x09 && control != 0x0A {
      for place in 0...text.count {
        let bytes = text[..<place] + [control] + text[place...]
        let clean = Array(bytes).withUnsafeBufferPointer { TextSanitizer.clean($0) }
        #expect(clean.filter { $0 != " " } == "Theharbour~ferry", "\(control) at \(place)")
      }
    }
  }

  /// What never ends hides nothing.
  @Test(arguments: [
    ("fog\u{1B}]0;horn", "fog0;horn"), ("fog\u{1B}Phorn", "foghorn"), ("fog\u{9D}horn", "foghorn"),
    ("fog\u{1B}[12", "fog12"), ("fog\u{1B}", "fog"), ("fog\u{1B}]a\u{1B}]b", "fog"),
  ])
  func unterminated(text: String, clean: String) {
    #expect(TextSanitizer.clean(text).hasPrefix(clean))
  }

  /// No program sends a control string of such a length: somebody wants a text not to be seen.
  @Test(arguments: ["\u{1B}]", "\u{1B}P", "\u{9D}"]) func aLongControlStringHidesNothing(introducer: String) {
    let text = String(repeating: "a", count: 5_000)
    #expect(TextSanitizer.clean("fog" + introducer + text + "\u{7}horn") == "fog" + text + "horn")
  }

  @Test(arguments: [
    "“Fog” – ‘horn’ — 5 €…", "مُدُنٌ في الضَّبَاب", "नमस्ते दुनिया",
    "안개", "霧の港", "🦢👩‍🚀🏴", "می‌خواهم", "Ελλάδα", "e\u{301}",
    "שָׁלוֹם", "ไทยดี้", "ที่น้ำ", "Việt Nam", "བསྒྲུབས་", "ٱلرَّحْمَٰنِ ۖ", "ا\u{200F}ب", "☎️ ≠ ©",
    "الرقم \u{2066}+961-1\u{2069} للاتصال", "\u{2067}מ \u{2066}a\u{2069}\u{2069}.",
  ])
  func realTextStays(text: String) {
    #expect(TextSanitizer.clean(text) == text)
  }

  /// Each of these takes no column: a million of them would be one character.
  @Test(arguments: [
    "\u{301}", "\u{E47}", "\u{E31}", "\u{670}", "\u{6D6}", "\u{6ED}", "\u{64B}", "\u{483}", "\u{5B0}",
    "\u{5BF}",
    "\u{93F}", "\u{302A}", "\u{3099}", "\u{309A}", "\u{1161}", "\u{D7B0}", "\u{D7CB}", "\u{FE0F}",
    "\u{1F3FD}",
    "\u{20DD}", "\u{1E2EC}", "\u{1D165}",
  ])
  func marksArePiledNoHigherThanAnyScriptDoes(mark: String) {
    let clean = TextSanitizer.clean("a" + String(repeating: mark, count: 500) + "b")
    #expect(clean == "a" + String(repeating: mark, count: 8) + "b")
    #expect(TextSanitizer.clean("a" + mark + "b" + mark) == "a" + mark + "b" + mark)
  }

  @Test func piledMarks() {
    let piled =
      "e" + String(repeating: "\u{301}", count: 500) + "f" + String(repeating: "\u{35C}", count: 500)
    #expect(TextSanitizer.clean(piled).unicodeScalars.count <= 20)
    #expect(TextSanitizer.clean("a\u{200D}\u{200D}\u{200D}b") == "a\u{200D}b")
    #expect(TextSanitizer.clean(" \u{200D}b") == " b")
  }

  @Test func cleaningTwiceChangesNothing() {
    let nasty =
      "\u{1B}[\u{1B}]x\u{7}fog\u{9B}\u{202E}\u{1B}\u{1B}P\u{9C}1m\u{200D}"
      + "\u{1B}[\u{2028}horn\u{1B}]unending \u{1B}[3"
    let once = TextSanitizer.clean(nasty)
    #expect(TextSanitizer.clean(once) == once)
  }

  /// They take no column: a page of nothing else would be one endless line.
  @Test func aFloodOfIsolates() {
    let flood = String(repeating: "\u{2066}\u{2069}", count: 50_000)
    #expect(TextSanitizer.clean("م" + flood + "ن") == "من")
  }
}
