/// Queries of an index. Stories are identified by the keys under which they were added.
extension RelatedIndex {
  /// How similar two stories must be to be shown as related.
  static let leastAlike = 0.06

  /// A related story.
  public struct Related: Sendable {
    /// The story.
    public var key: UInt64
    /// The number of its headline.
    public var title: UInt64
    /// How similar it is, from 0 to 1.
    public var score: Double
    /// The hashes of the terms that it shares with the requested story, heaviest first.
    public var terms: [UInt32]
  }

  /// Answers queries for one story after another, reusing the same memory.
  public struct Search {
    private let index: RelatedIndex
    private var similar: SimilarStories

    /// - Parameter index: the index to search.
    public init(_ index: RelatedIndex) {
      self.index = index
      similar = SimilarStories(
        days: index.days, index.counts, index.postings, arrived: index.arrived.postings)
    }

    /// The stories most similar to a given one, the most similar first.
    /// - Parameters:
    ///   - story: a story, whether or not it is in the index.
    ///   - limit: the most stories to return.
    /// - Returns: the similar stories, without the story itself.
    public mutating func related(to story: StoryTerms, limit: Int) -> [Related] {
      let vector = StoryVector(story, index.counts)
      let found = similar.find(vector, day: story.day, least: RelatedIndex.leastAlike, limit: limit + 1)
      var related: [Related] = []
      for candidate in found where related.count < limit {
        let other = index.stories[candidate.story]
        guard other.key != story.key else { continue }
        let terms = vector.shared(with: StoryVector(other, index.counts))
        related.append(Related(key: other.key, title: other.title, score: candidate.score, terms: terms))
      }
      return related
    }

    /// The thread that a story outside the index would join; nil if it would begin a new one.
    mutating func thread(for story: StoryTerms) -> [Member]? {
      thread(among: near(StoryVector(story, index.counts), day: story.day)).map { index.thread(from: $0) }
    }

    /// The stories whose threads a story could join.
    mutating func near(_ vector: StoryVector, day: Int32) -> [SimilarStory] {
      similar.find(vector, day: day, least: ThreadJoiner.threshold / 2, limit: ThreadJoiner.nearest)
    }

    /// The first story of the thread that a story joins, given the stories near it; nil if it begins a new
    /// thread.
    func thread(among near: [SimilarStory]) -> UInt32? {
      ThreadJoiner.best(near.map { (index.firstInThread[$0.story], $0.score) }) { first in
        // Only the difference between one and several matters.
        index.nextInThread[first] == RelatedIndex.none ? 1 : 2
      }
    }

    /// The stories most similar to a given one, as keys and headlines, the most similar first, without the
    /// terms they share.
    mutating func nearest(to story: StoryTerms, limit: Int) -> [Member] {
      similar.find(
        StoryVector(story, index.counts), day: StoryTerms.noDay, least: RelatedIndex.leastAlike, limit: limit
      ).map { index.member($0.story) }.filter { $0.key != story.key }
    }
  }

  /// The stored terms of the story with a key; nil if the index does not know it.
  func terms(of key: UInt64) -> StoryTerms? { number(of: key).map { stories[$0] } }

  /// The number of the story with a key.
  func number(of key: UInt64) -> UInt32? {
    var probe = slots.probe(key)
    while let number = probe.next(in: slots) {
      if number < keys.count, keys[number] == key { return number }
    }
    return nil
  }
}
