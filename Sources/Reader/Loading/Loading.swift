import Marks
import StoryLibrary

/// How stories arrive on a screen that somebody is reading, and go: as snapshots of the library, each together with the
/// list that was found in it.
extension ReaderState {
  /// The library has changed, or loading has come further.
  mutating func take(_ published: LibrarySnapshot) -> [ReaderEffect] {
    take(published.load)
    // The same in less memory.
    if published.number == snapshot.number { snapshot = published }
    guard published.number > snapshot.number else { return [] }
    latestSnapshot = published.number
    if published.translation(from: snapshot) == nil { return startOver(with: published) }
    // The library's own list is there already. Any other is found by a worker, and comes with its snapshot.
    return request.isEverything ? show(.everything, of: published) : [.select(request)]
  }

  private mutating func take(_ new: LoadState) {
    if case .stopped(let progress) = new, loading != nil {
      message = .notice("Stopped after \(progress.done) of \(progress.found) files · R continues")
    }
    load = new
  }

  /// Another library: nothing of the one before stays, but how the list is made.
  private mutating func startOver(with new: LibrarySnapshot) -> [ReaderEffect] {
    snapshot = new
    (list, related) = (ListCursor(), RelatedList())
    _ = reduce(story: .clear)
    (listing, listed, beforeSearch, excerpts) = (.everything, ListRequest(), nil, [:])
    if isSearching { (request.sort, request.grouping) = (settings.sort, settings.group) }
    (request.words, opensFirstMatch) = ("", false)
    listNumber += 1
    _ = reduce(overlay: .renumber(nil))
    list.select(0, count: listCount, visible: visibleStories)
    return showSelected() + countUnread() + countSections() + renewList()
  }

  /// Finds the list anew unless it is that of the latest snapshot.
  func renewList() -> [ReaderEffect] {
    request.isEverything && snapshot.number == latestSnapshot ? [] : [.select(request)]
  }

  /// The stories on the screen are those of another snapshot from now on.
  /// - Returns: what the stories of the one before are called in it; nil when it is of another library.
  mutating func adopt(_ new: LibrarySnapshot) -> StoryTranslation? {
    guard let translation = new.translation(from: snapshot) else { return nil }
    snapshot = new
    if translation.isRenumbering { renumber(translation) }
    return translation
  }

  /// What is on its way for the old numbers is dropped when it arrives (see ``take(_:from:)``), and asked for again.
  private mutating func renumber(_ translation: StoryTranslation) {
    let selected = related.selected
    _ = reduce(story: .renumber(translation))
    beforeSearch?.renumber(translation)
    excerpts = [:]
    _ = reduce(overlay: .renumber(translation))
    relayoutRelated()
    related.select(selected, visible: panes.related.rows)
  }

  /// A fuller copy of the story that is read may have come, or more stories related to it.
  mutating func refreshStory() -> [ReaderEffect] {
    guard let index = story?.index else { return showSelected() }
    relayoutRelated()
    return library.isPresent(index) ? reduce(story: .refresh) : []
  }

  /// Takes in what was found in a snapshot. What was found under numbers that mean other stories now is dropped here,
  /// and nowhere else; whoever wanted it has asked again.
  mutating func take(_ answer: LibraryAnswer, from number: Int) -> [ReaderEffect] {
    guard snapshot.sharesNumbers(withSnapshot: number) else { return [] }
    switch answer {
    case .body(let index, let location, let text):
      if index == story?.index { return reduce(story: .text(text, from: location)) }
    case .noBody(let index, let location, let reason):
      if index == story?.index { return reduce(story: .noText(reason: reason, from: location)) }
    case .excerpts(let found, let request):
      if request == self.request { excerpts.merge(found) { $1 } }
    case .names(let names): return reduce(prompt: .names(names, snapshot: number))
    case .sectionCounts(let counts): sectionCounts = counts
    case .unread(let counts, let scope):
      if scope == unreadScope { (unread, countedScope) = (counts, scope) }
    }
    return []
  }
}
