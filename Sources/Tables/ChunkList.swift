import Glibc
public import Synchronization

/// Memory for some rows of a table. It is written to only while a single list refers to it.
@usableFromInline
final class Chunk {
  /// The size of a chunk in bytes, rounded down to whole rows: small enough to be copied for one change and read for
  /// one row, large enough to keep the list of chunks short.
  @usableFromInline static let size = 1 << 13

  @usableFromInline let base: UnsafeMutableRawPointer
  /// The memory that it is a part of; nil if it has memory of its own.
  private let block: ChunkBlock?

  /// Arbitrary bytes, or zeros.
  @usableFromInline
  init(byteCount: Int, isZero: Bool = false) {
    base = .allocate(byteCount: byteCount, alignment: 16)
    block = nil
    if isZero { memset(base, 0, byteCount) }
  }

  /// A part of a block.
  init(in block: ChunkBlock, at offset: Int) {
    (base, self.block) = (block.start + offset, block)
  }

  deinit {
    if block == nil { base.deallocate() }
  }
}

/// The chunks of one table: in memory, in a file until their first access, or moved to a scratch file.
///
/// Unchecked, because the compiler cannot see two things, which are proved as follows. `chunks`, and what the chunks
/// point to, are only changed by mutating functions of a single ``Table`` value, which Swift runs one at a time, and
/// only after `isKnownUniquelyReferenced` has confirmed that no other value refers to the list and to the chunk: so no
/// other thread can read them. Chunks that are moved to a scratch file keep their bytes for other lists. `bases` is also
/// written by readers on any thread if they find nil: it is atomic, and all of them write the same address, the one that
/// ``FileSection/base(_:)`` returns for that number; bytes are complete before their address is released, and never change
/// afterwards.
@usableFromInline
final class ChunkList: @unchecked Sendable {
  /// The address of each chunk's bytes; nil for a chunk in a file that has not been accessed through this list.
  @usableFromInline let bases: UnsafeMutablePointer<Atomic<UnsafeMutableRawPointer?>>
  /// Nil for a chunk in a file.
  @usableFromInline let chunks: UnsafeMutablePointer<Chunk?>
  /// The capacity in chunks.
  @usableFromInline let capacity: Int
  /// The size of a whole chunk.
  @usableFromInline let chunkBytes: Int
  private let section: FileSection?
  /// How many chunks were read to be changed.
  private var readChunks = 0
  /// The chunks that were moved to a scratch file: their addresses are in `bases`, and their `chunks` are nil. Only for
  /// lists without a section, and only changed by a ``Table`` that is the only one to refer to the list.
  private var moved: [MappedBytes] = []

  @usableFromInline
  init(capacity: Int, chunkBytes: Int) {
    (self.capacity, self.chunkBytes, section) = (capacity, chunkBytes, nil)
    (bases, chunks) = ChunkList.allocate(capacity)
  }

  /// All chunks of a section of a file.
  init(_ section: FileSection) {
    (capacity, chunkBytes, self.section) = (section.chunkCount, section.chunkBytes, section)
    (bases, chunks) = ChunkList.allocate(capacity)
  }

  /// The same chunks, with a larger capacity.
  @usableFromInline
  init(_ other: ChunkList, capacity: Int) {
    (self.capacity, chunkBytes, section) = (max(capacity, other.capacity), other.chunkBytes, other.section)
    moved = other.moved
    (bases, chunks) = ChunkList.allocate(self.capacity)
    for number in 0..<other.capacity {
      chunks[number] = other.chunks[number]
      bases[number].store(other.bases[number].load(ordering: .acquiring), ordering: .relaxed)
    }
  }

  private static func allocate(
    _ capacity: Int
  ) -> (UnsafeMutablePointer<Atomic<UnsafeMutableRawPointer?>>, UnsafeMutablePointer<Chunk?>) {
    let bases = UnsafeMutablePointer<Atomic<UnsafeMutableRawPointer?>>.allocate(capacity: capacity)
    for number in 0..<capacity { (bases + number).initialize(to: Atomic(nil)) }
    let chunks = UnsafeMutablePointer<Chunk?>.allocate(capacity: capacity)
    chunks.initialize(repeating: nil, count: capacity)
    return (bases, chunks)
  }

  deinit {
    bases.deinitialize(count: capacity)
    bases.deallocate()
    chunks.deinitialize(count: capacity)
    chunks.deallocate()
  }

  /// The bytes of a chunk, for reading.
  @inlinable
  func base(_ number: Int) -> UnsafeMutableRawPointer {
    bases[number].load(ordering: .acquiring) ?? loadedBase(number)
  }

  @usableFromInline
  func loadedBase(_ number: Int) -> UnsafeMutableRawPointer {
    guard let section else {
      preconditionFailure("all chunks of a list without a file have been put into it")
    }
    let base = section.base(number)
    bases[number].store(base, ordering: .releasing)
    return base
  }

  /// Visits the bytes of some chunks in order. Chunks in a file that have not been accessed are not kept in memory.
  @usableFromInline
  func visit(_ chunks: Range<Int>, _ body: (Int, UnsafeMutableRawPointer) -> Void) {
    var next = chunks.lowerBound
    while next < chunks.upperBound {
      if let base = bases[next].load(ordering: .acquiring) {
        body(next, base)
        next += 1
      } else {
        let known = (next..<chunks.upperBound).first { bases[$0].load(ordering: .acquiring) != nil }
        let unread = next..<(known ?? chunks.upperBound)
        section?.visit(unread, body)
        next = unread.upperBound
      }
    }
  }

