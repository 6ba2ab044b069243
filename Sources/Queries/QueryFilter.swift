import Search
import StoryLibrary

/// A query made ready for one library: names have become numbers, ages times, and words the stories that have them, so
/// that asking each of many thousand stories costs little.
struct QueryFilter {
  let scope: QueryScope
  private let test: Test?
  /// How well each story fits the words of the query, by its number; empty without words.
  private(set) var scores: [Float] = []

  /// - Parameters:
  ///   - query: what is asked.
  ///   - scope: of what.
  ///   - isForOneStory: words are looked for when it is asked, and in that story alone.
  init(_ query: StoryQuery, in scope: QueryScope, isForOneStory: Bool = false) {
    self.scope = scope
    var preparation = Preparation(scope: scope, isForOneStory: isForOneStory)
    test = query.condition.map { preparation.test($0) }
    scores = preparation.scores
  }

  func matches(_ story: StoryIndex) -> Bool {
    test.map { isTrue($0, of: story) } ?? true
  }

  fileprivate indirect enum Test {
    case keyword(QueryKeyword)
    /// By the numbers of sources.
    case source([Bool])
    /// By the numbers of sets of topics, for one story.
    case topic([Bool])
    /// In seconds since 1970 (UTC).
    case since(Int64)
    case before(Int64)
    /// By the numbers of stories.
    case found([Bool])
    case search(StorySearch)
    case not(Test)
    case both([Test])
    case either([Test])

    /// What costs least is asked first.
    var cost: Int {
      switch self {
      case .since, .before, .found: 0
      case .source, .topic: 1
      case .keyword: 2
      case .not(let part): part.cost
      case .both(let parts), .either(let parts): parts.map(\.cost).max() ?? 0
      case .search: 3
      }
    }
  }

  private func isTrue(_ test: Test, of story: StoryIndex) -> Bool {
    switch test {
    case .keyword(let keyword): return isTrue(keyword, of: story)
    case .source(let wanted): return wanted.has(scope.library.sourceNumber(of: story))
    case .topic(let wanted):
      var isFound = false
      scope.library.visitTopicSets(of: story) { isFound = isFound || wanted.has($0) }
      return isFound
    case .since(let time): return scope.library.listTime(of: story) >= time
    case .before(let time): return scope.library.listTime(of: story) < time
    case .found(let stories): return stories.has(story.number)
    case .search(let search): return search.matches(story)
    case .not(let part): return !isTrue(part, of: story)
    case .both(let parts): return parts.allSatisfy { isTrue($0, of: story) }
    case .either(let parts): return parts.contains { isTrue($0, of: story) }
    }
  }

  private func isTrue(_ keyword: QueryKeyword, of story: StoryIndex) -> Bool {
    switch keyword {
    case .unread: !scope.isRead(story)
    case .read: scope.isRead(story)
    case .starred: scope.marks.isStarred(scope.library.identity(of: story))
    case .noted: scope.marks.isNoted(scope.library.identity(of: story))
    case .page: scope.library.hasPage(story)
    case .related: !scope.library.hasPage(story)
    }
  }
}

extension [Bool] {
  /// What a damaged catalogue numbers too high is not there.
  fileprivate func has(_ number: Int) -> Bool { number < count && self[number] }
}

/// Makes tests of conditions.
private struct Preparation {
  let scope: QueryScope
  let isForOneStory: Bool
  private(set) var scores: [Float] = []
  private var index: WordIndex?

  init(scope: QueryScope, isForOneStory: Bool) {
    (self.scope, self.isForOneStory) = (scope, isForOneStory)
    index = isForOneStory ? nil : scope.indexPath.flatMap { WordIndex(existing: $0) }
  }

  mutating func test(_ condition: QueryCondition, isWanted: Bool = true) -> QueryFilter.Test {
    let library = scope.library
    switch condition {
    case .keyword(let keyword): return .keyword(keyword)
    case .source(let pattern):
      // The first name stands for none.
      return .source([false] + library.sourceNames.dropFirst().map { pattern.matches($0) })
    case .topic(let pattern):
      return topic(library.topicSetNames.map { $0.contains { pattern.matches($0) } })
    case .since(let time): return .since(time.seconds(now: scope.now))
    case .before(let time): return .before(time.seconds(now: scope.now))
    case .words(let query): return words(query, isWanted)
    case .not(let part): return .not(test(part, isWanted: !isWanted))
    case .both(let parts):
      let tests = parts.map { test($0, isWanted: isWanted) }
      return .both(tests.sorted { $0.cost < $1.cost })
    case .either(let parts): return .either(parts.map { test($0, isWanted: isWanted) })
    }
  }

  /// What the reader wrote counts as much as a rare word in a headline.
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

  /// Where all stories are asked, their copies are looked at in the order of the pages: they stand together there.
  private func topic(_ wanted: [Bool]) -> QueryFilter.Test {
    if isForOneStory { return .topic(wanted) }
    var found = [Bool](repeating: false, count: scope.library.storyNumbers.count)
    scope.library.visitTopicSets { story, set in
      if wanted.has(set), story.number < found.count { found[story.number] = true }
    }
    return .found(found)
  }

  private mutating func words(_ query: SearchQuery, _ isWanted: Bool) -> QueryFilter.Test {
    let search = StorySearch(query, in: scope.library, index: index)
    let count = scope.library.storyNumbers.count
    var found = [Bool](repeating: false, count: count)
    if !isForOneStory, scores.isEmpty { scores = [Float](repeating: 0, count: count) }
    for story in noted(query) {
      found[story.number] = true
      if isWanted, !isForOneStory { scores[story.number] += Preparation.noteScore }
    }
    if isForOneStory { return .either([.found(found), .search(search)]) }
    for story in search.run() {
      found[story.index.number] = true
      if isWanted { scores[story.index.number] += story.score }
    }
    return .found(found)
  }
}
