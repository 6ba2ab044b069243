/// Finds the numbers of rows by a hash of their contents: open addressing with linear probing. A slot holds a row's
/// number plus one, so that zeros are an empty table.
///
/// It has no access to the rows; callers compare them. Rows are never removed.
public struct HashSlots: Sendable {
  /// The slots, for saving.
  public private(set) var slots: Table<UInt32>
  /// How many rows it has.
  public private(set) var count: Int

  /// A table without rows.
  public init() {
    slots = Table(zeros: 64)
    count = 0
  }

  /// A table with room for some rows, which are inserted later.
  public init(roomFor count: Int) {
    (slots, self.count) = (Table(zeros: HashSlots.size(for: count)), 0)
  }

  private static func size(for count: Int) -> Int {
    var size = 64
    while (count + 1) * 2 > size { size *= 2 }
    return size
  }

  /// A saved table; nil if the number of slots is not a power of two.
  public init?(slots: Table<UInt32>, count: Int) {
    guard slots.count.nonzeroBitCount == 1, count < slots.count else { return nil }
    self.slots = slots
    self.count = count
  }

  private var mask: UInt64 { UInt64(slots.count - 1) }

  /// Iterates over the rows that may have a hash.
  public struct Probe {
    fileprivate var slot: UInt64
    /// A damaged table may have no empty slot.
    fileprivate var left: Int

    /// The next row; nil after the last.
    public mutating func next(in table: HashSlots) -> UInt32? {
      guard left > 0 else { return nil }
      let number = table.slots[UInt32(slot)]
      (slot, left) = ((slot + 1) & table.mask, left - 1)
      return number == 0 ? nil : number - 1
    }
  }

  /// The rows that may have a hash, in probing order.
  public func probe(_ hash: UInt64) -> Probe {
    Probe(slot: HashSlots.spread(hash) & mask, left: slots.count)
  }

  /// The row that most probably has a hash; if there is none, any row or an invalid number.
  public func first(_ hash: UInt64) -> UInt32 { slots[UInt32(HashSlots.spread(hash) & mask)] &- 1 }

  /// Half of the slots are taken: the table must grow before the next row is added.
  public var isFull: Bool { (count + 1) * 2 > slots.count }

  /// Adds a row that is not in the table yet.
  public mutating func insert(_ number: UInt32, _ hash: UInt64) {
    insertAtFreeSlot(number, hash)
    count += 1
  }

  /// Makes room for more rows.
  /// - Parameters:
  ///   - rows: how many rows there are: each is inserted once, in their order, which is that of their memory.
  ///   - hash: returns the hash of a row.
  public mutating func grow(rows: Int, hash: (UInt32) -> UInt64) {
    // The old slots are freed before the new ones are allocated.
    let size = max(slots.count * 2, HashSlots.size(for: rows + 1))
    slots = Table()
    slots = Table(zeros: size)
    count = rows
    for number in 0..<UInt32(rows) { insertAtFreeSlot(number, hash(number)) }
  }

  private mutating func insertAtFreeSlot(_ number: UInt32, _ hash: UInt64) {
    var slot = HashSlots.spread(hash) & mask
    // A damaged table may be full: a row added to it is not found again.
    for _ in 0..<slots.count {
      if slots[UInt32(slot)] == 0 {
        slots[UInt32(slot)] = number + 1
        return
      }
      slot = (slot + 1) & mask
    }
  }

  /// See ``Table/releaseFileMemory()``.
  public mutating func releaseFileMemory() { slots.releaseFileMemory() }

  /// The upper bits of a product depend on all bits (Fibonacci hashing, Knuth vol. 3, 6.4).
  private static func spread(_ hash: UInt64) -> UInt64 { (hash &* 0x9E37_79B9_7F4A_7C15) >> 24 }
}
