import Testing

@testable import Search

/// What is found within words, as it is written; and what is lit up.
struct FinderTests {
  private func found(_ pattern: String, _ text: String) -> [String] {
    TextFinder(pattern).ranges(in: text).map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) }
  }

  @Test func anywhere() {
    #expect(found("err", "Ferry, TERROR, sérré") == ["err", "ERR", "érr"])
    #expect(found("y, t", "ferry, ferry, The") == ["y, T"])
    #expect(found("aa", "aaaaa") == ["aa", "aa"])
    #expect(found("zebra", "ferry") == [])
    #expect(found("", "ferry") == [] && found("a", "") == [])
    #expect(found("ferry and more", "ferry") == [])
  }

  @Test func caseAndAccents() {
    #expect(found("Ferry", "ferry Ferry FERRY Férry") == ["Ferry", "Férry"])
    #expect(found("É", "é É e\u{301} E\u{301} E") == ["É", "E\u{301}", "E"])
    #expect(found("cafe", "Café cafe\u{301}s") == ["Café", "cafe\u{301}"])
    #expect(found("i", "ﬁsh") == ["ﬁ"])
    #expect(TextFinder("NHK", ignoresCase: true).isFound(in: "the nhk news"))
  }

  @Test func formsOfArabicLetters() {
    #expect(found("احمد", "وأحمد أَحْمَد أحـمد") == ["أحمد", "أَحْمَد", "أحـمد"])
    #expect(found("مدرسة", "المدرسه") == ["مدرسه"])
    #expect(found("ى", "علي") == ["ي"])
    #expect(found("2025", "٢٠٢٥") == ["٢٠٢٥"])
  }

  @Test func signsOfTypesetters() {
    #expect(found("\"it's\"", "“It’s”") == ["“It’s”"])
    #expect(found("a-b", "a–b a\u{2011}b") == ["a–b", "a\u{2011}b"])
    #expect(found("a b", "a\u{A0}b") == ["a\u{A0}b"])
    #expect(found("館が", "図書館が再開") == ["館が"])
    // Isolates take no key.
    #expect(found("رقم +961", "رقم \u{2066}+961\u{2069}") == ["رقم \u{2066}+961\u{2069}"])
  }

  @Test func smartCaseOfWords() {
    func places(_ query: String, _ text: String, isPrefix: Bool = false) -> [String] {
      MatchHighlighter(SearchQuery(query, isPrefix: isPrefix)).ranges(in: text)
        .map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) }
    }
    #expect(places("Ferry", "ferry Ferry FERRY Férry Ferrys") == ["Ferry", "Férry"])
    #expect(places("ferry Quay", "FERRY quay Quay") == ["FERRY", "Quay"])
    #expect(places("\"Quay wall\"", "Quay wall, quay wall, Quay Wall") == ["Quay wall", "Quay Wall"])
    #expect(places("МОСКВА", "Москва МОСКВА") == ["МОСКВА"])
    #expect(places("ferr", "ferry Ferries fer", isPrefix: true) == ["ferry", "Ferries"])
    #expect(places("Ferr", "ferry Ferries FERRY", isPrefix: true) == ["Ferries"])
    #expect(places("ferr ", "ferry ferr", isPrefix: true) == ["ferr"])
    #expect(places("quay wa", "quay wall walls", isPrefix: true) == ["quay", "wall", "walls"])
    #expect(places("\"quay wa", "quay wall walls", isPrefix: true) == ["quay wall"])
    #expect(places("図", "図書館", isPrefix: true) == ["図"])
    #expect(places("a \"a b\"", "a b a") == ["a b", "a"], "places that overlap are one")
    #expect(places("", "a", isPrefix: true) == [])
  }

  @Test func excerpts() throws {
    let paragraph =
      String(repeating: "before ", count: 20) + "the ferry left " + String(repeating: "after ", count: 30)
    let highlighter = MatchHighlighter(SearchQuery("ferry"))
    let excerpt = try #require(highlighter.excerpt(of: ["Nothing here.", paragraph]))
    #expect(excerpt.text.hasPrefix("…before") && excerpt.text.hasSuffix("after…"))
    #expect(highlighter.ranges(in: excerpt.text).count == 1)
    #expect(paragraph.utf8.count > excerpt.range.count)
    #expect(highlighter.excerpt(of: ["Nothing."]) == nil)
  }
}
