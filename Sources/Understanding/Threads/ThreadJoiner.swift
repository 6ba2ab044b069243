import Tables

/// Assigns stories to threads one by one: a story joins the thread whose two most similar stories are closest
/// to it, or begins a new one. Stories are added in the order of their days (``StoryTerms/precedes(_:)``).
struct ThreadJoiner {
  /// How similar a story must be to a thread to join it.
  static let threshold = 0.18
  /// The most similar stories that are considered.
  static let nearest = 60
  private static let comparedMembers = 2

  let stories: Table<StoryTerms>
  private(set) var similar: SimilarStories
  /// The thread of each story; threads are numbered in the order in which they began.
  private(set) var threads: [UInt32] = []
  private var sizes: [Int] = []
  /// Each story, paired with the earlier stories that it may be a copy of.
  private(set) var copyCandidates: [(story: UInt32, other: UInt32)] = []

  init(_ stories: Table<StoryTerms>) {
    self.stories = stories
    similar = SimilarStories(roomFor: stories)
    threads.reserveCapacity(stories.count)
  }

  /// Whether all stories are in threads.
  var isDone: Bool { threads.count == stories.count }

  /// The number of threads.
  var threadCount: Int { sizes.count }

  /// Assigns the next story to a thread.
  mutating func step() {
    let number = UInt32(threads.count)
    let story = stories[number]
    let vector = StoryVector(story, similar.counts)
    let near = similar.find(
      vector, day: story.day, least: ThreadJoiner.threshold / 2, limit: ThreadJoiner.nearest)
    let thread = ThreadJoiner.best(
      near.map { (threads[Int($0.story)], $0.score) }, sizes: { sizes[Int($0)] })
    if let thread { sizes[Int(thread)] += 1 } else { sizes.append(1) }
    threads.append(thread ?? UInt32(sizes.count - 1))
    for other in near where story.passages.mayBeCopy(of: stories[other.story].passages) {
      copyCandidates.append((number, other.story))
    }
    similar.add(number, vector)
  }

  /// Chooses the thread of a story.
  /// - Parameters:
  ///   - near: the similar stories, the most similar first, each as its thread and its similarity.
  ///   - sizes: returns the number of stories in a thread.
  /// - Returns: the thread that the story belongs to; nil if it begins a new one.
  static func best(_ near: [(thread: UInt32, score: Double)], sizes: (UInt32) -> Int) -> UInt32? {
    var order: [UInt32] = []
    var scores: [UInt32: (sum: Double, count: Int)] = [:]
    for (thread, score) in near {
      var sum = scores[thread] ?? (0, 0)
      if sum.count == 0 { order.append(thread) }
      guard sum.count < min(comparedMembers, sizes(thread)) else { continue }
      sum = (sum.sum + score, sum.count + 1)
      scores[thread] = sum
    }
    var best: (thread: UInt32, score: Double)?
    for thread in order {
      let score = (scores[thread]?.sum ?? 0) / Double(min(comparedMembers, max(1, sizes(thread))))
      if score >= threshold, score > best?.score ?? 0 { best = (thread, score) }
    }
    return best?.thread
  }
}
