import Folders
import Foundation
import SavedPages
import StoryLibrary
import TestFolder
import Testing

/// Archives of many pages in a library: to it they are folders.
struct ArchiveLibraryTests {
  private let folder: Folder
  private var path: String { folder.path("crawl.warc.gz") }

  init() throws { folder = try Folder() }

  private static func page(_ number: Int) -> [UInt8] {
    Array(InventedPage("Story number \(number)", body: ["The fog came to quay \(number) at six."]).text.utf8)
  }

  private func write(_ numbers: Range<Int>, age: TimeInterval = 100) throws {
    let records = numbers.flatMap { number in
      Gzip.compress(
        ArchiveFile.record(
          "conversion", ArchiveLibraryTests.page(number), address: "https://lantern.example/\(number)",
          contentType: "text/plain"))
    }
    try folder.write(records, to: "crawl.warc.gz")
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -age)], ofItemAtPath: path)
  }

  /// As if what was just written had settled.
  private func loaded(_ known: KnownPages? = nil) -> Loaded {
    Loaded([folder.path], known: known, clock: { time(nil) + 10 })
  }

  private func titles(_ numbers: Range<Int>) -> Set<String> { Set(numbers.map { "Story number \($0)" }) }

  @Test func eachRecordIsAPage() throws {
    try write(0..<150)
    let loaded = self.loaded()
    let library = loaded.library
    #expect(library.pageCount == 150)
    #expect(loaded.batches.reduce(0) { $0 + $1.fileCount } == 1)
    #expect(Set(library.titles) == titles(0..<150))
    for number in [0, 77, 149] {
      let story = try library.story("Story number \(number)")
      let body = try BodyReader.read(try #require(library.bodyLocation(of: story)))
      #expect(body.paragraphs == ["The fog came to quay \(number) at six."])
      #expect(body.address == "https://lantern.example/\(number)")
      #expect(library[story].saved == SavedForm.saved)
      #expect(library.pagePaths(of: story).allSatisfy { $0.hasPrefix(path + "/") })
    }
  }

  @Test func unchangedArchivesAreNotReadAgain() throws {
    try write(0..<100)
    let library = loaded().library
    let again = loaded(KnownPages(library))
    #expect(again.batches.allSatisfy { !$0.changesStories })
    var same = library
    same.add(again.batches)
    #expect(same.pageCount == 100)
  }

  @Test func pagesOfAnArchiveComeAndGoTogether() throws {
    try write(0..<100)
    var library = loaded().library
    try write(50..<60, age: 50)
    library.add(loaded(KnownPages(library)).batches)
    #expect(Set(library.titles) == titles(50..<60))
    #expect(library.pageCount == 10)
    try folder.remove("crawl.warc.gz")
    library.add(loaded(KnownPages(library)).batches)
    #expect(library.isEmpty)
    #expect(library.pageCount == 0)
  }

  @Test func aPageInThePlaceOfAnArchive() throws {
    try write(0..<10)
    var library = loaded().library
    try folder.write(InventedPage("Wind").named("crawl.warc.gz"))
    library.add(Loaded([path], known: KnownPages(library)).batches)
    library.add(loaded(KnownPages(library)).batches)
    #expect(library.titles.filter { $0.hasPrefix("Story") }.isEmpty)
  }

  @Test func changesWhileReading() throws {
    try write(0..<10)
    var library = loaded().library
    let readings = ReadingCounter(after: library.lastReading)
    func take(_ change: FolderChange) {
      var batches: [PageBatch] = []
      var reader = ChangeReader(readings: readings, roots: [folder.path])
      reader.read([change]) { batches.append($0) }
      library.add(batches)
    }
    try write(5..<20)
    take(.changed(folder: folder.path, name: "crawl.warc.gz"))
    #expect(Set(library.titles) == titles(5..<20))
    try folder.remove("crawl.warc.gz")
    take(.removed(folder: folder.path, name: "crawl.warc.gz"))
    #expect(library.isEmpty)
  }

  /// An archive that was written anew is told by its stamp, as a folder in which files have come.
  @Test func hasTheSameFilesUntilItIsWrittenAnew() throws {
    try write(0..<10)
    Thread.sleep(forTimeInterval: 3.1)
    var library = loaded().library
    #expect(library.hasSameFiles)
    try write(10..<20, age: 50)
    #expect(!library.hasSameFiles)
    Thread.sleep(forTimeInterval: 3.1)
    library.add(loaded(KnownPages(library)).batches)
    #expect(Set(library.titles) == titles(10..<20))
    #expect(library.hasSameFiles)
    try folder.remove("crawl.warc.gz")
    #expect(!library.hasSameFiles)
  }

  @Test func keptInACatalogue() throws {
    try write(0..<100)
    let library = loaded().library
    let cache = try Folder()
    let catalogue = Catalogue(in: cache.path, of: [folder.path], program: .unknown)
    let kept = try #require(try catalogue.keep(library)).library
    #expect(Set(kept.titles) == titles(0..<100))
    #expect(kept.hasSameFiles == library.hasSameFiles)
    var reader = TextReader()
    var seen: Set<String> = []
    for number in kept.inReadingOrder(Array(kept.fileNumbers)) {
      guard let file = kept.file(number) else { continue }
      let stamp = reader.read(file.path) { _, entry in
        seen.insert(String(decoding: entry.title, as: UTF8.self))
      }
      #expect(stamp == file.stamp)
    }
    #expect(seen == titles(0..<100))
    #expect(loaded(KnownPages(kept)).batches.allSatisfy { !$0.changesStories })
  }

  @Test func oneCompressedPieceForAllRecords() throws {
    let records = (0..<20).flatMap { number in
      ArchiveFile.record("conversion", ArchiveLibraryTests.page(number), contentType: "text/plain")
    }
    try folder.write(Gzip.compress(records), to: "crawl.warc.gz")
    let library = loaded().library
    #expect(Set(library.titles) == titles(0..<20))
    for story in library.order.reversed() {
      let body = try BodyReader.read(try #require(library.bodyLocation(of: story)))
      #expect(body.paragraphs.first?.hasPrefix("The fog came to quay") == true)
    }
  }
}
