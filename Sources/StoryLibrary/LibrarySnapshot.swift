/// An immutable state of a library: any thread may use it for as long as it likes, while its
/// owner goes on (see ``LiveLibrary``).
///
/// Snapshots are numbered. Whatever is found in one names its number, so that it is known whether it still means the
/// same stories when it arrives.
public final class LibrarySnapshot: Sendable {
  /// Later snapshots have higher numbers; two with the same number have the same library.
  public let number: Int
  /// The stories, put in order.
  public let library: Library
  /// How far loading had come.
  public let load: LoadState
  /// The first snapshot in which stories have the numbers that they have here.
  let numberedSince: Int
  let renumbering: Renumbering?

  /// How stories got their numbers from those that they had in earlier snapshots.
  struct Renumbering: Sendable {
    /// What ``numberedSince`` was before.
    var previous: Int
    var numbers: StoryNumbers
  }

  init(number: Int, library: Library, load: LoadState, numberedSince: Int, renumbering: Renumbering?) {
    (self.number, self.library, self.load) = (number, library, load)
    (self.numberedSince, self.renumbering) = (numberedSince, renumbering)
  }

  /// The snapshot before anything was found.
  public static func empty(began: Int64) -> LibrarySnapshot { LiveLibrary(began: began).snapshot }

  /// The first snapshot of a library that was read elsewhere.
  public static func first(of library: Library) -> LibrarySnapshot {
    var live = LiveLibrary(began: 0)
    live.open(library)
    return live.publish()
  }

  /// Whether what was found in the snapshot with a number means the same stories here. If not, it is of no use: their
  /// numbers belong to other stories now.
  public func sharesNumbers(withSnapshot number: Int) -> Bool { number >= numberedSince }

  /// What the stories of an earlier snapshot are called here; nil when this is another library, or one that has been
  /// renumbered more than once since.
  public func translation(from earlier: LibrarySnapshot) -> StoryTranslation? {
    if sharesNumbers(withSnapshot: earlier.number) { return StoryTranslation(numbers: nil) }
    guard let renumbering, renumbering.previous == earlier.numberedSince else { return nil }
    return StoryTranslation(numbers: renumbering.numbers)
  }
}

/// The stories of a snapshot under the numbers that they have in a later one.
public struct StoryTranslation: Sendable {
  /// Nil where they are the same.
  let numbers: StoryNumbers?

  /// Stories have other numbers now.
  public var isRenumbering: Bool { numbers != nil }

  /// The story in the later snapshot; nil when it is not known there.
  public func story(_ index: StoryIndex) -> StoryIndex? {
    guard let numbers else { return index }
    return numbers.new(index)
  }
}
