public import Marks
public import PageFormats
public import StoryLibrary
public import Understanding

/// The stories that a list shows, with their order and grouping.
public struct StorySelection: Hashable, Sendable {
  /// Which stories.
  public var query: StoryQuery
  /// Their order.
  public var sort: StorySort
  /// Their grouping.
  public var grouping: StoryGrouping

  /// A selection; by default all stories, newest first.
  public init(
    query: StoryQuery = StoryQuery(), sort: StorySort = .newestFirst, grouping: StoryGrouping = .none
  ) {
    (self.query, self.sort, self.grouping) = (query, sort, grouping)
  }

  /// Whether it is the library's own list, ``Library/order``, without archived stories.
  public var isEverything: Bool { query.isEmpty && sort == .newestFirst && grouping == .none }

  /// The stories of the selection, and the pinned one even if it does not match. Takes a few milliseconds, or with
  /// words but without an index as long as reading all pages: do not call it on the terminal's thread.
  public func stories(in scope: QueryScope, pinned: StoryIndex? = nil) -> SelectedStories {
    let filter = QueryFilter(query, in: scope)
    let isEverything = query.isEmpty && !query.hidesArchived(in: scope)
    var selected = SelectedStories(
      stories: isEverything
        ? Array(scope.library.order) : scope.library.order.filter { $0 == pinned || filter.matches($0) })
    selected.scores = filter.scores
    selected.sort(by: sort, in: scope)
    selected.group(by: grouping, sort, scope)
    return selected
  }

  /// The number of unread stories in the selection, for a tab.
  public func unreadCount(in scope: QueryScope) -> Int {
    StorySelection.unreadCounts(of: [query], in: scope)[0]
  }

  /// The number of unread stories that match each query. Reads the list once.
  public static func unreadCounts(of queries: [StoryQuery], in scope: QueryScope) -> [Int] {
    var scope = scope
    scope.library.releaseFileMemory()
    var filters = queries.map { QueryFilter($0, in: scope) }
    var counts = queries.map { _ in 0 }
    for (place, story) in scope.library.order.enumerated() {
      // Releases what was read from the catalogue for this: together, that would be most of the library.
      if place % storiesBetweenReleases == 0 {
        scope.library.releaseFileMemory()
        for number in filters.indices { filters[number].use(scope.library) }
      }
      if scope.isRead(story) { continue }
      for (number, filter) in filters.enumerated() where filter.matches(story) { counts[number] += 1 }
    }
    return counts
  }

  /// Stories that are near each other in the list are near each other in the catalogue.
  private static let storiesBetweenReleases = 8_192

  /// Whether one story, for example a new one, belongs to the selection. Reads its pages if the query has words.
  public func contains(_ story: StoryIndex, in scope: QueryScope) -> Bool {
    query.isEmpty && !query.hidesArchived(in: scope)
      || QueryFilter(query, in: scope, isForOneStory: true).matches(story)
  }
}

/// What queries search: values, so that any thread can run them.
public struct QueryScope: Sendable {
  /// The stories.
  public var library: Library
  /// Their marks.
  public var marks: MarkTable
  /// The path of the word index; if it is nil or does not exist, texts are scanned instead.
  public var indexPath: String?
  /// Which stories are related; nil: no threads and no copies are known.
  public var related: CurrentRelatedIndex?
  /// The time to which ages in a query are relative, in seconds since 1970 (UTC).
  public var now: Int64
  /// The time zone of days.
  public var zone: LocalZone

  /// A library with its marks.
  public init(
    library: Library, marks: MarkTable, indexPath: String? = nil, related: CurrentRelatedIndex? = nil,
    now: Int64,
    zone: LocalZone = .utc
  ) {
    self.related = related
    (self.library, self.marks, self.indexPath, self.now) = (library, marks, indexPath, now)
    self.zone = zone
  }

  func isRead(_ story: StoryIndex) -> Bool { marks.isRead(library.identity(of: story)) }

  func isArchived(_ story: StoryIndex) -> Bool { marks.isArchived(library.identity(of: story)) }
}

/// The stories of a selection in their order.
public struct SelectedStories: Sendable, Hashable {
  /// The stories in the order of the list, group by group.
  public internal(set) var stories: [StoryIndex]
  /// The groups in order; empty if the list is not grouped.
  public internal(set) var groups: [StoryGroup] = []
  /// The scores, by the numbers of stories; empty if no words were searched for.
  var scores: [Float] = []

  /// No stories, or some without groups.
  public init(stories: [StoryIndex] = []) {
    self.stories = stories
  }

  /// How well a story matches the words of the query, comparable within one selection: higher is better. 0 if no words
  /// were searched for.
  public func score(of story: StoryIndex) -> Float { story.number < scores.count ? scores[story.number] : 0 }
}
