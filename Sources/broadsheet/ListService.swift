import Queries
import Reader
import Search
import StoryLibrary
import Synchronization
import Threads
import Understanding

/// Selects, counts and searches stories in snapshots of the library, in the background. The results arrive in the inbox
/// with the number of the snapshot. Counting has a thread of its own, so that lists do not wait for it.
///
/// While the user types, each letter requests a list; only the last request is carried out.
final class ListService: Sendable {
  private let thread = WorkerThread.guarded("lists")
  private let counter = WorkerThread.guarded("counts")
  private let inbox: Inbox
  private let indexPath: String
  private let related: CurrentRelatedIndex
  /// The number of the latest request of each kind.
  private let latest = Mutex(Array(repeating: 0, count: Kind.allCases.count))

  private enum Kind: Int, CaseIterable {
    case list, sectionCounts, unread, walk, hints
  }

  init(indexPath: String, related: CurrentRelatedIndex, inbox: Inbox) {
    (self.indexPath, self.related) = (indexPath, related)
    self.inbox = inbox
  }

  /// Finds the stories of a list, and the pinned one.
  func select(
    _ request: ListRequest, pinned: StoryIdentity?, in snapshot: LibrarySnapshot, _ state: ReaderState
  ) {
    let scope = scope(of: snapshot, state)
    let section = request.section.map { state.settings.sections[$0] }
    onlyLatest(.list, on: thread) { [inbox] in
      let listing = Listing(request, of: section, pinned: pinned, in: scope)
      inbox.receive([.selected(listing, request, in: snapshot)])
    }
  }

  /// Searches a distant part of a list for a story.
  func walk(_ walk: ListWalk) {
    let number = nextNumber(.walk)
    counter.perform { [self] in
      let finished = walk.finished { !isLatest(number, .walk) }
      if let finished { inbox.receive([.walked(finished)]) }
    }
  }

  /// Finds the stories of a long range.
  func find(_ range: PickedRange) {
    counter.perform { [inbox] in inbox.receive([.picked(range.stories, range)]) }
  }

  /// Counts the unread stories of the library and of the list.
  func countUnread(in state: ReaderState) {
    let (snapshot, listing, marks, scope) = (state.snapshot, state.listing, state.marks, state.unreadScope)
    onlyLatest(.unread, on: counter) { [inbox] in
      let counts = UnreadCounts(in: listing, of: snapshot.library, marks)
      inbox.receive([.answered(.unread(counts, scope), from: snapshot.number)])
    }
  }

  /// Counts the unread stories of all sections.
  func countSections(in state: ReaderState) {
    let scope = scope(of: state.snapshot, state)
    let number = state.snapshot.number
    let queries = state.settings.sections.map(\.query)
    onlyLatest(.sectionCounts, on: counter) { [inbox] in
      let counts = StorySelection.unreadCounts(of: queries, in: scope)
      inbox.receive([.answered(.sectionCounts(counts), from: number)])
    }
  }

  /// Finds reasons why a list may be empty.
  func explainEmpty(_ request: ListRequest, in state: ReaderState) {
    let scope = scope(of: state.snapshot, state)
    let number = state.snapshot.number
    let section = request.section.map { state.settings.sections[$0] }
    onlyLatest(.hints, on: counter) { [inbox] in
      inbox.receive([.answered(.hints(request.hints(section, in: scope), request), from: number)])
    }
  }

  /// Counts the stories of each source, topic and label, for completion.
  func readNames(in state: ReaderState) {
    let (snapshot, marks) = (state.snapshot, state.marks)
    counter.perform { [inbox] in
      inbox.receive([.answered(.names(LibraryNames(of: snapshot.library, marks)), from: snapshot.number)])
    }
  }

  /// Reads excerpts around the words of a search from some stories.
  func readExcerpts(of stories: [StoryIndex], _ request: ListRequest, in state: ReaderState) {
    let snapshot = state.snapshot
    thread.perform { [inbox] in
      let words = request.wordQuery.words
      let found = SearchExcerpt.read(of: stories, in: snapshot.library, words: words)
      inbox.receive([.answered(.excerpts(found, request), from: snapshot.number)])
    }
  }

  private func scope(of snapshot: LibrarySnapshot, _ state: ReaderState) -> QueryScope {
    QueryScope(
      library: snapshot.library, marks: state.marks, indexPath: indexPath, related: related,
      now: state.now, zone: state.zone)
  }

  /// Runs a job, unless another one of its kind is requested before it starts.
  private func onlyLatest(_ kind: Kind, on thread: WorkerThread, _ job: @escaping @Sendable () -> Void) {
    let number = nextNumber(kind)
    thread.perform { [self] in
      if isLatest(number, kind) { job() }
    }
  }

  private func nextNumber(_ kind: Kind) -> Int {
    latest.withLock { latest in
      latest[kind.rawValue] += 1
      return latest[kind.rawValue]
    }
  }

  private func isLatest(_ number: Int, _ kind: Kind) -> Bool {
    latest.withLock { $0[kind.rawValue] == number }
  }
}
