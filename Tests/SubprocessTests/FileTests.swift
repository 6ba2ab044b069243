import Foundation
import Glibc
import Testing

@testable import Subprocess

@Suite("Files that are written for the reader")
struct SavedFileTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func mode(_ name: String) -> mode_t {
    var status = stat()
    stat(folder.path + "/" + name, &status)
    return status.st_mode & 0o777
  }

  @Test func aNewFile() throws {
    let path = folder.path + "/tin.md"
    #expect(try SavedFile.write("# Tin", to: path) == path)
    #expect(try folder.read("tin.md") == "# Tin\n")
    #expect(try folder.names == ["tin.md"])
    #expect(mode("tin.md") & 0o600 == 0o600 && mode("tin.md") & 0o111 == 0)
  }

  @Test func nothingIsReplacedByAccident() throws {
    let path = try folder.write("tin.md", "old", mode: 0o640)
    #expect(throws: SubprocessError.fileExists(path: path)) { try SavedFile.write("new", to: path) }
    #expect(try folder.read("tin.md") == "old")
    try SavedFile.write("new\n", to: path, replacing: true)
    #expect(try folder.read("tin.md") == "new\n")
    #expect(mode("tin.md") == 0o640)
    #expect(try folder.names == ["tin.md"])
  }

  @Test func pagesAreNeverWrittenOver() throws {
    let path = try folder.write("page.txt", "a page")
    let link = try TemporaryFolder()
    symlink(folder.path, link.path + "/pages")
    for protected in [folder.path, folder.path + "/", path, link.path + "/pages"] {
      for replacing in [false, true] {
        #expect(throws: SubprocessError.pageFile(path: path)) {
          try SavedFile.write("new", to: path, replacing: replacing, protected: ["/no/such", protected])
        }
      }
    }
    #expect(try folder.read("page.txt") == "a page")
    // A folder whose name only begins like that is another one, and new files may stand anywhere.
    try SavedFile.write("new", to: path, replacing: true, protected: [String(folder.path.dropLast())])
    try SavedFile.write("new", to: folder.path + "/new.md", protected: [folder.path])
    #expect(try folder.names == ["new.md", "page.txt"])
  }

  @Test func aLinkStaysOne() throws {
    let path = try folder.write("real.md", "old")
    let link = folder.path + "/link.md"
    symlink("real.md", link)
    #expect(throws: SubprocessError.fileExists(path: link)) { try SavedFile.write("new", to: link) }
    #expect(try SavedFile.write("new", to: link, replacing: true) == path)
    #expect(try folder.read("real.md") == "new\n")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "real.md")
    // A link that leads nowhere is something that is there.
    symlink("nowhere.md", folder.path + "/broken.md")
    #expect(throws: SubprocessError.self) { try SavedFile.write("new", to: folder.path + "/broken.md") }
    #expect(try folder.names == ["broken.md", "link.md", "real.md"])
  }

  @Test func whereNoFileCanBe() throws {
    let file = try folder.write("file", "")
    let missing = folder.path + "/missing"
    #expect(throws: SubprocessError.folderMissing(path: missing)) {
      try SavedFile.write("x", to: missing + "/a.md")
    }
    #expect(throws: SubprocessError.cannotWrite(path: file + "/a.md", errno: ENOTDIR)) {
      try SavedFile.write("x", to: file + "/a.md")
    }
    for replacing in [true, false] {
      #expect(throws: SubprocessError.isFolder(path: folder.path)) {
        try SavedFile.write("x", to: folder.path, replacing: replacing)
      }
      #expect(throws: SubprocessError.isFolder(path: missing + "/")) {
        try SavedFile.write("x", to: missing + "/", replacing: replacing)
      }
      #expect(throws: SubprocessError.isFolder(path: "")) {
        try SavedFile.write("x", to: "", replacing: replacing)
      }
      #expect(throws: SubprocessError.notAFile(path: "/dev/null")) {
        try SavedFile.write("x", to: "/dev/null", replacing: replacing)
      }
    }
    #expect(try folder.names == ["file"])
  }

  @Test func aDiskThatIsFullLeavesNothing() throws {
    let path = folder.path + "/" + String(repeating: "x", count: 300)
    #expect(throws: SubprocessError.cannotWrite(path: path, errno: ENAMETOOLONG)) {
      try SavedFile.write("x", to: path)
    }
    #expect(try folder.names == [])
  }

  @Test func theHomeFolderHasAShortName() throws {
    let name = ".broadsheet-test-\(UUID().uuidString.prefix(8)).md"
    let path = try SavedFile.write("x", to: "~/" + name)
    defer { unlink(path) }
    #expect(path == SavedFile.home + "/" + name)
    let folder = try TemporaryFolder()
    #expect(try SavedFile.write("x", to: "~/a.md", home: folder.path) == folder.path + "/a.md")
  }

  @Test func foldersAreMadeWhenThatIsWanted() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/one/two/a.md"
    #expect(throws: SubprocessError.folderMissing(path: folder.path + "/one/two")) {
      try SavedFile.write("x", to: path)
    }
    #expect(try SavedFile.write("x", to: path, makingFolders: true) == path)
    let file = try folder.write("file", "x")
    #expect(throws: SubprocessError.cannotWrite(path: file + "/a.md", errno: ENOTDIR)) {
      try SavedFile.write("x", to: file + "/a.md", makingFolders: true)
    }
  }

  /// Not the temporary one.
  @Test func theFileThatWasAskedForIsNamed() throws {
    #expect(throws: SubprocessError.cannotWrite(path: "/proc/a.md", errno: ENOENT)) {
      try SavedFile.write("x", to: "/proc/a.md")
    }
  }
}

