public import Marks
public import StoryLibrary

/// The stories that a command applies to: the current one, or all picked ones. They are referred to by their
/// identities, which stay the same when the library renumbers its stories.
public struct ChosenStories: Hashable, Sendable {
  /// The maximum number of stories handled on the terminal's thread; more are handled by a worker.
  static let few = 1_000

  /// In the order of the list, if there are few.
  private let ordered: [StoryID]
  /// All of them, if there are many.
  private let many: Set<StoryID>

  /// The given stories, in this order.
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

  /// The number of stories.
  public var count: Int { many.isEmpty ? ordered.count : many.count }

  /// Whether there are many, so that a worker has to handle them.
  var areMany: Bool { !many.isEmpty }

  /// Those that a library contains; many are sorted newest first. For many, call it outside the terminal's thread.
  public func stories(in library: Library) -> [StoryIndex] {
    if many.isEmpty { return ordered.compactMap { library.index(of: $0) } }
    return many.compactMap { library.index(of: $0) }
      .map { (library.position(of: $0) ?? .max, $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }
}

/// A change to stories, regardless of their current marks.
public enum MarkWish: Hashable, Sendable {
  /// Read, starred or archived; if all stories already are, the opposite.
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

/// A change to the chosen stories. If there are many, the exact change of marks is determined when it is
/// written.
public struct ChosenMarks: Hashable, Sendable {
  private let wish: MarkWish
  let chosen: ChosenStories
  private let library: Library
  private let marks: MarkTable

  init(_ wish: MarkWish, _ chosen: ChosenStories, in library: Library, _ marks: MarkTable) {
    (self.wish, self.chosen, self.library, self.marks) = (wish, chosen, library, marks)
  }

  /// Everything as a single change.
  public var change: MarkChange {
    let stories = chosen.stories(in: library).map { library.identity(of: $0) }
    return MarkChange(wish.kind(for: stories, marks), stories)
  }

  /// Whether the change and the stories are the same.
  public static func == (first: ChosenMarks, second: ChosenMarks) -> Bool {
    first.wish == second.wish && first.chosen == second.chosen
      && first.marks.revision == second.marks.revision
  }

  /// Hashes the change and the stories.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(wish)
    hasher.combine(chosen)
  }
}
