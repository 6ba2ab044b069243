import Glibc

/// A file of tables could not be written.
public struct TableFileError: Error, Hashable {
  /// Of the call that failed.
  public var errno: Int32

  /// A call failed.
  public init(errno: Int32) { self.errno = errno }
}

/// Writes a file of tables, one after another, of which only some chunks are in memory at a time. The file counts
/// when ``finish(numbers:)`` has come back.
public struct TableFileWriter: ~Copyable {
  /// Bytes written at once.
  private static let bufferSize = 1 << 18

  private let descriptor: Int32
  private var header: TableFileHeader
  private var buffer: [UInt8] = []
  private var written = TableFileHeader.size
  private var failure: Int32?

  /// Makes the file, or empties the one that is there.
  /// - Parameters:
  ///   - path: of the file. Readers of a file of this name go on with what they opened if it is removed first, or
  ///     if the new one is renamed to it.
  ///   - schema: what the rows are.
  ///   - identity: what the tables are of.
  /// - Throws: why it cannot be made.
  public init(path: String, schema: UInt64, identity: UInt64) throws(TableFileError) {
    descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw TableFileError(errno: errno) }
    header = TableFileHeader(schema: schema, identity: identity, nonce: .random(in: .min ... .max))
    buffer.reserveCapacity(TableFileWriter.bufferSize + Chunk.size + SectionPlace.sumSize)
  }

  deinit { close(descriptor) }

  /// Writes all rows of a table.
  public mutating func write<Row>(_ table: Table<Row>) {
    header.sections.append(place(of: Row.self))
    table.forEachChunk { add(UnsafeRawBufferPointer($0), of: Row.self) }
  }

  /// Writes all rows of a list.
  public mutating func write<Row>(_ list: RowList<Row>) {
    write(Row.self) { append in list.forEachChunk { for row in $0 { append(row) } } }
  }

  /// Writes rows as they are made.
  public mutating func write<Row: BitwiseCopyable & Sendable>(
    _ row: Row.Type, _ body: ((Row) -> Void) -> Void
  ) {
    header.sections.append(place(of: row))
    let rowsAChunk = Table<Row>.mask + 1
    withUnsafeTemporaryAllocation(of: Row.self, capacity: rowsAChunk) { chunk in
      var count = 0
      body { row in
        chunk[count] = row
        count += 1
        if count == rowsAChunk {
          add(UnsafeRawBufferPointer(UnsafeBufferPointer(chunk)), of: Row.self)
          count = 0
        }
      }
      if count > 0 {
        add(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: chunk[..<count])), of: Row.self)
      }
    }
  }

  private func place<Row: BitwiseCopyable & Sendable>(of row: Row.Type) -> SectionPlace {
    SectionPlace(
      offset: header.fileSize, count: 0, stride: MemoryLayout<Row>.stride, rowsAChunk: Table<Row>.mask + 1)
  }

  private mutating func add<Row>(_ bytes: UnsafeRawBufferPointer, of row: Row.Type) {
    let sum = Checksum.of(bytes, at: header.fileSize, nonce: header.nonce)
    buffer.append(contentsOf: bytes)
    withUnsafeBytes(of: sum) { buffer.append(contentsOf: $0) }
    header.fileSize += bytes.count + SectionPlace.sumSize
    header.sections[header.sections.count - 1].count += bytes.count / MemoryLayout<Row>.stride
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

  /// Writes what is left, and the header.
  /// - Parameter numbers: what is counted besides the tables.
  /// - Throws: the first thing that went wrong.
  public consuming func finish(numbers: [UInt64]) throws(TableFileError) {
    flush()
    header.numbers = numbers
    write(header.bytes, at: 0)
    if let failure { throw TableFileError(errno: failure) }
  }
}
