import Glibc
import TestFolder
import Testing

@testable import Folders

/// What somebody has asked for by name, there or not.
struct FolderWatchRootTests {
  private let disk: WatchedDisk

  init() throws { disk = try WatchedDisk() }

  @Test func oneFile() throws {
    try disk.write(".page.html")
    let watch = FolderWatch()
    watch.add(root: disk.path(".page.html"))
    try disk.write("other.txt")
    try disk.makeFolder("sub")
    #expect(watch.take().changes == [])
    try disk.write(".page.html")
    #expect(watch.take().changes == [.changed(folder: "", name: disk.path(".page.html"))])
    try disk.remove(".page.html")
    #expect(watch.take().changes == [.removed(folder: "", name: disk.path(".page.html"))])
    try disk.write(".page.html")
    #expect(watch.take().changes == [.changed(folder: "", name: disk.path(".page.html"))])
  }

  @Test func oneFileAndItsFolder() throws {
    try disk.write("fog.txt")
    _ = disk.changes
    disk.watch.add(root: disk.path("fog.txt"))
    try disk.write("fog.txt")
    #expect(disk.changes == [.changed(folder: "", name: disk.path("fog.txt")), disk.changed("fog.txt")])
  }

  /// Watched for its files, and for the root that is in it.
  @Test func aRootInAFolderThatIsWatched() throws {
    try disk.write("dumps/fog.txt")
    try disk.write("fog.txt")
    _ = disk.changes
    disk.watch.add(root: disk.path("dumps"))
    try disk.write("fog.txt")
    #expect(disk.changes == [disk.changed("fog.txt")])
  }

  @Test func aRootGoesAndComesAgain() throws {
    try disk.makeFolder("dumps")
    for root in [disk.path("dumps"), disk.path("dumps") + "/"] {
      let watch = FolderWatch()
      watch.add(root: root)
      try disk.write("beside.txt")
      #expect(watch.take().changes == [])
      try disk.touch("beside.txt")
      #expect(!watch.isReadable)
      try disk.remove("dumps")
      #expect(watch.take().changes.last == .folderGone(root))
      try disk.write("dumps/sub/fog.txt")
      let path = FilePath.joined(root, "sub")
      #expect(watch.take().changes == [.folderAppeared(root), .folderAppeared(path)])
      try disk.write("dumps/sub/fog.txt")
      #expect(watch.take().changes == [.changed(folder: path, name: "fog.txt")])
    }
  }

  /// A name that begins with a mark makes one character with the slash before it.
  @Test(arguments: ["\u{301}fog.txt", "\u{600}", "سحابة.txt", "a b"]) func unusualNames(name: String) throws {
    let watch = FolderWatch()
    let root = disk.path("sub/" + name)
    try disk.makeFolder("sub")
    watch.add(root: root)
    try disk.write("sub/" + name)
    #expect(watch.take().changes == [.changed(folder: "", name: root)])
    try disk.remove("sub/" + name)
    try disk.write("sub/" + name + "/" + name + "/fog.txt")
    #expect(
      watch.take().changes == [
        .removed(folder: "", name: root), .folderAppeared(root), .folderAppeared(root + "/" + name),
      ])
    try disk.remove("sub/" + name)
    #expect(watch.take().changes.last == .folderGone(root))
  }

  @Test func rootsThatAreNotThereYet() throws {
    let watch = FolderWatch()
    watch.add(root: disk.path("dumps"))
    watch.add(root: disk.path("fog.txt"))
    #expect(watch.take() == FolderChanges())
    try disk.write("fog.txt")
    try disk.makeFolder("dumps")
    #expect(
      watch.take().changes == [
        .changed(folder: "", name: disk.path("fog.txt")), .folderAppeared(disk.path("dumps")),
      ])
  }

  /// With all that is in it: the folder of the roots has another name, and what they are called leads nowhere.
  @Test func theFolderOfTheRootsIsMovedAway() throws {
    try disk.write("here/dumps/fog.txt")
    try disk.write("here/wind.txt")
    let watch = FolderWatch()
    watch.add(root: disk.path("here/dumps"))
    watch.add(root: disk.path("here/wind.txt"))
    try disk.move("here", to: "there")
    let seen = watch.take().changes
    #expect(seen.contains(.folderGone(disk.path("here/dumps"))))
    #expect(seen.contains(.removed(folder: "", name: disk.path("here/wind.txt"))))
    try disk.write("there/dumps/fog.txt")
    try disk.write("there/wind.txt")
    #expect(watch.take().changes == [])
  }
}
