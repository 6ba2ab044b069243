import Glibc

/// A lock on a folder, so that one program at a time repairs its files. It creates no lock file.
struct FolderLock: ~Copyable {
  private let handle: Int32

  /// Waits two seconds at most, so that a program that hangs does not block others. Has no effect on file systems
  /// without locks.
  init(of path: String) {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    handle = open(folder.isEmpty ? "/" : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard handle >= 0 else { return }
    for _ in 1...200 {
      if flock(handle, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK { return }
      usleep(10_000)
    }
  }

  deinit {
    if handle >= 0 { close(handle) }
  }
}
