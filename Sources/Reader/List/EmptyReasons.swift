public import Configuration
public import Queries

extension ListRequest {
  /// Why the list that is asked for, perhaps of a section, may be empty. Takes as long as some searches: to be done beside
  /// the terminal's thread.
  public func hints(_ section: Settings.Section?, in scope: QueryScope) -> [QueryHint] {
    let typed = StoryQuery(filter).and(wordQuery)
    let hints = typed.hints(in: scope)
    guard section != nil, hints.isEmpty else { return hints }
    let count = StorySelection(query: typed).stories(in: scope).stories.count
    return count > 0 ? [.otherSections(stories: count)] : []
  }

  /// Something was typed that may find nothing.
  var isTyped: Bool { !filter.isEmpty || !words.isEmpty }
}
