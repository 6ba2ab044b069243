import Glibc

/// Rows of one kind, identified by number, in chunks of fixed size.
///
/// A table is a value. A copy costs nothing; the first change after it copies the list of chunks, and a change of a row
/// copies its chunk if it is shared. Therefore snapshots can be read on any thread while a copy is changed, and a
/// growing table moves no rows.
///
/// Rows may be in a file (see ``TableFile``): a chunk is read at its first access.
///
/// A number out of range, as in a damaged file, gives a row of zeros.
public struct Table<Row: BitwiseCopyable & Sendable>: Sendable {
  @usableFromInline var list: ChunkList
  @usableFromInline var rowCount: Int
  /// How many rows there are.
  @inlinable public var count: Int { rowCount }

  /// A table without rows.
  public init() {
    self.init(list: ChunkList(capacity: 0, chunkBytes: Table.chunkBytes), count: 0)
  }

  /// Rows of zeros.
  public init(zeros count: Int) {
    let chunks = (count + Table.mask) >> Table.shift
    list = ChunkList(capacity: chunks, chunkBytes: Table.chunkBytes)
    rowCount = count
    for number in 0..<chunks { list.put(Chunk(byteCount: Table.chunkBytes, isZero: true), at: number) }
  }

  init(list: ChunkList, count: Int) {
    (self.list, rowCount) = (list, count)
  }

  // MARK: Chunks

  /// The binary logarithm of the number of rows in a chunk.
  @inlinable static var shift: Int {
    Swift.max(0, Int.bitWidth - 1 - (Chunk.size / MemoryLayout<Row>.stride).leadingZeroBitCount)
  }
  @inlinable static var mask: Int { 1 << shift - 1 }
  @inlinable static var chunkBytes: Int { MemoryLayout<Row>.stride << shift }

  @inlinable
  func rows(ofChunk number: Int) -> UnsafeMutablePointer<Row> {
    list.base(number).assumingMemoryBound(to: Row.self)
  }

  @inlinable
  mutating func writableRows(ofChunk number: Int) -> UnsafeMutablePointer<Row> {
    if !isKnownUniquelyReferenced(&list) { list = ChunkList(list, capacity: list.capacity) }
    return list.writableBase(number).assumingMemoryBound(to: Row.self)
  }

  /// Reserves space for one more row.
  @inlinable
  mutating func reserveOne() {
    if count & Table.mask == 0 { addChunk() }
  }

  @usableFromInline
  mutating func addChunk() {
    let number = count >> Table.shift
    if number >= list.capacity || !isKnownUniquelyReferenced(&list) {
      let capacity = number < list.capacity ? list.capacity : Swift.max(4, number * 2)
      list = ChunkList(list, capacity: capacity)
    }
    list.put(Chunk(byteCount: Table.chunkBytes), at: number)
  }

  // MARK: Rows

  /// A row by its number.
  @inlinable
  public subscript(number: UInt32) -> Row {
    get {
      let number = Int(number)
      guard number < count else { return zeroRow() }
      return withExtendedLifetime(list) { rows(ofChunk: number >> Table.shift)[number & Table.mask] }
    }
    set { update(number) { $0 = newValue } }
  }

  /// Changes a row in place; does nothing if there is no such row.
  @inlinable
  public mutating func update(_ number: UInt32, _ change: (inout Row) -> Void) {
    let number = Int(number)
    guard number < count else { return }
    change(&writableRows(ofChunk: number >> Table.shift)[number & Table.mask])
  }

  /// Prepares for a change of a row that is read first: a chunk in a file is then read once, into the memory in which it
  /// is changed, instead of being copied there afterwards.
  @inlinable
  public mutating func prepareChange(of number: UInt32) {
    guard number < count else { return }
    _ = writableRows(ofChunk: Int(number) >> Table.shift)
  }

  /// Adds a row at the end.
  @inlinable
  public mutating func append(_ row: Row) {
    reserveOne()
    writableRows(ofChunk: count >> Table.shift)[count & Table.mask] = row
    rowCount += 1
  }

  /// Adds rows at the end.
  public mutating func append(_ new: UnsafeBufferPointer<Row>) {
    var rest = new[...]
    while !rest.isEmpty {
      reserveOne()
      let first = count & Table.mask
      let part = UnsafeBufferPointer(rebasing: rest.prefix(Table.mask + 1 - first))
      guard let source = part.baseAddress else { return }
      (writableRows(ofChunk: count >> Table.shift) + first).update(from: source, count: part.count)
      rowCount += part.count
      rest = rest.dropFirst(part.count)
    }
  }

