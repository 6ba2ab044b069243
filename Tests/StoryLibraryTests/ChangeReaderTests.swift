import Folders
import Foundation
import StoryLibrary
import TestFolder
import Testing

/// What a watch has noticed, read again.
struct ChangeReaderTests {
  /// What the changes make of a library of the folder's pages.
  private func read(_ changes: [FolderChange], into library: inout Library, roots: [String] = []) -> [Int] {
    var reader = ChangeReader(readings: ReadingCounter(after: library.lastReading), roots: roots)
    var sizes: [Int] = []
    reader.read(changes) { batch in
      sizes.append(batch.fileCount)
      library.add(batch)
    }
    return sizes
  }

  private func loaded(_ folder: Folder) -> Library { Loaded([folder.path]).library }

  @Test func aFileThatIsWrittenComes() throws {
    let folder = try Folder()
    try folder.write(InventedPage("Fog at six").named("a.txt"))
    var library = loaded(folder)
    try folder.write(InventedPage("Fog at noon").named("b.txt"))
    let sizes = read([.changed(folder: folder.path, name: "b.txt")], into: &library)
    #expect(sizes == [1])
    #expect(Set(library.titles) == ["Fog at six", "Fog at noon"])
  }

  @Test func aFileThatIsWrittenAnewIsAnother() throws {
    let folder = try Folder()
    try folder.write(InventedPage("Fog at six").named("a.txt"))
    var library = loaded(folder)
    try folder.write(InventedPage("Fog at noon").named("a.txt"))
    _ = read([.changed(folder: folder.path, name: "a.txt")], into: &library)
    #expect(library.titles == ["Fog at noon"])
  }

  /// Whatever was said of it: what counts is whether it is there.
  @Test(arguments: [false, true]) func aFileThatIsNotThereIsGone(wasRemoved: Bool) throws {
    let folder = try Folder()
    try folder.write(InventedPage("Fog at six").named("a.txt"))
    try folder.write(InventedPage("Fog at noon").named("b.txt"))
    var library = loaded(folder)
    try FileManager.default.removeItem(atPath: folder.path("a.txt"))
    let change: FolderChange =
      wasRemoved
      ? .removed(folder: folder.path, name: "a.txt") : .changed(folder: folder.path, name: "a.txt")
    _ = read([change], into: &library)
    #expect(library.titles == ["Fog at noon"])
  }

  @Test func aFileThatIsBackIsThere() throws {
    let folder = try Folder()
    try folder.write(InventedPage("Fog at six").named("a.txt"))
    var library = loaded(folder)
    _ = read([.removed(folder: folder.path, name: "a.txt")], into: &library)
    #expect(library.titles == ["Fog at six"])
  }

  /// Browsers write the folder of a page before the page, or behind it.
  @Test func theFolderOfAPageIsNoPagesWhicheverComesFirst() throws {
    let folder = try Folder()
    try folder.write(InventedPage("Fog at six").named("a.txt"))
    try folder.write(Array("<html><body>An advertisement for rope".utf8), to: "quay_files/frame.html")
    try folder.write(Array("<html><body>An advertisement for soap".utf8), to: "quay_files/deep/frame.html")
    var library = loaded(folder)
    #expect(library.titles.count == 3, "nobody knows whose they are")
    let page = "<html><title>Quay wall</title><body><p>The wall is to be raised by a metre.</p>"
    try folder.write(Array(page.utf8), to: "quay.html")
    _ = read([.changed(folder: folder.path, name: "quay.html")], into: &library)
    #expect(Set(library.titles) == ["Fog at six", "Quay wall"])
    try folder.write(Array("<html><body>An advertisement for tea".utf8), to: "quay_files/deep/tea/other.html")
    let changes: [FolderChange] = [
      .changed(folder: folder.path("quay_files"), name: "frame.html"),
      .folderAppeared(folder.path("quay_files/deep/tea")),
    ]
    _ = read(changes, into: &library)
    #expect(Set(library.titles) == ["Fog at six", "Quay wall"])
    _ = read(changes, into: &library, roots: [folder.path("quay_files")])
    #expect(library.titles.count == 4, "they were asked for")
  }

  @Test func otherFilesAreNoPages() throws {
    let folder = try Folder()
    try folder.write(InventedPage("Fog at six").named("a.txt"))
    var library = loaded(folder)
    try folder.write(InventedPage("Fog at noon").named(".b.txt.swp"))
    _ = read([.changed(folder: folder.path, name: ".b.txt.swp")], into: &library)
    #expect(library.titles == ["Fog at six"])
    #expect(library.problems.isEmpty)
  }

  /// Neighbours in one folder come together.
  @Test func aFolderIsABatch() throws {
    let folder = try Folder()
    for name in ["one", "two"] {
      try FileManager.default.createDirectory(
        atPath: folder.path(name), withIntermediateDirectories: true)
    }
    var library = loaded(folder)
    for name in ["a.txt", "b.txt"] {
      try folder.write(InventedPage("Fog \(name)").named(name), in: "one/")
      try folder.write(InventedPage("Rain \(name)").named(name), in: "two/")
    }
    let sizes = read(
      ["one", "two"].flatMap { below in
        ["a.txt", "b.txt"].map { FolderChange.changed(folder: folder.path(below), name: $0) }
      }, into: &library)
    #expect(sizes == [2, 2])
    #expect(library.titles.count == 4)
  }

  @Test func aFolderComesAndGoes() throws {
    let folder = try Folder()
    try folder.write(InventedPage("Fog at six").named("a.txt"))
    var library = loaded(folder)
    try FileManager.default.createDirectory(
      atPath: folder.path("new"), withIntermediateDirectories: true)
    for number in 1...3 {
      try folder.write(InventedPage("Rain \(number)").named("\(number).txt"), in: "new/")
    }
    _ = read([.folderAppeared(folder.path("new"))], into: &library)
    #expect(library.titles.count == 4)
    _ = read([.folderGone(folder.path("new"))], into: &library)
    #expect(library.titles == ["Fog at six"])
  }
}
