import StoryLibrary

/// The results of a search: entries of pages with a score for each phrase.
struct Hits: Sendable {
  /// Some may be shown as another story (see ``Library/replacedStories``).
  private var stories: [StoryIndex] = []
  /// For one entry after another, a score for each phrase (see ``Relevance``).
  private var termScores: [Float] = []
  private let query: SearchQuery
  /// How many entries have each term of the query, including entries that do not match.
  var counts: TermCounts

  init(_ query: SearchQuery) {
    self.query = query
    counts = TermCounts(for: query)
  }

  /// Adds an entry of a story; `termScore` returns the score of a phrase by its number.
  mutating func append(_ story: StoryIndex, _ termScore: (Int) -> Float) {
    stories.append(story)
    for phrase in query.phrases.indices { termScores.append(termScore(phrase)) }
  }

  mutating func append(_ other: Hits) {
    stories += other.stories
    termScores += other.termScores
  }

  func contains(_ story: StoryIndex) -> Bool { stories.contains(story) }

  /// The stories of the list, best first, then newest first. A story has the score of its best copy.
  func ranked(in library: Library) -> [FoundStory] {
    let weights = query.phrases.map { weight(of: $0, in: library) }
    var best = [Float](repeating: 0, count: library.storyNumbers.count)
    // A damaged catalogue may name stories that it does not have.
    for (hit, story) in stories.enumerated() where story.number < best.count {
      var score: Float = 0
      for phrase in weights.indices { score += termScores[hit * weights.count + phrase] * weights[phrase] }
      best[story.number] = max(best[story.number], score)
    }
    for story in library.replacedStories where story.number < best.count && best[story.number] > 0 {
      let shown = library.current(story).number
      if shown < best.count { best[shown] = max(best[shown], best[story.number]) }
    }
    // Iterating over the list reads no story, and gives positions to sort by.
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
    // An incomplete word has the weight of a word in half of all stories.
    let documents = counts.documents(with: phrase) ?? library.entryCount / 2
    return Relevance.weight(documents: documents, of: library.entryCount)
  }
}
