import Captures
import Glibc
import Text

/// A web archive that stays open while its pages are read.
final class ArchiveFile {
  /// The path, as given.
  let path: String
  /// Its stamp when it was opened.
  let stamp: FileStamp
  /// When it was last written, and when it was opened, in seconds since 1970 (UTC).
  let modified, opened: Int64
  private let descriptor: Int32

  /// Nil with `errno` set if it cannot be opened.
  init?(_ name: String, in folder: OpenFolder?, clock: () -> Int?) {
    path = folder?.path(of: name) ?? name
    descriptor = FileName.withName(name) {
      openat(folder?.descriptor ?? AT_FDCWD, $0, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    }
    var status = stat()
    let now = time(nil)
    let isOpen = descriptor >= 0 && fstat(descriptor, &status) == 0
    stamp = isOpen ? FileStamp(status, now: clock()) : .unknown
    (modified, opened) = (min(Int64(status.st_mtim.tv_sec), Int64(now)), Int64(now))
    guard isOpen else { return nil }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Reads its pages from a position onwards.
  func reader(from place: CapturePlace) -> WARCReader {
    WARCReader(from: place) { [self] space, offset in
      while true {
        let count = pread(descriptor, space.baseAddress, space.count, off_t(offset))
        if count >= 0 || errno != EINTR { return count }
      }
    }
  }
}
