import Display
import SeededNumbers
import Testing

/// Paragraphs broken into lines.
struct TextWrapperTests {
  @Test(arguments: [
    ("Words", "Fog closes the harbour", 10, ["Fog closes", "the", "harbour"]),
    ("Exactly full", "Fog closes the", 14, ["Fog closes the"]),
    ("A hyphen", "The well-known pilot", 9, ["The well-", "known", "pilot"]),
    ("A dash", "It sounded—twice—then", 12, ["It sounded—", "twice—then"]),
    ("No break after a minus", "It is now -17 there", 11, ["It is now", "-17 there"]),
    ("No break in a span of numbers", "in 2019-2021 and on", 7, ["in", "2019-20", "21 and", "on"]),
    ("A long word is cut", "a foghornfoghorn b", 6, ["a", "foghor", "nfogho", "rn b"]),
    ("A long word keeps its stop", "foghorn.", 7, ["foghor", "n."]),
    ("A long word keeps its bracket", "foghor(n", 7, ["foghor", "(n"]),
    ("Spaces at breaks go", "Fog   horn", 4, ["Fog", "horn"]),
    ("Spaces inside stay", "Fog   horn", 10, ["Fog   horn"]),
    ("Spaces around go", "  Fog horn  ", 20, ["Fog horn"]),
    ("A no-break space", "at 7\u{A0}hours", 6, ["at", "7\u{A0}hour", "s"]),
    ("Nothing", "", 10, []), ("Spaces alone", "    ", 10, []),
    ("Han", "霧が港を閉ざす", 6, ["霧が港", "を閉ざ", "す"]),
    ("Han, an odd width", "霧が港を", 5, ["霧が", "港を"]),
    ("No stop begins a line", "霧が港。", 6, ["霧が", "港。"]),
    ("No small kana begins a line", "フェフェ", 6, ["フェ", "フェ"]),
    ("No bracket ends a line", "霧が「港」", 6, ["霧が", "「港」"]),
    ("Nor when somebody put a space there", "霧が港 。", 6, ["霧が", "港 。"]),
    ("Nor after a bracket and a space", "霧が「 港", 6, ["霧が", "「 港"]),
    ("Hangul", "안개가 항구를", 8, ["안개가", "항구를"]),
    ("Latin within Han", "港務局Fog号", 8, ["港務局", "Fog号"]),
    ("Chinese quotes", "大雾“封”港", 7, ["大雾", "“封”港"]),
    ("A row of stops without a better place", "。。。。", 4, ["。。", "。。"]),
    ("A flag stays whole", "🇸🇪🇳🇴🇩🇰", 3, ["🇸🇪", "🇳🇴", "🇩🇰"]),
    ("A family stays whole", "霧👨‍👩‍👧霧", 6, ["霧", "👨‍👩‍👧", "霧"]),
    ("A family wider than the line", "👨‍👩‍👧", 4, ["👨‍👩‍", "👧"]),
    ("Marks stay on their letter", "e\u{301}e\u{301}e\u{301}", 2, ["e\u{301}e\u{301}", "e\u{301}"]),
    ("A vowel sign stays on its letter", "ककि", 2, ["क", "कि"]),
    ("Too narrow a width counts as two", "霧x", 0, ["霧", "x"]),
    ("Spaces wider than the line, then a mark", "foo      \u{301}", 4, ["foo", "\u{301}"]),
    ("An invisible beginning", "\u{200B} abc。", 4, ["\u{200B}", "ab", "c。"]),
  ])
  func lines(name: String, text: String, width: Int, expected: [String]) {
    #expect(wrapped(text, width: width) == expected)
  }

  /// Exactly the places that UAX #14 gives, each marked with `÷`: a line as wide as the text before it ends there.
  @Test(arguments: [
    "The ÷quick ÷(“brown”) ÷fox ÷can’t ÷jump ÷32.3 ÷feet, ÷right?",
    "e.g. ÷the ÷U.S. ÷of ÷news.example, ÷a.b,c:d ÷and ÷x;y ÷in ÷« ÷dépêche ÷»",
    "and/÷or ÷state-÷of-÷the-÷art ÷F-16 ÷$5.50 ÷(12) ÷50% ÷-17 ÷2019-2021 ÷3–÷4",
    "( a ) ÷oh ! ÷why ? ÷[ 1 ] ÷“a” ÷100 ÷km/÷h ÷N°1",
    "see ÷https://÷news.example/÷fog?÷id=12",
    "no\u{A0}break, ÷zero\u{200B}÷width, ÷word\u{2060}joiner ÷soft\u{AD}÷hyphen",
    "霧÷が÷濃÷い。÷「港」÷の÷フェ÷リー÷は、÷６÷時÷に÷出÷た。",
    "船÷长÷说：÷“从÷未÷见÷过÷《雾》÷这÷么÷浓……”。÷第÷１÷章÷“一”÷与÷“二”",
    "안÷개÷가 ÷항÷구÷를 ÷덮÷었÷다.",
    "가÷각 ÷1,000÷円 ÷¥500 ÷10÷時",
    "🇸🇪÷🇳🇴÷🇩🇰 ÷霧÷👨‍👩‍👧÷霧 ÷👍🏽÷a",
    "أغلق ÷المرفأ: ÷«لم ÷أر»، ÷ثم ÷(عاد)؛ ÷متى؟ ÷و٣٫٥ ÷أو ÷1.5",
    "ครับ ÷कोहरे ÷कि ÷cafe\u{301}s",
  ])
  func opportunities(marked: String) {
    let parts = marked.split(separator: "÷").map(String.init)
    let text = parts.joined()
    var (before, ends) = ("", Set<Int>())
    for part in parts {
      before += part
      ends.insert(before.utf8.count)
    }
    for end in text.unicodeScalars.indices.dropFirst() {
      let beginning = text[..<end]
      let line = wrapped(text, width: DisplayWidth.columns(of: beginning)).first ?? ""
      // Narrower than its first part a text is cut.
      guard beginning.utf8.count >= parts[0].utf8.count, DisplayWidth.columns(of: beginning) > 1 else {
        continue
      }
      guard DisplayWidth.columns(of: text.unicodeScalars[end]) > 0, text.unicodeScalars[end] != " " else {
        continue
      }
      let isBroken = line.utf8.count == beginning.utf8.count || line + " " == beginning
      #expect(isBroken == ends.contains(beginning.utf8.count), "\(beginning)|")
    }
  }

