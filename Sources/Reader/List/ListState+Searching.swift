import Queries
import StoryLibrary

/// The state of the screen before a search.
struct SearchOrigin: Sendable {
  var request: ListRequest
  /// Nil if the stories have been renumbered since, so that they have to be selected again.
  var shown: ShownList?
  var selected: StoryIndex?
  /// The story that was shown, and the story of the list from which it was followed.
  var story: StoryIndex?
  var base: StoryIndex?
  var top: StoryPosition?
  var focus: Pane

  mutating func renumber(_ translation: StoryTranslation) {
    story = story.flatMap { translation.story($0) }
    base = base.flatMap { translation.story($0) }
    selected = selected.flatMap { translation.story($0) }
    if shown?.listing.isOfOneLibrary == true { shown = nil }
  }
}

/// Searches all stories while words are being typed.
extension ListState {
  mutating func typeSearch(_ text: String, _ environment: Environment) -> Outcome {
    let origin = searchOrigin ?? self.origin(environment)
    searchOrigin = origin
    // Almost every story contains a word that begins with a given letter.
    let words = text.utf8.count < 2 ? "" : text
    return select(environment) { request in
      if words.isEmpty {
        request = origin.request
      } else if request.words.isEmpty {
        (request.sort, request.grouping) = (StorySort(.relevance), .none)
      }
      request.words = words
    }
  }

  /// Enters the search: the best match is opened at its first matching words.
  mutating func search(_ text: String, _ environment: Environment) -> Outcome {
    guard text.utf8.count > 1 else { return endSearch(environment) }
    opensFirstMatch = true
    var outcome = typeSearch(text, environment)
    // Results that are already on the screen are opened at once.
    if outcome.effects.isEmpty, !outcome.isOtherList, shown.request == request {
      outcome.opens = openMatch(environment)
    }
    return outcome
  }

  /// - Returns: whether there is a match to open.
  mutating func openMatch(_ environment: Environment) -> Bool {
    opensFirstMatch = false
    return shown.selectedStory(in: environment.frame) != nil
  }

  /// Restores the screen.
  mutating func endSearch(_ environment: Environment) -> Outcome {
    opensFirstMatch = false
    guard let origin = searchOrigin else { return Outcome(story: .endSearch(nil)) }
    (searchOrigin, excerpts) = (nil, [:])
    request = origin.request
    return comeBack(to: origin, Outcome(story: .endSearch(origin), focuses: true), environment)
  }

  /// The rows on the screen.
  func origin(_ environment: Environment) -> SearchOrigin {
    SearchOrigin(
      request: request, shown: shown, selected: shown.selectedStory(in: environment.frame),
      story: environment.story?.index, base: environment.base, top: environment.story?.rowToReturnTo,
      focus: environment.focus)
  }

  /// Restores the list.
  private mutating func comeBack(
    to origin: SearchOrigin, _ outcome: Outcome, _ environment: Environment
  ) -> Outcome {
    var outcome = outcome
    if let earlier = origin.shown {
      shown.restore(earlier, selected: origin.selected, in: environment.frame)
      outcome.isOtherList = true
    }
    // The sections may have changed.
    if shown.request == request {
      outcome.effects = renew(environment)
    } else {
      let requested = requestList(environment)
      outcome.effects = requested.effects
    }
    return outcome
  }

  // MARK: Filters

  /// Filters the list while a query is being typed.
  mutating func typeFilter(_ text: String, _ environment: Environment) -> Outcome {
    if filterOrigin == nil { filterOrigin = origin(environment) }
    guard let preview = StoryQuery.preview(of: text) else { return Outcome() }
    return select(environment) { $0.filter = preview }
  }

  /// Cancels the typed filter and restores the screen.
  mutating func endFilter(_ environment: Environment) -> Outcome {
    guard let origin = filterOrigin else { return Outcome() }
    filterOrigin = nil
    request = origin.request
    return comeBack(to: origin, Outcome(story: .comeBack(origin)), environment)
  }
}
