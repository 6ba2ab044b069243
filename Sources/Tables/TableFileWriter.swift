import Glibc

/// A file of tables could not be written.
public struct TableFileError: Error, Hashable {
  /// The error number of the failed call.
  public var errno: Int32

  /// A call failed.
  public init(errno: Int32) { self.errno = errno }
}

/// Writes a file of tables, one after another, with only some chunks in memory at a time. The file is valid when
/// ``finish(numbers:)`` has returned.
public struct TableFileWriter: ~Copyable {
  /// How many bytes are written at once.
  private static let bufferSize = 1 << 18

  private let descriptor: Int32
  private var header: TableFileHeader
  private var buffer: [UInt8] = []
  private var written = TableFileHeader.size
  private var failure: Int32?

  /// Creates the file, or empties an existing one.
  /// - Parameters:
  ///   - path: the path of the file. Readers of an earlier file can keep using it if it is removed first, or if the new
  ///     one is renamed to it.
  ///   - schema: identifies the layout of the rows.
  ///   - identity: identifies the source of the tables.
  /// - Throws: if the file cannot be created.
  public init(path: String, schema: UInt64, identity: UInt64) throws(TableFileError) {
    descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw TableFileError(errno: errno) }
    header = TableFileHeader(schema: schema, identity: identity, nonce: .random(in: .min ... .max))
    buffer.reserveCapacity(TableFileWriter.bufferSize + Chunk.size + SectionPlace.sumSize)
  }

  deinit { close(descriptor) }

  /// Writes all rows of a table.
  public mutating func write<Row>(_ table: Table<Row>) {
    beginTable(stride: MemoryLayout<Row>.stride, rowsAChunk: Table<Row>.mask + 1)
    table.forEachChunk { add(UnsafeRawBufferPointer($0)) }
  }

  /// Writes all rows of a list.
  public mutating func write<Row>(_ list: RowList<Row>) {
    var rows = list.makeIterator()
    write(count: list.count) { _ in rows.next() ?? zeroRow() }
  }

  /// Writes rows while they are generated.
  /// - Parameters:
  ///   - count: the number of rows.
  ///   - makeRow: returns the row with a number; called for each number in order.
  @inlinable
  public mutating func write<Row: BitwiseCopyable & Sendable>(count: Int, _ makeRow: (Int) -> Row) {
    beginTable(stride: MemoryLayout<Row>.stride, rowsAChunk: Table<Row>.mask + 1)
    withUnsafeTemporaryAllocation(of: Row.self, capacity: Table<Row>.mask + 1) { chunk in
      var first = 0
      while first < count {
        let size = min(chunk.count, count - first)
        for place in 0..<size { chunk[place] = makeRow(first + place) }
        add(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: chunk[..<size])))
        first += size
      }
    }
  }

  /// Writes consecutive texts, as the bytes of a ``TextTable``.
  /// - Parameters:
  ///   - textCount: the number of texts.
  ///   - table: the table with the texts.
  ///   - range: returns the range of the text with a number; called for each number in order.
  public mutating func write(count textCount: Int, of table: TextTable, _ range: (Int) -> TextRange) {
    beginTable(stride: 1, rowsAChunk: Table<UInt8>.mask + 1)
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Table<UInt8>.mask + 1) { chunk in
      var count = 0
      for number in 0..<textCount {
        table.withBytes(range(number)) { text in
          var rest = text[...]
          while !rest.isEmpty {
            let part = rest.prefix(chunk.count - count)
            _ = chunk[count...].update(fromContentsOf: part)
            count += part.count
            rest = rest.dropFirst(part.count)
            if count < chunk.count { break }
            add(UnsafeRawBufferPointer(UnsafeBufferPointer(chunk)))
            count = 0
          }
        }
      }
      if count > 0 { add(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: chunk[..<count]))) }
    }
  }

  @usableFromInline
  mutating func beginTable(stride: Int, rowsAChunk: Int) {
    header.sections.append(
      SectionPlace(offset: header.fileSize, count: 0, stride: stride, rowsAChunk: rowsAChunk))
  }

  /// Adds a chunk to the current table.
  @usableFromInline
  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    let sum = Checksum.of(bytes, at: header.fileSize, nonce: header.nonce)
    buffer.append(contentsOf: bytes)
    withUnsafeBytes(of: sum) { buffer.append(contentsOf: $0) }
    header.fileSize += bytes.count + SectionPlace.sumSize
    let last = header.sections.count - 1
    header.sections[last].count += bytes.count / header.sections[last].stride
    if buffer.count >= TableFileWriter.bufferSize { flush() }
  }

  private mutating func flush() {
    write(buffer, at: written)
    written += buffer.count
    buffer.removeAll(keepingCapacity: true)
  }

  private mutating func write(_ bytes: [UInt8], at offset: Int) {
    var done = 0
    while done < bytes.count, failure == nil {
      let count = bytes.withUnsafeBytes {
        pwrite(descriptor, $0.baseAddress?.advanced(by: done), bytes.count - done, offset + done)
      }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { failure = count < 0 ? errno : ENOSPC }
      done += count
    }
  }

  /// Writes the rest and the header.
  /// - Parameter numbers: other numbers to save.
  /// - Throws: the first error.
  public consuming func finish(numbers: [UInt64]) throws(TableFileError) {
    flush()
    header.numbers = numbers
    write(header.bytes, at: 0)
    if let failure { throw TableFileError(errno: failure) }
  }
}
