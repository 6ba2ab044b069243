import Glibc
import StoryLibrary

/// The time for loading a folder of pages into a library, and for merely reading its files.
struct LoadSpeed {
  /// Milliseconds.
  private(set) var load = Samples()
  private(set) var floor = Samples()
  /// The loading time as a multiple of the reading time, one value per round, so that both are measured under the same
  /// conditions.
  private(set) var ratio = Samples()

  /// The number of stories on the pages.
  private(set) var stories = 0

  static let threads = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  /// Measures both alternately; the first round, which fills the caches, is not counted.
  init(_ folder: PageFolder, rounds: Int) throws {
    for round in 0...rounds {
      let floor = try ReadingFloor.measure(folder, threads: LoadSpeed.threads)
      let load = try measure(folder)
      guard round > 0 else { continue }
      self.load.add(load)
      self.floor.add(floor)
      ratio.add(load / floor)
    }
  }

  /// Measures finding, reading and parsing all pages, and merging them into a library.
  private mutating func measure(_ folder: PageFolder) throws -> Double {
    let start = Clock.now
    var library = Library()
    library.add(try Loading.batches(folder, known: nil))
    let time = Clock.now - start
    guard library.pageCount == folder.count else {
      throw BenchmarkError.wrongResult("\(library.pageCount) of \(folder.count) pages were loaded.")
    }
    stories = library.order.count
    return time
  }
}
