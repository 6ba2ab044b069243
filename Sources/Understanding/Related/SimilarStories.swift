import Tables

/// A story in the inverted list of a term.
struct Posting: Sendable, BitwiseCopyable {
  var story: UInt32
  var weight: Float
}

/// Finds stories like one: candidates share one of its heaviest terms, and what they share is added up over the inverted
/// lists. What is found is exact for all that is met.
struct SimilarStories {
  /// Candidates come from the lists of so many terms.
  private static let candidateTerms = 20
  /// Terms that more of the stories have say nothing.
  private static let commonShare = 0.1
  private static let fewStories = 50.0

  /// The days of all stories.
  private let days: [Int32]
  private(set) var counts: FolderCounts
  private(set) var postings: Table<Posting>
  /// The lists of stories that have come since the others were made.
  private let arrived: [UInt32: [Posting]]
  /// What each story has in common with the one that is asked for; all zeros in between.
  private var sums: [Float]

  /// Looks in inverted lists that were made before.
  init(
    days: [Int32], _ counts: FolderCounts, _ postings: Table<Posting>, arrived: [UInt32: [Posting]] = [:]
  ) {
    (self.days, self.counts, self.postings, self.arrived) = (days, counts, postings, arrived)
    sums = [Float](repeating: 0, count: days.count)
  }

  /// Inverted lists with room for all stories, of which none is in them yet.
  init(roomFor stories: Table<StoryTerms>) {
    var counts = FolderCounts(stories)
    for story in stories {
      for component in StoryVector(story, counts).components {
        counts.slots.update(counts.slot(of: component.term)) { $0.postingCount += 1 }
      }
    }
    var total: UInt32 = 0
    for slot in 0..<UInt32(counts.slots.count) where counts.slots[slot].postingCount > 0 {
      counts.slots.update(slot) {
        $0.firstPosting = total
        total += $0.postingCount
        $0.postingCount = 0
      }
    }
    self.init(days: stories.map(\.day), counts, Table(zeros: Int(total)))
  }

  /// Puts a story into the lists of its terms.
  mutating func add(_ story: UInt32, _ vector: StoryVector) {
    for component in vector.components {
      let slot = counts.slot(of: component.term)
      let term = counts.slots[slot]
      postings[term.firstPosting + term.postingCount] = Posting(story: story, weight: component.weight)
      counts.slots.update(slot) { $0.postingCount += 1 }
    }
  }

  /// The stories like one, the likest first.
  /// - Parameters:
  ///   - vector: of the story.
  ///   - day: of the story.
  ///   - least: the cosine from which on a story counts.
  ///   - limit: no more than these.
  ///   - own: the number of the story itself, where it is in the lists.
  /// - Returns: their numbers and how alike they are, days considered.
  mutating func find(
    _ vector: StoryVector, day: Int32, least: Double, limit: Int, except own: UInt32? = nil
  ) -> [SimilarStory] {
    let lists = lists(of: vector)
    var nearest = NearestStories(limit: limit)
    sums.withUnsafeMutableBufferPointer { sums in
      for list in lists.prefix(SimilarStories.candidateTerms) {
        list.visit(in: postings, storyCount: sums.count) { posting in
          sums[Int(posting.story)] += list.weight * posting.weight
        }
      }
      for list in lists.dropFirst(SimilarStories.candidateTerms) {
        list.visit(in: postings, storyCount: sums.count) { posting in
          let sum = sums[Int(posting.story)]
          sums[Int(posting.story)] = sum > 0 ? sum + list.weight * posting.weight : 0
        }
      }
      SimilarStories.clear(sums, least: Float(least)) { story, sum, least in
        guard story != own else { return }
        let factor = TimeFactor.between(day, days[Int(story)])
        nearest.add(SimilarStory(story: story, score: Double(sum) * factor))
        // No factor is above 1: what is not as alike as the last of the nearest need not be looked at.
        least = max(least, Float(nearest.least).nextDown)
      }
    }
    return nearest.stories
  }

  /// Sets all sums to zero and visits those that are large enough; the visitor may ask for larger ones from then on. Eight
  /// are looked at in one go: that is faster than to remember which stories were met.
  private static func clear(
    _ sums: UnsafeMutableBufferPointer<Float>, least: Float, _ visitor: (UInt32, Float, inout Float) -> Void
  ) {
    let bytes = UnsafeMutableRawBufferPointer(sums)
    var least = least
    var first = 0
    while first + 8 <= sums.count {
      let eight = bytes.loadUnaligned(fromByteOffset: first * 4, as: SIMD8<Float>.self)
      bytes.storeBytes(of: .zero, toByteOffset: first * 4, as: SIMD8<Float>.self)
      if any(eight .>= least) {
        for place in 0..<8 where eight[place] >= least {
          visitor(UInt32(first + place), eight[place], &least)
        }
      }
      first += 8
    }
    for place in first..<sums.count {
      if sums[place] >= least { visitor(UInt32(place), sums[place], &least) }
      sums[place] = 0
    }
  }

  /// The inverted lists of a story's terms that are not too common.
  private func lists(of vector: StoryVector) -> [TermList] {
    let cap = max(SimilarStories.fewStories, Double(counts.storyCount) * SimilarStories.commonShare)
    return vector.components.compactMap { component in
      let term = counts[component.term]
      let arrived = arrived[component.term] ?? []
      let count = Int(term.postingCount) + arrived.count
      guard count > 0, Double(count) <= cap else { return nil }
      return TermList(postings: term.postings, arrived: arrived, weight: component.weight)
    }
  }
}

/// The inverted list of a term, and how much the term weighs.
private struct TermList {
  var postings: Range<Int>
  var arrived: [Posting]
  var weight: Float

  /// Visits the stories that have the term; a damaged file may have any number.
  func visit(in table: Table<Posting>, storyCount: Int, _ body: (Posting) -> Void) {
    table.visitRows(postings) { rows in
      for posting in rows where Int(posting.story) < storyCount { body(posting) }
    }
    for posting in arrived where Int(posting.story) < storyCount { body(posting) }
  }
}
