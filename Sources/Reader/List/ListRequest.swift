public import Configuration
public import Queries
import StoryLibrary

/// Which stories the list is to show, and how.
public struct ListRequest: Hashable, Sendable {
  /// The section whose tab is chosen, by its number in the configuration; nil for all stories.
  public var section: Int?
  /// A query that stories must fit, as it was typed; empty for none.
  public var filter = ""
  /// Words that are searched in all stories, of which the last one may go on; empty for none.
  public var words = ""
  /// The order of the list.
  public var sort = StorySort()
  /// What it is grouped by.
  public var grouping = StoryGrouping.none

  /// All stories, newest first.
  public init() {}

  /// It asks for the library's own list.
  public var isEverything: Bool { self == ListRequest() }

  /// What a filter by a thread begins with; then comes the identity of one of its stories.
  static let threadPrefix = QueryKey.thread.rawValue + ":"

  /// The filter asks for a thread and nothing else.
  var isThread: Bool {
    filter.hasPrefix(ListRequest.threadPrefix)
      && StoryID(String(filter.dropFirst(ListRequest.threadPrefix.count))) != nil
  }

  /// The words as a query.
  public var wordQuery: StoryQuery { StoryQuery(words, isPrefix: true) }

  /// The requested selection, together with the section's own query.
  public func selection(_ section: Settings.Section?) -> StorySelection {
    let query = (section?.query ?? StoryQuery()).and(StoryQuery(filter)).and(wordQuery)
    return StorySelection(query: query, sort: sort, grouping: grouping)
  }
}
