/// Another story, and its similarity.
struct SimilarStory {
  var story: UInt32
  var score: Double
}

/// The stories most similar to a given one, the most similar first. Ties are ordered by story number.
struct NearestStories {
  private let limit: Int
  private(set) var stories: [SimilarStory] = []

  /// - Parameter limit: the most stories to store.
  init(limit: Int) {
    self.limit = limit
    stories.reserveCapacity(limit + 1)
  }

  /// The lowest similarity that a story needs to be included.
  var least: Double { stories.count < limit ? 0 : stories.last?.score ?? 0 }

  /// Adds a story. Stories must be added in the order of their numbers.
  mutating func add(_ story: SimilarStory) {
    guard stories.count < limit || story.score > least else { return }
    var (low, high) = (0, stories.count)
    while low < high {
      let middle = (low + high) / 2
      if stories[middle].score >= story.score { low = middle + 1 } else { high = middle }
    }
    stories.insert(story, at: low)
    if stories.count > limit { stories.removeLast() }
  }
}
