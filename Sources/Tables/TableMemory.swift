import Glibc

/// The memory of one table, or a part of a mapped file.
///
/// Unchecked, because the compiler cannot see that it is only written to while one table alone has it:
/// ``Table`` makes sure of that before each change.
public final class TableMemory: @unchecked Sendable {
  private(set) var base: UnsafeMutableRawPointer
  private(set) var byteCount: Int
  private let file: MappedFile?
  /// The memory is not what the file has any more.
  var isChanged = false

  init(byteCount: Int) {
    guard let base = malloc(max(byteCount, 16)) else { fatalError("out of memory") }
    self.base = base
    self.byteCount = byteCount
    file = nil
  }

  /// A part that lies in the file.
  public init(file: MappedFile, range: Range<Int>) {
    base = file.base + range.lowerBound
    byteCount = range.count
    self.file = file
  }

  /// Large memory is moved by the kernel's page tables, not copied.
  /// - Returns: false when it is a file's.
  func grow(to size: Int) -> Bool {
    guard file == nil, let base = realloc(base, size) else { return false }
    (self.base, byteCount) = (base, size)
    return true
  }

  /// Only of memory pages that are wholly its own: where those are larger than the file's, a neighbour may have changed
  /// the rest of one.
  func forget() {
    let size = sysconf(Int32(_SC_PAGESIZE))
    guard file != nil, !isChanged, UInt(bitPattern: base) % UInt(size) == 0, byteCount % size == 0 else {
      return
    }
    madvise(base, byteCount, MADV_DONTNEED)
  }

  deinit {
    if file == nil { free(base) }
  }
}
