import Tables

/// A term that several stories have: the number of stories, and the position of its inverted list.
struct SharedTerm: Sendable, BitwiseCopyable {
  /// 0 for an empty slot.
  var storyCount: UInt32 = 0
  var term: UInt32 = 0
  /// Its position in the postings.
  var firstPosting: UInt32 = 0
  var postingCount: UInt32 = 0

  var postings: Range<Int> { Int(firstPosting)..<Int(firstPosting) + Int(postingCount) }
}

/// The number of stories in a library that contain each term, for terms in two or more: the words that
/// stories can share.
struct FolderCounts: Sendable {
  /// A hash table with open addressing and linear probing, at most half full.
  var slots: Table<SharedTerm>
  /// The number of stories in each language group.
  let storyCounts: [Int]

  /// The number of stories in all languages.
  var storyCount: Int { storyCounts.reduce(0, +) }

  /// Counts the terms of the given stories.
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

  /// Restores stored counts.
  init(slots: Table<SharedTerm>, storyCounts: [Int]) {
    (self.slots, self.storyCounts) = (slots, storyCounts)
  }

  /// The entry of a term; its count is 0 if no two stories share the term.
  subscript(term: UInt32) -> SharedTerm { slots[slot(of: term)] }

  /// The slot of a term, or the slot where it belongs. A damaged file may have no empty slot.
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
