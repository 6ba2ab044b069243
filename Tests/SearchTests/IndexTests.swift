import Foundation
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

  @Test func anIndexThatWasCut() throws {
    try build()
    let whole = try Data(contentsOf: URL(fileURLWithPath: folder.index))
    for length in stride(from: 0, to: whole.count, by: 4_096 - 7) {
      for ending in ["-wal", "-shm"] { unlink(folder.index + ending) }
      try whole.prefix(length).write(to: URL(fileURLWithPath: folder.index))
      #expect(Set(titles("ferry")).isSubset(of: ["The ferry", "Often", "Once"]), "\(length) bytes")
    }
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
}
