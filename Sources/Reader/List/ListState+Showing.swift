import Queries
import StoryLibrary

/// A list that has been found takes the place of the one on the screen.
extension ListState {
  /// Shows the requested list, which has been found.
  mutating func show(
    _ new: Listing, after last: LibrarySnapshot, _ translation: StoryTranslation?, _ environment: Environment
  ) -> Outcome {
    // The same request has another result after the library changed: then nothing may jump.
    let isRenewed = shown.request == request
    let areOtherWords = shown.request.words != request.words
    let isOtherSearch = isSearching && areOtherWords
    if areOtherWords { excerpts = [:] }
    let before = replace(with: new, of: last, translation, isOtherSearch: isOtherSearch, environment)
    var outcome = Outcome(effects: missingExcerpts(environment), isOtherList: true)
    outcome.isOtherLibrary = last.number != environment.snapshot.number
    outcome.focuses = !isRenewed && isInThread
    outcome.effects += explanation(environment)
    outcome.story =
      isOtherSearch
      ? isEmpty(environment) ? .hide : .showMatch
      : storyChange(after: before, isRenewed: isRenewed, environment)
    isRenewing = false
    let isAtWanted = goToWanted(environment)
    if resume(environment) || isAtWanted { outcome.story = .show }
    if case .refresh = outcome.story {} else { shown.closeGap() }
    if opensFirstMatch { outcome.opens = openMatch(environment) }
    if isRenewed {
      outcome.effects += walkAgain(environment)
    } else {
      (walk, headline, headlineOrigin) = (nil, nil, nil)
    }
    return outcome
  }

  /// Replaces the rows.
  /// - Returns: the story that was selected before.
  private mutating func replace(
    with new: Listing, of last: LibrarySnapshot, _ translation: StoryTranslation?, isOtherSearch: Bool,
    _ environment: Environment
  ) -> StoryIndex? {
    // At the start, the first story is selected, whichever it is.
    let isFree = isOtherSearch || !environment.isSettled
    let before = shown.replace(
      with: new, for: request, of: last, translation,
      position: isFree ? .first : .same(otherwise: environment.base), staysNear: staysNear,
      in: environment.frame)
    staysNear = false
    nameThread(environment)
    // Stories that were added above are scrolled into view until the first key.
    if !environment.hasInteracted { shown.revealAbove(in: environment.frame) }
    return before
  }

  private func isEmpty(_ environment: Environment) -> Bool { shown.count(in: environment.frame) == 0 }

  /// Asks why a list that was requested by typing is empty.
  private mutating func explanation(_ environment: Environment) -> [ReaderEffect] {
    hints = []
    let isUnexpected = isEmpty(environment) && request.isTyped && !environment.library.isEmpty
    return isUnexpected ? [.explainEmpty(request)] : []
  }

  /// Goes to the story that was to be gone to in the next list.
  /// - Returns: whether the list contains it.
  private mutating func goToWanted(_ environment: Environment) -> Bool {
    defer { wanted = nil }
    guard let id = wanted, let row = row(of: id, environment) else { return false }
    shown.select(row, in: environment.frame)
    return true
  }

  private mutating func nameThread(_ environment: Environment) {
    guard request.isThread, request.sort == StorySort(.date, isReversed: true),
      let story = shown.row(at: 0, in: environment.frame)?.story
    else { return }
    thread = (request.filter, environment.library[story].title)
  }

  /// The open story stays open when the list next to it changes, even if that is empty now.
  private func storyChange(
    after before: StoryIndex?, isRenewed: Bool, _ environment: Environment
  ) -> StoryChange {
    if isEmpty(environment) { return environment.focus == .list ? .hide : .none }
    guard let selected = shown.selectedStory(in: environment.frame) else { return .none }
    let stays = selected == before || isRenewed && environment.focus != .list
    return environment.story != nil && stays ? .refresh : .show
  }
}
