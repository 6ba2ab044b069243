import Marks
import Search
import StoryLibrary

/// A query made ready for one library: names have become numbers, ages times, and words the stories that have them, so
/// that asking each of many thousand stories costs little.
struct QueryFilter {
  let scope: QueryScope
  private let test: Test?
  /// How well each story fits the words of the query, by its number; empty without words.
  private(set) var scores: [Float] = []

  /// - Parameter isForOneStory: words are looked for when it is asked, and in that story alone.
  init(_ query: StoryQuery, in scope: QueryScope, isForOneStory: Bool = false) {
    self.scope = scope
    var preparation = Preparation(scope: scope, isForOneStory: isForOneStory)
    test = query.condition.map { preparation.test($0) }
    scores = preparation.scores
  }

  func matches(_ story: StoryIndex) -> Bool {
    guard let test else { return true }
    var mark: Mark?
    return isTrue(test, of: story, &mark)
  }

  fileprivate indirect enum Test {
    case keyword(QueryKeyword)
    /// By the numbers of sources.
    case source([Bool])
    /// By the numbers of sets of topics.
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
  }

  private func isTrue(_ test: Test, of story: StoryIndex, _ mark: inout Mark?) -> Bool {
    let library = scope.library
    switch test {
    case .keyword(let keyword): return isTrue(keyword, of: story, &mark)
    case .source(let wanted): return wanted.has(library.sourceNumber(of: story))
    case .topic(let wanted):
      var isFound = false
      library.visitTopicSets(of: story) { isFound = isFound || wanted.has($0) }
      return isFound
    case .since(let time): return library.listTime(of: story) >= time
    case .before(let time): return library.listTime(of: story) < time
    case .found(let stories): return stories.has(story.number)
    case .search(let search): return search.matches(story)
    case .not(let part): return !isTrue(part, of: story, &mark)
    case .both(let parts): return parts.allSatisfy { isTrue($0, of: story, &mark) }
    case .either(let parts): return parts.contains { isTrue($0, of: story, &mark) }
    }
  }

  private func isTrue(_ keyword: QueryKeyword, of story: StoryIndex, _ mark: inout Mark?) -> Bool {
    switch keyword {
    case .page: return scope.library.hasPage(story)
    case .related: return !scope.library.hasPage(story)
    case .unread, .read, .starred, .noted: break
    }
    let known = mark ?? scope.mark(of: story)
    mark = known
    return switch keyword {
    case .unread: !known.read
    case .read: known.read
    case .starred: known.starred
    case .noted: known.isNoted
    case .page, .related: false
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
      return .topic(library.topicSetNames.map { $0.contains { pattern.matches($0) } })
    case .since(let time): return .since(time.seconds(now: scope.now))
    case .before(let time): return .before(time.seconds(now: scope.now))
    case .words(let query): return words(query, isWanted)
    case .not(let part): return .not(test(part, isWanted: !isWanted))
    case .both(let parts): return .both(parts.map { test($0, isWanted: isWanted) })
    case .either(let parts): return .either(parts.map { test($0, isWanted: isWanted) })
    }
  }

  private mutating func words(_ query: SearchQuery, _ isWanted: Bool) -> QueryFilter.Test {
    let search = StorySearch(query, in: scope.library, index: index)
    if isForOneStory { return .search(search) }
    let count = scope.library.storyNumbers.count
    var found = [Bool](repeating: false, count: count)
    if scores.isEmpty { scores = [Float](repeating: 0, count: count) }
    for story in search.run() {
      found[story.index.number] = true
      if isWanted { scores[story.index.number] += story.score }
    }
    return .found(found)
  }
}
