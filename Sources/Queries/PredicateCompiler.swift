import PageFormats
import Search
import StoryLibrary
import Understanding

/// Compiles conditions for one library: see ``QueryFilter``.
struct PredicateCompiler {
  let scope: QueryScope
  let isForOneStory: Bool
  private(set) var scores: [Float] = []
  private var index: WordIndex?

  init(scope: QueryScope, isForOneStory: Bool) {
    (self.scope, self.isForOneStory) = (scope, isForOneStory)
    index = isForOneStory ? nil : scope.indexPath.flatMap { WordIndex(existing: $0) }
  }

  /// The test for a condition. `isWanted` is false inside a negation, whose words add nothing to a score.
  mutating func predicate(for condition: QueryCondition, isWanted: Bool = true) -> QueryFilter.Predicate {
    let library = scope.library
    switch condition {
    case .keyword(.copies): return .found(copies { _, _ in true })
    case .keyword(.new): return new
    case .keyword(let keyword): return .keyword(keyword)
    case .source(let pattern):
      // The first name means that there is none.
      return source([false] + library.sourceNames.dropFirst().map { pattern.matches($0) })
    case .topic(let pattern):
      return topic(library.topicSetNames.map { $0.contains { pattern.matches($0) } })
    case .author(let pattern):
      return .author([false] + library.authorNames.dropFirst().map { pattern.matches($0) })
    case .language(let pattern):
      return .language([false] + library.languageNames.dropFirst().map { pattern.matches(language: $0) })
    case .site(let pattern):
      return .address(library.addressTexts.map { pattern.matches(PageAddress.site(of: $0)) })
    case .url(let pattern): return .address(library.addressTexts.map { pattern.matches($0) })
    case .format(let format): return .format(format)
    case .label(let pattern): return .label(pattern.label)
    case .thread(let story): return thread(of: story)
    case .since(let time): return .since(time.start(now: scope.now))
    case .before(let time): return .before(time.start(now: scope.now))
    case .words(let query): return words(query, isWanted)
    case .not(let part): return .not(predicate(for: part, isWanted: !isWanted))
    case .and(let parts):
      let predicates = parts.map { predicate(for: $0, isWanted: isWanted) }
      return .and(predicates.sorted { $0.cost < $1.cost })
    case .or(let parts): return .or(parts.map { predicate(for: $0, isWanted: isWanted) })
    }
  }

  /// A match in a note counts as much as a rare word in a headline.
  private static let noteScore: Float = 20

  /// The stories with notes that have all words.
  private func noted(_ query: SearchQuery) -> [StoryIndex] {
    let matcher = WordMatcher(query)
    return scope.marks.notes.filter { matcher.matches($0.text) }.flatMap { note in
      scope.library.stories(titled: note.story.titleID).filter {
        scope.marks.mark(for: scope.library.identity(of: $0)).note == note.text
      }
    }
  }

  /// A story that is in no thread, or whose thread is unknown, is a thread by itself.
  private func thread(of id: StoryID) -> QueryFilter.Predicate {
    let library = scope.library
    var found = [Bool](repeating: false, count: library.storyNumbers.count)
    guard let story = library.index(ofTyped: id) else { return .found(found) }
    found[story.number] = true
    if let index = scope.related?.index {
      var finder = RelatedFinder(library, index)
      for member in finder.thread(of: story)?.stories ?? [] { found[member.number] = true }
    }
    return .found(found)
  }

  /// Unread stories, except those with almost nothing that is not in a story already read.
  private var new: QueryFilter.Predicate {
    let read = copies { [scope] copy, shares in shares.firstSaysNothingNew && scope.isRead(copy) }
    return .and([.not(.found(read)), .keyword(.unread)])
  }

  /// The stories with a copy that meets a condition; none before texts have been compared.
  private func copies(_ isWanted: (_ copy: StoryIndex, TextShares) -> Bool) -> [Bool] {
    var found = [Bool](repeating: false, count: scope.library.storyNumbers.count)
    for pair in scope.related?.index?.copies(in: scope.library) ?? [] where isWanted(pair.copy, pair.shares) {
      found[pair.story.number] = true
    }
    return found
  }

  /// If all stories are tested, their sources are read in the order in which they are stored.
  private func source(_ wanted: [Bool]) -> QueryFilter.Predicate {
    isForOneStory ? .source(wanted) : .found(scope.library.storySources.map { wanted.has(Int($0)) })
  }

  /// If all stories are tested, their copies are read in the order of the pages, in which they are stored.
  private func topic(_ wanted: [Bool]) -> QueryFilter.Predicate {
    if isForOneStory { return .topic(wanted) }
    var found = [Bool](repeating: false, count: scope.library.storyNumbers.count)
    scope.library.visitTopicSets { story, set in
      if wanted.has(set), story.number < found.count { found[story.number] = true }
    }
    return .found(found)
  }

  private mutating func words(_ query: SearchQuery, _ isWanted: Bool) -> QueryFilter.Predicate {
    let search = StorySearch(query, in: scope.library, index: index)
    let count = scope.library.storyNumbers.count
    var found = [Bool](repeating: false, count: count)
    if !isForOneStory, scores.isEmpty { scores = [Float](repeating: 0, count: count) }
    for story in noted(query) {
      found[story.number] = true
      if isWanted, !isForOneStory { scores[story.number] += PredicateCompiler.noteScore }
    }
    if isForOneStory { return .or([.found(found), .search(search)]) }
    for story in search.run() {
      found[story.index.number] = true
      if isWanted { scores[story.index.number] += story.score }
    }
    return .found(found)
  }
}
