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
    var pass = ListPass([query], in: scope)
    let isEverything = query.isEmpty && !query.hidesArchived(in: scope)
    var stories: [StoryIndex] = []
    if isEverything {
      stories = Array(scope.library.order)
    } else {
      pass.visit { some, _, filters in
        stories += some.lazy.filter { $0 == pinned || filters[0].matches($0) }
      }
    }
    var selected = SelectedStories(stories: stories)
    selected.scores = pass.filters[0].scores
    selected.sort(by: sort, in: pass.scope)
    selected.group(by: grouping, sort, pass.scope)
    return selected
  }

  /// The number of unread stories in the selection, for a tab.
  public func unreadCount(in scope: QueryScope) -> Int {
    StorySelection.unreadCounts(of: [query], in: scope)[0]
  }

  /// The number of unread stories that match each query. Reads the list once.
  public static func unreadCounts(of queries: [StoryQuery], in scope: QueryScope) -> [Int] {
    var counts = queries.map { _ in 0 }
    var pass = ListPass(queries, in: scope)
    pass.visit { stories, scope, filters in
      for story in stories where !scope.isRead(story) {
        for (number, filter) in filters.enumerated() where filter.matches(story) { counts[number] += 1 }
      }
    }
    return counts
  }

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

  func isRead(_ story: StoryIndex) -> Bool {
    mayBeFlagged(story) && marks.isRead(library.identity(of: story))
  }

  func isStarred(_ story: StoryIndex) -> Bool {
    mayBeFlagged(story) && marks.isStarred(library.identity(of: story))
  }

  func isArchived(_ story: StoryIndex) -> Bool {
    marks.hasArchived && mayBeFlagged(story) && marks.isArchived(library.identity(of: story))
  }

  func isStarted(_ story: StoryIndex) -> Bool {
    mayBeKnown(story) && marks.isStarted(library.identity(of: story))
  }

  func isNoted(_ story: StoryIndex) -> Bool {
    mayBeKnown(story) && marks.isNoted(library.identity(of: story))
  }

  func has(label: String, _ story: StoryIndex) -> Bool {
    mayBeKnown(story) && marks.labels(of: library.identity(of: story)).contains(label)
  }

  private func mayBeFlagged(_ story: StoryIndex) -> Bool {
    marks.mayBeFlagged(titled: library.titleID(of: story), hasPage: library.hasPage(story))
  }

  private func mayBeKnown(_ story: StoryIndex) -> Bool {
    marks.mayBeKnown(titled: library.titleID(of: story), hasPage: library.hasPage(story))
  }
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
