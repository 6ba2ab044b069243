import Glibc
public import StoryLibrary
import Synchronization

/// The index of a running program, shared by several threads: the index file, plus the stories that have
/// arrived since. Another program makes the file; the latest one is opened on access.
public final class CurrentRelatedIndex: Sendable {
  /// If more stories arrive at once, they are not added one by one but left to the next index.
  private static let mostArrivals = 64

  private let path: String
  private let state = Mutex(State())

  private struct State {
    var index: RelatedIndex?
    var file: FileIdentity?
    /// The number of story numbers seen so far, and the snapshot that they belong to.
    var seen: (count: Int, snapshot: Int)?
    /// The stories that have arrived since. They are also added to the next file if it lacks them.
    var arrived: [StoryTerms] = []
  }

  /// - Parameter path: the path of the file.
  public init(path: String) { self.path = path }

  /// The current index; nil if there is none. The parts read from its file do not stay in memory.
  public var index: RelatedIndex? {
    state.withLock { state in
      open(&state)
      // Copies of its tables load their rows separately.
      var index = state.index
      index?.releaseFileMemory()
      return index
    }
  }

  /// Whether the file is not the one that was opened last.
  public var isOutdated: Bool { state.withLock { $0.file != FileIdentity(path) } }

  /// Adds the stories that have arrived since the last snapshot, with their threads and copies. It reads
  /// their texts and those of possible copies, so it must not run on the terminal's thread.
  /// - Returns: how many were added.
  public func addArrivals(of snapshot: LibrarySnapshot) -> Int {
    state.withLock { state in
      let numbers = CurrentRelatedIndex.arrivals(in: snapshot, &state)
      if numbers.isEmpty { return 0 }
      open(&state)
      return add(numbers, of: snapshot.library, to: &state)
    }
  }

  /// The numbers of the stories that have arrived since the last snapshot; none if they are not known.
  private static func arrivals(in snapshot: LibrarySnapshot, _ state: inout State) -> Range<Int> {
    let (before, count) = (state.seen, snapshot.library.storyNumbers.count)
    state.seen = (count, snapshot.number)
    // Without an earlier library, arrivals are unknown; after a change of numbers, numbers may mean other
    // stories.
    guard let before, snapshot.sharesNumbers(withSnapshot: before.snapshot), before.count < count,
      count - before.count <= mostArrivals, before.snapshot <= snapshot.number
    else { return 0..<0 }
    return before.count..<count
  }

  private func add(_ numbers: Range<Int>, of library: Library, to state: inout State) -> Int {
    guard state.index != nil else { return 0 }
    var maker = StoryTermsMaker()
    var texts = TextReader()
    var comparing = TextComparing(library)
    var added = 0
    for number in numbers {
      guard let story = library.storyShown(numbered: number),
        let terms = texts.terms(of: story, in: library, &maker)
      else { continue }
      state.arrived.append(terms)
      state.index?.insert(terms) { comparing.shares($0, $1) }
      added += 1
    }
    state.index?.releaseFileMemory()
    return added
  }

  private func open(_ state: inout State) {
    let file = FileIdentity(path)
    guard file != state.file else { return }
    let earlier = state.index
    (state.file, state.index) = (file, RelatedIndex(path: path))
    // A file whose making began before a story arrived does not contain it. The copies of the story were found
    // at its arrival.
    state.arrived.removeAll { state.index?.number(of: $0.key) != nil }
    for terms in state.arrived { state.index?.insert(terms) { earlier?.shares($0.key, $1.key) } }
  }
}

/// Identifies the file at a path: a replacement has another inode number or time.
private struct FileIdentity: Equatable {
  let number: UInt64
  let seconds: Int
  let nanoseconds: Int

  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    (number, seconds, nanoseconds) = (UInt64(status.st_ino), status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
  }
}
