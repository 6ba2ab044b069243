import Glibc
import TestFolder
import Testing

@testable import Folders

/// Paths that lead to one place are one.
struct RootPathsTests {
  private let folder: Folder
  private let root: String

  init() throws {
    folder = try Folder()
    for name in ["news/a.txt", "news/sub/b.txt", "news/.hidden/c.txt", "news/d.png", "newsroom/e.txt"] {
      try folder.write([0x41], to: name)
    }
    try folder.link("link", to: folder.path("news"))
    try folder.link("newest.txt", to: folder.path("news/a.txt"))
    let path = try #require(realpath(folder.path, nil))
    root = String(cString: path)
    free(path)
  }

  private func canonical(_ paths: String...) -> [String] {
    RootPaths.canonical(paths.map { folder.path($0) }).map {
      $0.hasPrefix(root + "/") ? String($0.dropFirst(root.count + 1)) : $0
    }
  }

  @Test func spellings() {
    let spellings = ["news", "news/", "./news", "news/sub/..", "link", "//news"]
    for spelling in spellings { #expect(canonical(spelling) == ["news"], "\(spelling)") }
    #expect(RootPaths.canonical(spellings.map { folder.path($0) }).count == 1)
    #expect(RootPaths.canonical(["/"]) == ["/"])
  }

  @Test func whatIsFoundAnywayIsLeftOut() {
    #expect(canonical("news", "news/a.txt") == ["news"])
    #expect(canonical("news/sub/b.txt", "link/sub", "news") == ["news"])
    #expect(canonical("news", "newsroom") == ["news", "newsroom"])
    #expect(canonical("news/sub", "news/a.txt") == ["news/sub", "news/a.txt"])
  }

  @Test func whatAFolderLeavesOutIsRead() {
    #expect(canonical("news", "news/.hidden", "news/d.png") == ["news", "news/.hidden", "news/d.png"])
    #expect(canonical("news", "news/.hidden/c.txt") == ["news", "news/.hidden/c.txt"])
  }

  @Test func filesKeepTheirNames() {
    #expect(canonical("newest.txt") == ["newest.txt"])
    #expect(canonical("link/a.txt") == ["news/a.txt"])
  }

  @Test func whatIsNotThereStaysAsItWasGiven() {
    #expect(RootPaths.canonical(["./nowhere/x", "./nowhere/x"]) == ["./nowhere/x"])
  }
}

/// What a relative path means beside a file.
struct FilePathTests {
  @Test(arguments: [
    ("b.html", "/news/b.html"), ("../2024/b.html", "/2024/b.html"), ("./x//b.html", "/news/x/b.html"),
    ("../../b.html", nil), ("../../../etc/passwd", nil), ("x/../b.html", "/news/b.html"),
  ])
  func besideAFile(relative: String, path: String?) {
    #expect(FilePath.resolved(relative, besideFile: "/news/a.html") == path)
  }

  @Test func besideABareName() {
    #expect(FilePath.resolved("b.html", besideFile: "a.html") == "b.html")
    #expect(FilePath.resolved("../b.html", besideFile: "a.html") == nil)
  }
}
