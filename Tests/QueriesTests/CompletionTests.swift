import Queries
import StoryLibrary
import Testing

/// What is offered at the cursor.
struct CompletionTests {
  private static let names = LibraryNames(
    sources: [.init("The Meridian", stories: 9), .init("NHK", stories: 5), .init("Méridienne", stories: 1)],
    topics: [.init("Business", stories: 3), .init("Say \"hello\"", stories: 2), .init("(odd)", stories: 1)])

  private func offered(_ text: String, cursor: Int? = nil) -> [String] {
    let completion = QueryCompletion(text, cursor: cursor ?? text.utf8.count, in: Self.names)
    #expect(completion.candidates.allSatisfy { !$0.help.isEmpty && !$0.text.isEmpty })
    return completion.candidates.map(\.text)
  }

  private func range(_ text: String, cursor: Int? = nil) -> Range<Int> {
    QueryCompletion(text, cursor: cursor ?? text.utf8.count, in: Self.names).range
  }

  @Test func words() {
    #expect(offered("un") == ["unread"])
    #expect(offered("re") == ["read", "related"])
    #expect(offered("s") == ["started", "starred", "source:", "since:", "site:"])
    #expect(offered("-st") == ["started", "starred"])
    #expect(offered("(to") == ["topic:"])
    #expect(offered("O") == ["OR"])
    #expect(offered("").count == 10)
    #expect(offered("unread ").count == 10)
    #expect(offered("zz") == [])
    #expect(offered("\"un") == [])
  }

  @Test func sourcesAndTopics() {
    #expect(offered("source:") == ["\"The Meridian\"", "NHK", "Méridienne"])
    #expect(offered("source:meri") == ["Méridienne", "\"The Meridian\""], "beginnings before other places")
    #expect(offered("-source:\"the m") == ["\"The Meridian\""])
    #expect(offered("source:\"the meridian\"") == [])
    #expect(offered("topic:") == ["Business", "\"Say \"", "\"(odd)\""])
    #expect(offered("nothing:") == [])
    #expect(offered("since:").contains("1w"))
    #expect(offered("since:3") == ["3h"])
  }

  @Test func whatIsReplaced() {
    #expect(range("un") == 0..<2)
    #expect(range("é un") == 3..<5)
    #expect(range("-un") == 1..<3)
    #expect(range("source:me") == 7..<9)
    #expect(range("a source:\"the m") == 9..<15)
    #expect(range("a ") == 2..<2)
    #expect(range("unread starred", cursor: 2) == 0..<2)
    #expect(range("unread", cursor: 99) == 0..<6)
    #expect(range("unread", cursor: -1) == 0..<0)
  }

  @Test func bounded() {
    let many = LibraryNames(sources: (0..<1_000).map { .init("Source \($0)", stories: 1_000 - $0) })
    #expect(QueryCompletion("source:", cursor: 7, in: many, limit: 5).candidates.count == 5)
  }

  /// Whatever is offered is a query without problems.
  @Test func candidatesAreGood() {
    for text in ["source:", "topic:", "since:", "", "-"] {
      let completion = QueryCompletion(text, cursor: text.utf8.count, in: Self.names)
      for candidate in completion.candidates where !candidate.isBeginning && candidate.text != "OR" {
        let whole = String(text.utf8.prefix(completion.range.lowerBound)) ?? ""
        #expect(StoryQuery(whole + candidate.text).problems.isEmpty, "\(candidate.text)")
        #expect(StoryQuery(whole + candidate.text).unknownNames(in: Self.names).isEmpty, "\(candidate.text)")
      }
    }
  }
}
