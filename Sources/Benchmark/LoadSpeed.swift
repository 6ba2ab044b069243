import Glibc
import StoryLibrary

/// How long a folder of pages takes to become a library, and how long its files take to be read at all.
struct LoadSpeed {
  /// Milliseconds.
  private(set) var load = Samples()
  private(set) var floor = Samples()
  /// Loading as multiples of reading, of one round each: both saw the same machine.
  private(set) var ratio = Samples()

  /// How many stories the pages hold.
  private(set) var stories = 0

  static let threads = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  /// The two take turns; the first turn, which fills the caches, does not count.
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

  /// Finding, reading and parsing all pages, and merging them into a library.
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
