import Threads

/// An immutable state of a library: any thread may use it for any length of time while its owner continues to change
/// the library (see ``LiveLibrary``).
///
/// Snapshots are numbered. Every result obtained from a snapshot includes its number, so that the receiver knows
/// whether the result still refers to the same stories.
public final class LibrarySnapshot: Sendable {
  /// Later snapshots have higher numbers; two with the same number have the same library.
  public let number: Int
  /// The library, with its stories sorted.
  public let library: Library
  /// The state of loading.
  public let load: LoadState
  /// The first snapshot in which stories have the same numbers as here.
  let numberedSince: Int
  let renumbering: Renumbering?

  /// Maps the numbers of stories in earlier snapshots to their current ones.
  struct Renumbering: Sendable {
    /// The previous ``numberedSince``.
    var previous: Int
    var numbers: StoryNumbers
  }

  /// Frees the memory of snapshots: a library of many pages has thousands of chunks, and the last one to use a snapshot
  /// is often the terminal's thread.
  static let release = WorkerThread(name: "release", niceness: 5)

  init(number: Int, library: Library, load: LoadState, numberedSince: Int, renumbering: Renumbering?) {
    (self.number, self.library, self.load) = (number, library, load)
    (self.numberedSince, self.renumbering) = (numberedSince, renumbering)
  }

  deinit {
    guard number > 0 else { return }
    LibrarySnapshot.release.perform { [library] in withExtendedLifetime(library) {} }
  }

  /// The snapshot before anything has been found.
  public static func empty(began: Int64) -> LibrarySnapshot { LiveLibrary(began: began).snapshot }

  /// The first snapshot of a library that was not loaded by a ``LiveLibrary``.
  public static func first(of library: Library) -> LibrarySnapshot {
    var live = LiveLibrary(began: 0)
    live.open(library)
    return live.publish()
  }

  /// Whether results from the snapshot with a number refer to the same stories here. If not, they are useless, because
  /// the numbers now belong to other stories.
  public func sharesNumbers(withSnapshot number: Int) -> Bool { number >= numberedSince }

  /// Translates the story numbers of an earlier snapshot to those of this one; nil if this is another library, or one
  /// that has been renumbered more than once since.
  public func translation(from earlier: LibrarySnapshot) -> StoryTranslation? {
    if sharesNumbers(withSnapshot: earlier.number) { return StoryTranslation(numbers: nil) }
    guard let renumbering, renumbering.previous == earlier.numberedSince else { return nil }
    return StoryTranslation(numbers: renumbering.numbers)
  }
}

/// Translates story numbers of one snapshot to those of a later one.
public struct StoryTranslation: Sendable {
  /// Nil if the numbers are the same.
  let numbers: StoryNumbers?

  /// Whether the numbers of stories have changed.
  public var isRenumbering: Bool { numbers != nil }

  /// The story in the later snapshot; nil if it does not exist there.
  public func story(_ index: StoryIndex) -> StoryIndex? {
    guard let numbers else { return index }
    return numbers.new(index)
  }
}
