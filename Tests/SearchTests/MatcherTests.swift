import Testing

@testable import Search

/// Which words are found, and where.
struct MatcherTests {
  private func places(_ query: String, _ text: String) -> [String] {
    WordMatcher(SearchQuery(query)).ranges(in: text).map { range in
      String(decoding: Array(text.utf8)[range], as: UTF8.self)
    }
  }

  /// Struck over by a printer, parted by an escape sequence, with a letter as a reference.
  @Test(arguments: ["The q\u{8}qu\u{8}ua\u{8}ay\u{8}y wall", "The qu\u{1B}[1may wall", "The qu&#97;y wall"])
  func aWordThatIsNotWrittenInOnePieceMayMatch(text: String) {
    #expect(Array(text.utf8).withUnsafeBufferPointer { WordMatcher(SearchQuery("quay")).mayMatch($0) })
  }

  @Test func wordsAreWhole() {
    #expect(
      places("harbour", "The Harbour: harbours, HARBOUR's and harbour-side, inharbour")
        == ["Harbour", "HARBOUR", "harbour"])
    #expect(places("fog sea", "Sea of fog") == ["Sea", "fog"])
    #expect(places("2025", "in 2025, not 20251 or 12025") == ["2025"])
  }

  @Test func caseAndAccents() {
    #expect(
      places("cafe", "Café, cafe\u{301}, CAFÉ, cafés, ca\u{AD}fe")
        == ["Café", "cafe\u{301}", "CAFÉ", "ca\u{AD}fe"])
    #expect(places("zürich", "zurich Zu\u{308}rich") == ["zurich", "Zu\u{308}rich"])
    #expect(places("ﬁne", "Fine ＦＩＮＥ") == ["Fine", "ＦＩＮＥ"])
    #expect(places("οδος", "ΟΔΟΣ") == ["ΟΔΟΣ"])
    #expect(places("москва", "Москва") == ["Москва"])
  }

  /// What no word of a query can be ruled out in: these are no UTF-8.
  @Test(arguments: [
    Array("Caf".utf8) + [0xE9] + Array(" d'Or and a long line of letters behind it".utf8),
    [0xFF, 0xFE, 0x66, 0, 0x6F, 0, 0x67, 0], [0, 0x66, 0, 0x6F, 0, 0x67], [0x66, 0, 0x6F, 0, 0x67, 0],
    Array("Fog closes the harbour, and a character is cut: ".utf8) + [0xE2, 0x80],
  ])
  func otherEncodingsMayHaveAnything(bytes: [UInt8]) {
    #expect(bytes.withUnsafeBufferPointer { WordMatcher(SearchQuery("quay")).mayMatch($0) })
  }

  @Test(arguments: [
    "", "A line about tin, long enough for a whole block — “quoted” • and more of it behind that.",
    "A line about Café Müller, long enough for a whole block, and more of it behind that: quays.",
  ])
  func withoutTheLettersThereIsNoWord(text: String) {
    #expect(!Array(text.utf8).withUnsafeBufferPointer { WordMatcher(SearchQuery("quay")).mayMatch($0) })
  }

  @Test func formsOfArabicLetters() {
    #expect(places("احمد", "أحمد وأحمد أَحْمَد أحـمد") == ["أحمد", "أَحْمَد", "أحـمد"])
    #expect(places("مدرسة", "مدرسه") == ["مدرسه"])
    #expect(places("علي", "على") == ["على"])
    #expect(places("كتاب", "کتاب") == ["کتاب"])
    #expect(places("٢٠٢٥", "2025 ۲۰۲۵") == ["2025", "۲۰۲۵"])
  }

  @Test func writingWithoutSpaces() {
    #expect(places("図書館", "市立図書館が再開") == ["図書館"])
    #expect(places("図館", "図書館") == [])
    #expect(places("กำแพง", "สร้างกำแพงใหม่") == ["กำแพง"])
    #expect(places("ជញ្ជាំង", "សង់ជញ្ជាំងថ្មី") == ["ជញ្ជាំង"])
    #expect(places("図書", "図 書、図、書") == [])
    #expect(places("\"図 書\"", "図 書、図書") == ["図 書", "図書"])
    #expect(places("再", "図書館が再開、再度") == ["再", "再"])
  }

  @Test func phrases() {
    #expect(
      places("\"quay wall\"", "Quay wall, the wall of the quay; quay, wall") == ["Quay wall", "quay, wall"])
    #expect(places("cross-border", "cross-border crossborder cross the border") == ["cross-border"])
    #expect(places("\"a a b\"", "a a a b") == ["a a b"])
  }

  @Test func nothingToLookFor() {
    for query in ["", "  ", "\"\"", "!? --", "\u{301}"] { #expect(SearchQuery(query).isEmpty, "\(query)") }
    #expect(places("", "fog") == [])
  }
}
