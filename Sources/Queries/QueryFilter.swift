import PageFormats
import Search
import StoryLibrary

/// A query compiled for one library: names are resolved to numbers, ages to times, and words to the stories that have
/// them, so that testing many thousand stories is fast.
struct QueryFilter {
  private(set) var scope: QueryScope
  private let predicate: Predicate?
  /// Whether archived stories are left out, because the query does not mention them.
  private let hidesArchived: Bool
  /// How well each story matches the words of the query, by its number; empty without words.
  private(set) var scores: [Float] = []

  /// - Parameters:
  ///   - query: the query.
  ///   - scope: the stories to test.
  ///   - isForOneStory: whether to search for words only when a story is tested, and only in that story.
  init(_ query: StoryQuery, in scope: QueryScope, isForOneStory: Bool = false) {
    self.scope = scope
    hidesArchived = query.hidesArchived(in: scope)
    var compiler = PredicateCompiler(scope: scope, isForOneStory: isForOneStory)
    predicate = query.condition.map { compiler.predicate(for: $0) }
    scores = compiler.scores
  }

  /// Continues with a copy of the library.
  mutating func use(_ copy: Library) { scope.library = copy }

  func matches(_ story: StoryIndex) -> Bool {
    if hidesArchived, scope.isArchived(story) { return false }
    return predicate.map { isTrue($0, of: story) } ?? true
  }

  indirect enum Predicate {
    case keyword(QueryKeyword)
    /// By the numbers of sources, for a single story.
    case source([Bool])
    /// By the numbers of sets of topics, for a single story.
    case topic([Bool])
    /// By the numbers of authors, languages and addresses, for a story's own pages.
    case author([Bool])
    case language([Bool])
    case address([Bool])
    case format(PageSyntax)
    case label(String)
    /// A moment.
    case since(QueryTime.Start)
    case before(QueryTime.Start)
    /// By the numbers of stories.
    case found([Bool])
    case search(StorySearch)
    case not(Predicate)
    case and([Predicate])
    case or([Predicate])

    /// The cheapest test comes first.
    var cost: Int {
      switch self {
      case .since, .before, .found: 0
      case .source, .topic, .author, .language, .address, .format: 1
      case .keyword, .label: 2
      case .not(let part): part.cost
      case .and(let parts), .or(let parts): parts.map(\.cost).max() ?? 0
      case .search: 3
      }
    }
  }

  private func isTrue(_ predicate: Predicate, of story: StoryIndex) -> Bool {
    switch predicate {
    case .keyword(let keyword): return isTrue(keyword, of: story)
    case .source(let wanted): return wanted.has(scope.library.sourceNumber(of: story))
    case .topic(let wanted):
      var isFound = false
      scope.library.visitTopicSets(of: story) { isFound = isFound || wanted.has($0) }
      return isFound
    case .author(let wanted): return hasPage(story) { wanted.has($0.author) }
    case .language(let wanted): return hasPage(story) { wanted.has($0.language) }
    case .address(let wanted): return hasPage(story) { $0.address.map(wanted.has) == true }
    case .format(let format): return hasPage(story) { $0.syntax == format }
    case .label(let label): return scope.has(label: label, story)
    case .since(let time): return !time.isAfter(story, in: scope)
    case .before(let time): return time.isAfter(story, in: scope)
    case .found(let stories): return stories.has(story.number)
    case .search(let search): return search.matches(story)
    case .not(let part): return !isTrue(part, of: story)
    case .and(let parts): return parts.allSatisfy { isTrue($0, of: story) }
    case .or(let parts): return parts.contains { isTrue($0, of: story) }
    }
  }

  private func hasPage(_ story: StoryIndex, _ isWanted: (PageFacts) -> Bool) -> Bool {
    var isFound = false
    scope.library.visitOwnPages(of: story) { isFound = isFound || isWanted($0) }
    return isFound
  }

  private func isTrue(_ keyword: QueryKeyword, of story: StoryIndex) -> Bool {
    switch keyword {
    case .unread: !scope.isRead(story)
    case .read: scope.isRead(story)
    case .started: scope.isStarted(story)
    case .starred: scope.isStarred(story)
    case .noted: scope.isNoted(story)
    case .archived: scope.isArchived(story)
    case .page: scope.library.hasPage(story)
    case .related: !scope.library.hasPage(story)
    // Results for all stories at once (see ``PredicateCompiler``).
    case .copies, .new: false
    }
  }
}

extension [Bool] {
  /// False for numbers out of range, as in a damaged catalogue.
  func has(_ number: Int) -> Bool { number < count && self[number] }
}
