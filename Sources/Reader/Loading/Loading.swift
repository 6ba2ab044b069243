import Marks
import StoryLibrary

/// How stories arrive on a screen that somebody is reading, and go.
extension ReaderState {
  /// The library as it was kept: a start shows it before any file is looked at. Nothing of another one stays.
  mutating func open(_ library: Library) -> [ReaderEffect] {
    self.library = library
    (list, trail, story, related) = (ListCursor(), Trail(), nil, RelatedList())
    (listing, beforeSearch, find, excerpts) = (.everything, nil, nil, [:])
    if isSearching { (request.sort, request.grouping) = (settings.sort, settings.group) }
    (request.words, opensFirstMatch, listed) = ("", false, ListRequest())
    request.numbering += 1
    hasUnshownStories = false
    if case .question = overlay { overlay = nil }
    countAllUnread()
    return keepSelection(nil) + renewedLists()
  }

  mutating func startOver() -> [ReaderEffect] {
    loading = LoadProgress(began: now)
    return open(Library(after: library)) + [.loadAnew]
  }

  /// The same library kept in a file, which takes less memory and has other numbers. A reader who still has a story on
  /// the screen or the trail that is gone goes on with the one in memory.
  mutating func take(_ kept: Catalogue.Kept) -> [ReaderEffect] {
    guard kept.library.revision == library.revision, let trail = trail.renumbered(by: kept.numbers),
      let listing = listing.renumbered(by: kept.numbers), beforeSearch == nil
    else { return [] }
    let selected = related.selected
    (library, self.trail, self.listing) = (kept.library, trail, listing)
    // What is on its way comes for numbers that are no more: texts, lists, answers to questions.
    request.numbering += 1
    if case .question(.overwrite(let path, let story)) = overlay {
      overlay = kept.numbers.new(story).map { .question(.overwrite(path, $0)) }
    }
    let lists: [ReaderEffect] = request.isEverything ? [] : [.select(request)]
    guard let current = trail.current else { return lists }
    story?.index = current
    relayoutRelated()
    related.select(selected, visible: relatedRows)
    guard story?.body == nil, let location = library.bodyLocation(of: current) else { return lists }
    return lists + [.readBody(current, location)]
  }

  mutating func take(_ batches: [PageBatch]) {
    loading?.count(batches)
    guard !batches.allSatisfy(\.changesNothing) else { return }
    library.collect(batches)
    hasUnshownStories = hasUnshownStories || batches.contains { $0.changesStories }
  }

  mutating func showStories() -> [ReaderEffect] {
    let selected = selectedStory
    library.add([])
    hasUnshownStories = false
    countAllUnread()
    return keepSelection(selected.map { library.current($0) }) + renewedLists()
  }

  /// Lists of chosen stories are chosen anew from a library that has changed.
  func renewedLists() -> [ReaderEffect] {
    (request.isEverything ? [] : [.select(request)]) + (settings.sections.isEmpty ? [] : [.countSections])
  }

  /// Before the first key the newest story is selected, whichever it is; afterwards the selection and what is
  /// around it stay where they are on the screen. Where the selected story is gone, the next one is selected.
  private mutating func keepSelection(_ selected: StoryIndex?) -> [ReaderEffect] {
    let count = listCount
    guard count > 0 else {
      list = ListCursor()
      return []
    }
    if hasInteracted, selected == nil, row(at: list.selected)?.isHeading == true { return refreshStory() }
    guard hasInteracted, let selected else {
      list.select(0, count: count, visible: visibleStories)
      return showSelected()
    }
    guard let row = listing.place(of: selected, in: library) else {
      list.select(list.selected, count: count, visible: visibleStories)
      return focus == .list ? showSelected() : refreshStory()
    }
    list.follow(to: row, count: count, visible: visibleStories)
    return refreshStory()
  }

  /// A fuller copy of the story that is read may have come, or more stories related to it.
  mutating func refreshStory() -> [ReaderEffect] {
    guard let index = story?.index else { return showSelected() }
    relayoutRelated()
    guard library.isPresent(index), let location = library.bodyLocation(of: index),
      location != story?.location
    else { return [] }
    return [.readBody(index, location)]
  }

  mutating func receive(
    _ text: StoryText, of index: StoryIndex, from location: BodyLocation
  ) -> [ReaderEffect] {
    guard isShown(index, at: location) else { return [] }
    let (isFirst, isReturning) = (story?.body == nil, story?.rowToReturnTo != nil)
    story?.set(text, from: location)
    let effects = isSearching && isFirst ? findWords(goesThere: !isReturning) : refreshFind()
    return effects + (focus == .story ? readIfFinished() : [])
  }

  /// A text may have been asked for when there was another library, in which the number meant another story.
  func isShown(_ index: StoryIndex, at location: BodyLocation) -> Bool {
    index == story?.index && library.canBe(index, at: location)
  }

  /// What was noticed when the folders were listed before will be noticed again.
  mutating func beginLoading() {
    loading = LoadProgress(began: now)
    library.forgetListingProblems()
  }

  mutating func finishLoading(isWhole: Bool) {
    if !isWhole, let loading {
      message = .notice("Stopped after \(loading.done) of \(loading.found) files · R goes on")
    }
    loading = nil
  }
}

/// How far loading has come.
public struct LoadProgress: Hashable, Sendable {
  /// Files found so far.
  public internal(set) var found = 0
  /// Files looked at, those left out for a reason, too.
  public internal(set) var done = 0
  /// Bytes of the files that were read: none of a file that is as it was.
  public internal(set) var bytes = 0
  /// When it began, in seconds since 1970 (UTC).
  let began: Int64

  init(began: Int64) {
    self.began = began
  }

  mutating func count(_ batches: [PageBatch]) {
    for batch in batches {
      done += batch.fileCount
      bytes += batch.byteCount
    }
  }

  /// How long it will still take if it goes on like this, in seconds; nil before that can be said.
  public func secondsLeft(now: Int64) -> Int? {
    let elapsed = Int(now - began)
    guard elapsed >= 2, done > 0, found >= done else { return nil }
    return elapsed * (found - done) / done
  }
}