  /// The bytes of a chunk, for changing: a copy if another list also refers to the chunk. Only for a table that is the
  /// only one to refer to the list.
  @inlinable
  func writableBase(_ number: Int) -> UnsafeMutableRawPointer {
    if isKnownUniquelyReferenced(&chunks[number]) {
      return bases[number].load(ordering: .relaxed) ?? loadedBase(number)
    }
    return copiedBase(number)
  }

  @usableFromInline
  func copiedBase(_ number: Int) -> UnsafeMutableRawPointer {
    if let section, bases[number].load(ordering: .acquiring) == nil {
      readToChange(number, of: section)
      return base(number)
    }
    let old = base(number)
    let size = chunks[number] == nil ? section?.byteCount(ofChunk: number) ?? chunkBytes : chunkBytes
    let copy = Chunk(byteCount: chunkBytes)
    memcpy(copy.base, old, size)
    put(copy, at: number)
    return copy.base
  }

  /// Reads a chunk into the memory in which it is changed.
  private func readToChange(_ number: Int, of section: FileSection) {
    readChunks += 1
    guard readChunks * ChunkList.share <= section.chunkCount else { return readAllToChange(section) }
    let chunk = Chunk(byteCount: max(chunkBytes, section.byteCount(ofRead: number)))
    section.read(number, into: chunk.base)
    put(chunk, at: number)
  }

  /// Most chunks are likely to be changed if this fraction was: then the rest is read at once.
  private static let share = 8

  private func readAllToChange(_ section: FileSection) {
    let block = ChunkBlock(byteCount: section.byteCount + chunkBytes)
    section.readAll(into: block.start)
    for number in 0..<section.chunkCount where chunks[number] == nil {
      put(Chunk(in: block, at: section.offset(ofChunk: number)), at: number)
    }
  }

  /// Sets a chunk. Only for a table that is the only one to refer to the list.
  @usableFromInline
  func put(_ chunk: Chunk, at number: Int) {
    chunks[number] = chunk
    bases[number].store(chunk.base, ordering: .releasing)
  }

  /// Inserts a chunk before another; the last one must be free.
  func insert(_ chunk: Chunk, at number: Int, of count: Int) {
    for place in stride(from: count, to: number, by: -1) { move(place - 1, to: place) }
    put(chunk, at: number)
  }

  /// Removes a chunk; those after it move up.
  func remove(at number: Int, of count: Int) {
    for place in number..<count - 1 { move(place + 1, to: place) }
    chunks[count - 1] = nil
    bases[count - 1].store(nil, ordering: .relaxed)
  }

  private func move(_ old: Int, to new: Int) {
    // A chunk in a file is identified by its position, so one that moves is copied to memory.
    if chunks[old] == nil { _ = copiedBase(old) }
    chunks[new] = chunks[old]
    bases[new].store(bases[old].load(ordering: .relaxed), ordering: .relaxed)
  }

  /// The memory of chunks that can be read from the file again, in bytes.
  var fileMemory: Int { section?.memory ?? 0 }

  /// The same chunks without the memory of those that can be read from the file again; nil if there is no such memory.
  func released() -> ChunkList? {
    guard let section, !section.isUnread else { return nil }
    return ChunkList(self, section: section.unloaded())
  }

  private init(_ other: ChunkList, section: FileSection) {
    (capacity, chunkBytes, self.section) = (other.capacity, other.chunkBytes, section)
    (bases, chunks) = ChunkList.allocate(capacity)
    for number in 0..<other.capacity {
      guard let chunk = other.chunks[number] else { continue }
      put(chunk, at: number)
    }
  }

  // MARK: Scratch files

  /// Whether rows are from a ``TableFile``.
  var isFromFile: Bool { section != nil }

  /// Moves chunks from memory to a scratch file, as far as it can be written, and frees the memory of those that were
  /// moved earlier and have been accessed since. Only for a table that is not from a file and the only one to refer to
  /// the list; other lists keep their chunks.
  /// - Parameters:
  ///   - end: the number of full chunks at the beginning of the table.
  ///   - file: the scratch file.
  ///   - fewest: fewer consecutive chunks than this stay in memory.
  func moveChunks(before end: Int, to file: ScratchFile, fewest: Int) {
    releaseMoved()
    var first = 0
    while first < end {
      var next = first
      while next < end, chunks[next] != nil { next += 1 }
      if next - first >= fewest, !move(first..<next, to: file) { return }
      first = next + 1
    }
  }

  private func move(_ range: Range<Int>, to file: ScratchFile) -> Bool {
    let bytes = range.map { UnsafeRawBufferPointer(start: base($0), count: chunkBytes) }
    guard let mapped = file.add(bytes), let start = mapped.start else { return false }
    moved.append(mapped)
    for number in range {
      bases[number].store(start + (number - range.lowerBound) * chunkBytes, ordering: .releasing)
      chunks[number] = nil
    }
    return true
  }

  /// Frees the memory of chunks that were moved and have been accessed since.
  func releaseMoved() {
    for bytes in moved { bytes.release() }
  }
}
