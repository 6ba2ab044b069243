import Glibc
import Search
import StoryLibrary
import Synchronization

/// Brings the index of words up to the catalogue in the background, behind everything else that wants the processor.
final class WordIndexer: Sendable {
  private let catalogue: Catalogue
  private let thread = WorkerThread(name: "words")
  private let isStopped = Atomic(false)

  /// How much it gives way to others, as `nice` has it.
  private static let niceness: Int32 = 15

  init(catalogue: Catalogue) {
    self.catalogue = catalogue
  }

  /// Adds what has come since the last time.
  func update() {
    thread.perform { [self] in
      _ = nice(WordIndexer.niceness)
      // An index that cannot be made makes searching slower, and nothing else.
      try? build()
    }
  }

  /// Ends after the pages that are being added.
  func stop() { isStopped.store(true, ordering: .relaxed) }

  private func build() throws(SearchError) {
    guard let library = catalogue.open() else { return }
    var builder = try IndexBuilder(library, index: catalogue.indexPath)
    while !isStopped.load(ordering: .relaxed), try builder.step() {}
  }
}
