import Foundation
import Glibc
import SeededNumbers
import StoryLibrary
import TestFolder
import Testing

/// A start from a catalogue gives what a start without one gives, whatever has become of the files meanwhile.
struct WarmStartTests {
  private let folder: Folder
  private let catalogue: Catalogue

  init() throws {
    folder = try Folder()
    catalogue = Catalogue(in: folder.path + "-cache", of: [folder.path], program: .unknown)
  }

  private func load(known: KnownPages? = nil, into library: Library = Library()) -> Library {
    let loaded = Loaded([folder.path], known: known)
    var library = library
    library.add(loaded.batches)
    library.add(problems: loaded.problems)
    return library
  }

  /// As the next start does it.
  private func warm() throws -> Library {
    let kept = try #require(catalogue.open())
    return load(known: KnownPages(try #require(catalogue.open())), into: kept)
  }

  private func expectSame(_ warm: Library, _ comment: Comment) {
    let cold = load()
    #expect(LibraryPicture(warm) == LibraryPicture(cold), comment)
    #expect(Set(warm.problems) == Set(cold.problems), comment)
  }

  @Test(arguments: [(UInt64(1), 2_000), (2, 60), (3, 60), (4, 60), (5, 10), (6, 10)])
  func afterAnyChanges(seed: UInt64, count: Int) throws {
    defer { try? FileManager.default.removeItem(atPath: folder.path + "-cache") }
    var numbers = SeededNumbers(seed: seed)
    let places = ["", "sub/", "sub/deep/"]
    for page in InventedLibrary.pages(count, &numbers) {
      try folder.write(page, in: InventedLibrary.pick(places, &numbers))
    }
    try catalogue.keep(load())
    for round in 1...3 {
      try expectSame(warm(), "nothing has changed")
      try change(count / 5 + 3, &numbers, round)
      let warm = try warm()
      expectSame(warm, "round \(round)")
      try catalogue.keep(warm)
    }
  }

  private func change(_ count: Int, _ numbers: inout SeededNumbers, _ round: Int) throws {
    let manager = FileManager.default
    for number in 0..<count {
      let files = (manager.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? [])
        .filter { $0.hasSuffix(".txt") }.sorted()
      guard let file = files.randomElement(using: &numbers) else { return }
      let page = InventedLibrary.pages(1, &numbers)[0]
      switch Int.random(in: 0..<6, using: &numbers) {
      case 0: try folder.remove(file)
      case 1: try folder.write(Array(page.text.utf8), to: file)
      case 2: try folder.write(page.named("new-\(round)-\(number).txt", saved: page.saved), in: "sub/")
      case 3:
        try manager.moveItem(atPath: folder.path(file), toPath: folder.path("moved-\(round)-\(number).txt"))
      case 4: try folder.write([0x89, 0x50, 0, 0, 1, 2], to: file)
      default: try folder.write(Array("just a text\n".utf8), to: "plain-\(round)-\(number).txt")
      }
    }
  }

  /// Nothing is read that has not changed.
  @Test func onlyWhatIsNewIsRead() throws {
    defer { try? FileManager.default.removeItem(atPath: folder.path + "-cache") }
    try folder.write(InventedPage("Fog").named("fog.txt"))
    try folder.write(InventedPage("Wind").named("wind.txt"))
    try settle()
    try catalogue.keep(load())
    let again = Loaded([folder.path], known: KnownPages(try #require(catalogue.open())))
    #expect(again.batches.reduce(0) { $0 + $1.byteCount } == 0)
    #expect(again.batches.reduce(0) { $0 + $1.fileCount } == 2)
    try folder.write(InventedPage("Storm").named("wind.txt"))
    #expect(Set(try warm().titles) == ["Fog", "Storm"])
  }

  /// Of the same size and, as somebody has set it, of the same time.
  @Test func anotherFileWithATimeThatWasSet() throws {
    defer { try? FileManager.default.removeItem(atPath: folder.path + "-cache") }
    try folder.write(InventedPage("Fog").named("fog.txt"))
    try settle()
    try catalogue.keep(load())
    try folder.write(InventedPage("Sun").named("sun.txt"))
    #expect(rename(folder.path("sun.txt"), folder.path("fog.txt")) == 0)
    #expect(try warm().titles == ["Sun"])
  }

  /// Hard links elsewhere and other permissions change the time of the files' attributes, and nothing in them.
  @Test func linksAndPermissionsAreNoChanges() throws {
    defer { try? FileManager.default.removeItem(atPath: folder.path + "-cache") }
    try folder.write(InventedPage("Fog").named("fog.txt"))
    try settle()
    try catalogue.keep(load())
    #expect(link(folder.path("fog.txt"), folder.path + "-link") == 0)
    defer { unlink(folder.path + "-link") }
    #expect(chmod(folder.path("fog.txt"), 0o600) == 0)
    let again = Loaded([folder.path], known: KnownPages(try #require(catalogue.open())))
    #expect(again.batches.reduce(0) { $0 + $1.byteCount } == 0)
    #expect(again.batches.reduce(0) { $0 + $1.fileCount } == 1)
  }

  @Test func filesOfTheirOwnAreLookedAtEachTime() throws {
    try folder.write(InventedPage("Fog").named("fog.txt"), in: "sub/")
    try folder.write(InventedPage("Wind").named("wind.txt"), in: "other/")
    try settle()
    #expect(!Loaded([folder.path("sub"), folder.path("other/wind.txt")]).library.hasSameFiles)
  }

  @Test func aFolderThatIsGoneDoesNotCount() throws {
    try folder.write(InventedPage("Fog").named("fog.txt"), in: "sub/")
    try folder.write(InventedPage("Wind").named("wind.txt"), in: "other/")
    try settle()
    var library = Loaded([folder.path("sub"), folder.path("other")]).library
    try folder.remove("other")
    #expect(!library.hasSameFiles)
    var gone = PageBatch(folder: folder.path("other"))
    gone.addGoneFolder(reading: 1_000)
    library.add(gone)
    #expect(library.hasSameFiles)
  }

  @Test func foldersTellWhetherFilesCameOrWent() throws {
    defer { try? FileManager.default.removeItem(atPath: folder.path + "-cache") }
    try folder.write(InventedPage("Fog").named("fog.txt"), in: "sub/")
    try settle()
    #expect(load().hasSameFiles)
    #expect(!Library().hasSameFiles, "nothing is known")
    let before = load()
    try folder.write(InventedPage("Wind").named("wind.txt"), in: "sub/")
    #expect(!before.hasSameFiles)
    let after = load()
    #expect(!after.hasSameFiles, "a folder that has just changed may change again at the same time")
    try folder.remove("sub/fog.txt")
    #expect(!before.hasSameFiles)
  }

  /// Waits until the times of files can be trusted.
  private func settle() throws {
    Thread.sleep(forTimeInterval: 3.1)
  }
}
