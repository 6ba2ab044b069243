import Glibc

/// Reads page files into one buffer that is used again and again; one for each thread.
public struct PageFileBuffer: ~Copyable {
  /// The largest file that is believed to be a page: some six hundred times a usual one.
  public static let sizeLimit: Int64 = 8 << 20

  private var buffer: UnsafeMutableRawBufferPointer

  /// A buffer for files of usual size; it grows with the files.
  public init() {
    buffer = PageFileBuffer.allocate(1 << 18)
  }

  deinit {
    buffer.deallocate()
  }

  /// Aligned to a memory page: the kernel copies to anything else more slowly.
  private static func allocate(_ count: Int) -> UnsafeMutableRawBufferPointer {
    .allocate(byteCount: count, alignment: 4096)
  }

  /// A file that was read.
  public struct Contents {
    /// Valid until the next read.
    public var bytes: UnsafeBufferPointer<UInt8>
    /// When the file was last written: when the page was saved, in seconds since 1970 (UTC). A file from the future,
    /// after a clock was wrong, counts as saved now.
    public var saved: Int64
    /// What the file was before it was read.
    public var stamp: FileStamp
  }

  /// The stamp that a file has now; nil when nothing can be said of it.
  public func stamp(of name: String, in folder: OpenFolder?) -> FileStamp? {
    var status = stat()
    guard fstatat(folder?.descriptor ?? AT_FDCWD, name, &status, 0) == 0 else { return nil }
    return FileStamp(status, now: nil)
  }

  /// Reads a file whole. `folder` is `AT_FDCWD` for a path of its own.
  public mutating func read(_ name: String, in folder: Int32) -> Result<Contents, ReadFailure> {
    let file = openat(folder, name, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard file >= 0 else {
      return .failure(ReadFailure(error: errno == ENOENT ? .vanished : .unreadable(errno: errno)))
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { return .failure(ReadFailure(error: .unreadable(errno: errno))) }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      return .failure(ReadFailure(error: .unreadable(errno: EISDIR)))
    }
    guard status.st_mode & S_IFMT == S_IFREG else { return .failure(ReadFailure(error: .notRegular)) }
    let size = Int64(status.st_size)
    let now = time(nil)
    let stamp = FileStamp(status, now: now)
    guard size <= PageFileBuffer.sizeLimit else {
      let error = FileError.tooLarge(bytes: size, limit: PageFileBuffer.sizeLimit)
      return .failure(ReadFailure(error: error, stamp: stamp))
    }
    reserve(Int(size) + 1)
    guard let count = fill(from: file, expecting: Int(size)) else {
      return .failure(ReadFailure(error: .unreadable(errno: errno)))
    }
    let bytes = UnsafeBufferPointer(
      start: buffer.baseAddress?.assumingMemoryBound(to: UInt8.self), count: count)
    return .success(Contents(bytes: bytes, saved: min(Int64(status.st_mtim.tv_sec), Int64(now)), stamp: stamp))
  }

  /// What was read; a file that grows meanwhile is read as far as the buffer goes. Nothing is asked for after
  /// the expected size: most files are read in one call.
  private func fill(from file: Int32, expecting size: Int) -> Int? {
    var count = 0
    repeat {
      let got = Glibc.read(file, buffer.baseAddress?.advanced(by: count), buffer.count - count)
      if got < 0, errno == EINTR { continue }
      if got < 0 { return nil }
      if got == 0 { break }
      count += got
    } while count < size
    return count
  }

  private mutating func reserve(_ count: Int) {
    guard count > buffer.count else { return }
    buffer.deallocate()
    buffer = PageFileBuffer.allocate(max(count, 1 << 20))
  }
}

/// Why a file gave no bytes.
public struct ReadFailure: Error {
  /// What is wrong with it.
  public var error: FileError
  /// Of a file that will give none before it changes.
  public var stamp = FileStamp.unknown
}
