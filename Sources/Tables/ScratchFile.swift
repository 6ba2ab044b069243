import Glibc
import Synchronization

/// A temporary file for rows that a table no longer changes, so that they need not stay in memory (see
/// ``Table/moveRows(to:isAll:)``).
///
/// The file has no name, so that nobody else can truncate it: it may be mapped, which a ``TableFile`` may not.
/// It is created with the first rows, and the system frees it when nothing refers to its rows anymore.
public final class ScratchFile: Sendable {
  private let create: @Sendable () -> Int32
  private let state = Mutex(State())

  private struct State {
    /// Nil before the file is created.
    var descriptor: Int32?
    var end = 0
  }

  /// A file that is created when it is first needed.
  /// - Parameters:
  ///   - path: its path until it has been created; nothing remains there.
  ///   - prepare: called before the file is created, to create the folder.
  public init(path: String, prepare: @escaping @Sendable () -> Void = {}) {
    create = {
      prepare()
      return ScratchFile.open(path)
    }
  }

  deinit {
    if let descriptor = state.withLock({ $0.descriptor }), descriptor >= 0 { close(descriptor) }
  }

  /// Whether it contains rows.
  public var isUsed: Bool { state.withLock { $0.end > 0 } }

  /// - Returns: the descriptor of a new file without a name; -1 if it cannot be created.
  private static func open(_ path: String) -> Int32 {
    // A program that was killed may have left one.
    unlink(path)
    let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    if descriptor >= 0 { unlink(path) }
    return descriptor
  }

  /// Writes some chunks, one after another.
  /// - Returns: the bytes as they are in the file; nil if they could not be written.
  func add(_ chunks: [UnsafeRawBufferPointer]) -> MappedBytes? {
    state.withLock { state in
      let descriptor = state.descriptor ?? create()
      state.descriptor = descriptor
      guard descriptor >= 0 else { return nil }
      let start = state.end
      var end = start
      for chunk in chunks {
        guard pwrite(descriptor, chunk.baseAddress, chunk.count, off_t(end)) == chunk.count else {
          return nil
        }
        end += chunk.count
      }
      state.end = MappedBytes.roundedUp(end)
      return MappedBytes(descriptor, start..<end)
    }
  }
}

/// Bytes of a scratch file, which never change. Those that are accessed are in memory until ``release()``.
@usableFromInline
final class MappedBytes: Sendable {
  private static let pageSize = Int(sysconf(Int32(_SC_PAGESIZE)))

  private let address: UInt
  private let byteCount: Int

  /// Nil if the system cannot map them.
  fileprivate init?(_ descriptor: Int32, _ range: Range<Int>) {
    guard
      let memory = mmap(nil, range.count, PROT_READ, MAP_SHARED, descriptor, off_t(range.lowerBound)),
      memory != MAP_FAILED
    else { return nil }
    (address, byteCount) = (UInt(bitPattern: memory), range.count)
  }

  deinit { munmap(UnsafeMutableRawPointer(bitPattern: address), byteCount) }

  /// The address of the bytes; nothing may be written there.
  var start: UnsafeMutableRawPointer? { UnsafeMutableRawPointer(bitPattern: address) }

  /// Frees the memory of all bytes: the next access to them loads them again.
  func release() { madvise(start, byteCount, MADV_DONTNEED) }

  /// The next position in a file at which a mapping can begin.
  fileprivate static func roundedUp(_ position: Int) -> Int {
    (position + pageSize - 1) / pageSize * pageSize
  }
}
