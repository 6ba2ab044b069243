public import Configuration
public import Queries

extension ListRequest {
  /// Why the requested list, possibly of a section, may be empty. This takes as long as several searches: do it outside
  /// the terminal's thread.
  public func hints(_ section: Settings.Section?, in scope: QueryScope) -> [QueryHint] {
    let typed = StoryQuery(filter).and(wordQuery)
    let hints = typed.hints(in: scope)
    guard section != nil, hints.isEmpty else { return hints }
    let count = StorySelection(query: typed).stories(in: scope).stories.count
    return count > 0 ? [.otherSections(stories: count)] : []
  }

  /// Whether text was typed that may match nothing.
  var isTyped: Bool { !filter.isEmpty || !words.isEmpty }
}
