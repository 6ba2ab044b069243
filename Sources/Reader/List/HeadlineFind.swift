import Display
import Search
import StoryLibrary

/// A search in the headlines of the list.
public struct HeadlineFind: Sendable {
  /// The result so far.
  public enum Result: Sendable {
    /// The rest of the list is still being searched.
    case looking
    case found
    /// The match was found after wrapping around the end of the list.
    case wrapped
    case missing
  }

  /// The search text as typed.
  public let text: String
  /// The result so far.
  public fileprivate(set) var result = Result.looking
  fileprivate let finder: TextFinder

  fileprivate init(_ text: String) {
    self.text = text
    finder = TextFinder(text)
  }

  /// The ranges of the matches in a headline, in bytes.
  func ranges(in title: String) -> [Range<Int>] { finder.ranges(in: title) }
}

/// `/` in the list.
extension ListState {
  /// The actions of a headline search.
  enum HeadlineAction {
    /// Words are being typed: the list moves to the nearest headline that contains them.
    case typing(String)
    /// The words are complete, or are searched for at once.
    case accept(String)
    /// The search is cancelled: the list moves back to where it was.
    case cancel
    /// Moves forward or back by some matches.
    case go(Int)
    /// The search ends; the list stays where it is.
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

  /// Searches for the next match; while words are being typed, from the row where the user was when typing began.
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

  /// The selected row, if it is a match that a walk starting next to it has not found.
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

  /// The row that was selected when typing began; nil if no words are being typed.
  func originRow(_ environment: Environment) -> Int? {
    guard let origin = headlineOrigin, let before = origin.shown else { return nil }
    if before.number == shown.number { return before.cursor.selected }
    return origin.selected.flatMap { shown.listing.row(of: $0, in: environment.library) }
      ?? shown.cursor.selected
  }

  /// Moves the list and the story back to where they were.
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
