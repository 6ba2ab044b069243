import Display
import Search

/// The search in the open story.
extension StoryState {
  /// Actions of the search in a story.
  enum FindAction {
    /// Words are being typed: the matches are highlighted, and the story scrolls to the nearest one.
    case typing(String)
    /// Typing was cancelled.
    case cancel
    /// The words were entered.
    case accept(String)
    /// Goes to the next match, or with −1 to the previous one.
    case go(Int)
    /// The search ends; the words of a search of all stories are highlighted again.
    case end
    /// The words of a search are highlighted, and the first match is shown.
    case words
    /// The words of a search of all stories are no longer highlighted.
    case endWords, endAll
  }

  mutating func find(_ action: FindAction, _ environment: Environment) -> Outcome {
    switch action {
    case .typing(let text):
      let start = findOrigin ?? view?.top ?? .start
      findOrigin = findOrigin ?? view?.top
      scroll(to: start)
      let new = text.isEmpty ? nil : StoryFind(text, .text(TextFinder(text)))
      return Outcome(effects: begin(new, from: start, environment))
    case .cancel:
      let effects = end(environment)
      if let findOrigin { scroll(to: findOrigin) }
      findOrigin = nil
      return Outcome(effects: effects)
    case .accept(let text):
      findOrigin = nil
      if text.isEmpty { return Outcome() }
      let effects = begin(StoryFind(text, .text(TextFinder(text))), from: view?.top ?? .start, environment)
      let message = find?.count == 0 ? notThere(environment) : nil
      return Outcome(effects: effects + readIfFinished(environment), message: message)
    case .go(let step): return go(step, environment)
    case .end: return Outcome(effects: end(environment))
    case .words: return Outcome(effects: findWords(goesThere: true, environment))
    case .endAll: find = nil
    case .endWords: if find?.isOfSearch == true { find = nil }
    }
    return Outcome()
  }

  /// Highlights the words of a search of all stories again after another search in one of its results.
  private mutating func end(_ environment: Environment) -> [ReaderEffect] {
    find = nil
    return environment.search == nil ? [] : findWords(goesThere: false, environment)
  }

  /// Begins a search, and shows the first match from a row on.
  private mutating func begin(
    _ new: StoryFind?, from start: StoryPosition, _ environment: Environment
  ) -> [ReaderEffect] {
    find = new
    guard let document = view?.document else { return [] }
    let isLong = find?.scan(document, from: start) == true
    showMatch(environment)
    return isLong ? countMatches() : []
  }

  /// Highlights the words of the search, and shows the first match unless the story is to keep its scroll position.
  mutating func findWords(goesThere: Bool, _ environment: Environment) -> [ReaderEffect] {
    guard let search = environment.search else { return [] }
    let words = StoryFind(search.words, .words(MatchHighlighter(search.wordQuery.words)))
    guard goesThere else {
      find = words
      return scanAgain()
    }
    if environment.isFocused { _ = reduce(.entered, in: environment) } else { preview() }
    let effects = begin(words, from: .start, environment)
    awaitsCount = find?.counts == nil ? view?.top : nil
    return effects + showMissing(environment)
  }

  /// Shows the words of a search that the story itself lacks in the folded text of its page.
  private mutating func showMissing(_ environment: Environment) -> [ReaderEffect] {
    guard let start = find?.counts?.firstMissing else { return [] }
    show(all: true)
    return begin(find, from: start, environment)
  }

  /// Handles a change of the story's text or note.
  mutating func scanAgain() -> [ReaderEffect] {
    guard find != nil, let view else { return [] }
    let isLong = find?.scanAgain(view.document, from: view.top ?? .start) == true
    return isLong ? countMatches() : []
  }

  private mutating func countMatches() -> [ReaderEffect] {
    guard let find, let document = view?.document else { return [] }
    scanNumber += 1
    return [.countMatches(StoryScan(number: scanNumber, pattern: find.pattern, document: document))]
  }

  /// Counts for other words or another text are dropped.
  mutating func receive(_ result: StoryScan.Result, _ environment: Environment) -> Outcome {
    guard result.number == scanNumber, find != nil, let document = view?.document else { return Outcome() }
    let isNew = find?.match == nil
    find?.set(result.counts, in: document)
    if isNew { showMatch(environment) }
    let isMissing = findOrigin == nil && find?.count == 0 && find?.isOfSearch == false
    // The story has not been scrolled since the words were searched for.
    let shown = awaitsCount == view?.top ? showMissing(environment) : []
    awaitsCount = nil
    return Outcome(
      effects: shown + readIfFinished(environment), message: isMissing ? notThere(environment) : nil)
  }

  private mutating func go(_ step: Int, _ environment: Environment) -> Outcome {
    guard let view, let find else {
      let hint = environment.hint(.find)
      return Outcome(message: .notice("No search is active · \(hint) finds in the story"))
    }
    guard let count = find.count else { return Outcome(message: .notice("Still searching for \(find.text)")) }
    if step > 0, find.foldedCount > 0, count == 0 || find.current == count - 1 { return unfold(environment) }
    guard count > 0 else { return Outcome(message: .notice("\(find.text) is not in this story")) }
    let isWrapped = self.find?.go(step, in: view.document) == true
    showMatch(environment)
    return Outcome(
      effects: readIfFinished(environment),
      message: isWrapped ? .notice(step > 0 ? "Wrapped to the top" : "Wrapped to the end") : nil)
  }

  /// After the last match in the story follow the matches in folded text.
  private mutating func unfold(_ environment: Environment) -> Outcome {
    guard let start = find?.counts?.firstFolded else { return Outcome() }
    show(all: true)
    let effects = begin(find, from: start, environment)
    return Outcome(
      effects: effects, message: .notice("The whole page · \(environment.hint(.wholePage)) folds it"))
  }

  /// Shows the whole page, or folds what does not belong to the story; the current match is kept.
  mutating func toggleWholePage(_ environment: Environment) -> Outcome {
    guard let view, view.body != nil else { return Outcome() }
    guard view.hasFolds else { return Outcome(message: .notice("Nothing on this page is folded")) }
    show(all: !view.showsAll)
    guard find != nil, let document = self.view?.document else { return Outcome() }
    let start = find?.match.map { document.position($0.position, after: view.document) }
    let isLong = find?.scan(document, from: start ?? self.view?.top ?? .start) == true
    return Outcome(effects: isLong ? countMatches() : [])
  }

  private func notThere(_ environment: Environment) -> Message {
    if let count = find?.foldedCount, count > 0 {
      let next = environment.hint(.nextUnread)
      return .notice("\(find?.text ?? "") is only in folded text · \(next) shows it")
    }
    return missing(environment)
  }

  private func missing(_ environment: Environment) -> Message {
    .notice("\(find?.text ?? "") is not in this story · \(environment.hint(.search)) searches all")
  }

  /// Scrolls to the current match; if it was not on the screen, some rows above it are shown, too.
  private mutating func showMatch(_ environment: Environment) {
    guard let match = find?.match, view?.shows(match.position) == false else { return }
    scroll(to: match.position, below: environment.size.rows / 4)
  }

  /// The highlighted spans of each row on the screen; empty without a search.
  var spans: [[TextSpan]] {
    guard let find, let view else { return [] }
    return find.spans(in: view.rows, of: view.document)
  }
}