  /// Visits all rows in order, those of one chunk at a time.
  @inlinable
  public func forEachChunk(_ body: (UnsafeBufferPointer<Row>) -> Void) {
    var first = 0
    while first < count {
      let size = Swift.min(Table.mask + 1, count - first)
      withExtendedLifetime(list) {
        body(UnsafeBufferPointer(start: rows(ofChunk: first >> Table.shift), count: size))
      }
      first += size
    }
  }

  /// Passes rows to a closure: without copying if they are in one chunk, otherwise as one contiguous copy. The range is
  /// clamped to the table.
  @inlinable
  public func withRows<Result>(_ range: Range<Int>, _ body: (UnsafeBufferPointer<Row>) -> Result) -> Result {
    let range = range.clamped(to: 0..<count)
    let chunk = range.lowerBound >> Table.shift
    guard !range.isEmpty, (range.upperBound - 1) >> Table.shift == chunk else {
      return withJoinedRows(range, body)
    }
    return withExtendedLifetime(list) {
      body(
        UnsafeBufferPointer(
          start: rows(ofChunk: chunk) + (range.lowerBound & Table.mask), count: range.count))
    }
  }

  @usableFromInline
  func withJoinedRows<Result>(_ range: Range<Int>, _ body: (UnsafeBufferPointer<Row>) -> Result) -> Result {
    withUnsafeTemporaryAllocation(of: Row.self, capacity: range.count) { joined in
      var place = range.lowerBound
      while place < range.upperBound, let base = joined.baseAddress {
        let size = Swift.min(Table.mask + 1 - place & Table.mask, range.upperBound - place)
        let source = rows(ofChunk: place >> Table.shift) + place & Table.mask
        (base + (place - range.lowerBound)).update(from: source, count: size)
        place += size
      }
      return body(UnsafeBufferPointer(joined))
    }
  }

  /// The memory of the rows that ``releaseFileMemory()`` frees, in bytes.
  public var fileMemory: Int { list.fileMemory }

  /// Frees the memory of rows that are also in a file, from which they are read again when needed. Copies of the table
  /// keep the rows they have accessed.
  public mutating func releaseFileMemory() {
    if let released = list.released() { list = released }
    list.releaseMoved()
  }

  /// Moves full chunks of rows from memory to a scratch file: for rows that are seldom accessed and hardly ever changed,
  /// because a change copies their chunk to memory again. Nothing happens if the file cannot be written, or if the
  /// table is from a ``TableFile``.
  /// - Parameters:
  ///   - file: the file.
  ///   - isAll: whether to move all full chunks. If not, rows are moved when many have been added, so that a growing
  ///     table is moved in few parts.
  public mutating func moveRows(to file: ScratchFile, isAll: Bool = false) {
    if list.isFromFile { return }
    if !isKnownUniquelyReferenced(&list) { list = ChunkList(list, capacity: list.capacity) }
    let end = count >> Table.shift
    list.moveChunks(before: end, to: file, fewest: isAll ? 1 : Swift.max(32, end / 16))
  }
}

extension Table: Sequence {
  /// Iterates over all rows.
  public struct Iterator: IteratorProtocol {
    @usableFromInline let table: Table
    @usableFromInline var number = 0
    @usableFromInline var rows: UnsafeMutablePointer<Row>?

    @usableFromInline
    init(_ table: Table) { self.table = table }

    /// The next row; nil after the last.
    @inlinable
    public mutating func next() -> Row? {
      guard number < table.count else { return nil }
      if number & Table.mask == 0 { rows = table.rows(ofChunk: number >> Table.shift) }
      defer { number += 1 }
      return rows?[number & Table.mask]
    }
  }

  /// All rows in order.
  public func makeIterator() -> Iterator { Iterator(self) }
  /// How many rows there are.
  public var underestimatedCount: Int { count }

  /// The first row for which something is true.
  @inlinable
  public func firstNumber(where isWanted: (Row) -> Bool) -> UInt32? {
    var number: UInt32 = 0
    for row in self {
      if isWanted(row) { return number }
      number += 1
    }
    return nil
  }
}

/// What is read if there is no such row.
@inlinable
func zeroRow<Row: BitwiseCopyable>() -> Row {
  withUnsafeTemporaryAllocation(byteCount: MemoryLayout<Row>.stride, alignment: 16) { bytes in
    bytes.initializeMemory(as: UInt8.self, repeating: 0)
    return bytes.load(as: Row.self)
  }
}
