import Text

/// A fixed set of words, asked for millions of words by their hashes.
struct WordSet: Sendable {
  /// Open addressing with linear probing, at most a quarter full; 0 is an empty slot.
  private let slots: [UInt64]

  /// - Parameter words: as ``Token`` compares them, with spaces or line breaks in between.
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

  /// Whether the word with a hash is among them.
  func contains(_ hash: UInt64) -> Bool {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      if slots[slot] == hash { return true }
      slot = (slot + 1) & (slots.count - 1)
    }
    return false
  }
}
