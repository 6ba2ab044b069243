import Glibc

/// A file mapped whole and privately: what is written to the memory never reaches the file.
///
/// Unchecked for the same reason as ``TableMemory``.
public final class MappedFile: @unchecked Sendable {
  /// The first byte.
  public let base: UnsafeMutableRawPointer
  /// Its size.
  public let byteCount: Int

  /// Nil when the file cannot be mapped.
  public init?(_ descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_size > 0,
      let base = mmap(nil, Int(status.st_size), PROT_READ | PROT_WRITE, MAP_PRIVATE, descriptor, 0),
      base != MAP_FAILED
    else { return nil }
    self.base = base
    byteCount = Int(status.st_size)
  }

  deinit { munmap(base, byteCount) }
}
