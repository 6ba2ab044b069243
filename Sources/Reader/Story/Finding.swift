import Search

/// Finding in the story that is read.
extension ReaderState {
  /// The matches are lit while the words are typed, and the story goes to the nearest one.
  mutating func findWhileTyping(_ text: String) {
    if placeBeforeFinding == nil { placeBeforeFinding = story?.top }
    let (start, rows) = (placeBeforeFinding ?? 0, storyRows)
    story?.scroll(to: start, rows: rows)
    find(text.isEmpty ? nil : StoryFind(text, .text(TextFinder(text))), from: start)
  }

  /// The words of a search are lit again where something else was found in what it found.
  mutating func endFinding() {
    find = nil
    if isSearching { findWords(goesThere: false) }
  }

  mutating func endFindingWhileTyping() {
    endFinding()
    let rows = storyRows
    if let placeBeforeFinding { story?.scroll(to: placeBeforeFinding, rows: rows) }
    placeBeforeFinding = nil
  }

  /// Words that were typed to their end.
  mutating func findTyped(_ text: String) -> [ReaderEffect] {
    placeBeforeFinding = nil
    // As in less and vim, nothing typed means what was found last.
    guard story != nil, let words = text.isEmpty ? history[.words].last : text else { return [] }
    focus(on: .story)
    find(StoryFind(words, .text(TextFinder(words))), from: story?.top ?? 0)
    if find?.count == 0 { message = .notice("\(words) is not in this story · \(hint(.search)) searches all") }
    return readIfFinished()
  }

  /// Begins to find, and shows the first match from a row on.
  mutating func find(_ new: StoryFind?, from row: Int) {
    find = new
    if let story { find?.look(in: story, from: row) }
    showMatch()
  }

  mutating func goToMatch(_ step: Int) -> [ReaderEffect] {
    guard find != nil, let story else {
      message = .notice("Nothing is being found · \(hint(.find)) finds in the story")
      return []
    }
    guard find?.count ?? 0 > 0 else {
      message = .notice("\(find?.text ?? "") is not in this story")
      return []
    }
    // In one pane at a time, the match is seen.
    if layout.frames[.story] == nil { focus(on: .story) }
    if find?.go(step, in: story) == true { message = .notice("Went on at the other end of the story") }
    showMatch()
    return readIfFinished()
  }

  /// The rows have changed, or the story.
  mutating func refreshFind() {
    guard find != nil, let story else { return }
    find?.lookAgain(in: story)
  }

  /// The current match is on the screen; where it was not, it has some rows above it.
  private mutating func showMatch() {
    guard let row = find?.currentRow, let top = story?.top else { return }
    let rows = storyRows
    guard row < top || row >= top + rows else { return }
    story?.scroll(to: max(0, row - rows / 4), rows: rows)
  }
}
