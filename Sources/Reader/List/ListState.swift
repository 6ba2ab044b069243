import Configuration
import Display
import Marks
import Queries
import Search
import StoryLibrary

/// The list: the requested stories, those that are shown, the selection, and what was shown before a search.
public struct ListState: Sendable {
  /// The requested stories, which the list shows or will show once they have been found.
  var request: ListRequest
  /// The list on the screen.
  var shown = ShownList()
  /// The excerpts around the words of a search that have been read.
  var excerpts: [StoryIndex: SearchExcerpt] = [:]
  /// Queries that would find something, if the list is empty.
  var hints: [QueryHint] = []
  /// The current search in the headlines.
  var headline: HeadlineFind?
  /// What was on the screen before its words were typed; nil if none are being typed.
  var headlineOrigin: SearchOrigin?
  /// What was on the screen before a filter was typed.
  var filterOrigin: SearchOrigin?
  /// What was on the screen before a search.
  var searchOrigin: SearchOrigin?
  /// A filter by a thread, and the headline of the oldest story that it found.
  var thread: (filter: String, title: String)?
  /// The request before that for a story's thread.
  var requestBeforeThread: ListRequest?
  /// Whether the next list shows more or fewer of the same stories, so that the selection stays near.
  var staysNear = false
  /// Whether the best match is opened as soon as it is found.
  var opensFirstMatch = false
  /// The picked stories.
  var picked = PickedStories()
  /// Whether the list is being found again after stories were archived or unarchived.
  var isRenewing = false
  /// Whether the open story was archived; it leaves the list when the reader leaves it.
  private var isReadArchived = false
  /// The last session, until the first key: its story may still have to be loaded.
  var resumed: LastSession?
  /// The story to go to in the next list.
  var wanted: StoryID?
  /// The current walk to a story.
  var walk: ListWalk?
  /// The number of walks so far.
  var walkCount = 0
  /// The number of rows checked by key presses, for tests.
  var rowsLookedAt = 0

  init(_ settings: Settings, resuming session: LastSession?) {
    request = ListRequest()
    (request.sort, request.grouping) = (settings.sort, settings.group)
    resumed = session
    if let session { request.resume(session, settings) }
  }

  mutating func reduce(_ action: Action, in environment: Environment) -> Outcome {
    // Moving elsewhere cancels the search for an unread story.
    if action.isMove { walk = nil }
    switch action {
    case .move(let rows): return move(environment) { $0.move(by: rows, in: $1) }
    case .page(let pages): return move(environment) { $0.page(by: pages, in: $1) }
    case .select(let row): return move(environment) { $0.select(row, in: $1) }
    case .goTo(let number): return goTo(number: number, environment)
    case .goToStory(let id): return goTo(story: id, environment)
    case .goToUnread(let step): return goToUnread(step, environment)
    case .follow(let story): return follow(story, environment)
    case .scroll(let rows): return scroll(environment) { $0.scroll(by: rows, in: $1) }
    case .fit: return scroll(environment) { $0.fit(in: $1) }
    case .walked(let walk): return arrive(walk, environment)
    case .find(let action): return find(action, environment)
    case .filter, .only, .sort, .reverse, .group, .section, .goToSection, .sectionNamed, .fold, .foldAll,
      .thread, .leaveThread:
      return choose(action, environment)
    case .pick: return pick(environment)
    case .pickRange: return pickRange(environment)
    case .picked(let stories, let range): return pick(stories, of: range)
    case .unpick: return unpick()
    case .archiveChanged: return archiveChanged(environment)
    case .typeSearch(let text): return typeSearch(text, environment)
    case .search(let text): return search(text, environment)
    case .endSearch: return endSearch(environment)
    case .typeFilter(let text): return typeFilter(text, environment)
    case .endFilter: return endFilter(environment)
    case .show(let listing, let before, let translation):
      return leaveThreadOfOne(listing, environment)
        ?? show(listing, after: before, translation, environment)
    case .excerpts(let found, let request): return receive(found, for: request)
    case .hints(let found, let request): return receive(found, for: request)
    case .configured(let settings, let old, let name):
      return use(settings, after: old, set: name, environment)
    case .renew: return Outcome(effects: renew(environment))
    case .renumber(let translation): return renumber(translation)
    case .startOver: return startOver(environment)
    }
  }

  // MARK: The selection

  /// Moves the selection, and shows the story that is now selected.
  private mutating func move(
    _ environment: Environment, _ change: (inout ShownList, ShownList.Frame) -> Void
  ) -> Outcome {
    change(&shown, environment.frame)
    return selected(environment)
  }

  /// Changes which rows are on the screen; the selection stays.
  private mutating func scroll(
    _ environment: Environment, _ change: (inout ShownList, ShownList.Frame) -> Void
  ) -> Outcome {
    change(&shown, environment.frame)
    return Outcome(effects: missingExcerpts(environment))
  }

  private mutating func goTo(number: Int, _ environment: Environment) -> Outcome {
    move(environment) { $0.select($0.listing.row(ofNumber: number, in: $1.library), in: $1) }
  }

  /// Goes to a story now, or in the next list.
  private mutating func goTo(story id: StoryID, _ environment: Environment) -> Outcome {
    guard let row = row(of: id, environment) else {
      wanted = id
      return Outcome()
    }
    return move(environment) { $0.select(row, in: $1) }
  }

