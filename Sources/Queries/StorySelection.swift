public import Marks
public import PageFormats
public import StoryLibrary
public import Understanding

/// Which stories a list shows, and in which order: a value to keep with a tab or a prompt.
public struct StorySelection: Hashable, Sendable {
  /// Which stories.
  public var query: StoryQuery
  /// In which order.
  public var sort: StorySort
  /// Under which headings.
  public var grouping: StoryGrouping

  /// A selection; without arguments all stories, newest first.
  public init(
    query: StoryQuery = StoryQuery(), sort: StorySort = .newestFirst, grouping: StoryGrouping = .none
  ) {
    (self.query, self.sort, self.grouping) = (query, sort, grouping)
  }

  /// It is the library's own list: whoever shows it uses ``Library/order`` as it is, without archived stories.
  public var isEverything: Bool { query.isEmpty && sort == .newestFirst && grouping == .none }

  /// The stories of the selection. Takes from a few milliseconds to, with words and no index of them, as long as it
  /// takes to read all pages: not for the thread that draws. The pinned story is in it whether it matches or not.
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

  /// How many unread stories there are in the selection, for a tab.
  public func unreadCount(in scope: QueryScope) -> Int {
    StorySelection.unreadCounts(of: [query], in: scope)[0]
  }

  /// How many unread stories match each of several queries. Goes through the list once.
  public static func unreadCounts(of queries: [StoryQuery], in scope: QueryScope) -> [Int] {
    var scope = scope
    // What is read of a catalogue for this goes with it, and does not stay with the library.
    scope.library.releaseFileMemory()
    let filters = queries.map { QueryFilter($0, in: scope) }
    var counts = queries.map { _ in 0 }
    for story in scope.library.order where !scope.isRead(story) {
      for (number, filter) in filters.enumerated() where filter.matches(story) { counts[number] += 1 }
    }
    return counts
  }

  /// Whether one story, one that has just come for instance, belongs to the selection. Reads its pages where words are
  /// asked for.
  public func contains(_ story: StoryIndex, in scope: QueryScope) -> Bool {
    query.isEmpty && !query.hidesArchived(in: scope)
      || QueryFilter(query, in: scope, isForOneStory: true).matches(story)
  }
}

/// What a query is asked of: copies, so that any thread can answer it.
public struct QueryScope: Sendable {
  /// The stories.
  public var library: Library
  /// What the reader did to them.
  public var marks: MarkTable
  /// Where the index of their words is; nil or a file that is not there: texts are looked through instead.
  public var indexPath: String?
  /// Which stories are related; nil: no threads and no copies are known.
  public var related: CurrentRelatedIndex?
  /// What ages in a query count back from, in seconds since 1970 (UTC).
  public var now: Int64
  /// In which days are counted.
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
  /// In the order of the list, group by group.
  public internal(set) var stories: [StoryIndex]
  /// All of them, one after another; none where nothing is grouped.
  public internal(set) var groups: [StoryGroup] = []
  /// By the numbers of stories; empty where no words were looked for.
  var scores: [Float] = []

  /// No stories, or some without groups.
  public init(stories: [StoryIndex] = []) {
    self.stories = stories
  }

  /// How well a story fits the words of the query: the higher the better, comparable within one selection; 0 where no
  /// words were looked for.
  public func score(of story: StoryIndex) -> Float { story.number < scores.count ? scores[story.number] : 0 }
}
