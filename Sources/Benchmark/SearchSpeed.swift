import Search
import StoryLibrary

/// The cost of finding and ranking all stories with some words, with and without an index.
struct SearchSpeed {
  struct Row {
    var query: String
    var stories = 0
    /// Milliseconds, including opening the index.
    var indexed = Samples()
    var scanned = Samples()
    /// The same as a multiple of reading all files, one value per round.
    var indexedRatio = Samples()
    var scannedRatio = Samples()
  }

  private(set) var rows: [Row]
  /// Megabytes of pages per second.
  private(set) var building = Samples()

  /// A name that few stories have, and words that many have.
  private static let queries = ["\"no such words\"", "ferry", "harbour council"]

  init(_ folder: PageFolder, index path: String, rounds: Int) throws {
    rows = SearchSpeed.queries.map { Row(query: $0) }
    var library = Library()
    library.add(try Loading.batches(folder, known: nil))
    let time = try Clock.measure {
      var builder = try IndexBuilder(library, index: path)
      while try builder.step() {}
    }
    building.add(Double(folder.byteCount) / 1e3 / time)
    for _ in 1...rounds {
      let floor = try ReadingFloor.measure(folder, threads: LoadSpeed.threads)
      for number in rows.indices { try measure(&rows[number], library, index: path, floor: floor) }
    }
  }

  private func measure(_ row: inout Row, _ library: Library, index path: String, floor: Double) throws {
    let query = SearchQuery(row.query)
    var found: [FoundStory] = []
    let indexed = Clock.measure {
      found = StorySearch(query, in: library, index: WordIndex(existing: path)).run()
    }
    var looked: [FoundStory] = []
    let scanned = Clock.measure { looked = StorySearch(query, in: library).run() }
    guard found == looked else {
      throw BenchmarkError.wrongResult(
        "\(row.query): the index finds \(found.count), a look \(looked.count).")
    }
    row.stories = found.count
    row.indexed.add(indexed)
    row.scanned.add(scanned)
    row.indexedRatio.add(indexed / floor)
    row.scannedRatio.add(scanned / floor)
  }
}
