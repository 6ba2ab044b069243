import Foundation
import Glibc
import SeededNumbers
import Synchronization
import TestFolder
import Testing

@testable import Tables

/// Tables that come back from a file, whatever has become of the file.
struct TableFileTests {
  private let folder: Folder
  private let numbers: Table<UInt64>
  private let texts: Table<UInt8>

  init() throws {
    folder = try Folder()
    var numbers = Table<UInt64>()
    for number in 0..<UInt64(10_000) { numbers.append(number &* 0x9E37_79B9_7F4A_7C15) }
    self.numbers = numbers
    var texts = Table<UInt8>()
    for number in 0..<40_000 { texts.append(UInt8(truncatingIfNeeded: number * 31)) }
    self.texts = texts
  }

  private var path: String { folder.path("tables") }

  private func write() throws {
    var file = try TableFileWriter(path: path, schema: 7, identity: 9)
    file.write(numbers)
    file.write(texts)
    file.write(Table<UInt32>())
    file.write(count: numbers.count) { numbers[UInt32($0)] }
    let ranges = [TextRange(start: 5, count: 3), TextRange(start: 0, count: 20_000)]
    file.write(count: ranges.count, of: TextTable(bytes: texts)) { ranges[$0] }
    try file.finish(numbers: [3, .max])
  }

  private func open() -> TableFile? { TableFile(path: path, schema: 7, identity: 9) }

