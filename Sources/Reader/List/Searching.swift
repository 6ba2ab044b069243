import Queries
import StoryLibrary

/// Searching all stories, as one types.
extension ReaderState {
  /// What was on the screen before a search.
  struct SearchOrigin: Sendable {
    var request: ListRequest
    var listed: ListRequest
    /// Nil when its stories have got other numbers since: it is found anew.
    var listing: Listing?
    var list: ListCursor
    var selected: StoryIndex?
    var trail: Trail
    var top: StoryPosition?
    var focus: Pane

    mutating func renumber(_ translation: StoryTranslation) {
      trail.renumber(translation)
      selected = selected.flatMap { translation.story($0) }
      if listing?.isEverything == false { listing = nil }
    }
  }

  /// The list shows what a search has found.
  public var isSearching: Bool { !request.words.isEmpty }

  mutating func searchWhileTyping(_ text: String) -> [ReaderEffect] {
    let before = beforeSearch ?? bookmark
    beforeSearch = before
    // Nearly all stories have a word that begins with some letter.
    let words = text.utf8.count < 2 ? "" : text
    return select { request in
      if words.isEmpty {
        request = before.request
      } else if request.words.isEmpty {
        (request.sort, request.grouping) = (StorySort(.relevance), .none)
      }
      request.words = words
    }
  }

  private var bookmark: SearchOrigin {
    SearchOrigin(
      request: request, listed: listed, listing: listing, list: list, selected: selectedStory, trail: trail,
      top: story?.rowToReturnTo, focus: focus)
  }

  /// The words are whole: the best match is opened where they stand.
  mutating func search(for text: String) -> [ReaderEffect] {
    guard text.utf8.count > 1 else { return endSearching() }
    opensFirstMatch = true
    let effects = searchWhileTyping(text)
    // What stands on the screen already needs not be waited for.
    return effects.isEmpty && listed == request ? openMatch() : effects
  }

  /// Opens the selected story at its first match.
  mutating func openMatch() -> [ReaderEffect] {
    opensFirstMatch = false
    return selectedStory == nil ? [] : open()
  }

  /// The best match is shown, and its words are lit where it is on the screen already.
  mutating func showFirstMatch() -> [ReaderEffect] {
    let shown = showSelected()
    return shown + (selectedStory != nil && story?.body != nil ? reduce(story: .find(.words)) : [])
  }

  /// The screen is again what it was.
  mutating func endSearching() -> [ReaderEffect] {
    _ = reduce(story: .find(.endAll))
    opensFirstMatch = false
    guard let before = beforeSearch else { return [] }
    beforeSearch = nil
    excerpts = [:]
    let left = leaveStory()
    request = before.request
    if let listing = before.listing { show(listing, as: before) }
    focus(on: .list)
    let shown = left + goBack(to: before)
    // The sections may be others now.
    return shown + (listed == request ? countUnread() + renewList() : requestList())
  }

  private mutating func show(_ listing: Listing, as before: SearchOrigin) {
    (listed, self.listing, list) = (before.listed, listing, before.list)
    listNumber += 1
    // Stories may have come or gone meanwhile.
    if let place = before.selected.flatMap({ listing.place(of: library.current($0), in: library) }) {
      list.follow(to: place, count: listCount, visible: visibleStories)
    } else {
      list.select(list.selected, count: listCount, visible: visibleStories)
    }
  }

  private mutating func goBack(to before: SearchOrigin) -> [ReaderEffect] {
    guard before.trail.current != nil, let top = before.top else { return showSelected() }
    return reduce(story: .restore(before.trail, top: top))
  }

  /// Where the words of the search stand in a headline, in bytes.
  public func wordRanges(in title: String) -> [Range<Int>] {
    isSearching ? find?.ranges(in: title) ?? [] : []
  }

  /// What the words of the search stand in, for the rows on the screen.
  func wantedExcerpts() -> [ReaderEffect] {
    guard isSearching else { return [] }
    let rows = list.top..<max(list.top, min(listCount, list.top + visibleStories))
    let missing = rows.compactMap { row(at: $0)?.story }.filter { excerpts[$0] == nil }
    return missing.isEmpty ? [] : [.readExcerpts(missing, request)]
  }
}
