import Configuration
import Queries
import StoryLibrary

/// Filters, orders, headings and sections.
extension ListState {
  mutating func choose(_ action: Action, _ environment: Environment) -> Outcome {
    switch action {
    case .filter(let text): return filter(text, environment)
    case .only(let keyword):
      let text = StoryQuery.toggling(keyword, in: request.filter)
      staysNear = true
      return select(environment, keepsOpen: environment.focus != .list) { $0.filter = text }
    case .sort(let key): return sort(by: key, environment)
    case .reverse: return sort(by: request.sort.key, environment)
    case .group(let grouping):
      var outcome = select(environment, keepsOpen: true) { $0.grouping = grouping }
      outcome.message = .notice(grouping == .none ? "Not grouped" : "Grouped by \(grouping.rawValue)")
      return outcome
    case .section(let section): return show(section: section, environment)
    case .goToSection(let step): return goToSection(step, environment)
    case .sectionNamed(let name): return goToSection(named: name, environment)
    case .fold(let group): shown.toggleFold(group, in: environment.frame)
    case .foldAll: return foldAll(environment)
    case .thread(let story): return show(threadOf: story, environment)
    case .leaveThread: return leaveThread(environment)
    default: break
    }
    return Outcome()
  }

  private mutating func filter(_ text: String, _ environment: Environment) -> Outcome {
    filterOrigin = nil
    if let problem = Prompt.Problem(inQuery: text) { return Outcome(message: .warning(problem.text)) }
    var outcome = select(environment) { $0.filter = text }
    outcome.focuses = true
    return outcome
  }

  private mutating func sort(by key: StorySort.Key, _ environment: Environment) -> Outcome {
    guard key != .relevance || isSearching else {
      let hint = environment.hint(.search)
      return Outcome(message: .notice("Search first (\(hint)), then sort by relevance"))
    }
    let isSame = request.sort.key == key
    let wanted = StorySort(key, isReversed: isSame && !request.sort.isReversed)
    var outcome = select(environment, keepsOpen: true) { $0.sort = wanted }
    outcome.message = .notice("Sorted by \(key.rawValue)\(wanted.isReversed ? ", reversed" : "")")
    return outcome
  }

  // MARK: Threads

  /// Shows the thread of a story in the list.
  var isInThread: Bool { requestBeforeThread != nil && request.isThread }

  private mutating func show(threadOf story: StoryID, _ environment: Environment) -> Outcome {
    if !isInThread { requestBeforeThread = request }
    return select(environment) { request in
      request = ListRequest()
      request.filter = "\(ListRequest.threadPrefix)\(story)"
      request.sort = StorySort(.date, isReversed: true)
    }
  }

  /// The requested thread; a thread of a single story is not shown as a list. Nil for any other list.
  mutating func leaveThreadOfOne(_ found: Listing, _ environment: Environment) -> Outcome? {
    guard isInThread, shown.request != request, found.stories.count < 2, let before = requestBeforeThread
    else { return nil }
    (request, requestBeforeThread) = (before, nil)
    var outcome = requestList(environment)
    outcome.message = .notice("No other story belongs to this thread")
    return outcome
  }

  private mutating func leaveThread(_ environment: Environment) -> Outcome {
    guard isInThread, let before = requestBeforeThread else { return Outcome() }
    requestBeforeThread = nil
    return select(environment, keepsOpen: environment.focus != .list) { $0 = before }
  }

  // MARK: Sections

  private mutating func show(section: Int?, _ environment: Environment) -> Outcome {
    let (settings, isSearching) = (environment.settings, self.isSearching)
    var outcome = select(environment) { request in
      request.section = section
      // Search results have their own order.
      if isSearching { return }
      let own = section.map { settings.sections[$0] }
      (request.sort, request.grouping) = (own?.sort ?? settings.sort, own?.group ?? settings.group)
    }
    outcome.focuses = true
    return outcome
  }

  /// The tabs form a cycle: all stories, then the sections.
  private mutating func goToSection(_ step: Int, _ environment: Environment) -> Outcome {
    let count = environment.settings.sections.count + 1
    guard count > 1 else { return Outcome(message: .notice("No sections are configured")) }
    let next = (((request.section.map { $0 + 1 } ?? 0) + step) % count + count) % count
    return show(section: next == 0 ? nil : next - 1, environment)
  }

  private mutating func goToSection(named name: String, _ environment: Environment) -> Outcome {
    let names = environment.settings.sections.map { $0.name.lowercased() }
    if name.lowercased() == SectionTab.all.lowercased(), !names.contains(name.lowercased()) {
      return show(section: nil, environment)
    }
    guard let section = names.firstIndex(where: { $0.hasPrefix(name.lowercased()) }) else {
      return Outcome(message: .warning("\(name): no such section"))
    }
    return show(section: section, environment)
  }

  // MARK: Headings

  private mutating func foldAll(_ environment: Environment) -> Outcome {
    guard !shown.listing.groups.isEmpty else {
      let hint = environment.hint(.group(.source))
      return Outcome(message: .notice("Nothing to fold · \(hint) groups by source"))
    }
    shown.toggleAllFolds(in: environment.frame)
    return Outcome()
  }
}

extension ListRequest {
  /// Keeps showing a section that still exists, even if its number has changed. If it was removed, all stories are
  /// shown. An order chosen by the user is kept.
  mutating func use(_ new: Settings, after old: Settings, set name: String?) {
    let before = section.map { old.sections[$0] }
    section = before.flatMap { before in new.sections.firstIndex { $0.name == before.name } }
    let after = section.map { new.sections[$0] }
    // Search results have their own order.
    guard words.isEmpty else { return }
    if sort == before?.sort ?? old.sort { sort = after?.sort ?? new.sort }
    if grouping == before?.group ?? old.group { grouping = after?.group ?? new.group }
    if name == "sort" { sort = new.sort }
    if name == "group" { grouping = new.group }
  }
}
