/// What an index knows besides of stories that have come since it was made. They are few: the next index has them among
/// all others.
struct ArrivedStories: Sendable {
  /// The inverted lists of the terms that they have.
  fileprivate(set) var postings: [UInt32: [Posting]] = [:]
  /// The pairs that they are one of, by the number of the first.
  fileprivate(set) var copies: [UInt32: [CopyRow]] = [:]
  /// How many they are.
  fileprivate(set) var count = 0
}

extension RelatedIndex {
  /// How many stories have come since the index was made.
  public var arrivedCount: Int { arrived.count }

  /// Adds a story that has come since the index was made. It joins the thread that it would have joined as the last of
  /// all, so that nothing else moves; words count by how many stories had them then. It costs what finding related
  /// stories costs, however many stories there are: no list is made anew.
  /// - Parameters:
  ///   - story: one that the index does not know; another one changes nothing.
  ///   - compare: tells how much of two stories is the same.
  mutating func insert(_ story: StoryTerms, comparing compare: (StoryTerms, StoryTerms) -> TextShares?) {
    guard number(of: story.key) == nil, stories.count < Int(UInt32.max) - 1 else { return }
    let vector = StoryVector(story, counts)
    var search = Search(self)
    let near = search.near(vector, day: story.day)
    let thread = search.thread(among: near)
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
      slots.grow { keys[$0] }
    }
    slots.insert(number, story.key)
  }

  /// Gives back the memory of what has been looked at in the index's file.
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
