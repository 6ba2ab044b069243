import Queries
import Search
import StoryLibrary

/// Searching all stories, as one types.
extension ReaderState {
  /// The list as it was before a search.
  struct Bookmark: Sendable {
    var request: ListRequest
    var listing: Listing
    var list: ListCursor
    var story: StoryIndex?
  }

  /// The list shows what a search has found.
  public var isSearching: Bool { !request.words.isEmpty }

  mutating func searchWhileTyping(_ text: String) -> [ReaderEffect] {
    if beforeSearch == nil {
      beforeSearch = Bookmark(request: request, listing: listing, list: list, story: selectedStory)
    }
    guard let beforeSearch else { return [] }
    // Nearly all stories have a word that begins with some letter.
    let isLetter = text.utf8.count < 2
    return select { request in
      request = beforeSearch.request
      request.words = isLetter ? "" : text
    }
  }

  /// The words are whole: the best match is opened where they stand.
  mutating func search(for text: String) -> [ReaderEffect] {
    guard text.utf8.count > 1 else { return endSearching() }
    opensFirstMatch = true
    let effects = searchWhileTyping(text)
    // What stands on the screen already needs not be waited for.
    return effects.isEmpty && listedWords == text ? openMatch() : effects
  }

  /// Opens the selected story at its first match.
  mutating func openMatch() -> [ReaderEffect] {
    opensFirstMatch = false
    guard selectedStory != nil else { return [] }
    return open()
  }

  /// The list is again what it was.
  mutating func endSearching() -> [ReaderEffect] {
    find = nil
    opensFirstMatch = false
    guard let before = beforeSearch else { return [] }
    beforeSearch = nil
    excerpts = [:]
    (request, listing, list) = (before.request, before.listing, before.list)
    countUnread()
    // Stories may have come or gone meanwhile.
    let place = before.story.flatMap { listing.place(of: $0, in: library) }
    list.select(place ?? list.selected, count: listCount, visible: visibleStories)
    focus(on: .list)
    return showSelected() + (request.isEverything ? [] : [.select(request)])
  }

  /// Lights the words of the search in the story, and shows the first of them.
  mutating func findWords() {
    find(StoryFind(request.words, .words(MatchHighlighter(request.wordQuery.words))), from: 0)
  }

  /// Where the words of the search stand in a headline, in bytes.
  public func wordRanges(in title: String) -> [Range<Int>] {
    isSearching ? find?.ranges(in: title) ?? [] : []
  }

  /// What the words of the search stand in, for the rows on the screen.
  func wantedExcerpts() -> [ReaderEffect] {
    guard isSearching else { return [] }
    let rows = list.top..<min(listCount, list.top + visibleStories)
    let missing = rows.compactMap { row(at: $0)?.story }.filter { excerpts[$0] == nil }
    return missing.isEmpty ? [] : [.readExcerpts(missing, request)]
  }
}
