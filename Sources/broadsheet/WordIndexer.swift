import Search
import StoryLibrary
import Synchronization
import Threads

/// Brings the index of words up to a library in the background, behind everything else that wants the processor.
final class WordIndexer: Sendable {
  private let indexPath: String
  private let thread = WorkerThread.guarded("words", niceness: 15)
  private let isStopped = Atomic(false)

  init(indexPath: String) {
    self.indexPath = indexPath
  }

  /// Adds what has come since the last time.
  func update(_ library: Library) {
    thread.perform { [self] in
      // An index that cannot be made makes searching slower, and nothing else.
      try? build(library)
    }
  }

  /// Ends after the pages that are being added.
  func stop() { isStopped.store(true, ordering: .relaxed) }

  private func build(_ library: Library) throws(SearchError) {
    if isStopped.load(ordering: .relaxed) { return }
    var builder = try IndexBuilder(library, index: indexPath)
    while !isStopped.load(ordering: .relaxed), try builder.step() {}
  }
}
