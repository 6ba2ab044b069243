import Foundation
import Glibc
import StoryLibrary
import TestFolder
import Testing
import Text

/// Finding and reading pages in real folders.
struct LoaderTests {
  private let folder: Folder

  init() throws {
    folder = try Folder()
    try folder.write(InventedPage("Fog").named("fog.txt"))
  }

  @Test func foldersBelow() throws {
    try folder.write(InventedPage("Wind").named("wind.txt"), in: "a/b/c/")
    try folder.write(InventedPage("Choir").named("CHOIR.TXT"), in: "a/")
    try folder.write(InventedPage("Swan").named("no ending"), in: "a b/")
    let loaded = Loaded([folder.path])
    #expect(Set(loaded.library.titles) == ["Fog", "Wind", "Choir", "Swan"])
    #expect(loaded.problems.isEmpty)
    #expect(loaded.found == 4)
    #expect(loaded.batches.reduce(0) { $0 + $1.fileCount } == 4)
  }

  @Test func severalFolders() throws {
    let other = try Folder()
    try other.write(InventedPage("Wind").named("fog.txt"))
    #expect(Set(Loaded([folder.path, other.path]).library.titles) == ["Fog", "Wind"])
  }

  @Test func whatIsNoPageIsLeftOutWithAReason() throws {
    try folder.write(Array("hidden".utf8), to: ".hidden.txt")
    try folder.write(Array("hidden".utf8), to: ".folder/page.txt")
    try folder.write(Array("<p>".utf8), to: "picture.svg")
    try folder.write(Array("Text of some other program".utf8), to: "page.xyz")
    try folder.write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D], to: "picture.txt")
    #expect(mkfifo(folder.path("pipe.txt"), 0o600) == 0)
    let loaded = Loaded([folder.path])
    #expect(loaded.library.titles == ["Fog"])
    #expect(
      loaded.reasons == [
        folder.path(".hidden.txt"): .file(.hidden), folder.path(".folder"): .file(.hidden),
        folder.path("picture.svg"): .file(.foreign(fileExtension: "svg")),
        folder.path("page.xyz"): .file(.foreign(fileExtension: "xyz")), folder.path("picture.txt"): .binary,
        folder.path("pipe.txt"): .file(.notRegular),
      ])
    #expect(loaded.library.problems.filter { !$0.isHarmless }.map(\.reason) == [.binary])
  }

  @Test func aFileTooLargeForAPage() throws {
    #expect(truncate(folder.path("fog.txt"), 9 << 20) == 0)
    let loaded = Loaded([folder.path])
    #expect(loaded.reasons == [folder.path("fog.txt"): .file(.tooLarge(bytes: 9 << 20, limit: 8 << 20))])
  }

  @Test func aPageLargerThanTheReadingBuffer() throws {
    let long = String(repeating: "Fog and more fog. ", count: 100_000)
    try folder.write(InventedPage("Storm", body: [long, "The end."]).named("storm.txt"))
    let library = Loaded([folder.path]).library
    let location = try #require(library.bodyLocation(of: try library.story("Storm")))
    #expect(try BodyReader.read(location).paragraphs.last == "The end.")
  }

  @Test func loopsOfLinks() throws {
    try folder.write(InventedPage("Wind").named("wind.txt"), in: "a/b/")
    try folder.link("a/b/up", to: "../..")
    try folder.link("a/itself", to: ".")
    try folder.link("a/knot", to: "knot")
    try folder.link("a/nowhere.txt", to: "gone.txt")
    let loaded = Loaded([folder.path])
    #expect(loaded.isFinished)
    #expect(Set(loaded.library.titles) == ["Fog", "Wind"])
    #expect(loaded.library.pageCount == 2)
    #expect(loaded.reasons[folder.path("a/knot")] == .file(.unreadable(errno: ELOOP)))
    #expect(loaded.reasons[folder.path("a/nowhere.txt")] == .file(.vanished))
    #expect(loaded.problems.filter { $0.reason == .file(.folderReadAlready) }.count == 2)
  }

  @Test func linksToFilesAndFoldersAreFollowed() throws {
    let other = try Folder()
    try other.write(InventedPage("Wind").named("wind.txt"))
    try other.write(InventedPage("Choir").named("choir.txt"), in: "sub/")
    try folder.link("linked.txt", to: other.path("wind.txt"))
    try folder.link("linked", to: other.path("sub"))
    #expect(Set(Loaded([folder.path]).library.titles) == ["Fog", "Wind", "Choir"])
  }

  @Test func theSameFolderTwiceIsReadOnce() throws {
    let loaded = Loaded([folder.path, folder.path + "/", folder.path])
    #expect(loaded.library.pageCount == 1)
    #expect(loaded.problems.map(\.reason) == [.file(.folderReadAlready), .file(.folderReadAlready)])
    #expect(loaded.problems.allSatisfy { $0.isHarmless })
  }

  /// The loader is told of a file, and somebody deletes it before it is read.
  @Test func aFileVanishes() throws {
    let folder = folder
    let loaded = Loaded([folder.path], threads: 1) { event, _ in
      if case .found = event { try? folder.remove("fog.txt") }
    }
    #expect(loaded.reasons == [folder.path("fog.txt"): .file(.vanished)])
    #expect(loaded.isFinished)
  }

  @Test func aFolderVanishes() throws {
    let folder = folder
    try folder.write(InventedPage("Wind"), in: "sub/")
    let loaded = Loaded([folder.path], threads: 1) { event, _ in
      if case .found(1) = event { try? folder.remove("sub") }
    }
    #expect(loaded.library.titles == ["Fog"])
    #expect(loaded.reasons == [folder.path("sub"): .file(.unreadableFolder(errno: ENOENT))])
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser can read everything"))
  func foldersAndFilesThatMayNotBeRead() throws {
    try folder.write(InventedPage("Wind"), in: "sub/")
    try folder.write(InventedPage("Choir").named("choir.txt"))
    #expect(chmod(folder.path("sub"), 0) == 0 && chmod(folder.path("choir.txt"), 0) == 0)
    defer { chmod(folder.path("sub"), 0o700) }
    let loaded = Loaded([folder.path])
    #expect(loaded.library.titles == ["Fog"])
    #expect(loaded.reasons[folder.path("sub")] == .file(.unreadableFolder(errno: EACCES)))
    #expect(loaded.reasons[folder.path("choir.txt")] == .file(.unreadable(errno: EACCES)))
  }

  /// Latin-1 from an old disk: a folder, and a file that goes by its name.
  @Test func namesThatAreNoUTF8() throws {
    try folder.write(Array("...".utf8), to: "quay")
    try folder.write(InventedPage("Wind").named("wind.txt"), in: "sub/")
    func path(_ name: String) -> [CChar] { FileName.bytes(folder.path(name)) }
    #expect(rename(path("quay"), path("caf\u{10FEE9}")) == 0)
    #expect(rename(path("sub"), path("f\u{10FEE9}vrier")) == 0)
    let library = Loaded([folder.path]).library
    #expect(Set(library.titles) == ["Fog", "Wind", "caf\u{FFFD}"])
    for story in library.order {
      let body = try BodyReader.read(try #require(library.bodyLocation(of: story)))
      #expect(!body.paragraphs.isEmpty)
    }
    let again = Loaded([folder.path], known: KnownPages(library), clock: { time(nil) + 10 })
    #expect(again.library.problems.isEmpty)
  }

  @Test func aFileAskedForIsReadWhateverItsName() throws {
    try folder.write(InventedPage("Wind").named(".wind.html"))
    #expect(Loaded([folder.path(".wind.html")]).library.titles == ["Wind"])
  }

  @Test func whatIsAskedForAndNotThere() throws {
    #expect(mkfifo(folder.path("pipe"), 0o600) == 0)
    let loaded = Loaded([folder.path("nowhere"), folder.path("pipe")])
    #expect(
      loaded.reasons == [folder.path("nowhere"): .file(.vanished), folder.path("pipe"): .file(.notRegular)])
    #expect(loaded.isFinished)
  }

  @Test(arguments: [nil, 0, 1, 16]) func nothingToLoad(threads: Int?) throws {
    let loaded = Loaded([], threads: threads)
    #expect(loaded.isFinished)
    #expect(loaded.batches.isEmpty)
  }

  /// Many files, so that batches come while more is looked for.
  @Test func storiesComeInSeveralBatches() throws {
    for number in 1...200 { try folder.write(InventedPage("Story \(number)").named("\(number).txt")) }
    let loaded = Loaded([folder.path])
    #expect(loaded.batches.count > 3)
    #expect(loaded.library.order.count == 201)
    #expect(loaded.found == 201)
  }

  /// With any number of threads, some of them asleep at that moment.
  @Test(arguments: [1, 2, 3, 8]) func stopping(threads: Int) throws {
    for number in 1...400 {
      try folder.write(Array("Story \(number)".utf8), to: "\(number % 5)/\(number).txt")
    }
    for _ in 1...5 {
      let loaded = Loaded([folder.path], threads: threads) { event, loader in
        if case .batch = event { loader.stop() }
      }
      #expect(loaded.isFinished)
      #expect(loaded.library.pageCount < 401)
    }
  }
}
