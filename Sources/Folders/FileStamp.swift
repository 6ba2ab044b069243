import Glibc
import Tables
import Text

/// Detects changes of a file: a hash of its inode, its size, and its modification time in nanoseconds.
///
/// The device is not part of it, because its number may change with each boot; nor is the status change time, which
/// also changes with permissions, owners and links (`chmod`, `cp -al`).
public struct FileStamp: Hashable, Sendable, BitwiseCopyable {
  /// The hash; 0 means unknown.
  public let value: UInt64

  /// The stamp of a missing file.
  public static let unknown = FileStamp(value: 0)

  /// File systems store times with a granularity of up to two seconds (FAT): a file that was changed less than that
  /// before it was read may change again without a new time.
  private static let settlingTime = 2

  /// The system clock, in seconds since 1970 (UTC).
  public static let systemClock: @Sendable () -> Int? = { time(nil) }

  /// A stamp that was saved.
  public init(value: UInt64) {
    self.value = value
  }

  /// - Parameters:
  ///   - status: the file's status.
  ///   - now: when the status was read, in seconds since 1970 (UTC). The stamp of a file that had just changed is unknown,
  ///   so that it will be read again. If nil, the stamp is always known.
  init(_ status: stat, now: Int?) {
    let changed = status.st_mtim
    // The status change time cannot be set, unlike the modification time.
    if let now, max(changed.tv_sec, status.st_ctim.tv_sec) > now - FileStamp.settlingTime {
      self = .unknown
      return
    }
    var hash = Mixer()
    hash.add(UInt64(status.st_ino))
    hash.add(UInt64(bitPattern: Int64(status.st_size)))
    hash.add(UInt64(bitPattern: Int64(changed.tv_sec) &* 1_000_000_000 &+ Int64(changed.tv_nsec)))
    value = max(1, hash.value)
  }

  /// The stamp of an open folder.
  public init?(folder descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status, now: time(nil))
  }

  /// The stamp of the file at a path; nil if there is none.
  public init?(path: String) {
    var status = stat()
    guard FileName.withName(path, { stat($0, &status) }) == 0 else { return nil }
    self.init(status, now: nil)
  }
}
