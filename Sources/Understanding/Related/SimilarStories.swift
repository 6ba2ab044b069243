import Tables

/// A story in the inverted list of a term.
struct Posting: Sendable, BitwiseCopyable {
  var story: UInt32
  var weight: Float
}

/// Finds similar stories. Candidates share one of the story's heaviest terms, and the products of shared
/// weights are summed over the inverted lists. The similarity of every candidate found this way is exact.
struct SimilarStories {
  /// The number of terms whose lists supply candidates.
  private static let candidateTerms = 20
  /// Terms that a larger share of the stories has are ignored.
  private static let commonShare = 0.1
  private static let fewStories = 50.0

  /// The days of all stories.
  let days: Table<Int32>
  private(set) var counts: FolderCounts
  private(set) var postings: Table<Posting>
  /// The lists of stories that have arrived since the others were made.
  private let arrived: [UInt32: [Posting]]
  /// The sum for each story of what it shares with the requested one; all zeros between queries.
  private var sums: [Float]

  /// Searches existing inverted lists.
  init(
    days: Table<Int32>, _ counts: FolderCounts, _ postings: Table<Posting>, arrived: [UInt32: [Posting]] = [:]
  ) {
    (self.days, self.counts, self.postings, self.arrived) = (days, counts, postings, arrived)
    sums = [Float](repeating: 0, count: days.count)
  }

  /// Creates empty inverted lists with room for all stories.
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
    var days = Table<Int32>()
    for story in stories { days.append(story.day) }
    self.init(days: days, counts, Table(zeros: Int(total)))
  }

  /// Adds a story to the lists of its terms.
  mutating func add(_ story: UInt32, _ vector: StoryVector) {
    for component in vector.components {
      let slot = counts.slot(of: component.term)
      let term = counts.slots[slot]
      postings[term.firstPosting + term.postingCount] = Posting(story: story, weight: component.weight)
      counts.slots.update(slot) { $0.postingCount += 1 }
    }
  }

  /// The similar stories, the most similar first.
  /// - Parameters:
  ///   - vector: the vector of the story.
  ///   - day: the day of the story.
  ///   - least: the minimum cosine.
  ///   - limit: the most stories to return.
  ///   - own: the number of the story itself, if it is in the lists.
  /// - Returns: their numbers and similarities, with the time factor applied.
  mutating func find(
    _ vector: StoryVector, day: Int32, least: Double, limit: Int, except own: UInt32? = nil
  ) -> [SimilarStory] {
    let lists = lists(of: vector)
    var nearest = NearestStories(limit: limit)
    sums.withUnsafeMutableBufferPointer { sums in
      for list in lists.prefix(SimilarStories.candidateTerms) {
        list.visit(in: postings) { some in
          for posting in some where Int(posting.story) < sums.count {
            sums[Int(posting.story)] += list.weight * posting.weight
          }
        }
      }
      for list in lists.dropFirst(SimilarStories.candidateTerms) {
        list.visit(in: postings) { some in
          for posting in some where Int(posting.story) < sums.count {
            let sum = sums[Int(posting.story)]
            sums[Int(posting.story)] = sum > 0 ? sum + list.weight * posting.weight : 0
          }
        }
      }
      SimilarStories.clear(sums, least: Float(least)) { story, sum, least in
        guard story != own else { return }
        let factor = TimeFactor.between(day, days[story])
        nearest.add(SimilarStory(story: story, score: Double(sum) * factor))
        // No factor is above 1: stories with a sum below the last of the nearest need not be checked.
        least = max(least, Float(nearest.least).nextDown)
      }
    }
    return nearest.stories
  }

  /// Sets all sums to zero and visits those that are large enough; the visitor may raise the minimum at any
  /// time. Checking eight sums at a time is faster than recording which stories were found.
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

/// The inverted list of a term, and the weight of the term.
private struct TermList {
  var postings: Range<Int>
  var arrived: [Posting]
  var weight: Float

  /// Visits the stories that contain the term, many at a time: a call for each would take longer than what is done with
  /// it. A damaged file may contain any story number.
  func visit(in table: Table<Posting>, _ body: (UnsafeBufferPointer<Posting>) -> Void) {
    table.visitRows(postings, body)
    arrived.withUnsafeBufferPointer(body)
  }
}
