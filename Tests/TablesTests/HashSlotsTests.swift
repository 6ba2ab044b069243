import Tables
import Testing

/// Finding rows by their hashes.
struct HashSlotsTests {
  private func find(_ hash: UInt64, in slots: HashSlots, _ hashes: [UInt64]) -> UInt32? {
    var probe = slots.probe(hash)
    while let row = probe.next(in: slots) {
      if hashes[Int(row)] == hash { return row }
    }
    return nil
  }

  @Test func rowsAreFoundAfterGrowing() {
    var slots = HashSlots()
    var hashes: [UInt64] = []
    for number in 0..<UInt32(5_000) {
      if slots.isFull { slots.grow(rows: hashes.count) { hashes[Int($0)] } }
      hashes.append(UInt64(number) &* 0x1_0000_0001)
      slots.insert(number, hashes[Int(number)])
    }
    #expect(slots.count == 5_000)
    #expect(slots.slots.count == 8_192)
    for number in hashes.indices { #expect(find(hashes[number], in: slots, hashes) == UInt32(number)) }
    #expect(find(7 << 40, in: slots, hashes) == nil)
  }

  /// A row that was inserted under two hashes is inserted under its present one.
  @Test func growingInsertsEachRowOnce() {
    var slots = HashSlots()
    for hash in UInt64(1)...31 { slots.insert(0, hash) }
    slots.grow(rows: 1) { _ in 99 }
    #expect(slots.count == 1)
    #expect(slots.slots.filter { $0 != 0 }.count == 1)
    #expect(find(99, in: slots, [99]) == 0)
  }
}
