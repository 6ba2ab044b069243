/// Counts of terms, by their ``TermHash``: a hash table with open addressing and linear probing over rows
/// that stay in the order of insertion.
struct TermCounts: Sendable {
  /// The terms, without duplicates.
  private(set) var terms: [UInt32] = []
  /// The count of each term.
  private(set) var counts: [UInt32] = []
  /// The number of a row plus one; 0 for an empty slot. At most half of the slots are used.
  private var slots: [UInt32]

  /// - Parameter capacity: the expected number of terms.
  init(capacity: Int = 64) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    slots = [UInt32](repeating: 0, count: size)
  }

  /// The count of a term.
  subscript(term: UInt32) -> UInt32 {
    let number = slots[slot(of: term)]
    return number == 0 ? 0 : counts[Int(number) - 1]
  }

  mutating func add(_ term: UInt32, _ count: UInt32 = 1) {
    let slot = slot(of: term)
    if slots[slot] != 0 {
      counts[Int(slots[slot]) - 1] &+= count
      return
    }
    terms.append(term)
    counts.append(count)
    slots[slot] = UInt32(terms.count)
    if terms.count * 2 > slots.count { grow() }
  }

  /// Removes all terms but retains the memory.
  mutating func removeAll() {
    slots.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
    terms.removeAll(keepingCapacity: true)
    counts.removeAll(keepingCapacity: true)
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for (number, term) in terms.enumerated() { slots[slot(of: term)] = UInt32(number + 1) }
  }

  /// The slot of a term, or the slot where it belongs.
  private func slot(of term: UInt32) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: term &* 0x9E37_79B1) & mask
    while slots[slot] != 0, terms[Int(slots[slot]) - 1] != term { slot = (slot + 1) & mask }
    return slot
  }
}
