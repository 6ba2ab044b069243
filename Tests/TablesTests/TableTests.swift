import Foundation
import SeededNumbers
import Testing

@testable import Tables

/// Rows by number, against an array that does the same.
struct TableTests {
  /// Of a size that does not fill a chunk.
  private struct Row: BitwiseCopyable, Sendable, Equatable {
    var (a, b, c) = (UInt64(0), UInt64(0), UInt64(0))

    init(_ number: Int) { (a, c) = (UInt64(number), ~UInt64(number)) }
  }

  private let rowsAChunk = Table<Row>.mask + 1

  @Test func rowsByNumber() {
    var table = Table<Row>()
    for number in 0..<rowsAChunk * 3 + 5 { table.append(Row(number)) }
    #expect(table.count == rowsAChunk * 3 + 5)
    for number in [0, 1, rowsAChunk - 1, rowsAChunk, rowsAChunk * 3 + 4] {
      #expect(table[UInt32(number)] == Row(number))
    }
    #expect(table[UInt32(table.count)].c == 0, "zeros behind the end")
    #expect(table[.max].c == 0)
    #expect(Array(table) == (0..<table.count).map { Row($0) })
    table[UInt32(table.count)] = Row(1)
    #expect(table.count == rowsAChunk * 3 + 5, "nothing where no row is")
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>) func asAnArrayDoes(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    var table = Table<Row>()
    var array: [Row] = []
    var (oldTable, oldArray) = (table, array)
    let scratch = ScratchFile(path: NSTemporaryDirectory() + "table-tests-\(getpid())-\(seed)")
    for step in 0..<400 {
      switch Int.random(in: 0...5, using: &numbers) {
      case 0:
        table.append(Row(step))
        array.append(Row(step))
      case 1:
        let new = (0..<Int.random(in: 0...2_000, using: &numbers)).map { Row($0) }
        new.withUnsafeBufferPointer { table.append($0) }
        array += new
      case 2 where !array.isEmpty:
        let number = Int.random(in: 0..<array.count, using: &numbers)
        table[UInt32(number)] = Row(step)
        array[number] = Row(step)
      case 3 where step % 20 == 0: (oldTable, oldArray) = (table, array)
      case 3 where step % 20 == 1: (table, array) = (oldTable, oldArray)
      case 4: table.moveRows(to: scratch, isAll: step % 2 == 0)
      default: table.releaseFileMemory()
      }
    }
    #expect(Array(table) == array)
    #expect(Array(oldTable) == oldArray)
    var chunks: [Row] = []
    table.forEachChunk { chunks += $0 }
    #expect(chunks == array)
    for _ in 1...50 {
      let start = Int.random(in: 0...array.count, using: &numbers)
      let range = start..<Int.random(in: start...array.count, using: &numbers)
      #expect(table.withRows(range) { Array($0) } == Array(array[range]))
    }
    #expect(table.withRows(array.count + 1..<array.count + 9) { $0.count } == 0)
  }

  /// The work of a change: what a copy still shares with what it was made from.
  @Test func aChangeCopiesOneChunk() {
    var table = Table<Row>(zeros: rowsAChunk * 100)
    let snapshot = table
    #expect(table.sharedChunks(with: snapshot) == 100, "a copy is nothing but the list")
    table[UInt32(rowsAChunk * 50)] = Row(1)
    #expect(table.sharedChunks(with: snapshot) == 99)
    table[UInt32(rowsAChunk * 50 + 1)] = Row(2)
    #expect(table.sharedChunks(with: snapshot) == 99)
    table.append(Row(3))
    #expect(table.sharedChunks(with: snapshot) == 99, "growing copies nothing")
    #expect(snapshot[UInt32(rowsAChunk * 50)] == Table<Row>(zeros: 1)[0])
    #expect(snapshot.count == rowsAChunk * 100)
  }

  @Test func whatNobodyElseHasIsChangedInPlace() {
    var table = Table<Row>(zeros: rowsAChunk * 4)
    let before = table.chunkAddresses
    for number in 0..<UInt32(table.count) { table[number] = Row(1) }
    #expect(table.chunkAddresses == before)
  }
}

extension Table {
  var chunkAddresses: [UnsafeMutableRawPointer] {
    (0..<(count + Table.mask) >> Table.shift).map { list.base($0) }
  }

  func sharedChunks(with other: Table) -> Int {
    Set(chunkAddresses).intersection(other.chunkAddresses).count
  }
}
