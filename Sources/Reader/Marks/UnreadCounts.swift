public import Marks
public import StoryLibrary

/// How many stories are not read.
public struct UnreadCounts: Hashable, Sendable {
  /// Of all stories that are not archived.
  public var library = 0
  /// Of those in the list, under folded headings too.
  public var list = 0

  /// No stories.
  public init() {}

  /// Counts them. It takes time for many stories or marks: to be done outside the terminal's thread, once for each list
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

/// What unread stories were counted in: what was counted for another list, library or other marks is out of date.
public struct UnreadScope: Hashable, Sendable {
  var snapshot: Int
  /// Lists are numbered as they are shown.
  var list: Int
  /// The revision of the marks.
  var marks: Int
}

/// The stories of a list that are not read, to be marked as read: which they are is found out where they are written,
/// since they may be very many.
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

  /// Whether they are those of the same list, library and marks.
  public static func == (first: UnreadStories, second: UnreadStories) -> Bool { first.scope == second.scope }

  /// Hashes what they are the stories of.
  public func hash(into hasher: inout Hasher) { hasher.combine(scope) }
}

extension Library {
  /// How many stories with some titles are read.
  func readCount(
    of titles: some Sequence<StoryID>, _ marks: MarkTable, where isMeant: (StoryIndex) -> Bool
  ) -> Int {
    count(of: titles) { isMeant($0) && marks.isRead(identity(of: $0)) }
  }

  /// How many stories with some titles are read or archived.
  fileprivate func doneCount(of titles: some Sequence<StoryID>, _ marks: MarkTable) -> Int {
    count(of: titles) {
      let identity = identity(of: $0)
      return marks.isRead(identity) || marks.isArchived(identity)
    }
  }

  /// How many stories are unread and archived and in a list all the same: the one that is being read.
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
