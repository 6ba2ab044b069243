import Marks
import StoryLibrary

/// How stories arrive on a screen that somebody is reading, and go: as snapshots of the library, each together with the
/// list that was found in it.
extension ReaderState {
  /// The library has changed, or loading has come further.
  mutating func take(_ published: LibrarySnapshot) -> [ReaderEffect] {
    take(published.load)
    guard published.number > snapshot.number else { return [] }
    latestSnapshot = published.number
    if published.translation(from: snapshot) == nil { return startOver(with: published) }
    // The library's own list is there already. Any other is found by a worker, and comes with its snapshot.
    return request.isEverything ? show(.everything, of: published) : [.select(request)]
  }

  private mutating func take(_ new: LoadState) {
    if case .stopped(let progress) = new, loading != nil {
      message = .notice("Stopped after \(progress.done) of \(progress.found) files · R goes on")
    }
    load = new
  }

  /// Another library: nothing of the one before stays, but how the list is made.
  private mutating func startOver(with new: LibrarySnapshot) -> [ReaderEffect] {
    snapshot = new
    (list, trail, story, related) = (ListCursor(), Trail(), nil, RelatedList())
    (listing, listed, beforeSearch, find, excerpts) = (.everything, ListRequest(), nil, nil, [:])
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
    trail.renumber(translation)
    beforeSearch?.renumber(translation)
    excerpts = [:]
    _ = reduce(overlay: .renumber(translation))
    guard let index = story?.index, let new = translation.story(index) else { return }
    story?.renumber(new)
    let selected = related.selected
    relayoutRelated()
    related.select(selected, visible: panes.related.rows)
  }

  /// A fuller copy of the story that is read may have come, or more stories related to it.
  mutating func refreshStory() -> [ReaderEffect] {
    guard let index = story?.index else { return showSelected() }
    relayoutRelated()
    return library.isPresent(index) ? requestBody() : []
  }

  /// Asks for the text of the story that is shown, unless it is there or on its way.
  mutating func requestBody() -> [ReaderEffect] {
    guard let index = story?.index, let location = library.bodyLocation(of: index),
      story?.awaitBody(at: location) == true
    else { return [] }
    return [.readBody(index, location)]
  }

  /// Takes in what was found in a snapshot. What was found under numbers that mean other stories now is dropped here,
  /// and nowhere else; whoever wanted it has asked again.
  mutating func take(_ answer: LibraryAnswer, from number: Int) -> [ReaderEffect] {
    guard snapshot.sharesNumbers(withSnapshot: number) else { return [] }
    switch answer {
    case .body(let index, let location, let text):
      if index == story?.index { return receive(text, from: location) }
    case .noBody(let index, let location, let reason):
      if index == story?.index { story?.fail(reason, at: location) }
    case .excerpts(let found, let request):
      if request == self.request { excerpts.merge(found) { $1 } }
    case .names(let names): return reduce(prompt: .names(names, snapshot: number))
    case .sectionCounts(let counts): sectionCounts = counts
    case .unread(let counts, let scope):
      if scope == unreadScope { (unread, countedScope) = (counts, scope) }
    }
    return []
  }

  private mutating func receive(_ text: StoryText, from location: BodyLocation) -> [ReaderEffect] {
    let (isFirst, isReturning) = (story?.body == nil, story?.rowToReturnTo != nil)
    story?.set(text, from: location)
    let effects = isSearching && isFirst ? findWords(goesThere: !isReturning) : refreshFind()
    return effects + (focus == .story ? readIfFinished() : [])
  }
}
