import Testing
import Understanding

@Suite("Terms that stories are compared by")
struct TermTests {
  private func terms(_ text: String) -> [String] {
    var terms: [String] = []
    Terms.visit(text) { terms.append(String(decoding: $0.bytes, as: UTF8.self)) }
    return terms
  }

  @Test("stop words and single letters are left out")
  func stopWords() {
    #expect(terms("The mayor said it's a vote of Plan B in 7 days") == ["mayor", "vote", "plan"])
  }

  @Test(
    "plurals are compared as singulars",
    arguments: [
      ("ferries", "ferry"), ("ports", "port"), ("ties", "tie"), ("pass", "pass"), ("crisis", "crisis"),
      ("bus", "bus"), ("gas", "gas"), ("series", "sery"),
    ])
  func plurals(word: String, expected: String) {
    #expect(terms(word) == [expected])
  }

  @Test("each two neighbours are a term in scripts without spaces, across no gap")
  func pairs() {
    #expect(terms("渡轮码，头 港") == ["渡轮", "轮码"])
  }

  @Test("a term's range is where it stands in the text")
  func ranges() {
    let text = "新渡轮 ferries"
    var parts: [String] = []
    Terms.visit(text) { parts.append(String(decoding: Array(text.utf8)[$0.range], as: UTF8.self)) }
    #expect(parts == ["新渡", "渡轮", "ferries"])
  }
}
