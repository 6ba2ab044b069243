public import Queries
public import Search
public import StoryLibrary

/// What the root does for the list.
extension ReaderState {
  /// Which stories the list is to show: those of ``listing``, or of the one that is being found.
  public var request: ListRequest { listState.request }
  /// The rows of the list.
  public var listing: Listing { listState.shown.listing }
  /// The list's selection and scrolling.
  public var list: ListCursor { listState.shown.cursor }
  /// Excerpts around the words of a search, as far as they have been read.
  public var excerpts: [StoryIndex: SearchExcerpt] { listState.excerpts }
  /// What would find something where the list is empty.
  public var hints: [QueryHint] { listState.hints }
  /// The list shows what a search has found.
  public var isSearching: Bool { listState.isSearching }
  /// Whether the list is the requested one, and its stories have been counted.
  public var isComplete: Bool {
    listState.shown.request == request && !listState.isRenewing && marksState.isCounted(marksEnvironment)
  }

  /// The rows of the list that are on the screen, in whole or in part.
  public var listPlaces: [ListPlace] { listSpace.places(from: list.top) }
  /// How many rows of the list are wholly on the screen, at least 1.
  public var visibleStories: Int { listSpace.wholeRows(from: list.top) }
  /// The group whose heading stays on top of the list while its stories scroll.
  public var groupOnTop: Listing.Group? {
    listState.shown.groupOnTop(in: listEnvironment.frame).map { listing.groups[$0] }
  }
  private var listSpace: ListSpace { listState.shown.space(in: listEnvironment.frame) }
  /// How many rows the list has.
  public var listCount: Int { listing.count(in: library) }

  /// The row at a position of the list; nil outside of it.
  public func row(at row: Int) -> Listing.Row? { listState.shown.row(at: row, in: listEnvironment.frame) }

  /// The story under the list's cursor; nil for a heading.
  public var selectedStory: StoryIndex? { row(at: list.selected)?.story }

  /// The headline that stands for the thread in the list; nil where the list shows none.
  public var threadTitle: String? {
    guard request.isThread, listCount > 0 else { return nil }
    if let thread = listState.thread, thread.filter == request.filter { return thread.title }
    return row(at: 0)?.story.map { library[$0].title }
  }

  /// What is being found among the headlines; nil for nothing.
  public var headlineFind: HeadlineFind? { listState.headline }
  /// The keys for matches go from headline to headline.
  public var isFindingHeadlines: Bool { headlineFind != nil && focus == .list }

  /// The ranges of the search's words in a headline, in bytes.
  public func wordRanges(in title: String) -> [Range<Int>] {
    headlineFind?.ranges(in: title) ?? (isSearching ? find?.ranges(in: title) ?? [] : [])
  }

  var listEnvironment: ListState.Environment {
    let (commands, focus) = (commands, focus)
    return ListState.Environment(
      snapshot: snapshot, latestSnapshot: loadingState.latestNumber, settings: settings, marks: marks,
      unreadCount: marksState.isCounted(marksEnvironment) ? unreadCount : nil,
      size: panesState.list, focus: focus, hasInteracted: hasInteracted,
      isSettled: isSettled, base: storyState.base, story: story
    ) { commands.hint($0, in: focus) }
  }

  /// Something happens to the list. The story pane follows its selection.
  mutating func reduce(list action: ListState.Action) -> [ReaderEffect] {
    let outcome = listState.reduce(action, in: listEnvironment)
    if let message = outcome.message { self.message = message }
    // The words of a search go with its list.
    if outcome.isOtherList, !isSearching { _ = reduce(story: .find(.endWords)) }
    let shown = follow(outcome.story)
    if outcome.focuses { focus(on: .list) }
    let opened = outcome.opens ? open() : []
    let counted =
      outcome.isOtherList ? reduce(marks: .otherList(isOtherLibrary: outcome.isOtherLibrary)) : []
    return shown + outcome.effects + opened + counted
  }

  /// Words that were typed to their end. As in less and vim, nothing typed means what was found last.
  mutating func findHeadline(_ text: String) -> [ReaderEffect] {
    let words = (text.isEmpty ? promptState.history[.words].last : text) ?? ""
    focus(on: .list)
    return reduce(list: .find(words.isEmpty ? .cancel : .accept(words)))
  }

  /// The thread of the story that commands are about; from there, the list before.
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
      // Its words are lit at once where it is on the screen already.
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

  /// Shows what was read before something was typed.
  private mutating func comeBack(to origin: SearchOrigin) -> [ReaderEffect] {
    let left = leaveStory()
    guard let story = origin.story, let top = origin.top else { return left + showSelected() }
    return left + reduce(story: .restore(story, base: origin.base ?? story, top: top))
  }

  /// Shows the list's selection.
  mutating func showSelected() -> [ReaderEffect] {
    guard let selected = selectedStory else { return [] }
    if story?.index == selected, storyState.base == selected { return reduce(story: .refresh) }
    return leaveStory() + reduce(story: .start(selected))
  }

  /// Updates the open story, of which a longer copy or more related stories may have been added.
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
