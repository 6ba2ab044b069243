public import StoryLibrary

/// Stories about one event, as they are in a library.
public struct StoryThread: Hashable, Sendable {
  /// In chronological order; never empty.
  public var stories: [StoryIndex]

  /// The earliest story.
  public var first: StoryIndex { stories[0] }

  /// The stories of a thread that are still in a library; nil if there are none.
  init?(_ members: some Sequence<RelatedIndex.Member>, in library: Library) {
    stories = members.compactMap { library.story($0.key, titled: $0.title) }
    guard !stories.isEmpty else { return nil }
    sort(in: library)
  }

  mutating func insert(_ story: StoryIndex, in library: Library) {
    guard !stories.contains(story) else { return }
    stories.append(story)
    sort(in: library)
  }

  /// Stories of the same time stay in the order of the thread.
  private mutating func sort(in library: Library) {
    let times = stories.map { library.time(of: $0).seconds }
    stories = stories.indices.sorted { (times[$0], $0) < (times[$1], $1) }.map { stories[$0] }
  }
}

extension RelatedIndex {
  /// All threads, including those of a single story.
  public func threads(in library: Library) -> [StoryThread] {
    threads.compactMap { StoryThread($0, in: library) }
  }

  /// A thread number for each of the given stories, the same for stories of one thread; nil for a story that
  /// the index does not know.
  public func threadNumbers(of stories: [StoryIndex], in library: Library) -> [Int?] {
    stories.map { story in number(of: library.textKey(of: story)).map { Int(firstInThread[$0]) } }
  }

  /// The thread of a story; nil if the index does not know the story.
  public func thread(of story: StoryIndex, in library: Library) -> StoryThread? {
    thread(of: library.textKey(of: story)).flatMap { StoryThread($0, in: library) }
  }
}

/// The threads in an index.
extension RelatedIndex {
  /// A story of a thread.
  struct Member: Sendable {
    var key: UInt64
    /// The number of its headline.
    var title: UInt64
  }

  /// The threads, including those of a single story, each in the order of days.
  var threads: [[Member]] {
    (0..<UInt32(stories.count)).filter { firstInThread[$0] == $0 }.map { thread(from: $0) }
  }

  /// The thread of the story with a key, in the order of days; nil for a story that the index does not know.
  func thread(of key: UInt64) -> [Member]? { number(of: key).map { thread(from: firstInThread[$0]) } }

  /// The part of a thread around the story with a key: a limited number of stories on either side of it. Nil
  /// for a story that the index does not know.
  func thread(of key: UInt64, around nearby: Int) -> [Member]? {
    number(of: key).map { own in
      let numbers = numbers(from: firstInThread[own])
      let place = numbers.firstIndex(of: own) ?? 0
      return numbers[max(0, place - nearby)..<min(numbers.count, place + nearby + 1)].map { member($0) }
    }
  }

  func thread(from first: UInt32) -> [Member] { numbers(from: first).map { member($0) } }

  func member(_ number: UInt32) -> Member { Member(key: keys[number], title: titles[number]) }

  func numbers(from first: UInt32) -> [UInt32] {
    var numbers: [UInt32] = []
    var next = first
    // Bounded, because a damaged file may contain cycles.
    while next < stories.count, numbers.count < stories.count {
      numbers.append(next)
      next = nextInThread[next]
    }
    return numbers
  }

  /// The terms that most of the given stories have among their heaviest, the most shared first.
  func sharedTerms(of keys: [UInt64]) -> [UInt32] {
    let (mostStories, heaviest) = (20, 15)
    var counts = TermCounts()
    for story in keys.prefix(mostStories).compactMap({ terms(of: $0) }) {
      for component in StoryVector(story, self.counts).components.prefix(heaviest) {
        counts.add(component.term)
      }
    }
    return counts.terms.indices.sorted { one, another in
      counts.counts[one] != counts.counts[another]
        ? counts.counts[one] > counts.counts[another] : one < another
    }.map { counts.terms[$0] }
  }
}
