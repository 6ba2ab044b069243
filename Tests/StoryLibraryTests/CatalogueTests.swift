import Folders
import Foundation
import Glibc
import SeededNumbers
import Tables
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
    #expect(catalogue.isIntact())
    for (before, after) in zip(library.order, opened.order) {
      #expect(kept.numbers.new(before) == after)
    }
  }

  @Test func nothingIsLostWithTheMemoryOfRows() throws {
    try catalogue.keep(library)
    var opened = try #require(catalogue.open())
    opened.forget()
    #expect(LibraryPicture(opened) == LibraryPicture(library))
    var whole = library
    var numbers = SeededNumbers(seed: 5)
    let news = PageBatch(folder: "/more", InventedLibrary.pages(40, &numbers))
    opened.add(news)
    whole.add(news)
    opened.forget()
    #expect(LibraryPicture(opened) == LibraryPicture(whole))
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
      #expect(!catalogue.isIntact())
    }
  }

  /// Reading and changing it may give nonsense, but it ends.
  @Test(arguments: UInt64(1)...40) func damagedAnywhere(seed: UInt64) throws {
    try catalogue.keep(library)
    var damaged = try bytes
    var numbers = SeededNumbers(seed: seed)
    for _ in 1...Int.random(in: 1...200, using: &numbers) {
      let place = Int.random(in: CatalogueHeader.size..<damaged.count, using: &numbers)
      damaged[place] = UInt8.random(in: .min ... .max, using: &numbers)
    }
    try write(damaged)
    guard var opened = catalogue.open() else { return }
    _ = LibraryPicture(opened)
    opened.add(PageBatch(folder: "/more", InventedLibrary.pages(10, &numbers)))
    _ = LibraryPicture(opened)
  }

  /// No slot of any table is free any more.
  @Test func damagedEverywhere() throws {
    try catalogue.keep(library)
    var damaged = try bytes
    for place in CatalogueHeader.size..<damaged.count { damaged[place] = 0x5A }
    try write(damaged)
    var opened = try #require(catalogue.open())
    var numbers = SeededNumbers(seed: 1)
    opened.add(PageBatch(folder: "/more", InventedLibrary.pages(40, &numbers)))
    _ = LibraryPicture(opened)
  }

  @Test func damageIsNoticed() throws {
    try catalogue.keep(library)
    let whole = try bytes
    let header = try #require(CatalogueHeader(descriptor: open(catalogue.path, O_RDONLY), identity: identity))
    for section in header.sections where section.count > 0 {
      var damaged = whole
      damaged[section.contents.upperBound - 1] ^= 1
      try write(damaged)
      #expect(!catalogue.isIntact())
    }
    for place in 0..<72 {
      var damaged = whole
      damaged[place] ^= 1
      try write(damaged)
      #expect(catalogue.open() == nil, "byte \(place) of the header")
    }
  }

  private var identity: UInt64 {
    // As it stands in the header.
    (try? bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: 16, as: UInt64.self) }) ?? 0
  }

  @Test(arguments: [UInt64(0), 1, 99]) func anotherSchema(schema: UInt64) throws {
    try catalogue.keep(library)
    var words = try bytes.prefix(CatalogueHeader.size).withUnsafeBytes {
      Array($0.bindMemory(to: UInt64.self))
    }
    words[1] = schema
    var sum = Mixer()
    for word in words.dropLast() { sum.add(word) }
    words[words.count - 1] = sum.value
    var changed = try bytes
    changed.replaceSubrange(0..<CatalogueHeader.size, with: words.withUnsafeBytes { Array($0) })
    try write(changed)
    #expect(catalogue.open() == nil)
    try catalogue.keep(library)
    #expect(catalogue.open() != nil, "made anew")
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
