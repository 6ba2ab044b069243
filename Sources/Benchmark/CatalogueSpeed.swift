import Dispatch
import Glibc
import StoryLibrary
import Synchronization

/// The cost of saving a library, opening it again and detecting changes in its folder.
struct CatalogueSpeed {
  /// Milliseconds.
  private(set) var keep = Samples()
  private(set) var open = Samples()
  private(set) var current = Samples()
  /// Milliseconds for reading the names and times of all files on one thread.
  private(set) var scan = Samples()
  /// The time for detecting changes, as a multiple of that, one value per round.
  private(set) var ratio = Samples()

  init(_ folder: PageFolder, catalogue: Catalogue, rounds: Int) throws {
    var library = Library()
    library.add(try Loading.batches(folder, known: nil))
    for _ in 1...rounds {
      keep.add(try Clock.measure { try catalogue.keep(library) })
      open.add(try Clock.measure { _ = try CatalogueSpeed.firstScreen(of: catalogue) })
      let scan = try Clock.measure { try CatalogueSpeed.scan(folder) }
      let current = try Clock.measure {
        guard let kept = catalogue.open() else { throw BenchmarkError.wrongResult("Nothing was kept.") }
        let batches = try Loading.batches(folder, known: KnownPages(kept))
        guard batches.allSatisfy({ $0.byteCount == 0 }) else {
          throw BenchmarkError.wrongResult("Pages that have not changed were read again.")
        }
      }
      self.scan.add(scan)
      self.current.add(current)
      ratio.add(current / scan)
    }
  }

  /// A saved library whose first headlines have been read.
  static func firstScreen(of catalogue: Catalogue) throws -> Library {
    guard let library = catalogue.open() else { throw BenchmarkError.wrongResult("Nothing was kept.") }
    let letters = library.order.prefix(50).reduce(0) { $0 + library[$1].title.utf8.count }
    guard letters > 0 else { throw BenchmarkError.wrongResult("There are no headlines in the catalogue.") }
    return library
  }

  private static func scan(_ folder: PageFolder) throws {
    guard let directory = opendir(folder.path) else {
      throw BenchmarkError.system("cannot open \(folder.path)", errno)
    }
    defer { closedir(directory) }
    var count = 0
    var status = stat()
    while let entry = readdir(directory) {
      let failure = withUnsafePointer(to: &entry.pointee.d_name) { name in
        name.withMemoryRebound(to: CChar.self, capacity: 256) {
          fstatat(dirfd(directory), $0, &status, AT_SYMLINK_NOFOLLOW)
        }
      }
      if failure == 0 { count += 1 }
    }
    guard count >= folder.count else { throw BenchmarkError.wrongResult("\(count) files in \(folder.path).") }
  }
}

/// Collects what a loader delivers for a folder.
enum Loading {
  static func batches(_ folder: PageFolder, known: KnownPages?) throws -> [PageBatch] {
    let batches = Mutex([PageBatch]())
    let done = DispatchSemaphore(value: 0)
    let loader = LibraryLoader(paths: [folder.path], known: known, clock: { time(nil) + 10 }) { event in
      switch event {
      case .batch(let batch): batches.withLock { $0.append(batch) }
      case .finished: done.signal()
      case .problems, .found: break
      }
    }
    loader.start(threads: LoadSpeed.threads)
    done.wait()
    return batches.withLock { $0 }
  }
}
