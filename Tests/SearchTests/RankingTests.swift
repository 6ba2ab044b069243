import Foundation
import StoryLibrary
import Testing

@testable import Search

/// Which stories come first, whether an index knows them or not.
struct RankingTests {
  private let folder: PageFolder

  init() throws {
    folder = try PageFolder()
    try folder.write("rare.txt", title: "Mostly rare", body: "Quay, quay, quay, quay and a ferry.")
    try folder.write("common.txt", title: "Mostly common", body: "Ferry, ferry, ferry, ferry and a quay.")
    for page in 0..<20 { try folder.write("\(page).txt", title: "Number \(page)", body: "The ferry left.") }
    folder.age()
  }

  /// By the index, by the texts, and by both.
  private func expect(_ query: String, _ titles: [String]) throws {
    let search = SearchQuery(query)
    func found(_ index: WordIndex?) -> [String] {
      let library = folder.load()
      return StorySearch(search, in: library, index: index).run().map { library[$0.index].title }
    }
    #expect(found(nil) == titles, "texts: \(query)")
    var builder = try IndexBuilder(folder.load(), index: folder.index)
    while try builder.step() {}
    #expect(found(WordIndex(existing: folder.index)) == titles, "index: \(query)")
    // Most pages are newer than the index.
    for page in 0..<20 { try folder.write("\(page).txt", title: "Number \(page)", body: "The ferry left.") }
    #expect(found(WordIndex(existing: folder.index)) == titles, "both: \(query)")
  }

  @Test func theRarerWordWeighsMore() throws {
    try expect("ferry quay", ["Mostly rare", "Mostly common"])
  }

  @Test func theOrderOfTheWordsDoesNotMatter() throws {
    try expect("quay ferry", ["Mostly rare", "Mostly common"])
  }

  @Test func aPhraseIsAsRareAsItsRarestWord() throws {
    try folder.write("a.txt", title: "A phrase", body: "A quay wall. A quay wall. And the ferry.")
    try folder.write("b.txt", title: "B phrase", body: "A quay wall. The ferry and the ferry.")
    folder.age()
    try expect("\"quay wall\" ferry", ["A phrase", "B phrase"])
  }
}
