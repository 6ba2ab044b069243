/// The stories that have arrived since an index was made, which it holds separately. They are few: the next
/// index includes them with all the others.
struct ArrivedStories: Sendable {
  /// The inverted lists of their terms.
  fileprivate(set) var postings: [UInt32: [Posting]] = [:]
  /// The pairs that include them, by the number of the first story.
  fileprivate(set) var copies: [UInt32: [CopyRow]] = [:]
  /// The number of these stories.
  fileprivate(set) var count = 0
}

extension RelatedIndex {
  /// The number of stories that have arrived since the index was made.
  public var arrivedCount: Int { arrived.count }

  /// Adds a story that has arrived since the index was made. It joins a thread as if it were the last story,
  /// so that no other story moves. Words are weighted by the story counts of the existing index. Adding a
  /// story takes as long as finding related stories, whatever the size of the library: no list is rebuilt.
  /// - Parameters:
  ///   - story: a story that the index does not know; a known story changes nothing.
  ///   - compare: measures how much of two stories is the same.
  mutating func insert(_ story: StoryTerms, comparing compare: (StoryTerms, StoryTerms) -> TextShares?) {
    guard number(of: story.key) == nil, stories.count < Int(UInt32.max) - 1 else { return }
    let vector = StoryVector(story, counts)
    let (near, thread) = placement(of: vector, day: story.day)
    let number = UInt32(stories.count)
    for candidate in near where story.passages.mayBeCopy(of: stories[candidate.story].passages) {
      if let shares = compare(story, stories[candidate.story]) {
        insert(CopyRow(story: number, other: candidate.story, shares: shares))
      }
    }
    for component in vector.components {
      arrived.postings[component.term, default: []].append(Posting(story: number, weight: component.weight))
    }
    append(story, to: thread)
    arrived.count += 1
  }

  /// The stories near a new one, and the first story of the thread that it joins; nil if it begins a new one.
  private func placement(of vector: StoryVector, day: Int32) -> (near: [SimilarStory], thread: UInt32?) {
    var search = Search(self)
    let near = search.near(vector, day: day)
    return (near, search.thread(among: near))
  }

  private mutating func insert(_ row: CopyRow) {
    arrived.copies[row.story, default: []].append(row)
    arrived.copies[row.other, default: []].append(
      CopyRow(story: row.other, other: row.story, shares: row.shares.reversed))
  }

  private mutating func append(_ story: StoryTerms, to thread: UInt32?) {
    let number = UInt32(stories.count)
    if let last = thread.flatMap({ numbers(from: $0).last }) { nextInThread[last] = number }
    stories.append(story)
    keys.append(story.key)
    titles.append(story.title)
    days.append(story.day)
    firstInThread.append(thread ?? number)
    nextInThread.append(RelatedIndex.none)
    if slots.isFull {
      let keys = keys
      slots.grow(rows: Int(number)) { keys[$0] }
    }
    slots.insert(number, story.key)
  }

  /// Frees the memory of the parts of the index file that have been read.
  mutating func releaseFileMemory() {
    stories.releaseFileMemory()
    keys.releaseFileMemory()
    titles.releaseFileMemory()
    slots.releaseFileMemory()
    days.releaseFileMemory()
    counts.slots.releaseFileMemory()
    postings.releaseFileMemory()
    firstInThread.releaseFileMemory()
    nextInThread.releaseFileMemory()
    copies.releaseFileMemory()
  }
}
