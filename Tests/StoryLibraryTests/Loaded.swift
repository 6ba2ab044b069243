import Dispatch
import Folders
import Foundation
import StoryLibrary
import Synchronization
import TestFolder

extension Folder {
  /// Writes a page into the folder or into one below it (`sub/`), with its time.
  func write(_ page: InventedPage, in below: String = "") throws {
    try write(Array(page.text.utf8), to: below + page.name)
    let date = Date(timeIntervalSince1970: TimeInterval(page.saved))
    try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path(below + page.name))
  }
}

/// What a loader has delivered until it said that it was finished.
struct Loaded {
  var batches: [PageBatch] = []
  var problems: [FileProblem] = []
  var found = 0
  /// False when the loader has not said so in time.
  var isFinished = false

  /// Loads, and calls `during` with each event and the loader, on the loader's threads.
  init(
    _ paths: [String], threads: Int? = nil, known: KnownPages? = nil,
    during: @escaping @Sendable (LoadEvent, LibraryLoader) -> Void = { _, _ in },
    clock: @escaping @Sendable () -> Int? = FileStamp.systemClock
  ) {
    let events = Mutex(Loaded())
    let finished = DispatchSemaphore(value: 0)
    let loader = Mutex<LibraryLoader?>(nil)
    let made = LibraryLoader(paths: paths, known: known, clock: clock) { event in
      events.withLock { $0.take(event) }
      if let loader = loader.withLock({ $0 }) { during(event, loader) }
      if case .finished = event { finished.signal() }
    }
    loader.withLock { $0 = made }
    made.start(threads: threads)
    let result = finished.wait(timeout: .now() + 30)
    loader.withLock { $0 = nil }
    self = events.withLock { $0 }
    isFinished = result == .success
  }

  private init() {}

  private mutating func take(_ event: LoadEvent) {
    switch event {
    case .batch(let batch): batches.append(batch)
    case .problems(let new): problems += new
    case .found(let files): found = max(found, files)
    case .finished: break
    }
  }

  var library: Library {
    var library = Library()
    library.add(batches)
    library.add(problems: problems)
    return library
  }

  /// The reasons by path, those of folders and those of files.
  var reasons: [String: FileProblem.Reason] {
    Dictionary(library.problems.map { ($0.path, $0.reason) }) { first, _ in first }
  }
}
