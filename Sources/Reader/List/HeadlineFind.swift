import Display
import Search
import StoryLibrary

/// What is being found among the headlines of the list.
public struct HeadlineFind: Sendable {
  /// What came of it so far.
  public enum Result: Sendable {
    /// The rest of the list is still being looked through.
    case looking
    case found
    /// It stands beyond the end of the list, from where one goes on at its top.
    case wrapped
    case missing
  }

  /// What is being found, as it was typed.
  public let text: String
  /// What came of it so far.
  public fileprivate(set) var result = Result.looking
  fileprivate let finder: TextFinder

  fileprivate init(_ text: String) {
    self.text = text
    finder = TextFinder(text)
  }

  /// Where it stands in a headline, in bytes.
  func ranges(in title: String) -> [Range<Int>] { finder.ranges(in: title) }
}

/// `/` in the list.
extension ListState {
  /// What can happen to what is being found.
  enum HeadlineAction {
    /// Words are being typed: the list goes to the nearest headline that has them.
    case typing(String)
    /// They are whole, or are to be found at once.
    case accept(String)
    /// They will not be looked for: the list goes back to where it was.
    case cancel
    /// Goes some matches further, or back.
    case go(Int)
    /// Nothing is looked for any more; the list stays where it is.
    case end
  }

  mutating func find(_ action: HeadlineAction, _ environment: Environment) -> Outcome {
    switch action {
    case .typing(let text): return type(headline: text, environment)
    case .accept(let text): return accept(headline: text, environment)
    case .cancel:
      (headline, walk) = (nil, nil)
      let outcome = goBack(environment)
      headlineOrigin = nil
      return outcome
    case .go(let step):
      let steps = step + stepsUnderWay
      (walk, headlineOrigin) = (nil, nil)
      return steps == 0 ? Outcome() : look(steps, environment)
    case .end:
      (headline, walk) = (nil, nil)
      return Outcome()
    }
  }

  private mutating func type(headline text: String, _ environment: Environment) -> Outcome {
    if headlineOrigin == nil { headlineOrigin = origin(environment) }
    walk = nil
    guard !text.isEmpty else {
      headline = nil
      return goBack(environment)
    }
    headline = HeadlineFind(text)
    return look(1, environment)
  }

  private mutating func accept(headline text: String, _ environment: Environment) -> Outcome {
    let wasTyped = headlineOrigin != nil && headline?.text == text
    headlineOrigin = nil
    guard !wasTyped else { return Outcome(message: remark(environment)) }
    (headline, walk) = (HeadlineFind(text), nil)
    return look(1, environment)
  }

  /// Looks for the next match: while words are typed, from where the reader was when they were begun.
  private mutating func look(_ steps: Int, _ environment: Environment) -> Outcome {
    guard let finder = headline?.finder else { return Outcome() }
    headline?.result = .looking
    let origin = originRow(environment)
    return begin(
      .headline(finder), from: origin ?? shown.cursor.selected, steps: steps, skipsStart: origin == nil,
      environment)
  }

  mutating func endAtHeadline(_ walk: ListWalk, _ environment: Environment) -> Outcome {
    let isTyping = headlineOrigin != nil
    guard let row = walk.row ?? onlyMatch(environment) else {
      headline?.result = .missing
      return isTyping ? goBack(environment) : Outcome(message: remark(environment))
    }
    headline?.result = walk.isWrapped ? .wrapped : .found
    shown.select(row, in: environment.frame)
    var outcome = selected(environment)
    if !isTyping { outcome.message = walk.row == nil ? .notice("No other match") : walk.wrapMessage }
    return outcome
  }

  /// The selected row, where it is a match that a walk around it has not met.
  private func onlyMatch(_ environment: Environment) -> Int? {
    guard headlineOrigin == nil, let story = shown.selectedStory(in: environment.frame) else { return nil }
    let title = environment.library[story].title
    return headline?.ranges(in: title).isEmpty == false ? shown.cursor.selected : nil
  }

  private func remark(_ environment: Environment) -> Message? {
    guard let headline else { return nil }
    switch headline.result {
    case .looking, .found: return nil
    case .wrapped: return .notice("Wrapped to the top")
    case .missing:
      if hasFolded {
        let hint = environment.hint(.foldAll)
        return .notice("\(headline.text) is in no headline shown · \(hint) unfolds the others")
      }
      return .notice(
        "\(headline.text) is in no headline · \(environment.hint(.search)) searches all")
    }
  }

  // MARK: Where the reader was

  /// The row that was selected when words were begun to be typed; nil when none are.
  func originRow(_ environment: Environment) -> Int? {
    guard let origin = headlineOrigin, let before = origin.shown else { return nil }
    if before.number == shown.number { return before.cursor.selected }
    return origin.selected.flatMap { shown.listing.row(of: $0, in: environment.library) }
      ?? shown.cursor.selected
  }

  /// The list and the story are again where they were.
  private mutating func goBack(_ environment: Environment) -> Outcome {
    guard let origin = headlineOrigin else { return Outcome() }
    if let before = origin.shown, before.number == shown.number {
      shown.goBack(to: before.cursor, in: environment.frame)
    } else if let row = originRow(environment) {
      shown.select(row, in: environment.frame)
    }
    let isThere = environment.story?.index == origin.story && environment.base == origin.base
    return Outcome(story: isThere ? .none : .comeBack(origin))
  }
}
