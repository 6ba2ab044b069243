import StoryLibrary

/// What a search has found: entries of pages, and how much of each phrase is in each.
struct Hits: Sendable {
  private var stories: [StoryIndex] = []
  /// For one entry after another, a score for each phrase (see ``Relevance``).
  private var termScores: [Float] = []
  private let query: SearchQuery
  /// The terms of the query in all entries, also in those that were not found.
  var counts: TermCounts

  init(_ query: SearchQuery) {
    self.query = query
    counts = TermCounts(for: query)
  }

  /// Adds an entry of a story; `termScore` is asked for each phrase's number.
  mutating func append(_ story: StoryIndex, _ termScore: (Int) -> Float) {
    stories.append(story)
    for phrase in query.phrases.indices { termScores.append(termScore(phrase)) }
  }

  mutating func append(_ other: Hits) {
    stories += other.stories
    termScores += other.termScores
  }

  func contains(_ story: StoryIndex) -> Bool { stories.contains(story) }

  /// The stories of the list, best first and newer ones before older ones. Of several copies the best one counts.
  func ranked(in library: Library) -> [FoundStory] {
    let weights = query.phrases.map { weight(of: $0, in: library) }
    var best = [Float](repeating: 0, count: library.storyNumbers.count)
    // A damaged catalogue may name stories that it does not have.
    for (hit, story) in stories.enumerated() where story.number < best.count {
      var score: Float = 0
      for phrase in weights.indices { score += termScores[hit * weights.count + phrase] * weights[phrase] }
      best[story.number] = max(best[story.number], score)
    }
    // Going along the list needs no look at any story, and leaves them to be sorted by two numbers alone.
    var found: [(position: Int, story: FoundStory)] = []
    for (position, index) in library.order.enumerated()
    where index.number < best.count && best[index.number] > 0 {
      found.append((position, FoundStory(index: index, score: best[index.number])))
    }
    found.sort { a, b in
      a.story.score != b.story.score ? a.story.score > b.story.score : a.position < b.position
    }
    return found.map(\.story)
  }

  private func weight(of phrase: SearchQuery.Phrase, in library: Library) -> Float {
    if query.phrases.count == 1 { return Relevance.weight(documents: stories.count, of: library.entryCount) }
    // A word that is being typed weighs as much as one that half of all stories have.
    let documents = counts.documents(with: phrase) ?? library.entryCount / 2
    return Relevance.weight(documents: documents, of: library.entryCount)
  }
}
