import Glibc
import Synchronization

/// The rows of one table in a file: a chunk is read and its checksum verified at its first access.
///
/// A chunk with wrong bytes, or one that cannot be read, becomes rows of zeros, and the file counts as damaged from
/// then on.
final class FileSection: Sendable {
  private let file: TableFile
  private let place: SectionPlace
  private let image: SectionImage

  init(_ file: TableFile, _ place: SectionPlace) {
    (self.file, self.place) = (file, place)
    image = SectionImage(byteCount: place.byteCount, chunks: place.chunkCount)
  }

  var chunkBytes: Int { place.chunkBytes }
  var chunkCount: Int { place.chunkCount }

  func byteCount(ofChunk number: Int) -> Int { place.byteCount(ofChunk: number) }

  /// The same rows, none of them read yet.
  func unloaded() -> FileSection { FileSection(file, place) }

  /// Whether no chunk has been read into the section's memory.
  var isUnread: Bool { image.readChunks == 0 }

  /// The size of the chunks that have been read, in bytes.
  var memory: Int { image.readChunks * place.chunkBytes }

  /// The bytes of a chunk, always at the same address; valid as long as the section exists.
  func base(_ number: Int) -> UnsafeMutableRawPointer {
    image.load(number) { chunks in read(chunks, into: base(ofLoaded: chunks.lowerBound)) }
    return base(ofLoaded: number)
  }

  private func base(ofLoaded number: Int) -> UnsafeMutableRawPointer {
    image.start + (place.offset(ofChunk: number) - place.offset)
  }

  /// Passes the bytes of consecutive chunks to a closure, one chunk at a time, without keeping them in memory: several
  /// chunks are read at once into a buffer that is used again.
  func visit(_ chunks: Range<Int>, _ body: (Int, UnsafeMutableRawPointer) -> Void) {
    let first = chunks.prefix(FileSection.visitedAtOnce)
    withUnsafeTemporaryAllocation(byteCount: place.byteCount(ofChunks: first), alignment: 16) { buffer in
      guard let start = buffer.baseAddress else { return }
      for first in stride(from: chunks.lowerBound, to: chunks.upperBound, by: FileSection.visitedAtOnce) {
        let some = first..<min(first + FileSection.visitedAtOnce, chunks.upperBound)
        read(some, into: start)
        for chunk in some {
          body(chunk, start + (place.offset(ofChunk: chunk) - place.offset(ofChunk: first)))
        }
      }
    }
  }

  /// Reads a chunk into other memory than the section's, with its checksum: ``byteCount(ofRead:)`` bytes.
  func read(_ chunk: Int, into start: UnsafeMutableRawPointer) { read(chunk..<chunk + 1, into: start) }

  /// The size of all chunks with their checksums.
  var byteCount: Int { place.byteCount }

  func offset(ofChunk number: Int) -> Int { place.offset(ofChunk: number) - place.offset }

  /// Reads all chunks into other memory, each at its offset.
  func readAll(into start: UnsafeMutableRawPointer) {
    for first in stride(from: 0, to: chunkCount, by: FileSection.readAtOnce) {
      read(first..<min(first + FileSection.readAtOnce, chunkCount), into: start + offset(ofChunk: first))
    }
  }

  private static let readAtOnce = 16

  func byteCount(ofRead chunk: Int) -> Int { place.byteCount(ofChunks: chunk..<chunk + 1) }

  private static let visitedAtOnce = 8

  /// Reads consecutive chunks, each with its checksum. Those with wrong bytes become zeros.
  private func read(_ chunks: Range<Int>, into start: UnsafeMutableRawPointer) {
    if readIntact(chunks, into: start) { return }
    for chunk in chunks {
      let own = start + (place.offset(ofChunk: chunk) - place.offset(ofChunk: chunks.lowerBound))
      if !readIntact(chunk..<chunk + 1, into: own) { memset(own, 0, place.byteCount(ofChunk: chunk)) }
    }
  }

  private func readIntact(_ chunks: Range<Int>, into start: UnsafeMutableRawPointer) -> Bool {
    file.read(
      chunks, of: place,
      into: UnsafeMutableRawBufferPointer(start: start, count: place.byteCount(ofChunks: chunks)))
  }
}

/// A copy of a section in memory; memory is used only for the chunks that were read.
///
/// It is allocated by the system: freeing it returns it at once, while `malloc` would keep it for the thread that
/// requested it.
///
/// Unchecked, because the compiler cannot check pointers: `memory` is set once, with the first chunk that is read, and
/// the bytes of a chunk are written once, both under the lock, before their address is returned to any caller.
private final class SectionImage: @unchecked Sendable {
  private let memory = Atomic<UnsafeMutableRawPointer?>(nil)
  private let size: Int
  private let known: Mutex<ReadChunks>

  init(byteCount: Int, chunks: Int) {
    size = max(1, byteCount)
    known = Mutex(ReadChunks(count: chunks))
  }

  deinit {
    if let memory = memory.load(ordering: .relaxed) { munmap(memory, size) }
  }

  /// The address of the section's bytes; first used while a chunk is read.
  var start: UnsafeMutableRawPointer { memory.load(ordering: .acquiring) ?? map() }

  /// Most tables are never accessed, and need no memory.
  private func map() -> UnsafeMutableRawPointer {
    let start = mmap(
      nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
    guard let start, start != MAP_FAILED else { preconditionFailure("the system has no memory left") }
    // A huge page would be filled for a single chunk.
    madvise(start, size, MADV_NOHUGEPAGE)
    memory.store(start, ordering: .releasing)
    return start
  }

  /// How many chunks have been read.
  var readChunks: Int { known.withLock { $0.count } }

  /// Reads a chunk if it has not been read, perhaps with its neighbours.
  func load(_ number: Int, _ read: (Range<Int>) -> Void) {
    known.withLock { known in
      guard let chunks = known.missing(at: number) else { return }
      read(chunks)
      known.add(chunks)
    }
  }
}

/// Which chunks of a section were read.
private struct ReadChunks {
  /// The number of chunks that are read at once if most will be needed.
  private static let most = 16
  /// Most chunks are likely to be needed if this fraction was read.
  private static let share = 8

  private var isRead: [Bool]
  private(set) var count = 0

  init(count: Int) { isRead = Array(repeating: false, count: count) }

  /// The chunks to read for a requested one; nil if it has been read.
  func missing(at number: Int) -> Range<Int>? {
    guard !isRead[number] else { return nil }
    guard count * ReadChunks.share > isRead.count else { return number..<number + 1 }
    let first = number - number % ReadChunks.most
    let block = first..<min(first + ReadChunks.most, isRead.count)
    let start = isRead[block.lowerBound..<number].lastIndex(of: true).map { $0 + 1 } ?? block.lowerBound
    return start..<(isRead[number..<block.upperBound].firstIndex(of: true) ?? block.upperBound)
  }

  mutating func add(_ chunks: Range<Int>) {
    for chunk in chunks { isRead[chunk] = true }
    count += chunks.count
  }
}
