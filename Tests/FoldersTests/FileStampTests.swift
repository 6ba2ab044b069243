import Glibc
import TestFolder
import Testing

@testable import Folders

/// When a file counts as changed, and from when on its stamp can be trusted.
struct FileStampTests {
  private func status(
    inode: UInt = 7, size: Int = 100, changed: Int = 1_000, nanoseconds: Int = 5, attributes: Int = 1_000,
    device: UInt = 1
  ) -> stat {
    var status = stat()
    (status.st_ino, status.st_size, status.st_dev) = (inode, size, device)
    status.st_mtim = timespec(tv_sec: changed, tv_nsec: nanoseconds)
    status.st_ctim = timespec(tv_sec: attributes, tv_nsec: 0)
    return status
  }

  private func stamp(_ status: stat) -> FileStamp { FileStamp(status, now: nil) }

  @Test func whatMakesItAnotherFile() {
    let known = stamp(status())
    #expect(stamp(status()) == known)
    #expect(stamp(status(inode: 8)) != known)
    #expect(stamp(status(size: 101)) != known)
    #expect(stamp(status(changed: 1_001)) != known)
    #expect(stamp(status(nanoseconds: 6)) != known)
  }

  @Test func whatDoesNot() {
    #expect(stamp(status(attributes: 2_000)) == stamp(status()), "chmod, cp -al")
    #expect(stamp(status(device: 2)) == stamp(status()), "another start of the machine")
  }

  @Test(arguments: [(1_000, 1_000, 1_001), (1_000, 1_000, 1_000), (500, 1_000, 1_001), (1_000, 500, 1_001)])
  func aFileThatIsSettlingHasNone(changed: Int, attributes: Int, now: Int) {
    #expect(FileStamp(status(changed: changed, attributes: attributes), now: now) == .unknown)
  }

  @Test(arguments: [(1_000, 1_000), (500, 1_000), (1_000, 500)])
  func aFileThatHasSettledHasOne(changed: Int, attributes: Int) {
    let status = status(changed: changed, attributes: attributes)
    #expect(FileStamp(status, now: 1_003) == stamp(status))
  }

  @Test func aFileReadJustAfterItWasWrittenHasNone() throws {
    let folder = try Folder()
    try folder.write(Array("news".utf8), to: "a.txt")
    // As archives and synchronizers do.
    var times = [timespec(tv_sec: 1_000, tv_nsec: 0), timespec(tv_sec: 1_000, tv_nsec: 0)]
    #expect(utimensat(AT_FDCWD, folder.path("a.txt"), &times, 0) == 0)
    var buffer = PageFileBuffer()
    guard case .success(let contents) = buffer.read(folder.path("a.txt"), in: nil) else {
      Issue.record("not read")
      return
    }
    #expect(contents.stamp == .unknown)
  }
}
