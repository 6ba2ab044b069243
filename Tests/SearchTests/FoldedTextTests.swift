import Foundation
import StoryLibrary
import Testing

@testable import Search

/// Words that are only in what is folded on a story's page, with an index and without.
struct FoldedTextTests {
  private let folder: PageFolder

  init() throws {
    folder = try PageFolder()
    try page("ferry", title: "Ferry waits for the fog", others: ["Lighthouse reopens", "Sardines are back"])
    try page("light", title: "Lighthouse reopens", others: ["Ferry waits for the fog", "Sardines are back"])
    try folder.write("plain.txt", title: "Harbour fair", body: "Sardines and a lighthouse made of paper.")
    folder.age()
  }

  private func page(_ name: String, title: String, others: [String]) throws {
    let text = (1...6).map { number in
      "<p>On day \(number) of it, the harbour office said about \"\(title)\" that nobody at the quay had been "
        + "surprised, that the tide was high, and that more would be known when the council had met again.</p>"
    }
    let list = others.map { "<li><a href=\"/\($0.utf8.count)\">\($0)</a></li>" }
    try folder.write(
      Array(
        """
        <!DOCTYPE html><html><head><title>\(title)</title></head><body><nav><a href="/">Home</a></nav>
        <article><h1>\(title)</h1>\(text.joined())</article><aside><h2>Most read</h2><ul>\(list.joined())</ul></aside>
        <footer>Subscribe to our newsletter</footer></body></html>
        """.utf8), to: name + ".html")
  }

  private func build() throws {
    var builder = try IndexBuilder(folder.load(), index: folder.index)
    while try builder.step() {}
  }

  private func found(_ query: SearchQuery) -> [String] {
    let library = folder.load()
    let index = WordIndex(existing: folder.index)
    return StorySearch(query, in: library, index: index).run().map { library[$0.index].title }
  }

  @Test(arguments: [false, true]) func storiesWithTheWordsComeFirst(isIndexed: Bool) throws {
    if isIndexed { try build() }
    #expect(found(SearchQuery("lighthouse")) == ["Lighthouse reopens", "Harbour fair"])
    let everywhere = SearchQuery("lighthouse").findingFolded()
    #expect(found(everywhere) == ["Lighthouse reopens", "Harbour fair", "Ferry waits for the fog"])
    #expect(found(SearchQuery("newsletter")).isEmpty)
    #expect(found(SearchQuery("newsletter").findingFolded()).count == 2)
  }

  /// One word in the story and one in what is folded, in either order; a phrase; a word that may go on.
  @Test(arguments: [false, true]) func wordsInBothParts(isIndexed: Bool) throws {
    if isIndexed { try build() }
    for query in [
      "fog sardines", "sardines fog", "\"waits for\" \"Sardines are\"", "\"sardines are back\" tide",
    ] {
      let titles = found(SearchQuery(query).findingFolded())
      #expect(titles.contains("Ferry waits for the fog"), "\(query)")
      #expect(found(SearchQuery(query)).isEmpty, "\(query)")
    }
    #expect(Set(found(SearchQuery("council newsl", isPrefix: true).findingFolded())).count == 2)
    // Both a word of the story and one of the folded text begin with it.
    #expect(found(SearchQuery("re", isPrefix: true).findingFolded()).count == 2)
    #expect(found(SearchQuery("\"back sardines\"").findingFolded()).isEmpty)
  }

  /// Words of a filter must be in the story, also where those of a search need not be.
  @Test(arguments: [false, true]) func eachWordByItself(isIndexed: Bool) throws {
    if isIndexed { try build() }
    let filtered = SearchQuery("tide").and(SearchQuery("newsletter").findingFolded())
    #expect(found(filtered).count == 2)
    #expect(found(SearchQuery("newsletter").and(SearchQuery("tide").findingFolded())).isEmpty)
  }

  @Test func indexAndTextsAgree() throws {
    let queries = [
      "lighthouse", "sardines", "fog sardines", "home", "re", "\"most read\"", "Subscribe", "the most",
    ]
    func describe() -> [String] {
      let library = folder.load()
      let index = WordIndex(existing: folder.index)
      return queries.flatMap { query in
        StorySearch(SearchQuery(query, isPrefix: true).findingFolded(), in: library, index: index).run().map {
          "\(query): \(library[$0.index].title) \($0.score)"
        }
      }
    }
    let scanned = describe()
    try build()
    #expect(describe() == scanned)
    #expect(scanned.count > 10)
  }

  @Test func excerptsSayWhereTheWordsAre() throws {
    let library = folder.load()
    func excerpts(_ query: String) -> [String: SearchExcerpt] {
      let words = SearchQuery(query).findingFolded()
      let found = SearchExcerpt.read(of: Array(library.order), in: library, words: words)
      return Dictionary(uniqueKeysWithValues: found.map { (library[$0].title, $1) })
    }
    let sardines = excerpts("sardines")
    #expect(sardines["Ferry waits for the fog"]?.isFolded == true)
    #expect(sardines["Ferry waits for the fog"]?.text == "Sardines are back")
    #expect(sardines["Harbour fair"]?.isFolded == false)
    // The word that the story has is shown in no excerpt of it, but the one that it does not have.
    #expect(excerpts("tide newsletter")["Lighthouse reopens"]?.text == "Subscribe to our newsletter")
    #expect(excerpts("reopens tide")["Lighthouse reopens"]?.isFolded == false)
  }

  /// A story that is shown from another page has nothing folded that anybody could see.
  @Test(arguments: [false, true]) func onlyThePageThatIsShown(isIndexed: Bool) throws {
    let text = (1...5).map {
      "Fog lay over the quay on day \($0), the harbour office said, and the ferry waited."
    }
    let story = "<article><h1>Fog again</h1>\(text.map { "<p>\($0)</p>" }.joined())</article>"
    for (number, footer) in ["Imprint", "Masthead"].enumerated() {
      let copy = story + (number == 0 ? "" : "<p>\(text[0])</p>")
      try folder.write(
        Array(
          "<!DOCTYPE html><title>Fog again</title>\(copy)<footer><ul><li>\(footer)</ul></footer>".utf8),
        to: "copy\(number).html")
    }
    folder.age()
    if isIndexed { try build() }
    let count = ["imprint", "masthead"].count { found(SearchQuery($0).findingFolded()).contains("Fog again") }
    #expect(count == 1)
  }

  /// The list of addresses at the end of a dump is no text.
  @Test func addressesAreNoText() throws {
    let paragraphs = (1...6).map {
      "On day \($0) of it the harbour office said that nobody at the quay had been surprised, that the tide was high, "
        + "and that more would be known when the council had met."
    }
    let dump =
      "   * [1]Home\n   * [2]Sport\n\nLow water\n\n\(paragraphs.joined(separator: "\n\n"))\n\n   Imprint\n\n"
      + "References\n\n   1. https://lantern.example/seaweed\n   2. https://lantern.example/sport\n"
    try folder.write(Array(dump.utf8), to: "dump.txt")
    folder.age()
    try build()
    #expect(found(SearchQuery("seaweed").findingFolded()).isEmpty)
    #expect(found(SearchQuery("imprint").findingFolded()).count == 1)
  }
}
