import Glibc
import TestFolder
import Testing

@testable import Folders

/// What is reported of folders, and of links to folders.
struct FolderWatchTests {
  private let disk: WatchedDisk

  init() throws { disk = try WatchedDisk() }

  @Test func aFolderIsMadeAndFilesInIt() throws {
    try disk.makeFolder("a")
    #expect(disk.changes == [disk.appeared("a")])
    try disk.write("a/fog.txt")
    #expect(disk.changes == [disk.changed("fog.txt", in: "a")])
    try disk.remove("a/fog.txt")
    try disk.remove("a")
    #expect(disk.changes == [disk.removed("fog.txt", in: "a"), disk.gone("a")])
    try disk.makeFolder("a")
    try disk.write("a/fog.txt")
    #expect(disk.changes.first == disk.appeared("a"))
    try disk.write("a/fog.txt")
    #expect(disk.changes == [disk.changed("fog.txt", in: "a")])
  }

  @Test func foldersAndAFileAtOnce() throws {
    try disk.write("a/b/c/fog.txt")
    #expect(disk.changes == [disk.appeared("a"), disk.appeared("a/b"), disk.appeared("a/b/c")])
    try disk.write("a/b/c/fog.txt")
    try disk.write("a/b/wind.txt")
    #expect(disk.changes == [disk.changed("fog.txt", in: "a/b/c"), disk.changed("wind.txt", in: "a/b")])
  }

  @Test func aTreeIsMovedInAndOut() throws {
    let other = try Folder()
    try other.write(Array("Fog".utf8), to: "tree/b/fog.txt")
    try disk.move(other.path("tree"), to: "tree")
    #expect(disk.changes == [disk.appeared("tree"), disk.appeared("tree/b")])
    try disk.write("tree/b/fog.txt")
    #expect(disk.changes == [disk.changed("fog.txt", in: "tree/b")])
    try disk.move("tree", to: other.path("tree"))
    #expect(disk.changes == [disk.gone("tree")])
    try other.write(Array("Wind".utf8), to: "tree/b/wind.txt")
    #expect(disk.changes == [])
    // Back again: nothing of the old watches is in the way.
    try disk.move(other.path("tree"), to: "tree")
    try disk.write("tree/b/wind.txt")
    #expect(disk.changes == [disk.appeared("tree"), disk.appeared("tree/b")])
    try disk.write("tree/b/wind.txt")
    #expect(disk.changes == [disk.changed("wind.txt", in: "tree/b")])
  }

  @Test func aFolderIsRenamedAndSavedInto() throws {
    try disk.write("a/b/fog.txt")
    _ = disk.changes
    try disk.move("a", to: "z")
    try disk.write("z/b/fog.txt")
    #expect(disk.changes == [disk.gone("a"), disk.appeared("z"), disk.appeared("z/b")])
    try disk.write("z/b/fog.txt")
    #expect(disk.changes == [disk.changed("fog.txt", in: "z/b")])
    // Twice, and a file before anybody looks.
    try disk.move("z", to: "y")
    try disk.move("y", to: "x")
    try disk.write("x/b/fog.txt")
    #expect(disk.changes == [disk.gone("z"), disk.gone("y"), disk.appeared("x"), disk.appeared("x/b")])
    try disk.move("x/b", to: "b")
    try disk.write("b/fog.txt")
    #expect(disk.changes == [disk.gone("x/b"), disk.appeared("b")])
  }

