import Tables
import Testing

@testable import Understanding

@Suite("What is kept of a story")
struct StoryTermsTests {
  private func terms(_ title: String, _ body: String) -> StoryTerms {
    var maker = StoryTermsMaker()
    return News.terms(News.Item(title: title, body: body), &maker)
  }

  private func occurrences(_ word: String, in story: StoryTerms) -> Int? {
    (0..<story.count).first { story.term($0) == TermHash.of(Array(word.utf8)) }.map { story.occurrences($0) }
  }

  @Test("words count twice in a headline")
  func titles() {
    let story = terms("Ferries stay", "The ferry is a ferry.")
    #expect(occurrences("ferry", in: story) == 4)
    #expect(occurrences("stay", in: story) == 2)
    #expect(occurrences("the", in: story) == nil)
  }

  @Test("of a long text the rare words are kept and the common ones are not")
  func heaviest() {
    let rare = (0..<90).map { "zyxw\($0)q" }
    let common = ["people", "government", "month", "country", "week", "state"]
    let fillers = (0..<60).map { "filler\($0)" }
    let story = terms("", (common + rare + fillers).joined(separator: " of the "))
    #expect(story.count == StoryTerms.capacity)
    for word in common { #expect(occurrences(word, in: story) == nil) }
  }

  @Test("the prior list knows its words")
  func prior() {
    let prior = PriorWords.english
    #expect(prior.storyCount == 3_298)
    #expect(prior.count(of: TermHash.of(Array("people".utf8))) == 1_268)
    #expect(prior.count(of: TermHash.of(Array("1,000".utf8))) == 66)
    #expect(prior.count(of: TermHash.of(Array("ferryman".utf8))) == 0)
  }

  @Test(
    "languages by their words and letters",
    arguments: [
      ("The council voted to keep the ferry, the mayor said.", LanguageGroup.english),
      ("Der Rat der Insel stimmte dafür, die Fähre zu behalten, sagte die Bürgermeisterin.", .latin),
      (
        "Le conseil de l'île a voté pour garder le bac de nuit, a déclaré la maire ; les pêcheurs l'avaient demandé.",
        .latin
      ),
      ("Совет острова проголосовал за паром.", .cyrillic), ("صوت المجلس على العبارة", .arabic),
      ("议会投票决定保留渡轮", .chineseAndJapanese), ("섬 의회는 페리를 유지하기로 했다", .korean), ("", .english),
    ])
  func languages(text: String, expected: LanguageGroup) {
    #expect(terms("", text).group == expected)
  }

  @Test("no text is too long or too strange")
  func hostile() {
    #expect(terms("", String(repeating: "a", count: 1 << 20)).count == 1)
    #expect(terms("", String(repeating: "渡", count: 100_000)).count == 1)
    let repeated = terms("", String(repeating: "ferry ", count: 100_000))
    #expect(occurrences("ferry", in: repeated) == 255)
  }
}
