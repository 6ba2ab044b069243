import Glibc
public import StoryLibrary
import Synchronization

/// The index of a running program, for several threads: as it is kept in a file, with the stories that have come since.
/// Another program makes the file; the one that is there is opened when somebody asks.
public final class CurrentRelatedIndex: Sendable {
  /// More stories at once are not added one by one: the next index has them.
  private static let mostArrivals = 64

  private let path: String
  private let state = Mutex(State())

  private struct State {
    var index: RelatedIndex?
    var file: FileIdentity?
    /// The numbers of stories that have been looked at, and what they are numbers of.
    var seen: (count: Int, snapshot: Int)?
    /// Those that came since, to be added to the next file, too, if it was made without them.
    var arrived: [StoryTerms] = []
  }

  /// - Parameter path: of the file.
  public init(path: String) { self.path = path }

  /// The index as it is now; nil where there is none. What was looked at in its file does not stay in memory.
  public var index: RelatedIndex? {
    state.withLock { state in
      open(&state)
      // Copies of its tables load their rows by themselves.
      var index = state.index
      index?.releaseFileMemory()
      return index
    }
  }

  /// There is another file than the one that was opened last.
  public var isOutdated: Bool { state.withLock { $0.file != FileIdentity(path) } }

  /// Adds the stories that have come since the last snapshot, with their threads and copies. It reads their texts, and
  /// those of stories that they may be copies of: nothing for a terminal's thread.
  /// - Returns: how many have been added.
  public func addArrivals(of snapshot: LibrarySnapshot) -> Int {
    let library = snapshot.library
    let count = library.storyNumbers.count
    return state.withLock { state in
      let before = state.seen
      state.seen = (count, snapshot.number)
      // Nothing is known of where there was no library before, and numbers may be of other stories now.
      guard let before, snapshot.sharesNumbers(withSnapshot: before.snapshot), before.count < count,
        count - before.count <= CurrentRelatedIndex.mostArrivals, before.snapshot <= snapshot.number
      else { return 0 }
      open(&state)
      guard state.index != nil else { return 0 }
      var maker = StoryTermsMaker()
      var texts = TextReader()
      var comparing = TextComparing(library)
      var added = 0
      for number in before.count..<count {
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
  }

  private func open(_ state: inout State) {
    let file = FileIdentity(path)
    guard file != state.file else { return }
    (state.file, state.index) = (file, RelatedIndex(path: path))
    // A file that was begun before a story came is without it.
    state.arrived.removeAll { state.index?.number(of: $0.key) != nil }
    for terms in state.arrived { state.index?.insert(terms) { _, _ in nil } }
  }
}

/// Whether a path leads to the same file as before: one that takes the place of another has another number or time.
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
