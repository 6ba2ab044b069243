public import Marks
public import StoryLibrary

/// The numbers of unread stories.
public struct UnreadCounts: Hashable, Sendable {
  /// In the library, without archived stories.
  public var library = 0
  /// In the list, including those under folded headings.
  public var list = 0

  /// No stories.
  public init() {}

  /// Counts them. This takes time for many stories or marks: do it outside the terminal's thread, once for each list
  /// and snapshot.
  public init(in listing: Listing, of library: Library, _ marks: MarkTable) {
    self.library = library.order.count - library.doneCount(of: marks.titles, marks)
    let count = listing.storyCount(in: library)
    list =
      listing.isEverything
      ? self.library + library.archivedUnreadCount(in: listing, marks)
      : count < marks.titleCount
        ? listing.count { !marks.isRead(library.identity(of: $0)) }
        : count - library.readCount(of: marks.titles, marks) { listing.contains($0, in: library) }
  }
}

/// The list, library and marks in which unread stories were counted: counts for other ones are out of date.
public struct UnreadScope: Hashable, Sendable {
  var snapshot: Int
  /// The number of the list; lists are numbered as they are shown.
  var list: Int
  /// The revision of the marks.
  var marks: Int
}

/// The unread stories of a list, to be marked as read. They are determined when the marks are written, because
/// there may be very many.
public struct UnreadStories: Hashable, Sendable {
  private let scope: UnreadScope
  private let listing: Listing
  private let library: Library
  private let marks: MarkTable

  init(in listing: Listing, of library: Library, _ marks: MarkTable, _ scope: UnreadScope) {
    (self.listing, self.library, self.marks, self.scope) = (listing, library, marks, scope)
  }

  /// Marks them as read. A story in several groups counts once.
  public var change: MarkChange {
    var seen: Set<StoryIndex> = []
    var stories: [StoryIdentity] = []
    func add(_ story: StoryIndex) {
      let identity = library.identity(of: story)
      if !marks.isRead(identity), seen.insert(story).inserted { stories.append(identity) }
    }
    listing.visitStories(of: library, add)
    return MarkChange(.read(true), stories)
  }

  /// Whether they belong to the same list, library and marks.
  public static func == (first: UnreadStories, second: UnreadStories) -> Bool { first.scope == second.scope }

  /// Hashes the list, library and marks.
  public func hash(into hasher: inout Hasher) { hasher.combine(scope) }
}

extension Library {
  /// The number of read stories with the given titles.
  func readCount(
    of titles: some Sequence<StoryID>, _ marks: MarkTable, where isMeant: (StoryIndex) -> Bool
  ) -> Int {
    count(of: titles) { isMeant($0) && marks.isRead(identity(of: $0)) }
  }

  /// The number of read or archived stories with the given titles.
  fileprivate func doneCount(of titles: some Sequence<StoryID>, _ marks: MarkTable) -> Int {
    count(of: titles) {
      let identity = identity(of: $0)
      return marks.isRead(identity) || marks.isArchived(identity)
    }
  }

  /// The number of unread archived stories that are still in a list: the open one.
  fileprivate func archivedUnreadCount(in listing: Listing, _ marks: MarkTable) -> Int {
    guard marks.hasArchived else { return 0 }
    return count(of: marks.archivedTitles) {
      let identity = identity(of: $0)
      return marks.isArchived(identity) && !marks.isRead(identity) && listing.contains($0, in: self)
    }
  }

  private func count(of titles: some Sequence<StoryID>, where isMeant: (StoryIndex) -> Bool) -> Int {
    // A story may have had several headlines.
    var counted: Set<StoryIndex> = []
    for title in titles {
      for story in stories(titled: title) where isMeant(story) { counted.insert(story) }
    }
    return counted.count
  }
}
