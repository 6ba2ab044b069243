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

  mutating func append(_ story: StoryIndex, _ shares: some Sequence<Float>) {
    stories.append(story)
    self.shares.append(contentsOf: shares)
  }

  mutating func append(_ other: Hits) {
    stories += other.stories
    shares += other.shares
  }

  func contains(_ story: StoryIndex) -> Bool { stories.contains(story) }

  /// The stories, best first and newer ones before older ones. Of several copies the best one counts.
  func ranked(in library: Library) -> [FoundStory] {
    let weights = (0..<phrases).map { _ in
      Relevance.weight(documents: stories.count, of: library.entryCount)
    }
    var best = [Float](repeating: 0, count: library.storyNumbers.count)
    var found: [StoryIndex] = []
    for (place, story) in stories.enumerated() {
      var score: Float = 0
      for phrase in 0..<phrases { score += shares[place * phrases + phrase] * weights[phrase] }
      if best[story.number] == 0 { found.append(story) }
      best[story.number] = max(best[story.number], score)
    }
    return library.sorted(found.map { FoundStory(index: $0, score: best[$0.number]) })
  }
}

extension Library {
  private struct Key {
    var score: Float
    var age: ListPlace
    var index: StoryIndex
  }

  fileprivate func sorted(_ stories: [FoundStory]) -> [FoundStory] {
    stories.map { Key(score: $0.score, age: listPlace(of: $0.index), index: $0.index) }
      .sorted { a, b in a.score != b.score ? a.score > b.score : a.age < b.age }
      .map { FoundStory(index: $0.index, score: $0.score) }
  }
}
