import Queries
import StoryLibrary

/// Which stories the list shows: filters, sections, orders, headings, and a search through all stories.
extension ReaderState {
  /// Asks for another list. What is asked for comes from another thread, except for the library's own list.
  mutating func select(_ change: (inout ListRequest) -> Void) -> [ReaderEffect] {
    let before = request
    change(&request)
    if request == before { return [] }
    return requestList()
  }

  mutating func requestList() -> [ReaderEffect] {
    request.isEverything ? show(.everything, of: snapshot) + renewList() : [.select(request)]
  }

  /// What was asked for; a list that nobody wants any more is not taken.
  mutating func take(_ new: Listing, for answered: ListRequest, in found: LibrarySnapshot) -> [ReaderEffect] {
    answered == request && found.number >= snapshot.number ? show(new, of: found) : []
  }

  /// Shows a list, and from now on the library that it was found in.
  mutating func show(_ new: Listing, of found: LibrarySnapshot) -> [ReaderEffect] {
    let isNews = found.number != snapshot.number
    var before = ShownList(listing: listing, library: library, row: list.selected)
    guard let translation = adopt(found) else { return [] }
    before.translation = translation
    // The answer to the same question is another one when the library has changed: then nothing may jump.
    let isRenewed = listed == request
    let isOtherSearch = isSearching && listed.words != request.words
    if listed.words != request.words { excerpts = [:] }
    if !isSearching { _ = reduce(story: .find(.endWords)) }
    (listing, listed, listNumber) = (new, request, listNumber + 1)
    listing.foldAsBefore(before.listing)
    // Before the first key, the first story is selected whichever it is.
    let isFree = isOtherSearch || !hasInteracted
    if let place = isFree ? nil : place(like: before, isRenewed: isRenewed) {
      list.follow(to: place, count: listCount, visible: visibleStories)
      showHeading()
    } else {
      selectFirstStory()
    }
    let shown =
      isOtherSearch ? showFirstMatch() : showSelected(after: selected(in: before), isRenewed: isRenewed)
    let opened = wantedExcerpts() + (opensFirstMatch ? openMatch() : [])
    return shown + opened + countUnread() + (isNews ? countSections() : [])
  }

  /// The list that another one takes the place of.
  private struct ShownList {
    var listing: Listing
    var library: Library
    /// The selected row.
    var row: Int
    var translation: StoryTranslation?
  }

  private func selected(in old: ShownList) -> StoryIndex? {
    guard old.row < old.listing.count(in: old.library) else { return nil }
    return old.listing.row(old.row, in: old.library).story.flatMap { current($0, from: old) }
  }

  private func current(_ story: StoryIndex, from old: ShownList) -> StoryIndex? {
    (old.translation?.story(story)).map { library.current($0) }
  }

  /// A story on top of the screen is shown with the heading that it stands under.
  private mutating func showHeading() {
    let top = list.top
    guard top > 0, top == list.selected, visibleStories > 1, row(at: top - 1)?.isHeading == true else {
      return
    }
    list.select(top - 1, count: listCount, visible: visibleStories)
    list.select(top, count: listCount, visible: visibleStories)
  }

  private mutating func selectFirstStory() {
    list.select(0, count: listCount, visible: visibleStories)
    if listCount > 1, row(at: 0)?.isHeading == true {
      list.select(1, count: listCount, visible: visibleStories)
    }
  }

  /// Somebody who reads is not taken away from the story by a list that has changed beside it.
  private mutating func showSelected(after before: StoryIndex?, isRenewed: Bool) -> [ReaderEffect] {
    guard let selected = selectedStory else { return [] }
    return story != nil && (selected == before || isRenewed && focus != .list)
      ? refreshStory() : showSelected()
  }

  /// Where what stood in a row of another list stands in this one: the same story, its heading where that is folded, the
  /// same heading. In the same list found anew, what stood near it takes the place of what has gone.
  private func place(like old: ShownList, isRenewed: Bool) -> Int? {
    let (count, row) = (old.listing.count(in: old.library), old.row)
    guard count > row else { return trail.steps.first.flatMap { place(of: $0.story) } }
    let near = isRenewed ? ReaderState.nearRows : 0
    let rows = Array(row..<min(count, row + near + 1)) + (max(0, row - near)..<row).reversed()
    for row in rows {
      switch old.listing.row(row, in: old.library) {
      case .story(let story):
        if let place = current(story, from: old).flatMap({ place(of: $0) }) { return place }
      case .heading(let group):
        if let place = listing.headingRow(named: old.listing.groups[group].name) { return place }
      }
    }
    return nil
  }

  private func place(of story: StoryIndex) -> Int? {
    listing.place(of: story, in: library) ?? listing.headingRow(above: story)
  }

  /// How far away something is looked for that takes the place of a story that has gone.
  private static let nearRows = 200

  // MARK: Filters, sections, orders

  mutating func filter(_ text: String) -> [ReaderEffect] {
    if let problem = Prompt.Problem(inQuery: text) {
      message = .warning(problem.text)
      return []
    }
    focus(on: .list)
    return select { $0.filter = text }
  }

  mutating func sort(by key: StorySort.Key) -> [ReaderEffect] {
    guard key != .relevance || isSearching else {
      message = .notice("Only search results have a relevance · \(hint(.search)) searches")
      return []
    }
    let isSame = request.sort.key == key
    let wanted = StorySort(key, isReversed: isSame && !request.sort.isReversed)
    message = .notice("Sorted by \(key.rawValue)\(wanted.isReversed ? ", reversed" : "")")
    return select { $0.sort = wanted }
  }

  mutating func group(by grouping: StoryGrouping) -> [ReaderEffect] {
    message = .notice(grouping == .none ? "No headings" : "Grouped by \(grouping.rawValue)")
    return select { $0.grouping = grouping }
  }

  mutating func show(section: Int?) -> [ReaderEffect] {
    focus(on: .list)
    let (settings, isSearching) = (self.settings, self.isSearching)
    return select { request in
      request.section = section
      if isSearching { return }
      let own = section.map { settings.sections[$0] }
      (request.sort, request.grouping) = (own?.sort ?? settings.sort, own?.group ?? settings.group)
    }
  }

  /// The tabs are in a circle: all stories, then the sections.
  mutating func goToSection(_ step: Int) -> [ReaderEffect] {
    let count = settings.sections.count + 1
    guard count > 1 else {
      message = .notice("No sections are configured")
      return []
    }
    let next = ((request.section.map { $0 + 1 } ?? 0) + step + count) % count
    return show(section: next == 0 ? nil : next - 1)
  }

  mutating func goToSection(named name: String) -> [ReaderEffect] {
    let names = settings.sections.map { $0.name.lowercased() }
    if name.lowercased() == SectionTab.all.lowercased(), !names.contains(name.lowercased()) {
      return show(section: nil)
    }
    guard let place = names.firstIndex(where: { $0.hasPrefix(name.lowercased()) }) else {
      message = .warning("\(name): no such section")
      return []
    }
    return show(section: place)
  }

  mutating func foldAll() {
    guard !listing.groups.isEmpty else {
      message = .notice("No headings · \(hint(.group(.source))) groups by source")
      return
    }
    let before = ShownList(
      listing: listing, library: library, row: list.selected,
      translation: snapshot.translation(from: snapshot))
    listing.toggleAllFolds()
    let place = place(like: before, isRenewed: false) ?? 0
    list.follow(to: place, count: listCount, visible: visibleStories)
  }

  mutating func toggleFold(_ group: Int) {
    listing.toggleFold(group)
    list.select(list.selected, count: listCount, visible: visibleStories)
  }
}
