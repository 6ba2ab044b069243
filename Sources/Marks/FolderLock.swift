import Glibc

/// One program at a time puts the files of a folder in order. A lock on the folder itself: nothing is left behind.
struct FolderLock: ~Copyable {
  private let handle: Int32

  /// Waits two seconds at most: what stands still must not keep anybody from reading. File systems without locks do
  /// without.
  init(of path: String) {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    handle = open(folder.isEmpty ? "/" : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard handle >= 0 else { return }
    for _ in 1...200 where flock(handle, LOCK_EX | LOCK_NB) != 0 {
      if errno != EWOULDBLOCK { return }
      usleep(10_000)
    }
  }

  deinit {
    if handle >= 0 { close(handle) }
  }
}