@Suite("Texts that an editor changes")
struct EditedTextTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func edited(_ text: String) throws -> EditedText {
    try EditedText(text, environment: ["XDG_RUNTIME_DIR": "/no/such", "TMPDIR": folder.path])
  }

  @Test func nobodyElseReadsIt() throws {
    do {
      let text = try edited("A note.")
      #expect(text.path.hasPrefix(folder.path + "/") && text.path.hasSuffix("/note.md"))
      var status = stat()
      stat(text.path, &status)
      #expect(status.st_mode & 0o777 == 0o600)
      stat((text.path as NSString).deletingLastPathComponent, &status)
      #expect(status.st_mode & 0o777 == 0o700)
      try Data("backup".utf8).write(to: URL(fileURLWithPath: text.path + "~"))
      #expect(try text.read(limit: 1_000) == "A note.")
    }
    #expect(try folder.names == [])
  }

  @Test func isReadBackHarmless() throws {
    let text = try edited("")
    #expect(try text.read(limit: 1_000) == "")
    let changed = Array("One\u{1B}[31m\r\n\n\u{202E}Two\t2\n\n \n".utf8) + [0xFF]
    try Data(changed.dropLast()).write(to: URL(fileURLWithPath: text.path))
    #expect(try text.read(limit: 1_000) == "One\n\nTwo 2")
    try Data(changed).write(to: URL(fileURLWithPath: text.path))
    #expect(try text.read(limit: 1_000).hasSuffix("\n\u{FFFD}"))
  }

  @Test func whatCouldNotBeTakenOverIsKept() throws {
    let shelf = try TemporaryFolder()
    do {
      var unchanged = try edited("A note.")
      let nothing = unchanged.saveCopy(in: shelf.path)
      #expect(nothing == nil)
      var changed = try edited("A note.")
      try Data("A longer note.".utf8).write(to: URL(fileURLWithPath: changed.path))
      let place = changed.saveCopy(in: shelf.path)
      let kept = try #require(place)
      #expect(try String(contentsOfFile: kept, encoding: .utf8) == "A longer note.")
      #expect(kept.hasPrefix(shelf.path + "/") && kept.hasSuffix("note.md"))
      var status = stat()
      stat(kept, &status)
      #expect(status.st_mode & 0o777 == 0o600)
    }
    // Where it cannot be moved, it stays.
    #expect(try folder.names == [])
    var stuck = try edited("")
    try Data("Mine.".utf8).write(to: URL(fileURLWithPath: stuck.path))
    let (place, path) = (stuck.saveCopy(in: "/no/such/folder"), stuck.path)
    #expect(place == path)
    _ = consume stuck
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "Mine.")
  }

  @Test func mayHaveGoneWrong() throws {
    let text = try edited("x")
    let path = text.path
    try Data(count: 1_001).write(to: URL(fileURLWithPath: path))
    #expect(throws: SubprocessError.tooLarge(path: path, limit: 1_000)) { try text.read(limit: 1_000) }
    unlink(path)
    #expect(throws: SubprocessError.cannotRead(path: path, errno: ENOENT)) { try text.read(limit: 1_000) }
    symlink("/etc/passwd", path)
    #expect(throws: SubprocessError.cannotRead(path: path, errno: ELOOP)) { try text.read(limit: 1_000) }
  }
}
