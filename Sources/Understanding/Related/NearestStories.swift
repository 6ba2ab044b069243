/// Another story, and how alike it is.
struct SimilarStory {
  var story: UInt32
  var score: Double
}

/// The stories that are most alike to one, the likest first; of equally alike ones those with the smaller number.
struct NearestStories {
  private let limit: Int
  private(set) var stories: [SimilarStory] = []

  /// - Parameter limit: how many are wanted.
  init(limit: Int) {
    self.limit = limit
    stories.reserveCapacity(limit + 1)
  }

  /// Stories that are less alike than this are not among them.
  var least: Double { stories.count < limit ? 0 : stories.last?.score ?? 0 }

  /// Stories come in the order of their numbers.
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
