import Testing
import Understanding

@Suite("Names as capitals show them")
struct CapitalizedNameTests {
  private func names(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { CapitalizedNames.find(in: $0) }.map {
      String(decoding: bytes[$0.range], as: UTF8.self)
    }
  }

  @Test(
    "runs of words with capitals, behind the first word of a sentence",
    arguments: [
      ("Officials told Anna Lind of Port Ellis.", ["Anna Lind", "Port Ellis"]),
      ("He works for Lind & Moe at Saint-Ann.", ["Lind & Moe", "Saint-Ann"]),
      ("A friend of Lind, Moe and Dahl came.", ["Lind", "Moe", "Dahl"]),
      ("It was Lind's Harbour Plan.", ["Lind's", "Harbour Plan"]),
      ("They wrote in March, on a Tuesday and on Sundays, to March Lane.", ["March Lane"]),
      ("Weather", ["Weather"]),
      ("nothing here", []),
      ("Lind said: \"We oppose it, but The Hague and the US do not.\"", ["The Hague", "US"]),
    ])
  func runs(text: String, expected: [String]) {
    #expect(names(text) == expected)
  }

  @Test("a name does not go on in the next paragraph or sentence")
  func boundaries() {
    #expect(names("They met Lind\nMoe was away. So was Dahl. Holm came.") == ["Lind", "Dahl"])
  }

  @Test("names are compared as words are")
  func keys() {
    let bytes = Array("They met José Lind’s aunt.".utf8)
    let keys = bytes.withUnsafeBufferPointer { CapitalizedNames.find(in: $0) }.map(\.key)
    #expect(keys == [Array("jose lind".utf8)])
  }
}
