import Glibc
import Synchronization

/// The rows of one table in a file: a chunk is read and its sum compared when somebody looks at it first.
///
/// A chunk whose bytes are not what was written, or that cannot be read, is rows of zeros, and the file is
/// damaged from then on.
final class FileSection: Sendable {
  private let file: TableFile
  private let place: SectionPlace
  let chunkBytes: Int
  private let loaded: LoadedChunks

  init(_ file: TableFile, _ place: SectionPlace) {
    (self.file, self.place, chunkBytes) = (file, place, place.chunkBytes)
    loaded = LoadedChunks(count: place.chunkCount)
  }

  var chunkCount: Int { place.chunkCount }

  func byteCount(ofChunk number: Int) -> Int { place.byteCount(ofChunk: number) }

  /// The same rows, none of them read.
  func unloaded() -> FileSection { FileSection(file, place) }

  /// Some chunk was read.
  var hasLoaded: Bool { loaded.count > 0 }

  /// The bytes of a chunk, the same address whoever asks; they stay while the section does.
  func base(_ number: Int) -> UnsafeMutableRawPointer {
    loaded.base(number) {
      let size = place.byteCount(ofChunk: number)
      let bytes = UnsafeMutableRawPointer.allocate(byteCount: size + SectionPlace.sumSize, alignment: 16)
      let buffer = UnsafeMutableRawBufferPointer(start: bytes, count: size + SectionPlace.sumSize)
      if !file.read(place.offset(ofChunk: number), into: buffer) { memset(bytes, 0, size) }
      return bytes
    }
  }
}

/// What was read of a section.
///
/// Unchecked, because the compiler cannot see what is behind a pointer: `bases` itself never changes, and each place
/// that it points to is an atomic number that is exchanged once, from nil to the address of bytes that nobody changes
/// any more. They are given back with the section, when nobody refers to it.
private final class LoadedChunks: @unchecked Sendable {
  private let bases: UnsafeMutablePointer<Atomic<UnsafeMutableRawPointer?>>
  private let capacity: Int
  private let loaded = Atomic(0)

  init(count: Int) {
    capacity = count
    bases = .allocate(capacity: count)
    for number in 0..<count { (bases + number).initialize(to: Atomic(nil)) }
  }

  deinit {
    for number in 0..<capacity { bases[number].load(ordering: .acquiring)?.deallocate() }
    bases.deinitialize(count: capacity)
    bases.deallocate()
  }

  var count: Int { loaded.load(ordering: .relaxed) }

  /// Of two threads that read one chunk at the same time, the second one's memory is not used.
  func base(_ number: Int, _ load: () -> UnsafeMutableRawPointer) -> UnsafeMutableRawPointer {
    if let known = bases[number].load(ordering: .acquiring) { return known }
    let new = load()
    let result = bases[number].compareExchange(
      expected: nil, desired: new, successOrdering: .acquiringAndReleasing, failureOrdering: .acquiring)
    guard result.exchanged else {
      new.deallocate()
      return result.original ?? new
    }
    loaded.wrappingAdd(1, ordering: .relaxed)
    return new
  }
}
