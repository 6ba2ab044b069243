import Testing
import Understanding

@Suite("Tokens of running text")
struct TokenTests {
  private func tokens(_ text: String) -> [String] {
    var tokens: [String] = []
    Tokens.visit(text) { tokens.append(String(decoding: $0.bytes, as: UTF8.self)) }
    return tokens
  }

  private func kinds(_ text: String) -> [Token.Kind] {
    var kinds: [Token.Kind] = []
    Tokens.visit(text) { kinds.append($0.kind) }
    return kinds
  }

  @Test(
    "words are compared without case, diacritics and possessive",
    arguments: [
      ("The Café's ferry", ["the", "cafe", "ferry"]),
      ("O'Brien don’t stop", ["o'brien", "don't", "stop"]),
      ("mother-in-law _under_score", ["mother", "in", "law", "under", "score"]),
      ("covid19 'quoted' it's", ["covid19", "quoted", "it"]),
      ("أَخبار الصباح", ["اخبار", "الصباح"]),
    ])
  func words(text: String, expected: [String]) {
    #expect(tokens(text) == expected)
  }

  @Test(
    "numbers keep their separators",
    arguments: [
      ("1,200 at 7:35, up 4.5%.", ["1,200", "at", "7:35", "up", "4.5%"]),
      ("the 3rd of 10.", ["the", "3", "rd", "of", "10"]),
    ])
  func numbers(text: String, expected: [String]) {
    #expect(tokens(text) == expected)
  }

  @Test("letters with full stops are one token")
  func abbreviations() {
    #expect(
      tokens("The U.S. at 9 a.m. on A. street") == ["the", "u.s.", "at", "9", "a.m.", "on", "a", "street"])
    #expect(kinds("U.S. 12 ferry 海") == [.abbreviation, .number, .word, .ideograph])
  }

  @Test("characters of scripts without spaces are tokens by themselves")
  func ideographs() {
    #expect(tokens("渡轮 ferry渡") == ["渡", "轮", "ferry", "渡"])
  }

  @Test("ranges are those of the text, possessive included")
  func ranges() {
    let text = "Ørsted’s 12% plan"
    var parts: [String] = []
    var capitals: [Bool] = []
    Tokens.visit(text) { token in
      parts.append(String(decoding: Array(text.utf8)[token.range], as: UTF8.self))
      capitals.append(token.isCapitalized)
    }
    #expect(parts == ["Ørsted’s", "12%", "plan"])
    #expect(capitals == [true, false, false])
  }

  @Test("a run of letters without end is cut, and what follows is found")
  func longRun() {
    let found = tokens(String(repeating: "a", count: 100_000) + " ferry")
    #expect(found == [String(repeating: "a", count: Tokens.longest), "ferry"])
  }

  @Test("hashes are pinned: they are stored")
  func hash() {
    #expect(Token.hash(of: Array("ferry".utf8)) == 16_139_044_772_600_378_449)
  }
}
