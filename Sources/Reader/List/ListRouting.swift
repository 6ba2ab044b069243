public import Queries
public import Search
public import StoryLibrary

/// The root state's handling of the list.
extension ReaderState {
  /// The request for the list: that of ``listing``, or of the one that is being searched for.
  public var request: ListRequest { listState.request }
  /// The rows of the list.
  public var listing: Listing { listState.shown.listing }
  /// The selection and scroll position of the list.
  public var list: ListCursor { listState.shown.cursor }
  /// The excerpts around the words of a search that have been read.
  public var excerpts: [StoryIndex: SearchExcerpt] { listState.excerpts }
  /// Queries that would find something, if the list is empty.
  public var hints: [QueryHint] { listState.hints }
  /// Whether the list shows the results of a search.
  public var isSearching: Bool { listState.isSearching }
  /// Whether the list is the requested one and its stories have been counted.
  public var isComplete: Bool {
    listState.shown.request == request && !listState.isRenewing && marksState.isCounted(marksEnvironment)
  }

  /// The rows of the list that are at least partly on the screen.
  public var listPlaces: [ListPlace] { listSpace.places(from: list.top) }
  /// The number of rows of the list that are entirely on the screen, at least 1.
  public var visibleStories: Int { listSpace.wholeRows(from: list.top) }
  /// The group whose heading stays at the top of the list while its stories scroll.
  public var groupOnTop: Listing.Group? {
    listState.shown.groupOnTop(in: listEnvironment.frame).map { listing.groups[$0] }
  }
  private var listSpace: ListSpace { listState.shown.space(in: listEnvironment.frame) }
  /// The number of rows of the list.
  public var listCount: Int { listing.count(in: library) }

  /// The row at a position of the list; nil if out of range.
  public func row(at row: Int) -> Listing.Row? { listState.shown.row(at: row, in: listEnvironment.frame) }

  /// The selected story; nil for a heading.
  public var selectedStory: StoryIndex? { row(at: list.selected)?.story }

  /// The story beside the selected one in the direction of the last move: most keys lead to it.
  public var nextStory: StoryIndex? { row(at: list.selected + listState.shown.direction)?.story }

  /// The stories of the rows that are at least partly on the screen.
  public var storiesOnScreen: [StoryIndex] { listPlaces.compactMap { row(at: $0.row)?.story } }

  /// The headline that represents the thread in the list; nil if the list shows no thread.
  public var threadTitle: String? {
    guard request.isThread, listCount > 0 else { return nil }
    if let thread = listState.thread, thread.filter == request.filter { return thread.title }
    return row(at: 0)?.story.map { library[$0].title }
  }

  /// The current search in the headlines; nil if there is none.
  public var headlineFind: HeadlineFind? { listState.headline }
  /// Whether the keys for matches move between headlines.
  public var isFindingHeadlines: Bool { headlineFind != nil && focus == .list }

  /// The ranges of the search words in a headline, in bytes.
  public func wordRanges(in title: String) -> [Range<Int>] {
    headlineFind?.ranges(in: title) ?? (isSearching ? find?.ranges(in: title) ?? [] : [])
  }

  var listEnvironment: ListState.Environment {
    let (commands, focus) = (commands, focus)
    return ListState.Environment(
      snapshot: snapshot, latestSnapshot: loadingState.latestNumber, settings: settings, marks: marks,
      unreadCount: countedUnread,
      size: panesState.list, focus: focus, hasInteracted: hasInteracted,
      isSettled: isSettled, base: storyState.base, story: story
    ) { commands.hint($0, in: focus) }
  }

  /// Handles an action on the list. The story pane follows the selection.
  mutating func reduce(list action: ListState.Action) -> [ReaderEffect] {
    let outcome = listState.reduce(action, in: listEnvironment)
    if let message = outcome.message { self.message = message }
    // The highlighting of a search ends with its list.
    if outcome.isOtherList, !isSearching { _ = reduce(story: .find(.endWords)) }
    let shown = follow(outcome.story)
    if outcome.focuses { focus(on: .list) }
    let opened = outcome.opens ? open() : []
    let counted =
      outcome.isOtherList ? reduce(marks: .otherList(isOtherLibrary: outcome.isOtherLibrary)) : []
    return shown + outcome.effects + opened + counted
  }

  /// Finds the entered words. As in less and vim, empty input repeats the last search.
  mutating func findHeadline(_ text: String) -> [ReaderEffect] {
    let words = (text.isEmpty ? promptState.history[.words].last : text) ?? ""
    focus(on: .list)
    return reduce(list: .find(words.isEmpty ? .cancel : .accept(words)))
  }

  /// Shows the thread of the current story or, from a thread, the previous list.
  mutating func listThread() -> [ReaderEffect] {
    if listState.isInThread { return reduce(list: .leaveThread) }
    guard let target else {
      sayThereIsNoStory()
      return []
    }
    return reduce(list: .thread(library.identity(of: target).id))
  }

  private mutating func follow(_ change: ListState.StoryChange) -> [ReaderEffect] {
    switch change {
    case .none: return []
    case .show: return showSelected()
    case .showMatch:
      let shown = showSelected()
      // If the story is already on the screen, the words are highlighted at once.
      return shown + (selectedStory != nil && story?.body != nil ? reduce(story: .find(.words)) : [])
    case .refresh: return refreshStory()
    case .hide:
      let left = leaveStory()
      _ = reduce(story: .hide)
      return left
    case .endSearch(let origin):
      _ = reduce(story: .find(.endAll))
      return origin.map { comeBack(to: $0) } ?? []
    case .comeBack(let origin): return comeBack(to: origin)
    }
  }

  /// Shows the story that was open before typing began.
  private mutating func comeBack(to origin: SearchOrigin) -> [ReaderEffect] {
    let left = leaveStory()
    guard let story = origin.story, let top = origin.top else { return left + showSelected() }
    return left + reduce(story: .restore(story, base: origin.base ?? story, top: top))
  }

  /// Shows the story selected in the list.
  mutating func showSelected() -> [ReaderEffect] {
    guard let selected = selectedStory else { return [] }
    if story?.index == selected, storyState.base == selected { return reduce(story: .refresh) }
    return leaveStory() + reduce(story: .start(selected))
  }

  /// Updates the open story: a longer copy or more related stories may have been added.
  mutating func refreshStory() -> [ReaderEffect] {
    guard let index = story?.index else { return showSelected() }
    _ = reduce(related: .layout)
    return library.isPresent(index) ? reduce(story: .refresh) : []
  }

  /// Opens the selected story, or folds a heading.
  mutating func open() -> [ReaderEffect] {
    var shown: [ReaderEffect] = []
    if focus == .list {
      switch row(at: list.selected) {
      case .heading(let group): return reduce(list: .fold(group))
      case .story(let selected): if story?.index != selected { shown = showSelected() }
      case nil:
        sayThereIsNoStory()
        return []
      }
    }
    guard story != nil else { return shown }
    focus(on: .story)
    return shown + reduce(story: .opened) + readIfFinished()
  }
}