  @Test func foldersChangePlaces() throws {
    try disk.write("a/fog.txt")
    try disk.write("b/c/wind.txt")
    _ = disk.changes
    try #require(try disk.exchange("a", "b"))
    let seen = disk.changes
    #expect(
      Set(seen) == [
        disk.gone("a"), disk.gone("b"), disk.appeared("a"), disk.appeared("b"), disk.appeared("a/c"),
      ])
    for name in ["a", "b"] {
      #expect(
        try #require(seen.firstIndex(of: disk.gone(name))) < #require(
          seen.firstIndex(of: disk.appeared(name))))
    }
    try disk.write("a/c/wind.txt")
    try disk.write("b/fog.txt")
    #expect(disk.changes == [disk.changed("wind.txt", in: "a/c"), disk.changed("fog.txt", in: "b")])
  }

  /// The new folder in the place of one that was above it.
  @Test func aFolderTakesThePlaceOfTheOneAboveIt() throws {
    try disk.write("a/b/fog.txt")
    _ = disk.changes
    try disk.move("a/b", to: "x")
    try disk.remove("a")
    try disk.move("x", to: "a")
    // A loader comes there before the events are read.
    disk.watch.add(folder: disk.path("a"))
    let seen = disk.changes
    #expect(
      try #require(seen.firstIndex(of: disk.gone("a"))) < #require(seen.firstIndex(of: disk.appeared("a"))))
    try disk.write("a/fog.txt")
    #expect(disk.changes == [disk.changed("fog.txt", in: "a")])
  }

  /// And nobody tells: what is above is not watched.
  @Test func aFolderTakesThePlaceOfTheOneAboveItUnseen() throws {
    try disk.write("sub/a/b/fog.txt")
    let watch = FolderWatch()
    for name in ["sub/a", "sub/a/b"] { watch.add(folder: disk.path(name)) }
    try disk.move("sub/a/b", to: "x")
    try disk.remove("sub/a")
    try disk.move("x", to: "sub/a")
    watch.add(folder: disk.path("sub/a"))
    #expect(watch.take().changes == [disk.gone("sub/a")])
    try disk.write("sub/a/fog.txt")
    #expect(watch.take().changes == [disk.changed("fog.txt", in: "sub/a")])
  }

  @Test func foldersThatAreThereAlreadyAreAddedByTheLoader() throws {
    let other = try Folder()
    try other.write(Array("Fog".utf8), to: "a/fog.txt")
    disk.watch.add(root: other.path)
    disk.watch.add(folder: other.path("a"))
    disk.watch.add(folder: other.path("a"))
    #expect(disk.watch.take() == FolderChanges())
    try other.write(Array("Wind".utf8), to: "a/fog.txt")
    #expect(disk.changes == [.changed(folder: other.path("a"), name: "fog.txt")])
    try disk.move(other.path("a"), to: other.path("z"))
    #expect(disk.changes == [.folderGone(other.path("a")), .folderAppeared(other.path("z"))])
  }

  @Test func aFolderThatIsGoneBeforeAnybodyLooks() throws {
    try disk.makeFolder("a")
    try disk.remove("a")
    #expect(disk.changes == [disk.gone("a")])
    #expect(disk.watch.take().limits == [])
  }

  @Test func aLinkToAFolder() throws {
    let other = try Folder()
    try other.write(Array("Fog".utf8), to: "sub/fog.txt")
    try disk.link("linked", to: other.path)
    #expect(disk.changes == [disk.appeared("linked"), disk.appeared("linked/sub")])
    try other.write(Array("Wind".utf8), to: "sub/fog.txt")
    #expect(disk.changes == [disk.changed("fog.txt", in: "linked/sub")])
    // Another time of the link changes no page.
    #expect(utimensat(AT_FDCWD, disk.path("linked"), nil, AT_SYMLINK_NOFOLLOW) == 0)
    #expect(disk.changes == [])
    try disk.remove("linked")
    #expect(disk.changes == [disk.removed("linked"), disk.gone("linked")])
    try other.write(Array("Wind".utf8), to: "sub/fog.txt")
    #expect(disk.changes == [])
  }

  /// `current` is made to lead elsewhere, as those do who put a whole edition in place at once.
  @Test func aLinkLeadsElsewhere() throws {
    try disk.write("monday/fog.txt")
    try disk.write("tuesday/fog.txt")
    let reader = try Folder()
    try reader.link("current", to: disk.path("monday"))
    let watch = FolderWatch()
    watch.add(root: reader.path("current"))
    try reader.link("next", to: disk.path("tuesday"))
    try disk.move(reader.path("next"), to: reader.path("current"))
    let current = reader.path("current")
    #expect(
      watch.take().changes == [
        .folderGone(current), .folderAppeared(current), .removed(folder: "", name: current),
      ])
    try disk.write("monday/fog.txt")
    #expect(watch.take().changes == [])
    try disk.write("tuesday/fog.txt")
    #expect(watch.take().changes == [.changed(folder: current, name: "fog.txt")])
  }

  @Test func loopsOfLinks() throws {
    try disk.write("a/fog.txt")
    _ = disk.changes
    try disk.link("a/up", to: "..")
    try disk.link("a/itself", to: ".")
    try disk.link("a/knot", to: "knot")
    #expect(disk.changes == [disk.changed("knot", in: "a")])
    try disk.move("a", to: "b")
    #expect(disk.changes == [disk.gone("a"), disk.appeared("b")])
    try disk.write("b/fog.txt")
    #expect(disk.changes == [disk.changed("fog.txt", in: "b")])
  }

  /// Reached as `linked` first: when that goes, the folder is still there as what it is.
  @Test func anotherWayToAFolderTakesOver() throws {
    let other = try Folder()
    try other.write(Array("Fog".utf8), to: "real/fog.txt")
    try other.link("linked", to: "real")
    let watch = FolderWatch()
    for path in [other.path, other.path("linked"), other.path("real")] { watch.add(folder: path) }
    try other.write(Array("Fog".utf8), to: "real/fog.txt")
    #expect(watch.take().changes == [.changed(folder: other.path("linked"), name: "fog.txt")])
    try other.remove("linked")
    #expect(
      watch.take().changes == [
        .removed(folder: other.path, name: "linked"), .folderGone(other.path("linked")),
        .folderAppeared(other.path("real")),
      ])
    try other.write(Array("Fog".utf8), to: "real/fog.txt")
    #expect(watch.take().changes == [.changed(folder: other.path("real"), name: "fog.txt")])
  }

  @Test func aLinkGivesWayToAFile() throws {
    let other = try Folder()
    try disk.link("page", to: other.path)
    _ = disk.changes
    try disk.write(".page")
    try disk.move(".page", to: "page")
    #expect(disk.changes == [disk.gone("page"), disk.changed("page")])
  }
}
