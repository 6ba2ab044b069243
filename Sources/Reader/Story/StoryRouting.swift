public import Display
import StoryLibrary

/// The root state's handling of the open story.
extension ReaderState {
  /// The contents of the story pane.
  public var story: StoryView? { storyState.view }
  /// The search in the story.
  public var find: StoryFind? { storyState.find }
  /// The stories that were opened.
  public var trail: Trail { storyState.trail }
  /// The highlighted spans of each row of the story on the screen; empty without a search.
  public var storySpans: [[TextSpan]] { storyState.spans }
  /// When the story that is shown will count as read without another key, in seconds since 1970 (UTC); nil for never.
  public var readingTime: Int64? { storyState.readingTime(storyEnvironment) }

  /// The changes that have to be written before the session pauses or ends.
  public func unsavedPlace() -> [ReaderEffect] { storyState.unsavedPlace(storyEnvironment) }

  var storyEnvironment: StoryState.Environment {
    let (commands, focus) = (commands, focus)
    return StoryState.Environment(
      snapshot: snapshot, marks: marks, settings: settings, now: now, size: panesState.story,
      isFocused: focus == .story, hasInteracted: hasInteracted, isSettled: isSettled,
      search: isSearching ? request : nil
    ) { commands.hint($0, in: focus) }
  }

  /// Handles an action on the story. The related stories are then those of the story that is shown.
  mutating func reduce(story action: StoryState.Action) -> [ReaderEffect] {
    let outcome = storyState.reduce(action, in: storyEnvironment)
    if let message = outcome.message { self.message = message }
    if let story = outcome.follows { return outcome.effects + follow(story) }
    if outcome.isOtherStory { _ = reduce(related: .otherStory) }
    guard outcome.isText else { return outcome.effects }
    return outcome.effects + reduce(related: .text) + findAlike()
  }

  /// Follows a link or related story from the shown story.
  mutating func follow(_ story: StoryIndex) -> [ReaderEffect] {
    let left = leaveStory()
    focus(on: .story)
    return left + reduce(story: .follow(story))
  }

  /// Called before another story is shown: if it is a different one, the position in the current story is saved.
  mutating func leaveStory() -> [ReaderEffect] {
    reduce(story: .leave(related: relatedState.selected, focus: focus))
  }

  func readIfFinished() -> [ReaderEffect] { storyState.readIfFinished(storyEnvironment) }

  /// Finds the entered words. As in less and vim, empty input repeats the last search.
  mutating func findTyped(_ text: String) -> [ReaderEffect] {
    let words = (text.isEmpty ? promptState.history[.words].last : text) ?? ""
    if story != nil, !words.isEmpty { focus(on: .story) }
    return reduce(story: .find(.accept(words)))
  }

  mutating func toggleWholePage() -> [ReaderEffect] {
    guard story != nil else {
      sayThereIsNoStory()
      return []
    }
    // If only one pane is shown, it has to be the one that changes.
    if layout.frames[.story] == nil { focus(on: .story) }
    return reduce(story: .toggleWholePage)
  }

  mutating func numberLinks() -> [ReaderEffect] {
    guard story != nil else {
      sayThereIsNoStory()
      return []
    }
    // Digits select links only in the story pane.
    if story?.document.text?.links.isEmpty == false { focus(on: .story) }
    return reduce(story: .links(.toggle))
  }

  /// The effects of a key while links are numbered; nil if the key has its usual meaning.
  mutating func pressLink(_ key: Key) -> [ReaderEffect]? {
    guard let links = story?.links, focus == .story, overlay == nil, pendingKeys.isEmpty else { return nil }
    switch key {
    case .enter where links.typed != nil: return reduce(story: .links(.choose))
    case .backspace where links.typed != nil: return reduce(story: .links(.delete))
    case .escape: return reduce(story: .links(.hide))
    default: return key.digit.map { reduce(story: .links(.digit($0))) }
    }
  }

  mutating func goToMatch(_ step: Int) -> [ReaderEffect] {
    if focus == .list, find == nil {
      message = .notice("No search is active · \(hint(.findHeadline)) finds a headline")
      return []
    }
    // If only one pane is shown, it has to be the one with the match.
    if find?.count ?? 0 > 0, layout.frames[.story] == nil { focus(on: .story) }
    return reduce(story: .find(.go(step)))
  }
}
