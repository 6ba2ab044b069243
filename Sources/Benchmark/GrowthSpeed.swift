import Display
import Glibc
import Reader
import StoryLibrary

/// How the cost of everyday operations grows with the library. The pages have short texts and are never written to
/// disk, so that a million of them are possible.
struct GrowthSpeed {
  let pages: Int
  private(set) var stories = 0
  /// Microseconds of CPU time per page.
  private(set) var merging = 0.0
  /// The size of the catalogue per story; the catalogue has the same format as the library in memory.
  private(set) var bytesPerStory = 0.0
  /// Milliseconds until the headlines of the first screen are available.
  private(set) var opening = Samples()
  /// Milliseconds until an arriving page is in the list.
  private(set) var arrival = Samples()
  /// Milliseconds of CPU time until the pages of a removed folder have been removed from the list.
  private(set) var going = Samples()
  /// The number of pages in such a folder.
  let goingPages: Int
  /// Microseconds for a key press that selects the next story.
  private(set) var key = Samples()

  private static let batchSize = 64
  private static let keys = 100
  private static let mostGoing = 3_333
  private static let storyLength = 300.0

  init(pages: Int, catalogue: Catalogue, rounds: Int) throws {
    (self.pages, goingPages) = (pages, min(pages / 3, GrowthSpeed.mostGoing))
    let maker = PageMaker(count: pages, usualLength: GrowthSpeed.storyLength)
    let library = merge(maker)
    stories = library.order.count
    try catalogue.keep(library)
    bytesPerStory = try GrowthSpeed.size(of: catalogue) / Double(stories)
    for round in 1...rounds { try measure(catalogue, news: maker.page(pages + round)) }
  }

  private mutating func merge(_ maker: PageMaker) -> Library {
    var library = Library()
    var time = 0.0
    for start in stride(from: 0, to: pages, by: GrowthSpeed.batchSize) {
      var batch = PageBatch(folder: "/pages")
      for number in start..<min(start + GrowthSpeed.batchSize, pages) {
        GrowthSpeed.add(maker.page(number), number: number, to: &batch)
      }
      time += Clock.measureCPU { library.mergeWithoutSorting([batch]) }
    }
    time += Clock.measureCPU { library.add([]) }
    merging = time * 1e3 / Double(pages)
    return library
  }

  private mutating func measure(_ catalogue: Catalogue, news: String) throws {
    var library = Library()
    opening.add(try Clock.measure { library = try CatalogueSpeed.firstScreen(of: catalogue) })
    var state = ReaderState(
      screen: Size(columns: 120, rows: 40), paths: [], now: Int64(PageFolder.saved))
    _ = state.reduce(.published(.first(of: library)))
    let keys = Clock.measureCPU {
      for _ in 1...GrowthSpeed.keys { _ = state.reduce(.key(.character("j"))) }
    }
    key.add(keys * 1e3 / Double(GrowthSpeed.keys))
    var batch = PageBatch(folder: "/pages")
    GrowthSpeed.add(news, number: pages, to: &batch)
    // Releases the state's copy of the library first, so that the library has only one owner.
    state = ReaderState(screen: Size(columns: 120, rows: 40), paths: [], now: 0)
    arrival.add(Clock.measure { library.add(batch) })
    var gone = PageBatch(folder: "/pages")
    for number in 0..<goingPages { gone.addGone("\(number).txt", reading: 1) }
    going.add(Clock.measureCPU { library.add(gone) })
  }

  private static func add(_ page: String, number: Int, to batch: inout PageBatch) {
    var page = page
    page.withUTF8 { batch.add($0, name: "\(number).txt", saved: Int64(PageFolder.saved - number)) }
  }

  private static func size(of catalogue: Catalogue) throws -> Double {
    var status = stat()
    guard stat(catalogue.path, &status) == 0 else { throw BenchmarkError.wrongResult("Nothing was kept.") }
    return Double(status.st_size)
  }
}
