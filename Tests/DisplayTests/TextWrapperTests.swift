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
    ("An invisible beginning", "\u{200B} abc。", 4, ["\u{200B}", "abc", "。"]),
  ])
  func lines(name: String, text: String, width: Int, expected: [String]) {
    #expect(wrapped(text, width: width) == expected)
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
