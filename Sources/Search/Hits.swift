import StoryLibrary

/// What a search has found: entries of pages, and how much of each phrase is in each.
struct Hits: Sendable {
  private var stories: [StoryIndex] = []
  /// For one entry after another, a share for each phrase (see ``Relevance``).
  private var shares: [Float] = []
  private let phrases: Int

  init(phrases: Int) {
    self.phrases = phrases
  }

  /// Adds an entry of a story; `share` tells that of the phrase with a number.
  mutating func append(_ story: StoryIndex, _ share: (Int) -> Float) {
    stories.append(story)
    for phrase in 0..<phrases { shares.append(share(phrase)) }
  }

  mutating func append(_ other: Hits) {
    stories += other.stories
    shares += other.shares
  }

  func contains(_ story: StoryIndex) -> Bool { stories.contains(story) }

  /// The stories of the list, best first and newer ones before older ones. Of several copies the best one counts.
  func ranked(in library: Library) -> [FoundStory] {
    let weights = (0..<phrases).map { _ in
      Relevance.weight(documents: stories.count, of: library.entryCount)
    }
    var best = [Float](repeating: 0, count: library.storyNumbers.count)
    // A damaged catalogue may name stories that it does not have.
    for (place, story) in stories.enumerated() where story.number < best.count {
      var score: Float = 0
      for phrase in 0..<phrases { score += shares[place * phrases + phrase] * weights[phrase] }
      best[story.number] = max(best[story.number], score)
    }
    // Going along the list needs no look at any story, and leaves them to be sorted by two numbers alone.
    var found: [(place: Int, story: FoundStory)] = []
    for (place, index) in library.order.enumerated()
    where index.number < best.count && best[index.number] > 0 {
      found.append((place, FoundStory(index: index, score: best[index.number])))
    }
    found.sort { a, b in a.story.score != b.story.score ? a.story.score > b.story.score : a.place < b.place }
    return found.map(\.story)
  }
}
