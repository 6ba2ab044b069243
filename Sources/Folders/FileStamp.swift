import Glibc
import Tables

/// Tells whether a file is still what it was: a hash of its inode, its size, and the time of its last change in
/// nanoseconds.
///
/// The device is not part of it, for its number may be another one after each start of the machine; nor is the time of
/// the last change of attributes, which permissions, owners and links (`chmod`, `cp -al`) change, too.
public struct FileStamp: Hashable, Sendable, BitwiseCopyable {
  /// The hash itself; 0 is unknown.
  public let value: UInt64

  /// The stamp of no file.
  public static let unknown = FileStamp(value: 0)

  /// File systems count time in steps, of up to two seconds (FAT): a file that was changed less than that before
  /// it was read may change again without another time.
  private static let settlingTime = 2

  /// The machine's clock, in seconds since 1970 (UTC).
  public static let systemClock: @Sendable () -> Int? = { time(nil) }

  /// A stamp as it was kept.
  public init(value: UInt64) {
    self.value = value
  }

  /// - Parameters:
  ///   - status: of the file.
  ///   - now: when that was asked for, in seconds since 1970 (UTC). The stamp of a file that changed just then
  ///     is unknown, so that it will be read again; nil takes any stamp.
  init(_ status: stat, now: Int?) {
    let changed = status.st_mtim
    // Whoever sets the time of a file that was just written cannot set this one.
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

  /// The stamp of the file at a path; nil when there is none.
  public init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status, now: nil)
  }
}
