import Folders
import Foundation
import Glibc
import SeededNumbers
import TestFolder
import Testing

@testable import StoryLibrary

/// A library that is kept in a file: the same when it comes back, and harmless whatever has become of the file.
struct CatalogueTests {
  private let folder: Folder
  private let catalogue: Catalogue
  private let library: Library

  init() throws {
    folder = try Folder()
    catalogue = Catalogue(in: folder.path("cache"), of: ["/news"], program: .unknown)
    var numbers = SeededNumbers(seed: 3)
    var library = Library()
    library.add(PageBatch(folder: "/news", InventedLibrary.pages(30, &numbers)))
    self.library = library
  }

  private var bytes: [UInt8] {
    get throws { Array(try Data(contentsOf: URL(fileURLWithPath: catalogue.path))) }
  }

  private func write(_ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: catalogue.path))
  }

  @Test func itComesBackAsItWas() throws {
    let kept = try #require(try catalogue.keep(library))
    let opened = try #require(catalogue.open())
    #expect(LibraryPicture(opened) == LibraryPicture(library))
    #expect(LibraryPicture(kept.library) == LibraryPicture(library))
    #expect(catalogue.open(verifying: true)?.isIntact() == true)
    for (before, after) in zip(library.order, opened.order) {
      #expect(kept.numbers.new(before) == after)
    }
  }

  @Test func nothingIsLostWithTheMemoryOfRows() throws {
    try catalogue.keep(library)
    var opened = try #require(catalogue.open())
    opened.releaseFileMemory()
    #expect(LibraryPicture(opened) == LibraryPicture(library))
    var whole = library
    var numbers = SeededNumbers(seed: 5)
    let news = PageBatch(folder: "/more", InventedLibrary.pages(40, &numbers))
    opened.add(news)
    whole.add(news)
    opened.releaseFileMemory()
    #expect(LibraryPicture(opened) == LibraryPicture(whole))
  }

  /// Rows that were moved to a file while it was loaded are the same, and change like others.
  @Test func nothingIsLostWithRowsThatWereMoved() throws {
    let scratch = catalogue.scratchFile()
    var numbers = SeededNumbers(seed: 6)
    var (moved, whole) = (Library(), Library())
    for round in 1...8 {
      let pages = InventedLibrary.pages(300, &numbers).map { page in
        page.named("\(round)-" + page.name, saved: page.saved)
      }
      for part in [pages, Array(pages.prefix(9))] {
        moved.add(PageBatch(folder: "/more", part))
        whole.add(PageBatch(folder: "/more", part))
      }
      moved.moveMergedRows(to: scratch)
      guard round % 2 == 0 else { continue }
      moved.moveFoundRows(to: scratch)
      moved.moveSortedRows(to: scratch)
    }
    #expect(scratch.isUsed)
    #expect(LibraryPicture(moved) == LibraryPicture(whole))
    try catalogue.keep(moved)
    #expect(LibraryPicture(try #require(catalogue.open())) == LibraryPicture(whole))
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path("cache"))
    #expect(files.count == 1, "only the catalogue")
  }

  @Test func anEmptyLibrary() throws {
    try catalogue.keep(Library())
    #expect(try #require(catalogue.open()).isEmpty)
  }

  @Test func itGrowsLikeAnyOther() throws {
    try catalogue.keep(library)
    var opened = try #require(catalogue.open())
    var whole = library
    var numbers = SeededNumbers(seed: 4)
    for round in 1...20 {
      let batch = PageBatch(
        folder: "/more",
        InventedLibrary.pages(40, &numbers).map {
          $0.named("\(round)-" + $0.name, saved: $0.saved)
        })
      opened.add(batch)
      whole.add(batch)
    }
    #expect(LibraryPicture(opened) == LibraryPicture(whole))
    #expect(
      LibraryPicture(try #require(catalogue.open())) == LibraryPicture(library), "the file stays as it was")
  }

  @Test func cutAnywhere() throws {
    try catalogue.keep(library)
    let whole = try bytes
    for length in Array(0..<200) + stride(from: 200, to: whole.count, by: 997) + [whole.count - 1] {
      try write(Array(whole.prefix(length)))
      #expect(catalogue.open() == nil, "\(length) bytes")
      #expect(catalogue.open(verifying: true) == nil)
    }
  }

  /// Reading and changing it may give nonsense, but it ends, and says so.
  @Test(arguments: UInt64(1)...40) func damagedAnywhere(seed: UInt64) throws {
    try catalogue.keep(library)
    var damaged = try bytes
    var numbers = SeededNumbers(seed: seed)
    for _ in 1...Int.random(in: 1...200, using: &numbers) {
      let place = Int.random(in: 0..<damaged.count, using: &numbers)
      damaged[place] = UInt8.random(in: .min ... .max, using: &numbers)
    }
    try write(damaged)
    #expect(catalogue.open(verifying: true) == nil)
    guard var opened = catalogue.open() else { return }
    let picture = LibraryPicture(opened)
    #expect(opened.isDamaged || picture == LibraryPicture(library))
    opened.add(PageBatch(folder: "/more", InventedLibrary.pages(10, &numbers)))
    _ = LibraryPicture(opened)
  }

  /// No slot of any table is free any more.
  @Test func damagedEverywhere() throws {
    try catalogue.keep(library)
    var damaged = try bytes
    for place in 4096..<damaged.count { damaged[place] = 0x5A }
    try write(damaged)
    var opened = try #require(catalogue.open())
    var numbers = SeededNumbers(seed: 1)
    opened.add(PageBatch(folder: "/more", InventedLibrary.pages(40, &numbers)))
    _ = LibraryPicture(opened)
    #expect(opened.isDamaged)
  }

  /// While it is open: what was read before is still there, the rest is told to be damaged.
  @Test(arguments: [0, 4096, 9_999]) func cutWhileItIsOpen(length: Int) throws {
    try catalogue.keep(library)
    let opened = try #require(catalogue.open())
    #expect(!opened.isDamaged)
    #expect(truncate(catalogue.path, length) == 0)
    _ = LibraryPicture(opened)
    #expect(opened.isDamaged)
  }

  /// What was made of zeros takes the place of nothing.
  @Test func aDamagedLibraryIsNotKept() throws {
    try catalogue.keep(library)
    let opened = try #require(catalogue.open())
    #expect(truncate(catalogue.path, 6_000) == 0)
    #expect(try catalogue.keep(opened).map { _ in true } == nil)
    #expect(catalogue.open() == nil)
    try catalogue.keep(library)
    #expect(catalogue.open(verifying: true) != nil)
  }

  @Test func anotherTakesItsPlaceWhileItIsOpen() throws {
    try catalogue.keep(library)
    let opened = try #require(catalogue.open())
    try catalogue.keep(Library())
    #expect(LibraryPicture(opened) == LibraryPicture(library))
    #expect(!opened.isDamaged)
  }

  @Test func anyByteOfTheHeaderIsVerified() throws {
    try catalogue.keep(library)
    let whole = try bytes
    for place in 0..<400 {
      var damaged = whole
      damaged[place] ^= 1
      try write(damaged)
      #expect(catalogue.open() == nil, "byte \(place) of the header")
    }
  }

  @Test func whatAnotherHasKept() throws {
    try catalogue.keep(library)
    let stamp = try #require(FileStamp(path: folder.path))
    let newer = Catalogue(in: folder.path("cache"), of: ["/news"], program: stamp)
    #expect(newer.path == catalogue.path)
    #expect(newer.open() == nil, "another program")
    #expect(Catalogue(in: folder.path("cache"), of: ["/other"], program: .unknown).open() == nil)
    #expect(Catalogue(in: folder.path("cache"), of: ["news"], program: .unknown).path != catalogue.path)
  }

  @Test func somethingElseInItsPlace() throws {
    try catalogue.keep(library)
    try write([])
    #expect(catalogue.open() == nil)
    try write(Array(repeating: 7, count: 100_000))
    #expect(catalogue.open() == nil)
    catalogue.remove()
    #expect(catalogue.open() == nil)
    #expect(mkdir(catalogue.path, 0o700) == 0)
    #expect(catalogue.open() == nil)
    #expect(throws: CatalogueError.self) { try catalogue.keep(library) }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path("cache")).count == 1,
      "nothing left over")
  }
}