  @Test func theyComeBack() throws {
    try write()
    let file = try #require(open())
    #expect(file.numbers == [3, .max])
    #expect(file.tableCount == 5)
    #expect(Array(try #require(file.table(0, of: UInt64.self))) == Array(numbers))
    #expect(Array(try #require(file.table(1, of: UInt8.self))) == Array(texts))
    #expect(try #require(file.table(2, of: UInt32.self)).count == 0)
    #expect(Array(try #require(file.table(3, of: UInt64.self))) == Array(numbers), "written row by row")
    #expect(Array(try #require(file.list(0, of: UInt64.self))) == Array(numbers))
    #expect(file.table(0, of: UInt32.self) == nil, "rows of another size")
    let rewritten = Array(try #require(file.table(4, of: UInt8.self)))
    #expect(rewritten == Array(Array(texts)[5..<8] + Array(texts).prefix(20_000)), "texts in another order")
    #expect(file.table(5, of: UInt8.self) == nil)
    #expect(file.isIntact())
    #expect(TableFile(path: path, schema: 8, identity: 9) == nil)
    #expect(TableFile(path: path, schema: 7, identity: 8) == nil)
    var status = stat()
    #expect(stat(path, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
  }

  @Test func onlyWhatIsLookedAtIsRead() throws {
    try write()
    let file = try #require(open())
    var table = try #require(file.table(0, of: UInt64.self))
    #expect(table.loadedChunks == 0)
    #expect(table.fileMemory == 0)
    _ = table[9_999]
    #expect(table.loadedChunks == 1)
    #expect(table.fileMemory == Chunk.size)
    table[0] = 5
    #expect(table.loadedChunks == 2)
    let copy = table
    table.releaseFileMemory()
    #expect(table.loadedChunks == 1, "what was changed is kept")
    #expect(table.fileMemory == 0)
    #expect(table[0] == 5)
    #expect(table[1] == numbers[1])
    #expect(copy.loadedChunks == 2, "another one may be reading")
    #expect(copy[9_999] == numbers[9_999])
  }

  @Test func aRowThatWillBeChangedIsReadOnce() throws {
    try write()
    let file = try #require(open())
    var table = try #require(file.table(0, of: UInt64.self))
    table.prepareChange(of: 9_999)
    #expect(table[9_999] == numbers[9_999])
    let address = table.list.base(table.lastChunk)
    table[9_999] = 5
    #expect(table.list.base(table.lastChunk) == address)
    table.releaseFileMemory()
    #expect(table.loadedChunks == 1, "it is not in the memory of what was read from the file")
    #expect(table[9_999] == 5)
    #expect(table[9_998] == numbers[9_998])
    table.append(6)
    #expect(table[10_000] == 6)
    table.prepareChange(of: 10_001)
    #expect(table.count == 10_001)
  }

  /// Thousands of small reads and allocations take longer than the rest of the table.
  @Test func theRestIsReadAtOnceWhenManyRowsAreChanged() throws {
    var all = Table<UInt64>()
    for number in 0..<UInt64(100_000) { all.append(number) }
    var writer = try TableFileWriter(path: path, schema: 7, identity: 9)
    writer.write(all)
    try writer.finish(numbers: [])
    let file = try #require(open())
    var table = try #require(file.table(0, of: UInt64.self))
    let copy = table
    _ = table[50_000]
    for (number, chunk) in (0...table.lastChunk).enumerated() {
      #expect(table.loadedChunks == (number * 8 <= table.lastChunk + 1 ? number + 1 : table.lastChunk + 1))
      table[UInt32(chunk << Table<UInt64>.shift)] = 1
      if chunk == table.lastChunk / 4 { break }
    }
    for number in 0..<UInt32(100_000) where table[number] != UInt64(number) { #expect(table[number] == 1) }
    for number in stride(from: 0, to: UInt32(100_000), by: 500) { table[number] = 7 }
    for number in 0..<UInt64(3_000) { table.append(number) }
    #expect(table[99_999] == 99_999 && table[100_000] == 0 && table[99_500] == 7)
    table.releaseFileMemory()
    #expect(table[50_001] == 50_001 && table[102_999] == 2_999)
    #expect(Array(copy) == Array(all), "the other one has its own rows")
  }

  @Test func theyAreChangedAndGrow() throws {
    try write()
    let file = try #require(open())
    var table = try #require(file.table(0, of: UInt64.self))
    var list = try #require(file.list(0, of: UInt64.self))
    var array = Array(numbers)
    for number in stride(from: 0, to: array.count, by: 77) {
      table[UInt32(number)] = 1
      array[number] = 1
    }
    for number in 0..<UInt64(5_000) {
      table.append(number)
      array.append(number)
    }
    #expect(Array(table) == array)
    array = Array(numbers)
    for place in stride(from: 0, to: array.count, by: 1_000) {
      list.insert(3, at: place)
      array.insert(3, at: place)
      list.remove(at: place + 5)
      array.remove(at: place + 5)
    }
    list.releaseFileMemory()
    #expect(Array(list) == array)
    #expect(Array(try #require(file.table(0, of: UInt64.self))) == Array(numbers), "the file stays as it was")
  }

  @Test func severalThreadsLookAtOnce() async throws {
    try write()
    let file = try #require(open())
    let table = try #require(file.table(0, of: UInt64.self))
    let sums = await withTaskGroup(of: UInt64.self) { group in
      for _ in 1...8 { group.addTask { table.reduce(0) { $0 &+ $1 } } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(Set(sums) == [numbers.reduce(0) { $0 &+ $1 }])
  }

  /// Any one byte.
  @Test(arguments: 1...60 as ClosedRange<UInt64>) func damageIsNoticed(seed: UInt64) throws {
    try write()
    var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    var random = SeededNumbers(seed: seed)
    let place = Int.random(in: 0..<bytes.count, using: &random)
    bytes[place] ^= UInt8.random(in: 1...255, using: &random)
    try folder.write(bytes, to: "tables")
    guard let file = open() else { return }
    #expect(!file.isIntact())
    let again = try #require(open())
    let isRight = try (0..<5).allSatisfy { number in
      switch number {
      case 4:
        Array(try #require(again.table(4, of: UInt8.self)))
          == Array(Array(texts)[5..<8] + Array(texts).prefix(20_000))
      case 1: Array(try #require(again.table(1, of: UInt8.self))) == Array(texts)
      case 2: true
      default: Array(try #require(again.table(number, of: UInt64.self))) == Array(numbers)
      }
    }
    #expect(!isRight)
    #expect(again.isDamaged)
  }

  /// Rows are visited in order, whether their chunks are unread, read or changed.
  @Test func rangesAreVisited() throws {
    try write()
    var table = try #require(open()?.table(0, of: UInt64.self))
    var expected = Array(numbers)
    for place in [2_000, 5_500] { #expect(table[UInt32(place)] == expected[place]) }
    table[3_000] = 1
    expected[3_000] = 1
    for range in [0..<0, 0..<1, 500..<520, 1_023..<1_025, 1_900..<5_600, 0..<10_000, 9_990..<20_000] {
      var visited: [UInt64] = []
      table.visitRows(range) { visited += $0 }
      #expect(visited == Array(expected[range.clamped(to: 0..<10_000)]))
    }
  }

  @Test func damagedRowsAreVisitedAsZeros() throws {
    try write()
    // In the second chunk of numbers.
    let place = 4_096 + 8_200 + 100
    var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    bytes[place] ^= 1
    try folder.write(bytes, to: "tables")
    let file = try #require(open())
    let table = try #require(file.table(0, of: UInt64.self))
    var visited: [UInt64] = []
    table.visitRows(0..<10_000) { visited += $0 }
    #expect(visited[..<1_024] == Array(numbers)[..<1_024])
    #expect(visited[1_024..<2_048].allSatisfy { $0 == 0 })
    #expect(visited[2_048...] == Array(numbers)[2_048...])
    #expect(file.isDamaged)
  }

  @Test func damagedRowsAreZeros() throws {
    try write()
    let file = try #require(open())
    let table = try #require(file.table(0, of: UInt64.self))
    #expect(table[0] == numbers[0])
    #expect(truncate(path, 5_000) == 0)
    #expect(table[1] == numbers[1], "was read before")
    #expect(!file.isDamaged)
    #expect(table[9_999] == 0)
    #expect(file.isDamaged)
  }

  /// Where much of a table is looked at, chunks are read with their neighbours; each has a sum of its own.
  @Test func aDamagedChunkLeavesItsNeighbours() throws {
    try write()
    let (rows, sum) = (Table<UInt64>.mask + 1, SectionPlace.sumSize)
    var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    bytes[4096 + 3 * (Table<UInt64>.chunkBytes + sum)] ^= 1
    try folder.write(bytes, to: "tables")
    let file = try #require(open())
    let table = try #require(file.table(0, of: UInt64.self))
    let wrong = (0..<UInt32(numbers.count)).reversed().filter { table[$0] != numbers[$0] }
    #expect(wrong.allSatisfy { Int($0) / rows == 3 })
    #expect(!wrong.isEmpty)
  }

  /// A chunk in another's place has the right sum for what is in it, but not for where it is.
  @Test func chunksThatChangedPlaces() throws {
    try write()
    var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    let size = Table<UInt64>.chunkBytes + SectionPlace.sumSize
    let (first, second) = (4096..<4096 + size, 4096 + size..<4096 + 2 * size)
    let moved = Array(bytes[second])
    bytes.replaceSubrange(second, with: Array(bytes[first]))
    bytes.replaceSubrange(first, with: moved)
    try folder.write(bytes, to: "tables")
    #expect(try #require(open()).isIntact() == false)
  }

  /// The bytes of an older file, which had the same tables.
  @Test func anOlderFilesChunk() throws {
    try write()
    let old = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    try write()
    var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    let chunk = 4096..<4096 + Table<UInt64>.chunkBytes + SectionPlace.sumSize
    bytes.replaceSubrange(chunk, with: old[chunk])
    try folder.write(bytes, to: "tables")
    #expect(try #require(open()).isIntact() == false)
  }

  /// Holes take no room on the disk.
  @Test func farInALargeFile() throws {
    let place = SectionPlace(offset: 5 << 30, count: 3, stride: 8, rowsAChunk: Table<UInt64>.mask + 1)
    var header = TableFileHeader(schema: 7, identity: 9, nonce: 1)
    header.sections = [place]
    header.fileSize = place.offset + place.byteCount
    let rows: [UInt64] = [7, 8, 9]
    let sum = rows.withUnsafeBytes { Checksum.of($0, at: place.offset, nonce: 1) }
    let file = Glibc.open(path, O_RDWR | O_CREAT, 0o600)
    defer { close(file) }
    for (offset, bytes) in [(0, header.bytes), (place.offset, (rows + [sum]).withUnsafeBytes { Array($0) })] {
      #expect(pwrite(file, bytes, bytes.count, offset) == bytes.count)
    }
    let opened = try #require(open())
    #expect(Array(try #require(opened.table(0, of: UInt64.self))) == rows)
    #expect(opened.isIntact())
  }

  @Test func whatCannotBeWritten() throws {
    #expect(throws: TableFileError(errno: ENOENT)) {
      try TableFileWriter(path: folder.path("no/tables"), schema: 7, identity: 9).finish(numbers: [])
    }
    #expect(throws: TableFileError(errno: ENOSPC)) { try fill("/dev/full") }
  }

  private func fill(_ path: String) throws {
    var file = try TableFileWriter(path: path, schema: 7, identity: 9)
    file.write(numbers)
    try file.finish(numbers: [])
  }
}

extension Table {
  fileprivate var loadedChunks: Int {
    (0...lastChunk).count { list.bases[$0].load(ordering: .relaxed) != nil }
  }

  fileprivate var lastChunk: Int { (count - 1) >> Table.shift }
}
