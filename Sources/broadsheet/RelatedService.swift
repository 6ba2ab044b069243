import Reader
import StoryLibrary
import Synchronization
import Threads
import Understanding

/// Finds the stories related to the one that is shown, on a thread of its own, because it reads texts. It waits until a
/// story has been shown for a moment, so that moving through the list starts no searches.
final class RelatedService: Sendable {
  private let thread = WorkerThread.guarded("related", niceness: 5)
  private let index: CurrentRelatedIndex
  private let inbox: Inbox
  private let compareAnew: @Sendable () -> Void
  /// How many stories have been asked for.
  private let asked = Atomic(0)
  /// The number of the last snapshot of which arrivals were added.
  private let lastSnapshot = Atomic(-1)

  /// How long a story is shown before the search starts, in milliseconds.
  private static let rest = 80
  /// How long until it is looked whether more stories have been compared, and how often.
  private static let (restBetweenParts, mostLooks) = (2_000, 60)
  /// All stories are compared anew when one in so many has come since they were last.
  private static let oldPerArrived = 1_000

  /// - Parameters:
  ///   - index: the index of related stories.
  ///   - inbox: where answers go.
  ///   - compareAnew: has all stories compared anew, in the background.
  init(_ index: CurrentRelatedIndex, inbox: Inbox, compareAnew: @escaping @Sendable () -> Void) {
    (self.index, self.inbox, self.compareAnew) = (index, inbox, compareAnew)
  }

  /// Finds the stories related to one, and its thread, unless another search is requested before it starts.
  func find(_ story: StoryIndex, in snapshot: LibrarySnapshot) {
    let number = asked.add(1, ordering: .relaxed).newValue
    thread.perform(at: WorkerThread.now + RelatedService.rest) { [self] in
      guard asked.load(ordering: .relaxed) == number else { return }
      let current = index.index
      let found = AlikeStories(to: story, in: snapshot.library, current)
      // What a damaged file told is not shown; the next index takes its place.
      guard current?.isDamaged != true else { return }
      inbox.receive([.answered(.alike(story, found), from: snapshot.number)])
      if found.isPartial { lookForMore(asked: number, looks: RelatedService.mostLooks) }
    }
  }

  /// While all stories are being compared for the first time, what has been found so far is kept now and then.
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

  /// Stories that have come into a library that has been loaded are related from now on.
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
