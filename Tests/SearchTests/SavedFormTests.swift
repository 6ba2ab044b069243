import Foundation
import SavedPages
import StoryLibrary
import Testing

@testable import Search

/// Words of pages that are not plain texts, with an index and without.
struct SavedFormTests {
  private let folder: PageFolder

  init() throws {
    folder = try PageFolder()
    let records = ["Fog", "Wind", "Rain"].flatMap { word in
      Gzip.compress(
        ArchiveFile.record(
          "conversion",
          Array("\(word) over the harbour\n\nThe ferry waits for the \(word.lowercased()) to go.\n".utf8),
          address: "https://lantern.example/\(word)", contentType: "text/plain"))
    }
    try folder.write(records, to: "crawl.warc.gz")
    try folder.write(
      Array(
        "<!DOCTYPE html><title>Snow at the caf&eacute;</title><article><h1>Snow at the caf&eacute;</h1><p>Ferr<b>y</b> late."
          .utf8),
      to: "snow.html")
    folder.age()
  }

  private func titles(_ query: String) -> [String] {
    let library = folder.load()
    let index = WordIndex(existing: folder.index)
    return StorySearch(SearchQuery(query), in: library, index: index).run().map { library[$0.index].title }
      .sorted()
  }

  @Test(arguments: [false, true])
  func eachPageByItself(isIndexed: Bool) throws {
    if isIndexed {
      var builder = try IndexBuilder(folder.load(), index: folder.index)
      while try builder.step() {}
      #expect(try WordIndex(path: folder.index).stamps().count == 4)
    }
    #expect(titles("wind") == ["Wind over the harbour"])
    #expect(titles("harbour") == ["Fog over the harbour", "Rain over the harbour", "Wind over the harbour"])
    #expect(titles("café").count == 1)
    #expect(titles("ferry").count == 4)
  }
}
