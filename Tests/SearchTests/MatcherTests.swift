import Testing

@testable import Search

struct MatcherTests {
  private func places(_ query: String, _ text: String) -> [String] {
    WordMatcher(SearchQuery(query)).places(in: text).map { range in
      String(decoding: Array(text.utf8)[range], as: UTF8.self)
    }
  }

  @Test func words() {
    #expect(
      places("harbour", "The Harbour: harbours, HARBOUR's and harbour-side") == [
        "Harbour", "HARBOUR", "harbour",
      ])
    #expect(places("fog sea", "Sea of fog") == ["Sea", "fog"])
  }

  @Test func diacritics() {
    #expect(places("cafe", "Café, cafe\u{301}, CAFÉ, cafés") == ["Café", "cafe\u{301}", "CAFÉ"])
    #expect(places("Zürich", "zurich Zu\u{308}rich") == ["zurich", "Zu\u{308}rich"])
  }
}
