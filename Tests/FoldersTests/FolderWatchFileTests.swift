import Foundation
import Glibc
import Testing

@testable import Folders

/// What is reported of files.
struct FolderWatchFileTests {
  private let disk: WatchedDisk

  init() throws { disk = try WatchedDisk() }

  @Test func nothingHappens() {
    #expect(!disk.watch.isReadable)
    #expect(disk.watch.take() == FolderChanges())
  }

  @Test func aFileIsSavedSavedAgainAndDeleted() throws {
    try disk.write("fog.txt")
    #expect(disk.watch.isReadable)
    #expect(disk.changes == [disk.changed("fog.txt")])
    #expect(!disk.watch.isReadable)
    try disk.write("fog.txt", "Wind")
    #expect(disk.changes == [disk.changed("fog.txt")])
    try disk.remove("fog.txt")
    #expect(disk.changes == [disk.removed("fog.txt")])
  }

  @Test func aFileWrittenInPiecesIsReportedWhenItIsClosed() throws {
    let file = open(disk.path("fog.txt"), O_WRONLY | O_CREAT, 0o600)
    #expect(disk.changes == [])
    for _ in 1...3 {
      #expect(Glibc.write(file, "Fog", 3) == 3)
      #expect(disk.changes == [])
    }
    close(file)
    #expect(disk.changes == [disk.changed("fog.txt")])
  }

  @Test func reading() throws {
    try disk.write("fog.txt")
    _ = disk.changes
    _ = try Data(contentsOf: URL(fileURLWithPath: disk.path("fog.txt")))
    let folder = try #require(OpenFolder(path: disk.folder.path))
    var buffer = PageFileBuffer()
    for name in PageFinder(folder: folder).list(chunk: .max, { _ in }).files {
      _ = buffer.read(name, in: folder)
    }
    #expect(!disk.watch.isReadable)
  }

  @Test func appending() throws {
    try disk.write("fog.txt")
    _ = disk.changes
    let file = open(disk.path("fog.txt"), O_WRONLY | O_APPEND)
    #expect(Glibc.write(file, "Fog", 3) == 3)
    close(file)
    #expect(disk.changes == [disk.changed("fog.txt")])
  }

  @Test func anotherTime() throws {
    try disk.write("fog.txt")
    _ = disk.changes
    try disk.touch("fog.txt")
    #expect(disk.changes == [disk.changed("fog.txt")])
  }

  /// As editors and downloaders save: beside it, then over it.
  @Test func renamingOverAFile() throws {
    try disk.write("fog.txt")
    try disk.write(".fog.txt.part")
    _ = disk.changes
    try disk.move(".fog.txt.part", to: "fog.txt")
    #expect(disk.changes == [disk.changed("fog.txt")])
    try disk.move("fog.txt", to: "wind.txt")
    #expect(disk.changes == [disk.removed("fog.txt"), disk.changed("wind.txt")])
    try disk.move("wind.txt", to: ".wind.txt")
    #expect(disk.changes == [disk.removed("wind.txt")])
  }

  @Test func linking() throws {
    try disk.write(".fog.txt")
    #expect(link(disk.path(".fog.txt"), disk.path("hard.txt")) == 0)
    #expect(disk.changes == [disk.changed("hard.txt")])
    // The first name is gone when the event is read: nothing tells that the file was linked.
    #expect(link(disk.path(".fog.txt"), disk.path("harder.txt")) == 0)
    try disk.remove(".fog.txt")
    try disk.remove("hard.txt")
    #expect(disk.changes == [disk.changed("harder.txt"), disk.removed("hard.txt")])
    try disk.link("soft.txt", to: "harder.txt")
    #expect(disk.changes == [disk.changed("soft.txt")])
    try disk.remove("soft.txt")
    #expect(disk.changes == [disk.removed("soft.txt")])
  }

  /// Never closed under the name it gets.
  @Test func aFileThatIsGivenItsNameWhenItIsWritten() throws {
    let file = open(disk.folder.path, O_WRONLY | __O_TMPFILE | O_DIRECTORY, 0o600)
    try #require(file >= 0)
    #expect(Glibc.write(file, "Fog", 3) == 3)
    #expect(
      linkat(AT_FDCWD, "/proc/self/fd/\(file)", AT_FDCWD, disk.path("fog.txt"), AT_SYMLINK_FOLLOW) == 0)
    close(file)
    #expect(disk.changes == [disk.changed("fog.txt")])
  }

  @Test func eachFileOnceAndTheLastCounts() throws {
    for _ in 1...3 {
      try disk.write("fog.txt")
      try disk.write("wind.txt")
    }
    try disk.write("swan.txt")
    try disk.write("fog.txt")
    try disk.remove("wind.txt")
    #expect(disk.changes == [disk.changed("swan.txt"), disk.changed("fog.txt"), disk.removed("wind.txt")])
    try disk.write("wind.txt")
    try disk.remove("fog.txt")
    try disk.write("fog.txt")
    #expect(disk.changes == [disk.changed("wind.txt"), disk.changed("fog.txt")])
  }

  @Test func filesChangePlaces() throws {
    try disk.write("fog.txt")
    try disk.write("wind.txt")
    _ = disk.changes
    try #require(try disk.exchange("fog.txt", "wind.txt"))
    #expect(Set(disk.changes) == [disk.changed("fog.txt"), disk.changed("wind.txt")])
  }

  @Test func namesThatAreLeftOut() throws {
    try disk.write(".hidden.txt")
    try disk.makeFolder(".git")
    try disk.write(".git/fog.txt")
    try disk.write("café 新闻.txt")
    #expect(disk.changes == [disk.changed("café 新闻.txt")])
  }

  /// Latin-1 from an old disk: a file, and a folder with one.
  @Test func namesThatAreNoUTF8() throws {
    let folder = (disk.folder.path + "/f").utf8.map { CChar(bitPattern: $0) } + [CChar(bitPattern: 0xE9)]
    close(open(folder + [0x31, 0], O_WRONLY | O_CREAT, 0o600))
    #expect(disk.changes == [disk.changed("f\u{10FEE9}1")])
    #expect(mkdir(folder + [0], 0o700) == 0)
    _ = disk.changes
    close(open(folder + [0x2F, 0x61, 0], O_WRONLY | O_CREAT, 0o600))
    #expect(disk.changes == [.changed(folder: disk.folder.path + "/f\u{10FEE9}", name: "a")])
  }
}
