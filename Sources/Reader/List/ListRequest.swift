public import Configuration
public import Queries
import StoryLibrary

/// The requested stories of the list and their presentation.
public struct ListRequest: Hashable, Sendable {
  /// The selected section by its number in the configuration; nil for all stories.
  public var section: Int?
  /// A query that stories must match, as typed; empty for none.
  public var filter = ""
  /// Words to search for in all stories, the last of which may be a prefix; empty for none.
  public var words = ""
  /// The order of the list.
  public var sort = StorySort()
  /// The grouping of the list.
  public var grouping = StoryGrouping.none

  /// All stories, newest first.
  public init() {}

  /// Whether this requests the library's own list.
  public var isEverything: Bool { self == ListRequest() }

  /// The prefix of a filter by a thread; the identity of one of its stories follows.
  static let threadPrefix = QueryKey.thread.rawValue + ":"

  /// Whether the filter requests a thread and nothing else.
  var isThread: Bool {
    filter.hasPrefix(ListRequest.threadPrefix)
      && StoryID(String(filter.dropFirst(ListRequest.threadPrefix.count))) != nil
  }

  /// The words as a query.
  public var wordQuery: StoryQuery { StoryQuery(words, isPrefix: true).findingFolded }

  /// The requested selection, together with the section's own query.
  public func selection(_ section: Settings.Section?) -> StorySelection {
    let query = (section?.query ?? StoryQuery()).and(StoryQuery(filter)).and(wordQuery)
    return StorySelection(query: query, sort: sort, grouping: grouping)
  }
}
