import Reader
import StoryLibrary
import Synchronization
import Threads
import Understanding

/// Finds the stories related to the shown one, on a separate thread because this requires reading texts. It waits until
/// a story has been shown for a moment, so that moving through the list does not start searches.
final class RelatedService: Sendable {
  private let thread = WorkerThread.guarded("related", niceness: 5)
  private let index: CurrentRelatedIndex
  private let inbox: Inbox
  private let compareAnew: @Sendable () -> Void
  /// The number of requests so far.
  private let asked = Atomic(0)
  /// The number of the last snapshot whose new stories were added.
  private let lastSnapshot = Atomic(-1)

  /// How long a story is shown before the search starts, in milliseconds.
  private static let rest = 80
  /// The interval between checks for further compared stories, in milliseconds, and the maximum number of checks.
  private static let (restBetweenParts, mostLooks) = (2_000, 60)
  /// All stories are compared again when one in this many has arrived since the last comparison.
  private static let oldPerArrived = 1_000

  /// - Parameters:
  ///   - index: the index of related stories.
  ///   - inbox: receives the results.
  ///   - compareAnew: starts comparing all stories again, in the background.
  init(_ index: CurrentRelatedIndex, inbox: Inbox, compareAnew: @escaping @Sendable () -> Void) {
    (self.index, self.inbox, self.compareAnew) = (index, inbox, compareAnew)
  }

  /// Finds the stories related to one, and its thread, unless another search is requested before it starts.
  func find(_ story: StoryIndex, in snapshot: LibrarySnapshot) {
    let number = asked.add(1, ordering: .relaxed).newValue
    thread.perform(at: WorkerThread.now + RelatedService.rest) { [self] in
      guard asked.load(ordering: .relaxed) == number else { return }
      let current = index.index
      // A search reads more of the catalogue than many screens: its rows are freed with this copy.
      var library = snapshot.library
      library.releaseFileMemory()
      let found = AlikeStories(to: story, in: library, current)
      // Results from a damaged file are not shown; the next index will replace it.
      guard current?.isDamaged != true else { return }
      for shown in found.stories { _ = snapshot.library[shown.story] }
      inbox.receive([.answered(.alike(story, found), from: snapshot.number)])
      if found.isPartial { lookForMore(asked: number, looks: RelatedService.mostLooks) }
    }
  }

  /// While all stories are being compared for the first time, intermediate results are saved periodically. Checks for
  /// them.
  private func lookForMore(asked number: Int, looks: Int) {
    thread.perform(at: WorkerThread.now + RelatedService.restBetweenParts) { [self] in
      guard looks > 0, asked.load(ordering: .relaxed) == number else { return }
      if index.isOutdated {
        inbox.receive([.compared])
      } else {
        lookForMore(asked: number, looks: looks - 1)
      }
    }
  }

  /// Adds new stories to the index once the library has been loaded.
  func addArrivals(of snapshot: LibrarySnapshot) {
    guard snapshot.load.progress == nil,
      lastSnapshot.exchange(snapshot.number, ordering: .relaxed) != snapshot.number
    else { return }
    thread.perform { [self] in
      guard index.addArrivals(of: snapshot) > 0, let current = index.index else { return }
      inbox.receive([.compared])
      if current.arrivedCount * RelatedService.oldPerArrived >= current.storyCount { compareAnew() }
    }
  }
}
