public import Captures
import Glibc
import Text

/// Reads page files into one reusable buffer. Use one buffer per thread.
public struct PageFileBuffer: ~Copyable {
  /// Larger files are only read after their beginning was checked, because few kinds of pages are that large.
  private static let usualSize: Int64 = 8 << 20

  private var buffer: UnsafeMutableRawBufferPointer
  private let clock: @Sendable () -> Int?

  /// A buffer for files of typical size; it grows as needed.
  /// - Parameter clock: seconds since 1970 (UTC), to determine which files have settled; nil if stamps are only
  ///   compared with known ones, so that any stamp will do.
  public init(clock: @escaping @Sendable () -> Int? = FileStamp.systemClock) {
    buffer = PageFileBuffer.allocate(1 << 18)
    self.clock = clock
  }

  deinit {
    buffer.deallocate()
  }

  /// Aligned to a memory page, because the kernel copies faster to aligned buffers.
  private static func allocate(_ count: Int) -> UnsafeMutableRawBufferPointer {
    .allocate(byteCount: count, alignment: 4096)
  }

  /// A file that was read.
  public struct Contents {
    /// Valid until the next read.
    public var bytes: UnsafeBufferPointer<UInt8>
    /// The kind of the bytes.
    public var kind: FileKind
    /// When the file was last written, in seconds since 1970 (UTC); never later than it was read, even if a clock was
    /// wrong.
    public var modified: Int64
    /// When it was read.
    public var read: Int64
    /// The file's stamp before it was read.
    public var stamp: FileStamp
  }

  /// The current stamp of a file; nil if it cannot be read.
  public func stamp(of name: String, in folder: OpenFolder?) -> FileStamp? {
    var status = stat()
    guard FileName.withName(name, { fstatat(folder?.descriptor ?? AT_FDCWD, $0, &status, 0) }) == 0 else {
      return nil
    }
    return FileStamp(status, now: nil)
  }

  /// Reads a whole file, or the beginning of an archive of many pages, which may have any size.
  /// - Parameters:
  ///   - name: the name of the file.
  ///   - folder: its folder; nil for a separate path, which is read regardless of its name.
  /// - Returns: its bytes, or why they could not be read.
  public mutating func read(_ name: String, in folder: OpenFolder?) -> Result<Contents, ReadFailure> {
    let file = FileName.withName(name) {
      openat(folder?.descriptor ?? AT_FDCWD, $0, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    }
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
    let stamp = FileStamp(status, now: clock())
    func failure(_ error: FileError) -> Result<Contents, ReadFailure> {
      .failure(ReadFailure(error: error, stamp: stamp))
    }
    func contents(_ count: Int, _ kind: FileKind) -> Contents {
      let modified = min(Int64(status.st_mtim.tv_sec), Int64(now))
      return Contents(bytes: bytes(count), kind: kind, modified: modified, read: Int64(now), stamp: stamp)
    }
    func kind(of bytes: UnsafeBufferPointer<UInt8>) -> FileKind? {
      FileKind.of(name, UnsafeBufferPointer(rebasing: bytes.prefix(FileKind.headSize)))
        ?? (folder == nil ? .text : nil)
    }
    let foreign = FileError.foreign(fileExtension: FileExtension.text(of: name))
    if size > PageFileBuffer.usualSize || FileExtension(name) == .unknown {
      guard let count = fill(from: file, expecting: FileKind.headSize) else {
        return .failure(ReadFailure(error: .unreadable(errno: errno)))
      }
      guard let kind = kind(of: bytes(count)) else { return failure(foreign) }
      guard let limit = kind.sizeLimit else {
        return .success(contents(count, kind))
      }
      guard size <= limit else { return failure(.tooLarge(bytes: size, limit: limit)) }
    }
    reserve(Int(size) + 1)
    guard let count = fill(from: file, expecting: Int(size)) else {
      return .failure(ReadFailure(error: .unreadable(errno: errno)))
    }
    guard let kind = kind(of: bytes(count)) else { return failure(foreign) }
    return .success(contents(count, kind))
  }

  private func bytes(_ count: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: buffer.baseAddress?.assumingMemoryBound(to: UInt8.self), count: count)
  }

  /// Reads from the beginning; a file that grows meanwhile is read up to the size of the buffer. Does not check for
  /// more bytes after the expected size, so that most files are read in one call.
  private func fill(from file: Int32, expecting size: Int) -> Int? {
    var count = 0
    repeat {
      let got = pread(file, buffer.baseAddress?.advanced(by: count), buffer.count - count, off_t(count))
      if got < 0, errno == EINTR { continue }
      if got < 0 { return nil }
      if got == 0 { break }
      count += got
    } while count < size
    return count
  }

  /// Grows the buffer for a file, or shrinks it after a much larger file.
  private mutating func reserve(_ count: Int) {
    guard count > buffer.count || buffer.count > PageFileBuffer.usualSize * 2 else { return }
    buffer.deallocate()
    buffer = PageFileBuffer.allocate(max(count, 1 << 20))
  }
}

/// Why a file could not be read.
public struct ReadFailure: Error {
  /// The error.
  public var error: FileError
  /// The stamp of a file that need not be read again until it changes.
  public var stamp = FileStamp.unknown
}
