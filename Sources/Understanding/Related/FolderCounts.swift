import Tables

/// A term that several stories have: how many, and where its inverted list is.
struct SharedTerm: Sendable, BitwiseCopyable {
  /// 0 where no term is.
  var storyCount: UInt32 = 0
  var term: UInt32 = 0
  /// In the postings.
  var firstPosting: UInt32 = 0
  var postingCount: UInt32 = 0

  var postings: Range<Int> { Int(firstPosting)..<Int(firstPosting) + Int(postingCount) }
}

/// In how many stories of a library each term is, for those that are in two or more: the words that stories can share.
struct FolderCounts: Sendable {
  /// Open addressing with linear probing, at most half full.
  var slots: Table<SharedTerm>
  /// How many stories there are of each language group.
  let storyCounts: [Int]

  /// All stories of all languages.
  var storyCount: Int { storyCounts.reduce(0, +) }

  /// Counts the terms of some stories.
  init(_ stories: Table<StoryTerms>) {
    var counts = TermCounts(capacity: 1 << 12)
    var storyCounts = [Int](repeating: 0, count: LanguageGroup.allCases.count)
    for story in stories {
      storyCounts[Int(story.group.rawValue)] += 1
      for number in 0..<story.count { counts.add(story.term(number)) }
    }
    self.storyCounts = storyCounts
    var size = 64
    let sharedCount = counts.counts.count { $0 > 1 }
    while size < sharedCount * 2 { size *= 2 }
    slots = Table(zeros: size)
    for (term, count) in zip(counts.terms, counts.counts) where count > 1 {
      slots[slot(of: term)] = SharedTerm(storyCount: count, term: term)
    }
  }

  /// Counts as they were kept.
  init(slots: Table<SharedTerm>, storyCounts: [Int]) {
    (self.slots, self.storyCounts) = (slots, storyCounts)
  }

  /// What is known of a term; a count of 0 for one that no two stories share.
  subscript(term: UInt32) -> SharedTerm { slots[slot(of: term)] }

  /// Where a term is, or where it belongs. A damaged file may have no empty slot.
  func slot(of term: UInt32) -> UInt32 {
    let mask = UInt32(max(1, slots.count) - 1)
    var slot = (term &* 0x9E37_79B1) & mask
    for _ in 0..<slots.count {
      let found = slots[slot]
      if found.storyCount == 0 || found.term == term { break }
      slot = (slot + 1) & mask
    }
    return slot
  }
}
