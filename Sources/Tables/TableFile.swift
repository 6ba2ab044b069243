import Glibc
import Synchronization

/// Tables in a file that was written once (see ``TableFileWriter``): rows are read at their first access.
///
/// Nothing is mapped: if a file is truncated or changed while it is open, its rows are zeros and it is reported as
/// damaged, but the program never crashes.
public final class TableFile: Sendable {
  private let descriptor: Int32
  private let header: TableFileHeader
  private let damage = Atomic(false)

  /// The numbers saved besides the tables.
  public var numbers: [UInt64] { header.numbers }
  /// How many tables there are.
  public var tableCount: Int { header.sections.count }

  /// Opens a file; nil if it does not exist, is incomplete, or is of another kind.
  /// - Parameters:
  ///   - path: the path of the file.
  ///   - schema: identifies the layout of the rows.
  ///   - identity: identifies the source of the tables; nil accepts any.
  public init?(path: String, schema: UInt64, identity: UInt64?) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      let header = TableFile.header(of: descriptor, size: Int(status.st_size)),
      header.schema == schema, identity == nil || header.identity == identity
    else {
      if descriptor >= 0 { close(descriptor) }
      return nil
    }
    self.header = header
  }

  deinit { close(descriptor) }

  private static func header(of descriptor: Int32, size: Int) -> TableFileHeader? {
    withUnsafeTemporaryAllocation(byteCount: TableFileHeader.size, alignment: 8) { buffer in
      readWhole(descriptor, at: 0, into: buffer)
        ? TableFileHeader(UnsafeRawBufferPointer(buffer), fileSize: size) : nil
    }
  }

  /// The table with a number, in the order of writing; nil if its rows have another size.
  public func table<Row>(_ number: Int, of row: Row.Type = Row.self) -> Table<Row>? {
    guard let place = place(number, of: row) else { return nil }
    return Table(list: ChunkList(FileSection(self, place)), count: place.count)
  }

  /// The same for a list of rows.
  public func list<Row>(_ number: Int, of row: Row.Type = Row.self) -> RowList<Row>? {
    table(number, of: row).map { RowList($0) }
  }

  private func place<Row: BitwiseCopyable & Sendable>(_ number: Int, of row: Row.Type) -> SectionPlace? {
    guard header.sections.indices.contains(number) else { return nil }
    let place = header.sections[number]
    let isRight = place.stride == MemoryLayout<Row>.stride && place.chunkBytes == Table<Row>.chunkBytes
    return isRight ? place : nil
  }

  /// Some bytes that were read differ from those written. Results based on them are unreliable.
  public var isDamaged: Bool { damage.load(ordering: .acquiring) }

  /// Whether all bytes are as they were written. Reads the whole file.
  public func isIntact() -> Bool {
    let size = TableFile.chunksAtOnce * (Chunk.size + SectionPlace.sumSize)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 4096)
    defer { buffer.deallocate() }
    return !isDamaged
      && header.sections.allSatisfy { place in
        stride(from: 0, to: place.chunkCount, by: TableFile.chunksAtOnce).allSatisfy { first in
          let chunks = first..<min(first + TableFile.chunksAtOnce, place.chunkCount)
          let bytes = buffer[..<place.byteCount(ofChunks: chunks)]
          return read(chunks, of: place, into: UnsafeMutableRawBufferPointer(rebasing: bytes))
        }
      }
  }

  private static let chunksAtOnce = 64

  /// Reads consecutive chunks, each with its checksum.
  /// - Returns: false if some differ from what was written.
  func read(_ chunks: Range<Int>, of place: SectionPlace, into buffer: UnsafeMutableRawBufferPointer) -> Bool
  {
    let start = place.offset(ofChunk: chunks.lowerBound)
    let isRight =
      TableFile.readWhole(descriptor, at: start, into: buffer)
      && chunks.allSatisfy { number in
        let offset = place.offset(ofChunk: number)
        let bytes = buffer[(offset - start)...].prefix(place.byteCount(ofChunk: number))
        return Checksum.of(UnsafeRawBufferPointer(rebasing: bytes), at: offset, nonce: header.nonce)
          == buffer.loadUnaligned(fromByteOffset: bytes.endIndex, as: UInt64.self)
      }
    if !isRight { damage.store(true, ordering: .releasing) }
    return isRight
  }

  private static func readWhole(
    _ descriptor: Int32, at offset: Int, into buffer: UnsafeMutableRawBufferPointer
  ) -> Bool {
    var done = 0
    while done < buffer.count {
      let count = pread(
        descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done, offset + done)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return false }
      done += count
    }
    return true
  }
}
