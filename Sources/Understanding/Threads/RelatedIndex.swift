import Tables

/// The relations between stories: which are similar, and which form a thread. The same stories give the same
/// index, in whatever order they are added.
public struct RelatedIndex: Sendable {
  static let none = UInt32.max

  /// In the order in which they join threads.
  var stories: Table<StoryTerms>
  /// The keys and headlines of the stories, separate from the larger data.
  var keys: Table<UInt64>
  var titles: Table<UInt64>
  /// Finds a story by its key.
  var slots: HashSlots
  /// The days of the stories.
  var days: Table<Int32>
  var counts: FolderCounts
  var postings: Table<Posting>
  /// The first story of each story's thread.
  var firstInThread: Table<UInt32>
  /// The next story in the thread of each story; `none` for the last.
  var nextInThread: Table<UInt32>
  /// Stories that may be copies of one another, sorted.
  var copies = Table<CopyRow>()
  /// The stories that have arrived since the index was made.
  var arrived = ArrivedStories()
  /// The file that contains the stored tables.
  var file: TableFile?

  /// The number of stories in the index.
  public var storyCount: Int { stories.count }
}

/// Makes an index from stories, in steps, so that the work can be abandoned.
public struct RelatedIndexBuilder: ~Copyable {
  /// The number of stories that join threads in a step.
  private static let storiesAtOnce = 256

  private var joiner: ThreadJoiner

  /// - Parameter collector: the stories for the index.
  public init(_ collector: borrowing TermsCollector) { self.init(collector.collected) }

  /// - Parameter stories: the stories, without duplicates, in any order.
  init(_ stories: Table<StoryTerms>) {
    var stories = stories
    stories.sort { $0.precedes($1) }
    joiner = ThreadJoiner(stories)
  }

  /// Does one step.
  /// - Returns: false when all stories are in threads.
  public mutating func step() -> Bool {
    for _ in 0..<RelatedIndexBuilder.storiesAtOnce where !joiner.isDone { joiner.step() }
    return !joiner.isDone
  }

  /// The index of all stories; `compare` measures how much of two possible copies is the same.
  consuming func finish(
    comparing compare: (StoryTerms, StoryTerms) -> TextShares? = { _, _ in nil }
  ) -> RelatedIndex {
    while step() {}
    let similar = joiner.similar
    var first = Table<UInt32>(zeros: joiner.stories.count)
    var next = Table<UInt32>(zeros: joiner.stories.count)
    for members in threads() {
      for (place, story) in members.enumerated() {
        first[story] = members[0]
        next[story] = place + 1 < members.count ? members[place + 1] : RelatedIndex.none
      }
    }
    var (keys, titles) = (Table<UInt64>(), Table<UInt64>())
    var slots = HashSlots(roomFor: joiner.stories.count)
    for (number, story) in joiner.stories.enumerated() {
      keys.append(story.key)
      titles.append(story.title)
      slots.insert(UInt32(number), story.key)
    }
    return RelatedIndex(
      stories: joiner.stories, keys: keys, titles: titles, slots: slots, days: similar.days,
      counts: similar.counts, postings: similar.postings, firstInThread: first, nextInThread: next,
      copies: Table(copies(compare)))
  }

  private func copies(_ compare: (StoryTerms, StoryTerms) -> TextShares?) -> [CopyRow] {
    joiner.copyCandidates.compactMap { story, other in
      compare(joiner.stories[story], joiner.stories[other]).map {
        CopyRow(story: story, other: other, shares: $0)
      }
    }
  }

  /// The stories of each thread, in order.
  private func threads() -> [[UInt32]] {
    var joined = [[UInt32]](repeating: [], count: joiner.threadCount)
    for (story, thread) in joiner.threads.enumerated() { joined[Int(thread)].append(UInt32(story)) }
    return joined.flatMap { split($0) }
  }

  private func split(_ members: [UInt32]) -> [[UInt32]] {
    guard ThreadSplitter.sizes.contains(members.count) else { return [members] }
    let stories = members.map { joiner.stories[$0] }
    var splitter = ThreadSplitter(
      stories.map { StoryVector($0, joiner.similar.counts) }, days: stories.map(\.day))
    return splitter.groups().map { group in group.sorted().map { members[$0] } }
  }
}
