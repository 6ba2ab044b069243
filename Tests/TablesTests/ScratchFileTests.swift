import Foundation
import TestFolder
import Testing

@testable import Tables

/// Rows that were moved from memory to a file without a name.
struct ScratchFileTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  private static func table(_ count: Int) -> Table<UInt64> {
    var table = Table<UInt64>()
    for number in 0..<UInt64(count) { table.append(number &* 0x9E37_79B9_7F4A_7C15) }
    return table
  }

  private static let rowsAChunk = Table<UInt64>.mask + 1

  @Test func movedRowsAreTheSame() throws {
    let scratch = ScratchFile(path: folder.path("scratch"))
    var table = Self.table(100_000)
    let rows = Array(table)
    table.moveRows(to: scratch, isAll: true)
    #expect(scratch.isUsed)
    #expect(Array(table) == rows)
    table.releaseFileMemory()
    #expect(Array(table) == rows)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("")).isEmpty, "no name is left")
  }

  @Test func aChangeCopiesTheChunkToMemory() {
    let scratch = ScratchFile(path: folder.path("scratch"))
    var table = Self.table(100_000)
    table.moveRows(to: scratch, isAll: true)
    let (before, moved) = (table, table.chunkAddresses)
    table[5] = 1
    #expect(zip(table.chunkAddresses, moved).filter { $0 != $1 }.count == 1)
    table.append(2)
    #expect((table[5], table[4], table[100_000]) == (1, before[4], 2))
    #expect(before[5] != 1)
    table.moveRows(to: scratch, isAll: true)
    #expect((table[5], table[4], table[100_000]) == (1, before[4], 2))
  }

  /// A copy of the table keeps its rows in memory.
  @Test func aCopyStaysAsItIs() {
    let scratch = ScratchFile(path: folder.path("scratch"))
    var table = Self.table(100_000)
    let copy = table
    let addresses = copy.chunkAddresses
    table.moveRows(to: scratch, isAll: true)
    #expect(copy.chunkAddresses == addresses)
    #expect(table.sharedChunks(with: copy) == 1, "the last chunk is not full")
    #expect(Array(copy) == Array(table))
  }

  /// A table that grows is moved in parts of a share of its size.
  @Test func fewPartsAreMoved() {
    let scratch = ScratchFile(path: folder.path("scratch"))
    var table = Table<UInt64>()
    var (parts, before) = (0, table.chunkAddresses)
    for number in 0..<UInt64(Self.rowsAChunk * 1_000) {
      table.append(number)
      guard number % UInt64(Self.rowsAChunk) == 0 else { continue }
      table.moveRows(to: scratch)
      if zip(table.chunkAddresses, before).contains(where: { $0 != $1 }) { parts += 1 }
      before = table.chunkAddresses
    }
    #expect((10...60).contains(parts))
    #expect(Array(table) == Array(0..<UInt64(table.count)))
  }

  @Test func whatCannotBeWrittenStaysInMemory() {
    let scratch = ScratchFile(path: folder.path("missing/scratch"))
    var table = Self.table(100_000)
    let addresses = table.chunkAddresses
    table.moveRows(to: scratch, isAll: true)
    #expect(table.chunkAddresses == addresses)
    #expect(!scratch.isUsed)
  }

  @Test func theFolderIsMadeWhenItIsNeeded() {
    let path = folder.path("made")
    let scratch = ScratchFile(path: path + "/scratch") {
      try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    }
    #expect(!FileManager.default.fileExists(atPath: path))
    var table = Self.table(10_000)
    table.moveRows(to: scratch, isAll: true)
    #expect(scratch.isUsed)
  }
}
