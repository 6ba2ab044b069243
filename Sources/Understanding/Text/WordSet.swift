import Text

/// A fixed set of words, with fast lookup by hash for millions of words.
struct WordSet: Sendable {
  /// A hash table with open addressing and linear probing, at most a quarter full; 0 is an empty slot.
  private let slots: [UInt64]

  /// - Parameter words: the words in the form that ``Token`` compares, separated by spaces or line breaks.
  init(_ words: StaticString) {
    let hashes = UnsafeBufferPointer(words).split { $0 == 0x20 || $0 == 0x0A }.map { Token.hash(of: $0) }
    var size = 16
    while size < hashes.count * 4 { size *= 2 }
    var slots = [UInt64](repeating: 0, count: size)
    for hash in hashes {
      var slot = Int(truncatingIfNeeded: hash) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = hash
    }
    self.slots = slots
  }

  /// Whether the set contains the word with a hash.
  func contains(_ hash: UInt64) -> Bool {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      if slots[slot] == hash { return true }
      slot = (slot + 1) & (slots.count - 1)
    }
    return false
  }
}
