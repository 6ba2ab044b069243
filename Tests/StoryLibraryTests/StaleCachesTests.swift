import Foundation
import Glibc
import TestFolder
import Testing

@testable import StoryLibrary

/// What goes from the folder of caches, and what stays.
struct StaleCachesTests {
  private let folder: Folder
  private let now = time(nil)

  init() throws { folder = try Folder() }

  private var cache: String { folder.path("cache/") }

  private var names: Set<String> {
    get throws { Set(try FileManager.default.contentsOfDirectory(atPath: cache)) }
  }

  private func catalogue(of path: String) throws -> Catalogue {
    var library = Library()
    library.add(PageBatch(folder: path, [InventedPage("Fog")]))
    let catalogue = Catalogue(in: folder.path("cache"), of: [path], program: .unknown)
    try catalogue.keep(library)
    try folder.write([1], to: "cache/" + (catalogue.indexPath as NSString).lastPathComponent)
    return catalogue
  }

  private func file(_ path: String) -> String { (path as NSString).lastPathComponent }

  private func remove(days: Int, except current: String = "") {
    StaleCaches(in: cache, now: now + days * 24 * 3_600, isRunning: { $0 == 1 }).remove(except: current)
  }

  @Test func thoseOfFoldersThatAreGone() throws {
    try folder.write([1], to: "there/x")
    let there = try catalogue(of: folder.path("there"))
    let gone = try catalogue(of: folder.path("gone"))
    remove(days: 6)
    #expect(try names.count == 4, "the folder may be on a disk that is away")
    remove(days: 8, except: gone.path)
    #expect(try names.count == 4, "in use")
    remove(days: 8)
    #expect(try names == [file(there.path), file(there.indexPath)])
  }

  @Test func whatCannotBeReadGoesAndWhatIsNotOursStays() throws {
    let ours = ["0123456789abcdef.catalogue", "0123456789abcdef.words-wal", "00000000000000aa.words"]
    let others = ["notes.txt", "0123456789abcde.catalogue", "0123456789ABCDEF.words"]
    for name in ours + others { try folder.write([1], to: "cache/" + name) }
    remove(days: 8)
    #expect(try names == Set(others))
  }

  @Test func whatWasBeingWritten() throws {
    for name in [
      "0123456789abcdef.catalogue.1", "0123456789abcdef.catalogue.99", "0123456789abcdef.scratch.99",
      "x.catalogue.99",
    ] {
      try folder.write([1], to: "cache/" + name)
    }
    remove(days: 0)
    #expect(try names == ["0123456789abcdef.catalogue.1", "x.catalogue.99"])
  }

  @Test func keepingACatalogueTidiesUpAndClosesTheFolder() throws {
    try folder.write([1], to: "cache/0123456789abcdef.catalogue.4194304")
    #expect(chmod(cache, 0o755) == 0)
    let catalogue = try catalogue(of: folder.path("news"))
    #expect(try names == [file(catalogue.path), file(catalogue.indexPath)])
    var status = stat()
    #expect(stat(cache, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o700)
  }

  @Test func spellingsOfOneFolderShareACatalogue() throws {
    try folder.write([1], to: "news/x")
    func path(_ name: String) -> String {
      Catalogue(in: cache, of: [folder.path(name)], program: .unknown).path
    }
    #expect(path("news") == path("./news/"))
    #expect(path("news") != path("other"))
  }
}
