public import Marks
public import StoryLibrary

/// The stories that a command is about: the one where the reader is, or all that are picked. They are known by their
/// identities, which stay the same when the library numbers its stories anew.
public struct ChosenStories: Hashable, Sendable {
  /// So many are dealt with on the terminal's thread; more, by a worker.
  static let few = 1_000

  /// In the order of the list, as far as they are few.
  private let ordered: [StoryID]
  /// All of them, where they are many.
  private let many: Set<StoryID>

  /// These stories, in this order.
  public init(_ ids: [StoryID]) { self.init(ordered: ids, many: []) }

  private init(ordered: [StoryID], many: Set<StoryID>) { (self.ordered, self.many) = (ordered, many) }

  /// Picked stories, in the order of a list.
  init(_ picked: Set<StoryID>, in listing: Listing, of library: Library) {
    guard picked.count <= ChosenStories.few else {
      self.init(ordered: [], many: picked)
      return
    }
    let placed = picked.map { id in
      (library.index(of: id).flatMap { listing.row(of: $0, in: library) } ?? .max, id)
    }
    self.init(placed.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.1))
  }

  /// How many they are.
  public var count: Int { many.isEmpty ? ordered.count : many.count }

  /// Where there are many, what is done to them is for a worker.
  var areMany: Bool { !many.isEmpty }

  /// Those that a library has: many of them newest first. For many, to be asked outside the terminal's thread.
  public func stories(in library: Library) -> [StoryIndex] {
    if many.isEmpty { return ordered.compactMap { library.index(of: $0) } }
    return many.compactMap { library.index(of: $0) }
      .map { (library.position(of: $0) ?? .max, $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }
}

/// What is to be done to stories, whatever they are now.
public enum MarkWish: Hashable, Sendable {
  /// Read, starred, archived; where all of them are so already, the contrary.
  case toggleRead, toggleStar, toggleArchived
  case labels(LabelChange)

  fileprivate func kind(for stories: [StoryIdentity], _ marks: MarkTable) -> MarkChange.Kind {
    switch self {
    case .toggleRead: .read(!stories.allSatisfy { marks.isRead($0) })
    case .toggleStar: .starred(!stories.allSatisfy { marks.isStarred($0) })
    case .toggleArchived: .archived(!stories.allSatisfy { marks.isArchived($0) })
    case .labels(let change): .labels(change)
    }
  }
}

/// What is to be done to chosen stories. Which change of marks that is, is found out where it is written when they are
/// many.
public struct ChosenMarks: Hashable, Sendable {
  private let wish: MarkWish
  let chosen: ChosenStories
  private let library: Library
  private let marks: MarkTable

  init(_ wish: MarkWish, _ chosen: ChosenStories, in library: Library, _ marks: MarkTable) {
    (self.wish, self.chosen, self.library, self.marks) = (wish, chosen, library, marks)
  }

  /// All of it as one change.
  public var change: MarkChange {
    let stories = chosen.stories(in: library).map { library.identity(of: $0) }
    return MarkChange(wish.kind(for: stories, marks), stories)
  }

  /// Whether the same is to be done to the same stories.
  public static func == (first: ChosenMarks, second: ChosenMarks) -> Bool {
    first.wish == second.wish && first.chosen == second.chosen
      && first.marks.revision == second.marks.revision
  }

  /// Hashes what is to be done, and to what.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(wish)
    hasher.combine(chosen)
  }
}
