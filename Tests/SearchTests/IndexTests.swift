import Foundation
import GRDB
import Glibc
import StoryLibrary
import Testing

@testable import Search

/// The index as a file that may be anything, and the order of what it finds.
struct IndexTests {
  private let folder: PageFolder

  init() throws {
    folder = try PageFolder()
    try folder.write("once.txt", title: "Once", body: "The ferry left.")
    try folder.write("often.txt", title: "Often", body: "Ferry, ferry, ferry and ferry.")
    try folder.write("title.txt", title: "The ferry", body: "It left.")
    folder.age()
  }

  private func build() throws {
    var builder = try IndexBuilder(folder.load(), index: folder.index)
    while try builder.step() {}
  }

  private func titles(_ query: String) -> [String] {
    let library = folder.load()
    let index = WordIndex(existing: folder.index)
    return StorySearch(SearchQuery(query), in: library, index: index).run().map { library[$0.index].title }
  }

  @Test func theHeadlineCountsMostThenHowOften() throws {
    #expect(titles("ferry") == ["The ferry", "Often", "Once"])
    try build()
    #expect(titles("ferry") == ["The ferry", "Often", "Once"])
    #expect(titles("ferry left") == ["The ferry", "Once"])
  }

  @Test func whatIsGoneIsNotFound() throws {
    try build()
    try folder.remove("often.txt")
    #expect(titles("ferry") == ["The ferry", "Once"])
  }

  @Test func aFileThatChangesMeanwhileIsNotKnownAsWhatItWas() throws {
    let library = folder.load()
    try folder.write("once.txt", title: "Once", body: "The tram left, and nobody was on it.")
    folder.age()
    var builder = try IndexBuilder(library, index: folder.index)
    while try builder.step() {}
    #expect(try WordIndex(path: folder.index).stamps().count == 2)
    #expect(titles("ferry") == ["The ferry", "Often"])
  }

  @Test(arguments: ["", "no database", "SQLite format 3\0 and nothing else"]) func anyFileInItsPlace(
    contents: String
  )
    throws
  {
    try Data(contents.utf8).write(to: URL(fileURLWithPath: folder.index))
    #expect(titles("ferry") == ["The ferry", "Often", "Once"])
    try build()
    #expect(try WordIndex(path: folder.index).stamps().count == 3)
  }

  /// An index tells what is in pages that may be nobody else's business.
  @Test func noOneElseMayReadIt() throws {
    try Data().write(to: URL(fileURLWithPath: folder.index))
    chmod(folder.index, 0o644)
    try build()
    for ending in ["", "-seal"] {
      var status = stat()
      #expect(stat(folder.index + ending, &status) == 0)
      #expect(status.st_mode & 0o777 == 0o600)
    }
  }

  @Test func anIndexThatWasTruncated() throws {
    try build()
    let whole = try Data(contentsOf: URL(fileURLWithPath: folder.index))
    for length in stride(from: 0, to: whole.count, by: 4_096 - 7) {
      for ending in ["-wal", "-shm"] { unlink(folder.index + ending) }
      try whole.prefix(length).write(to: URL(fileURLWithPath: folder.index))
      #expect(titles("ferry") == ["The ferry", "Often", "Once"], "\(length) bytes")
    }
    try build()
    #expect(WordIndex(existing: folder.index) != nil)
  }

  @Test func anotherLayoutIsMadeAnew() throws {
    try build()
    let index = try WordIndex(path: folder.index)
    try index.setLayout(WordIndex.schema + 1)
    #expect(WordIndex(existing: folder.index) == nil)
    try build()
    #expect(WordIndex(existing: folder.index) != nil)
  }

  @Test func twoAtOnce() throws {
    var first = try IndexBuilder(folder.load(), index: folder.index)
    var second = try IndexBuilder(folder.load(), index: folder.index)
    while try first.step() {}
    #expect(throws: SearchError.inUse(path: folder.index)) { try second.step() }
    #expect(try WordIndex(path: folder.index).stamps().count == 3)
  }

  @Test func anIndexInUseIsLeftAlone() throws {
    try build()
    let library = folder.load()
    let other = try DatabaseQueue(path: folder.index)
    try other.inDatabase { db in
      try db.execute(sql: "BEGIN EXCLUSIVE")
      #expect(throws: SearchError.inUse(path: folder.index)) {
        _ = try IndexBuilder(library, index: folder.index)
      }
      try db.execute(sql: "ROLLBACK")
    }
    #expect(try other.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM batch") } == 1)
    #expect(try WordIndex(path: folder.index).stamps().count == 3)
  }

  @Test func whatCannotBeOpenedIsLeftAlone() throws {
    try FileManager.default.createDirectory(atPath: folder.index, withIntermediateDirectories: false)
    let library = folder.load()
    #expect(throws: SearchError.self) { _ = try IndexBuilder(library, index: folder.index) }
    #expect(FileManager.default.fileExists(atPath: folder.index))
  }

  /// Most of the files in it are gone, and there are many: more than the few that are not worth the work.
  @Test(arguments: [(998, false), (999, true)]) func anIndexOfOtherFilesIsMadeAnew(gone: Int, isEmptied: Bool)
    throws
  {
    let index = try WordIndex(path: folder.index)
    var others = (1...gone).map { WordIndex.File(stamp: UInt64($0), lines: [Data("ferry".utf8)]) }
    _ = try index.add(after: 0) { others.popLast() }
    var pages = folder.load().fileNumbers.compactMap { folder.load().file($0) }.prefix(2)
    _ = try index.add(after: gone) {
      pages.popFirst().map { WordIndex.File(stamp: $0.stamp.value, lines: [Data("ferry".utf8)]) }
    }
    let builder = try IndexBuilder(folder.load(), index: folder.index)
    #expect(builder.left == (isEmptied ? 3 : 1))
    #expect(try index.stamps().count == (isEmptied ? 0 : gone + 2))
  }

  @Test func anIndexThatIsHalfOfUseIsKept() throws {
    for page in 0..<600 { try folder.write("\(page).txt", title: "Quay \(page)", body: "A quay.") }
    folder.age()
    try build()
    for page in 0..<300 { try folder.remove("\(page).txt") }
    let builder = try IndexBuilder(folder.load(), index: folder.index)
    #expect(builder.left == 0)
    #expect(try WordIndex(path: folder.index).stamps().count == 603)
  }
}