  /// Lines of text that needs no library are those that it would give.
  @Test func plainWordsBreakAsAllOthers() {
    let words = [
      "Fog", "it's", "12.5", "a,b", "(so)", "end.", "Été", "[1]", "well-known", "x/y", "—", "\"no\"", "{",
    ]
    for first in words {
      for second in words {
        let plain = "Harbour \(first) \(second) closes"
        for width in 10...24 {
          // A character of Hebrew, which never breaks from a letter, keeps the line from being taken for plain.
          let unusual = wrapped(plain.replacing("e", with: "א"), width: width)
          #expect(wrapped(plain, width: width) == unusual.map { $0.replacing("א", with: "e") })
        }
      }
    }
  }

  @Test func hostileParagraphsTakeNoLongerThanOthers() {
    let marks = "a" + String(repeating: "\u{301}", count: 100_000) + " b"
    #expect(wrapped(marks, width: 2).count == 2)
    #expect(wrapped(String(repeating: "\u{200D}", count: 100_000), width: 2).count == 1)
    #expect(wrapped(String(repeating: "霧", count: 100_000), width: 3).count == 100_000)
    #expect(wrapped(String(repeating: "x", count: 100_000), width: 2).count == 50_000)
    #expect(wrapped(String(repeating: " ", count: 100_000) + "x", width: 2) == ["x"])
  }

  /// For every awkward text and width: nothing is too wide, and only spaces are lost.
  @Test(arguments: AwkwardText.all) func noLineIsTooWide(text: String) {
    for width in 2...40 {
      for line in wrapped(text, width: width) { #expect(DisplayWidth.columns(of: line) <= width) }
    }
  }

  @Test(arguments: AwkwardText.all) func nothingButSpacesIsLost(text: String) {
    for width in 2...40 { check(text, width: width) }
  }

  @Test(arguments: UInt64(1)...200) func randomTexts(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    let alphabet = Array("ab-—  (“”).」「。、ーっ霧港안e\u{301}🌫🇸🇪ضَ\u{200D}\u{A0}\u{200B}कि1 ".unicodeScalars)
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 1...60, using: &numbers) {
      text.append(alphabet[Int.random(in: 0..<alphabet.count, using: &numbers)])
    }
    for width in 2...12 {
      check(String(text), width: width)
      for line in wrapped(String(text), width: width) { #expect(DisplayWidth.columns(of: line) <= width) }
    }
  }

  /// At widths that leave room for the characters that must stay together.
  @Test(arguments: [AwkwardText.japanese, AwkwardText.chinese, AwkwardText.mixed])
  func noLineBeginsWithClosingOrEndsWithOpeningPunctuation(text: String) {
    for width in 10...60 {
      for line in wrapped(text, width: width) {
        #expect(line.first.map { "。、，．：；！？」）》”…ー・".contains($0) } == false, "\(width): \(line)")
        #expect(line.last.map { "「（《“".contains($0) } == false, "\(width): \(line)")
      }
    }
  }

  private func wrapped(_ text: String, width: Int) -> [String] {
    let bytes = Array(text.utf8)
    return TextWrapper(width: width).lines(of: text).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  private func check(_ text: String, width: Int) {
    let bytes = Array(text.utf8)
    var position = 0
    for line in TextWrapper(width: width).lines(of: text) {
      #expect(line.lowerBound >= position && !line.isEmpty)
      #expect(bytes[position..<line.lowerBound].allSatisfy { $0 == 0x20 }, "\(width): lost text")
      #expect(bytes[line].last != 0x20, "\(width): a line ends with a space")
      position = line.upperBound
    }
    #expect(bytes[position...].allSatisfy { $0 == 0x20 }, "\(width): lost text at the end")
  }
}
