public import Marks
public import StoryLibrary

/// How many stories are not read.
public struct UnreadCounts: Hashable, Sendable {
  /// Of all stories.
  public var library = 0
  /// Of those in the list, under folded headings too.
  public var list = 0

  /// No stories.
  public init() {}

  /// Counts them. It takes time for many stories or marks: to be done beside the terminal's thread, once for each list
  /// and snapshot.
  public init(in listing: Listing, of library: Library, _ marks: MarkTable) {
    self.library = library.order.count - library.readCount(of: marks.titles, marks)
    let count = listing.storyCount(in: library)
    list =
      listing.isEverything
      ? self.library
      : count < marks.titles.count
        ? listing.count { !marks.isRead(library.identity(of: $0)) }
        : count - library.readCount(of: marks.titles, marks) { listing.contains($0) }
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

extension Library {
  /// How many stories with some titles are read.
  fileprivate func readCount(
    of titles: some Collection<StoryID>, _ marks: MarkTable,
    where isMeant: (StoryIndex) -> Bool = { _ in true }
  ) -> Int {
    // A story may have had several headlines.
    var counted: Set<StoryIndex> = []
    for title in titles {
      for story in stories(titled: title) where isMeant(story) && marks.isRead(identity(of: story)) {
        counted.insert(story)
      }
    }
    return counted.count
  }
}

/// A few marks are counted as they come, so that the screen follows each key; many, and other lists and snapshots, by a
/// worker.
extension ReaderState {
  /// How many stories of the list are not read.
  public var unreadCount: Int { unread.list }

  /// What ``ReaderEffect/countUnread`` is to be counted in.
  public var unreadScope: UnreadScope {
    UnreadScope(snapshot: snapshot.number, list: listNumber, marks: marks.revision)
  }

  /// All stories have been counted.
  var isCounted: Bool { countedScope == unreadScope }

  /// The list is the one that was asked for, and its stories have been counted.
  public var isComplete: Bool { listed == request && isCounted }

  /// Has another list or library counted. What is known of the whole library needs no counting again.
  mutating func countUnread() -> [ReaderEffect] {
    let scope = unreadScope
    if listing.isEverything, countedScope?.snapshot == scope.snapshot, countedScope?.marks == scope.marks {
      (unread.list, countedScope) = (unread.library, scope)
    }
    return isCounted ? [] : [.countUnread]
  }

  func countSections() -> [ReaderEffect] { settings.sections.isEmpty ? [] : [.countSections] }

  /// The most changes of marks that are counted on the terminal's thread.
  private static let fewMarks = 100

  /// Takes over what changed on disk.
  mutating func take(_ update: MarkUpdate) -> [ReaderEffect] {
    let titles = update.titles
    // Another database may have another number for the same revision.
    if update.isWhole { countedScope = nil }
    if isCounted, titles.count <= ReaderState.fewMarks {
      let before = readCounts(of: titles)
      marks.apply(update)
      let after = readCounts(of: titles)
      unread.library -= after.library - before.library
      unread.list -= after.list - before.list
      countedScope = unreadScope
    } else {
      marks.apply(update)
    }
    return reduce(story: .marksChanged) + countUnread() + countSections()
  }

  private func readCounts(of titles: Set<StoryID>) -> (library: Int, list: Int) {
    (
      library.readCount(of: titles, marks), library.readCount(of: titles, marks) { listing.contains($0) }
    )
  }
}
