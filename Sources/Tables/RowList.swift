import Glibc

/// An ordered list of rows that can be inserted and removed anywhere. Chunks need not be full, so that an insertion
/// moves at most one chunk of rows and some numbers for each chunk.
///
/// A list is a value, like a ``Table``.
public struct RowList<Row: BitwiseCopyable & Sendable>: Sendable {
  private var table: Table<Row>
  /// How many rows are before each chunk, then the number of all rows.
  private var starts: [Int]
  /// All chunks but the last are full: a row's chunk can be calculated from its position.
  private var isEven: Bool

  private typealias Rows = Table<Row>
  private static var chunkCapacity: Int { Rows.mask + 1 }

  /// A list without rows.
  public init() {
    self.init(Table())
  }

  /// A list of some rows.
  public init(_ rows: [Row]) {
    var table = Table<Row>()
    rows.withUnsafeBufferPointer { table.append($0) }
    self.init(table)
  }

  /// The rows of a table in their order.
  init(_ table: Table<Row>) {
    self.table = table
    starts = Array(stride(from: 0, to: table.count, by: RowList.chunkCapacity)) + [table.count]
    isEven = true
  }

  /// How many rows there are.
  public var count: Int { starts[starts.count - 1] }

  var chunkCount: Int { starts.count - 1 }

  /// For tests: which chunks it shares with another.
  var chunkAddresses: [UnsafeMutableRawPointer] { (0..<chunkCount).map { table.list.base($0) } }

  /// A row by its position; zeros if there is none.
  public subscript(place: Int) -> Row {
    guard place >= 0, place < count else { return zeroRow() }
    if isEven { return table[UInt32(place)] }
    let chunk = chunk(of: place)
    return withExtendedLifetime(table) { table.rows(ofChunk: chunk)[place - starts[chunk]] }
  }

  /// The last chunk that begins at or before a position.
  private func chunk(of place: Int) -> Int {
    if isEven { return Swift.min(place >> Rows.shift, Swift.max(0, chunkCount - 1)) }
    var (low, high) = (0, chunkCount - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= place { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// Visits all rows in order, those of one chunk at a time.
  public func forEachChunk(_ body: (UnsafeBufferPointer<Row>) -> Void) {
    for chunk in 0..<chunkCount {
      withExtendedLifetime(table) {
        body(
          UnsafeBufferPointer(start: table.rows(ofChunk: chunk), count: starts[chunk + 1] - starts[chunk]))
      }
    }
  }

  /// Adds a row at the end.
  public mutating func append(_ row: Row) {
    guard isEven else { return insert(row, at: count) }
    if count & Rows.mask == 0 { starts.append(count) }
    table.append(row)
    starts[starts.count - 1] = table.count
  }

  /// Inserts a row before the one at a position, or at the end.
  public mutating func insert(_ row: Row, at place: Int) {
    let place = Swift.min(Swift.max(0, place), count)
    if isEven, place == count { return append(row) }
    var chunk = chunk(of: place)
    if size(of: chunk) == RowList.chunkCapacity {
      split(chunk)
      chunk = self.chunk(of: place)
    }
    let rows = table.writableRows(ofChunk: chunk) + (place - starts[chunk])
    (rows + 1).update(from: rows, count: starts[chunk + 1] - place)
    rows.pointee = row
    for next in chunk + 1...chunkCount { starts[next] += 1 }
    isEven = isEven && chunk == chunkCount - 1
    table.rowCount = count
  }

  private func size(of chunk: Int) -> Int { starts[chunk + 1] - starts[chunk] }

  /// Moves the second half of a full chunk to a new one after it.
  private mutating func split(_ chunk: Int) {
    let half = RowList.chunkCapacity / 2
    let new = Chunk(byteCount: Rows.chunkBytes)
    let source = table.rows(ofChunk: chunk) + half
    new.base.assumingMemoryBound(to: Row.self).update(from: source, count: RowList.chunkCapacity - half)
    table.insert(new, at: chunk + 1, of: chunkCount)
    starts.insert(starts[chunk] + half, at: chunk + 1)
    isEven = false
  }

  /// Removes a row.
  public mutating func remove(at place: Int) {
    guard place >= 0, place < count else { return }
    let chunk = chunk(of: place)
    let rows = table.writableRows(ofChunk: chunk) + (place - starts[chunk])
    rows.update(from: rows + 1, count: starts[chunk + 1] - place - 1)
    isEven = isEven && chunk == chunkCount - 1
    for next in chunk + 1...chunkCount { starts[next] -= 1 }
    table.rowCount = count
    guard size(of: chunk) == 0 else { return }
    table.removeChunk(at: chunk, of: chunkCount)
    starts.remove(at: chunk + 1)
    isEven = isEven || chunkCount <= 1
  }

  /// See ``Table/fileMemory``.
  public var fileMemory: Int { table.fileMemory }

  /// Frees the memory of rows that are also in a file.
  public mutating func releaseFileMemory() { table.releaseFileMemory() }
}

extension RowList: Sequence {
  /// Iterates over all rows.
  public struct Iterator: IteratorProtocol {
    private let list: RowList
    private var (chunk, place) = (0, 0)

    fileprivate init(_ list: RowList) { self.list = list }

    /// The next row; nil after the last.
    public mutating func next() -> Row? {
      guard place < list.count else { return nil }
      while place >= list.starts[chunk + 1] { chunk += 1 }
      defer { place += 1 }
      return list.table.rows(ofChunk: chunk)[place - list.starts[chunk]]
    }
  }

  /// All rows in order.
  public func makeIterator() -> Iterator { Iterator(self) }
  /// How many rows there are.
  public var underestimatedCount: Int { count }
}

extension Table {
  /// Inserts a chunk before another one.
  fileprivate mutating func insert(_ chunk: Chunk, at number: Int, of chunks: Int) {
    let capacity = chunks < list.capacity ? list.capacity : Swift.max(4, chunks * 2)
    if chunks == list.capacity || !isKnownUniquelyReferenced(&list) {
      list = ChunkList(list, capacity: capacity)
    }
    list.insert(chunk, at: number, of: chunks)
  }

  fileprivate mutating func removeChunk(at number: Int, of chunks: Int) {
    if !isKnownUniquelyReferenced(&list) { list = ChunkList(list, capacity: list.capacity) }
    list.remove(at: number, of: chunks)
  }
}
