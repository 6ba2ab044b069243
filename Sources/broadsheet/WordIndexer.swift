import Search
import StoryLibrary
import Synchronization
import Threads

/// Updates the word index of a library in the background, at the lowest priority.
final class WordIndexer: Sendable {
  private let indexPath: String
  private let thread = WorkerThread.guarded("words", niceness: 15)
  private let isStopped = Atomic(false)

  init(indexPath: String) {
    self.indexPath = indexPath
  }

  /// Adds the pages that are not indexed yet.
  func update(_ library: Library) {
    thread.perform { [self] in
      // Without an index, searches are only slower.
      try? build(library)
    }
  }

  /// Stops after the current batch of pages.
  func stop() { isStopped.store(true, ordering: .relaxed) }

  private func build(_ library: Library) throws(SearchError) {
    if isStopped.load(ordering: .relaxed) { return }
    var builder = try IndexBuilder(library, index: indexPath)
    while !isStopped.load(ordering: .relaxed), try builder.step() {}
  }
}
