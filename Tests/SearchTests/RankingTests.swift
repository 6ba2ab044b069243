import Foundation
import StoryLibrary
import Testing

@testable import Search

/// Which stories come first, whether an index knows them or not.
struct RankingTests {
  private let folder: PageFolder

  init() throws {
    folder = try PageFolder()
    // Ferry and fog are common, quay and tin are rare.
    try folder.write(
      "one.txt", title: "One", body: "Quay, quay, quay, quay and a ferry. Fog, fog, fog, fog and tin.")
    try folder.write(
      "two.txt", title: "Two", body: "Ferry, ferry, ferry, ferry and a quay. Tin, tin, tin, tin and fog.")
    for page in 0..<20 {
      try folder.write("\(page).txt", title: "Number \(page)", body: "The ferry left in fog.")
    }
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
    for page in 0..<20 {
      try folder.write("\(page).txt", title: "Number \(page)", body: "The ferry left in fog.")
    }
    #expect(found(WordIndex(existing: folder.index)) == titles, "both: \(query)")
  }

  @Test(arguments: [
    ("ferry quay", ["One", "Two"]), ("quay ferry", ["One", "Two"]), ("fog tin", ["Two", "One"]),
    ("tin fog", ["Two", "One"]),
  ])
  func theRarerWordWeighsMore(query: String, titles: [String]) throws {
    try expect(query, titles)
  }

  @Test func aPhraseIsAsRareAsItsRarestWord() throws {
    try folder.write(
      "a.txt", title: "A", body: "A quay wall. A quay wall. And the ferry. A tin box, fog and fog.")
    try folder.write(
      "b.txt", title: "B", body: "A quay wall. The ferry and the ferry. A tin box, a tin box. Fog.")
    folder.age()
    try expect("\"quay wall\" ferry", ["A", "B"])
    try expect("\"tin box\" fog", ["B", "A"])
  }
}
