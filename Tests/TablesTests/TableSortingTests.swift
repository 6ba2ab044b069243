import SeededNumbers
import Testing

@testable import Tables

struct TableSortingTests {
  @Test(arguments: [0, 1, 2, 3, 100, 5_000])
  func sortsInItsPlace(count: Int) {
    var numbers = SeededNumbers(seed: UInt64(count))
    var table = Table<UInt64>()
    for _ in 0..<count { table.append(numbers.next() % 1_000) }
    let expected = Array(table).sorted()
    table.sort { $0 < $1 }
    #expect(Array(table) == expected)
  }

  @Test func visitsRangesAcrossChunks() {
    var table = Table<UInt64>()
    for number in 0..<3_000 { table.append(UInt64(number)) }
    for range in [0..<0, 0..<1, 500..<520, 511..<1_537, 0..<3_000, 2_990..<9_000] {
      var visited: [UInt64] = []
      table.visitRows(range) { visited += $0 }
      #expect(visited == range.clamped(to: 0..<3_000).map { UInt64($0) })
    }
  }
}