  private mutating func follow(_ story: StoryIndex, _ environment: Environment) -> Outcome {
    guard let row = shown.listing.row(of: story, in: environment.library) else {
      return selected(environment)
    }
    return scroll(environment) { $0.select(row, in: $1) }
  }

  /// Shows the story of the row that is now selected.
  mutating func selected(_ environment: Environment) -> Outcome {
    let renewed: [ReaderEffect] = isReadArchived ? [.select(request, pinned: nil)] : []
    isReadArchived = false
    return Outcome(effects: missingExcerpts(environment) + renewed, story: .show)
  }

  // MARK: Answers

  private mutating func receive(_ found: [StoryIndex: SearchExcerpt], for request: ListRequest) -> Outcome {
    if request == self.request { excerpts.merge(found) { $1 } }
    return Outcome()
  }

  private mutating func receive(_ found: [QueryHint], for request: ListRequest) -> Outcome {
    if request == self.request { hints = found }
    return Outcome()
  }

  private mutating func use(
    _ settings: Settings, after old: Settings, set name: String?, _ environment: Environment
  ) -> Outcome {
    request.use(settings, after: old, set: name)
    searchOrigin?.request.use(settings, after: old, set: name)
    return requestList(environment)
  }

  private mutating func renumber(_ translation: StoryTranslation) -> Outcome {
    searchOrigin?.renumber(translation)
    filterOrigin?.renumber(translation)
    headlineOrigin?.renumber(translation)
    excerpts = [:]
    return Outcome()
  }

  // MARK: Archived stories

  /// Whether the list is the unfiltered one of the library.
  private func isOwnList(_ environment: Environment) -> Bool {
    request.isEverything && !environment.marks.hasArchived
  }

  /// Finds the list again after stories were archived or unarchived. The open story stays until the reader leaves it.
  private mutating func archiveChanged(_ environment: Environment) -> Outcome {
    if isOwnList(environment) { return requestList(environment) }
    let pinned = environment.focus == .list ? nil : pinned(environment)
    isReadArchived = pinned.map { environment.marks.isArchived($0) } ?? false
    isRenewing = true
    return Outcome(effects: [.select(request, pinned: pinned)])
  }

  // MARK: Which stories

  /// Whether the list shows the results of a search.
  var isSearching: Bool { !request.words.isEmpty }

  /// Changes the request, and requests the list if it is different. The list may keep the open story although it does
  /// not match.
  mutating func select(
    _ environment: Environment, keepsOpen: Bool = false, _ change: (inout ListRequest) -> Void
  ) -> Outcome {
    let before = request
    change(&request)
    return request == before ? Outcome() : requestList(environment, keepsOpen: keepsOpen)
  }

  /// The library's own list is available at once; any other is found outside the terminal's thread.
  mutating func requestList(_ environment: Environment, keepsOpen: Bool = false) -> Outcome {
    guard isOwnList(environment) else {
      return Outcome(effects: [.select(request, pinned: pinned(environment, keepsOpen: keepsOpen))])
    }
    var outcome = show(.everything, after: environment.snapshot, nil, environment)
    outcome.effects += renew(environment)
    return outcome
  }

  /// Finds the list in the latest snapshot, unless it is already shown.
  func renew(_ environment: Environment) -> [ReaderEffect] {
    let isLatest = isOwnList(environment) && environment.snapshot.number == environment.latestSnapshot
    return isLatest ? [] : [.select(request, pinned: pinned(environment))]
  }

  /// The open story, which stays in a list that is found again until the reader leaves it or requests other stories.
  private func pinned(_ environment: Environment, keepsOpen: Bool = false) -> StoryIdentity? {
    guard !isOwnList(environment), keepsOpen || shown.request == request, environment.isSettled,
      environment.story != nil,
      let story = shown.selectedStory(in: environment.frame), story == environment.base
    else { return nil }
    return environment.library.identity(of: story)
  }

  private mutating func startOver(_ environment: Environment) -> Outcome {
    let number = shown.number + 1
    shown = ShownList(number: number)
    (searchOrigin, filterOrigin, excerpts, walk, opensFirstMatch) = (nil, nil, [:], nil, false)
    (headline, headlineOrigin) = (nil, nil)
    picked = PickedStories()
    if isSearching {
      (request.sort, request.grouping) = (environment.settings.sort, environment.settings.group)
    }
    request.words = ""
    shown.select(0, in: environment.frame)
    // Any other list still has to be found.
    if isOwnList(environment) { _ = resume(environment) }
    return Outcome(effects: renew(environment), story: .show, isOtherList: true, isOtherLibrary: true)
  }

  /// Requests excerpts around the words of the search for the rows on the screen.
  func missingExcerpts(_ environment: Environment) -> [ReaderEffect] {
    guard isSearching else { return [] }
    let (frame, top) = (environment.frame, shown.cursor.top)
    // A story takes at least two lines.
    let rows = top..<max(top, min(shown.count(in: frame), top + frame.size.rows / 2 + 1))
    let missing = rows.compactMap { shown.row(at: $0, in: frame)?.story }.filter { excerpts[$0] == nil }
    return missing.isEmpty ? [] : [.readExcerpts(missing, request)]
  }
}
