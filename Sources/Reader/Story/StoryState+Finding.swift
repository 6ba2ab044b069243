import Display
import Search

/// Finding in the story that is read.
extension StoryState {
  /// Actions of the search in a story.
  enum FindAction {
    /// Words are being typed: the matches are lit, and the story goes to the nearest one.
    case typing(String)
    /// They will not be looked for.
    case cancel
    /// Words that were typed to their end.
    case accept(String)
    /// Goes to the next match, or with −1 to the one before.
    case go(Int)
    /// The search ends; the words of a search of all stories are highlighted again.
    case end
    /// The words of a search are lit, and the first of them is shown.
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

  /// The words of a search are lit again where something else was found in what it found.
  private mutating func end(_ environment: Environment) -> [ReaderEffect] {
    find = nil
    return environment.search == nil ? [] : findWords(goesThere: false, environment)
  }

  /// Begins to find, and shows the first match from a row on.
  private mutating func begin(
    _ new: StoryFind?, from start: StoryPosition, _ environment: Environment
  ) -> [ReaderEffect] {
    find = new
    guard let document = view?.document else { return [] }
    let isLong = find?.scan(document, from: start) == true
    showMatch(environment)
    return isLong ? countMatches() : []
  }

  /// Lights the words of the search, and shows the first of them unless the story is to stay where it is.
  mutating func findWords(goesThere: Bool, _ environment: Environment) -> [ReaderEffect] {
    guard let search = environment.search else { return [] }
    let words = StoryFind(search.words, .words(MatchHighlighter(search.wordQuery.words)))
    guard goesThere else {
      find = words
      return scanAgain()
    }
    if environment.isFocused { _ = reduce(.entered, in: environment) } else { preview() }
    return begin(words, from: .start, environment)
  }

  /// The story's text has changed, or its note.
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

  /// What was counted for other words, or another text, is not taken.
  mutating func receive(_ result: StoryScan.Result, _ environment: Environment) -> Outcome {
    guard result.number == scanNumber, find != nil, let document = view?.document else { return Outcome() }
    let isNew = find?.match == nil
    find?.set(result.counts, in: document)
    if isNew { showMatch(environment) }
    let isMissing = findOrigin == nil && find?.count == 0 && find?.isOfSearch == false
    return Outcome(
      effects: readIfFinished(environment), message: isMissing ? notThere(environment) : nil)
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

  /// Behind the last match of the story come those in what is folded.
  private mutating func unfold(_ environment: Environment) -> Outcome {
    guard let start = find?.counts?.firstFolded else { return Outcome() }
    show(all: true)
    let effects = begin(find, from: start, environment)
    return Outcome(
      effects: effects, message: .notice("The whole page · \(environment.hint(.wholePage)) folds it"))
  }

  /// Shows the whole page, or folds what is not the story's; the current match stays the current one.
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

  /// The current match is on the screen; where it was not, it has some rows above it.
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
