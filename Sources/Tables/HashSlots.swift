/// Finds the numbers of rows by a hash of their contents: open addressing with linear probing. A slot holds a row's
/// number plus one, so that zeros are an empty table; its upper bits, which no number in a table of this size needs, are
/// bits of the hash, so that hardly any row is compared in vain.
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
    while isFull(count, size) { size *= 2 }
    return size
  }

  private static func isFull(_ count: Int, _ size: Int) -> Bool { (count + 1) * 4 > size * 3 }

  /// A saved table; nil if the number of slots is not a power of two.
  public init?(slots: Table<UInt32>, count: Int) {
    guard slots.count.nonzeroBitCount == 1, count < slots.count else { return nil }
    self.slots = slots
    self.count = count
  }

  /// The bits of a slot with the row's number, and those of a hash with the slot's number.
  private var mask: UInt32 { UInt32(truncatingIfNeeded: slots.count - 1) }

  /// Iterates over the rows that may have a hash.
  public struct Probe {
    fileprivate let hash: HashSlots.SpreadHash
    fileprivate var slot: UInt32
    /// A damaged table may have no empty slot.
    fileprivate var left: Int

    /// The next row; nil after the last.
    public mutating func next(in table: HashSlots) -> UInt32? {
      let mask = table.mask
      while left > 0 {
        let entry = table.slots[slot]
        (slot, left) = ((slot &+ 1) & mask, left - 1)
        if entry == 0 { return nil }
        if (entry ^ hash.upper) & ~mask == 0 { return entry & mask &- 1 }
      }
      return nil
    }
  }

  /// The rows that may have a hash, in probing order.
  public func probe(_ hash: UInt64) -> Probe {
    let hash = SpreadHash(hash)
    return Probe(hash: hash, slot: hash.lower & mask, left: slots.count)
  }

  /// The row that most probably has a hash; if there is none, any row or an invalid number.
  public func first(_ hash: UInt64) -> UInt32 {
    let hash = SpreadHash(hash)
    let entry = slots[hash.lower & mask]
    return (entry ^ hash.upper) & ~mask == 0 ? entry & mask &- 1 : .max
  }

  /// Three of four slots are taken: the table must grow before the next row is added.
  public var isFull: Bool { HashSlots.isFull(count, slots.count) }

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
    let (mask, hash) = (mask, SpreadHash(hash))
    var slot = hash.lower & mask
    // A damaged table may be full: a row added to it is not found again.
    for _ in 0..<slots.count {
      if slots[slot] == 0 {
        slots[slot] = hash.upper & ~mask | (number &+ 1) & mask
        return
      }
      slot = (slot &+ 1) & mask
    }
  }

  /// See ``Table/moveRows(to:isAll:)``.
  public mutating func moveRows(to file: ScratchFile) { slots.moveRows(to: file, isAll: true) }

  /// See ``Table/fileMemory``.
  public var fileMemory: Int { slots.fileMemory }

  /// See ``Table/releaseFileMemory()``.
  public mutating func releaseFileMemory() { slots.releaseFileMemory() }

  /// The upper bits of a product depend on all bits (Fibonacci hashing, Knuth vol. 3, 6.4).
  fileprivate struct SpreadHash {
    /// Its lower bits select a slot.
    let lower: UInt32
    /// Its upper bits are stored; a table of 2^n slots uses n bits of one and the 32 - n others of the other.
    let upper: UInt32

    init(_ hash: UInt64) {
      let product = hash &* 0x9E37_79B9_7F4A_7C15
      (lower, upper) = (UInt32(truncatingIfNeeded: product >> 24), UInt32(product >> 32))
    }
  }
}
