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
    request.isEverything ? take(.everything) : [.select(request)]
  }

  /// What was asked for; a list that nobody wants any more is not taken.
  mutating func take(_ new: Listing, for answered: ListRequest) -> [ReaderEffect] {
    answered == request ? take(new) : []
  }

  private mutating func take(_ new: Listing) -> [ReaderEffect] {
    let selected = selectedStory ?? trail.steps.first?.story
    var new = new
    new.foldAsBefore(listing)
    (excerpts, listedWords) = ([:], request.words)
    listing = new
    countUnread()
    let place = isSearching ? nil : selected.flatMap { listing.place(of: $0, in: library) }
    if let place {
      list.follow(to: place, count: listCount, visible: visibleStories)
    } else {
      list.select(0, count: listCount, visible: visibleStories)
      if listing.count(in: library) > 1, row(at: 0)?.isHeading == true {
        list.select(1, count: listCount, visible: visibleStories)
      }
    }
    let effects = showSelected() + wantedExcerpts()
    return opensFirstMatch ? effects + openMatch() : effects
  }

  // MARK: Filters, sections, orders

  mutating func filter(_ text: String) -> [ReaderEffect] {
    if let problem = problem(inQuery: text) {
      message = .warning(problem.text)
      return []
    }
    return select { $0.filter = text }
  }

  mutating func sort(by key: StorySort.Key) -> [ReaderEffect] {
    let isSame = request.sort.key == key
    let wanted = StorySort(key, isReversed: isSame && !request.sort.isReversed)
    message = .notice("Sorted by \(key.rawValue)\(wanted.isReversed ? ", the other way round" : "")")
    return select { $0.sort = wanted }
  }

  mutating func group(by grouping: StoryGrouping) -> [ReaderEffect] {
    message = .notice(grouping == .none ? "Without headings" : "Grouped by \(grouping.rawValue)")
    return select { $0.grouping = grouping }
  }

  mutating func show(section: Int?) -> [ReaderEffect] {
    let options = self.options
    return select { request in
      request.section = section
      let own = section.map { options.sections[$0] }
      (request.sort, request.grouping) = (own?.sort ?? options.sort, own?.grouping ?? options.grouping)
    }
  }

  /// The tabs are in a circle: all stories, then the sections.
  mutating func goToSection(_ step: Int) -> [ReaderEffect] {
    let count = options.sections.count + 1
    guard count > 1 else {
      message = .notice("There are no sections; the configuration can have some")
      return []
    }
    let next = ((request.section.map { $0 + 1 } ?? 0) + step + count) % count
    return show(section: next == 0 ? nil : next - 1)
  }

  mutating func goToSection(named name: String) -> [ReaderEffect] {
    let names = options.sections.map { $0.name.lowercased() }
    guard let place = names.firstIndex(where: { $0.hasPrefix(name.lowercased()) }) else {
      message = .warning("\(name): no such section")
      return []
    }
    return show(section: place)
  }

  mutating func foldAll() {
    guard !listing.groups.isEmpty else {
      message = .notice("There are no headings · v groups the list")
      return
    }
    let selected = selectedStory
    listing.toggleAllFolds()
    let place = selected.flatMap { listing.place(of: $0, in: library) }
    list.select(place ?? 0, count: listCount, visible: visibleStories)
  }

  mutating func toggleFold(_ group: Int) {
    listing.toggleFold(group)
    list.select(list.selected, count: listCount, visible: visibleStories)
  }

  /// What is wrong with a query, if something is; what may come right while it is typed does not count until then.
  func problem(inQuery text: String, isTyping: Bool = false) -> Prompt.Problem? {
    StoryQuery(text).problems.first { !(isTyping && $0.isUnfinished) }
      .map { Prompt.Problem(text: $0.error.message, range: $0.range) }
  }
}
