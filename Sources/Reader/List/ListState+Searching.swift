import Queries
import StoryLibrary

/// What was on the screen before a search.
struct SearchOrigin: Sendable {
  var request: ListRequest
  /// Nil if its stories have been renumbered since, so that it has to be selected again.
  var shown: ShownList?
  var selected: StoryIndex?
  /// What was shown, and the list's story from which it was followed.
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

/// Searching all stories, as one types.
extension ListState {
  mutating func typeSearch(_ text: String, _ environment: Environment) -> Outcome {
    let origin = searchOrigin ?? self.origin(environment)
    searchOrigin = origin
    // Nearly all stories have a word that begins with some letter.
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

  /// The search was entered: the best match is opened at its first matching words.
  mutating func search(_ text: String, _ environment: Environment) -> Outcome {
    guard text.utf8.count > 1 else { return endSearch(environment) }
    opensFirstMatch = true
    var outcome = typeSearch(text, environment)
    // What stands on the screen already needs not be waited for.
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

  /// The screen is again what it was.
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

  /// The list is again what it was.
  private mutating func comeBack(
    to origin: SearchOrigin, _ outcome: Outcome, _ environment: Environment
  ) -> Outcome {
    var outcome = outcome
    if let earlier = origin.shown {
      shown.restore(earlier, selected: origin.selected, in: environment.frame)
      outcome.isOtherList = true
    }
    // The sections may be others now.
    if shown.request == request {
      outcome.effects = renew(environment)
    } else {
      let requested = requestList(environment)
      outcome.effects = requested.effects
    }
    return outcome
  }

  // MARK: Filters

  /// The list is filtered as one types.
  mutating func typeFilter(_ text: String, _ environment: Environment) -> Outcome {
    if filterOrigin == nil { filterOrigin = origin(environment) }
    guard let preview = StoryQuery.preview(of: text) else { return Outcome() }
    return select(environment) { $0.filter = preview }
  }

  /// The filter that was typed is given up: the screen is again what it was.
  mutating func endFilter(_ environment: Environment) -> Outcome {
    guard let origin = filterOrigin else { return Outcome() }
    filterOrigin = nil
    request = origin.request
    return comeBack(to: origin, Outcome(story: .comeBack(origin)), environment)
  }
}
