import SeededNumbers
import Testing

@testable import Tables

/// Rows that come and go anywhere, against an array that does the same.
struct RowListTests {
  private let rowsAChunk = Table<UInt32>.mask + 1

  @Test(arguments: 1...12 as ClosedRange<UInt64>) func asAnArrayDoes(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    var list = RowList<UInt32>()
    var array: [UInt32] = []
    let first = Int.random(in: 0...4, using: &numbers) * rowsAChunk + Int.random(in: 0...1, using: &numbers)
    for number in 0..<UInt32(first) {
      list.append(number)
      array.append(number)
    }
    let (oldList, oldArray) = (list, array)
    for step in 0..<UInt32(3_000) {
      let place = Int.random(in: 0...array.count, using: &numbers)
      switch Int.random(in: 0...9, using: &numbers) {
      case 0..<5:
        list.insert(step, at: place)
        array.insert(step, at: place)
      case 5:
        list.append(step)
        array.append(step)
      case 6 where step % 100 == 0:
        for _ in 0..<min(array.count, rowsAChunk * 2) {
          let place = min(place, array.count - 1)
          list.remove(at: place)
          array.remove(at: place)
        }
      default:
        list.remove(at: place)
        if place < array.count { array.remove(at: place) }
      }
      if let place = array.indices.randomElement(using: &numbers) { #expect(list[place] == array[place]) }
    }
    #expect(Array(list) == array)
    #expect(list.count == array.count)
    #expect(array.indices.allSatisfy { list[$0] == array[$0] })
    #expect(list[array.count] == 0)
    #expect(list[-1] == 0)
    var chunks: [UInt32] = []
    list.forEachChunk { chunks += $0 }
    #expect(chunks == array)
    #expect(Array(oldList) == oldArray)
  }

  @Test func emptiedAndFilledAgain() {
    var list = RowList<UInt32>()
    for _ in 1...2 {
      for number in 0..<UInt32(rowsAChunk * 2) { list.insert(number, at: 0) }
      #expect(list.count == rowsAChunk * 2)
      while list.count > 0 { list.remove(at: list.count / 2) }
      #expect(Array(list).isEmpty)
    }
  }

  /// What a row that comes into a long list moves: two chunks at most, wherever it comes, and each only once
  /// after the list was copied.
  @Test func aRowThatComesMovesLittle() {
    var list = RowList<UInt32>()
    for number in 0..<UInt32(rowsAChunk * 64) { list.append(number) }
    for place in stride(from: 0, to: list.count, by: rowsAChunk / 2 + 7) {
      let before = list
      list.insert(7, at: place)
      #expect(before.chunkCount - list.sharedChunks(with: before) <= 1)
      let after = list
      list.remove(at: place)
      #expect(after.chunkCount - list.sharedChunks(with: after) <= 1)
    }
  }
}

extension RowList {
  fileprivate func sharedChunks(with other: RowList) -> Int {
    Set(chunkAddresses).intersection(other.chunkAddresses).count
  }
}
