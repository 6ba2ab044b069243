public import Display
import Search

/// Finding in the story that is read.
extension ReaderState {
  /// The matches are lit while the words are typed, and the story goes to the nearest one.
  mutating func findWhileTyping(_ text: String) -> [ReaderEffect] {
    if findOrigin == nil { findOrigin = story?.top }
    let start = findOrigin ?? .start
    story?.scroll(to: start)
    return find(text.isEmpty ? nil : StoryFind(text, .text(TextFinder(text))), from: start)
  }

  /// The words of a search are lit again where something else was found in what it found.
  mutating func endFinding() -> [ReaderEffect] {
    find = nil
    return isSearching ? findWords(goesThere: false) : []
  }

  mutating func endFindingWhileTyping() -> [ReaderEffect] {
    let effects = endFinding()
    if let findOrigin { story?.scroll(to: findOrigin) }
    findOrigin = nil
    return effects
  }

  /// Words that were typed to their end.
  mutating func findTyped(_ text: String) -> [ReaderEffect] {
    findOrigin = nil
    // As in less and vim, nothing typed means what was found last.
    guard story != nil, let words = text.isEmpty ? typing.history[.words].last : text else { return [] }
    focus(on: .story)
    let effects = find(StoryFind(words, .text(TextFinder(words))), from: story?.top ?? .start)
    if find?.count == 0 { sayItIsNotThere() }
    return effects + readIfFinished()
  }

  /// Begins to find, and shows the first match from a row on.
  mutating func find(_ new: StoryFind?, from start: StoryPosition) -> [ReaderEffect] {
    find = new
    guard let document = story?.document else { return [] }
    let isLong = find?.scan(document, from: start) == true
    showMatch()
    return isLong ? countMatches() : []
  }

  /// The matches of a long story have been counted.
  mutating func handle(_ result: StoryScan.Result) -> [ReaderEffect] {
    guard result.number == scanNumber, find != nil, let document = story?.document else { return [] }
    let isNew = find?.match == nil
    find?.set(result.counts, in: document)
    if isNew { showMatch() }
    if prompt == nil, find?.count == 0, find?.isOfSearch == false { sayItIsNotThere() }
    return readIfFinished()
  }

  private mutating func countMatches() -> [ReaderEffect] {
    guard let find, let document = story?.document else { return [] }
    scanNumber += 1
    return [.countMatches(StoryScan(number: scanNumber, pattern: find.pattern, document: document))]
  }

  private mutating func sayItIsNotThere() {
    message = .notice("\(find?.text ?? "") is not in this story · \(hint(.search)) searches all")
  }

  mutating func goToMatch(_ step: Int) -> [ReaderEffect] {
    guard find != nil, let story else {
      message = .notice("No search is active · \(hint(.find)) finds in the story")
      return []
    }
    guard let count = find?.count, count > 0 else {
      let text = find?.text ?? ""
      message = .notice(find?.count == nil ? "Still looking for \(text)" : "\(text) is not in this story")
      return []
    }
    // In one pane at a time, the match is seen.
    if layout.frames[.story] == nil { focus(on: .story) }
    if find?.go(step, in: story.document) == true { message = .notice("Wrapped") }
    showMatch()
    return readIfFinished()
  }

  /// The story's text has changed, or its note.
  mutating func refreshFind() -> [ReaderEffect] {
    guard find != nil, let story else { return [] }
    let isLong = find?.scanAgain(story.document, from: story.top ?? .start) == true
    return isLong ? countMatches() : []
  }

  /// The current match is on the screen; where it was not, it has some rows above it.
  private mutating func showMatch() {
    guard let match = find?.match, story?.shows(match.position) == false else { return }
    let rows = panes.story.rows / 4
    story?.scroll(to: match.position, below: rows)
  }
}

extension ReaderState {
  /// What is lit in each row of the story that is on the screen; empty when nothing is being found.
  public var storySpans: [[TextSpan]] {
    guard let find, let story else { return [] }
    return find.spans(in: story.rows, of: story.document)
  }
}
