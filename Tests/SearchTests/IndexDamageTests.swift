import Foundation
import StoryLibrary
import Testing

@testable import Search

/// A damaged index never answers wrongly.
struct IndexDamageTests {
  private static let expected = ["The ferry", "Often", "Once"]
  private let folder: PageFolder

  init() throws {
    folder = try PageFolder()
    try folder.write("once.txt", title: "Once", body: "The ferry left.")
    try folder.write("often.txt", title: "Often", body: "Ferry, ferry, ferry and ferry.")
    try folder.write("title.txt", title: "The ferry", body: "It left.")
    folder.age()
    try build()
  }

  private func build() throws {
    var builder = try IndexBuilder(folder.load(), index: folder.index)
    while try builder.step() {}
  }

  private func titles() -> [String] {
    let library = folder.load()
    let index = WordIndex(existing: folder.index)
    return StorySearch(SearchQuery("ferry"), in: library, index: index).run().map { library[$0.index].title }
  }

  @Test func anyByteOfIt() throws {
    let url = URL(fileURLWithPath: folder.index)
    let whole = try Data(contentsOf: url)
    for position in stride(from: 0, to: whole.count, by: 509) {
      var damaged = whole
      damaged[position] ^= 0x20
      try damaged.write(to: url)
      #expect(WordIndex(existing: folder.index) == nil, "byte \(position)")
      #expect(titles() == IndexDamageTests.expected, "byte \(position)")
    }
    try build()
    #expect(WordIndex(existing: folder.index) != nil)
    #expect(titles() == IndexDamageTests.expected)
  }

  @Test func aLetterOfAWord() throws {
    let url = URL(fileURLWithPath: folder.index)
    var contents = try Data(contentsOf: url)
    let word = try #require(contents.range(of: Data("ferry".utf8)))
    contents[word.lowerBound] = UInt8(ascii: "b")
    try contents.write(to: url)
    #expect(titles() == IndexDamageTests.expected)
  }

  @Test func aCopyIsNotDamaged() throws {
    let url = URL(fileURLWithPath: folder.index)
    try Data(contentsOf: url).write(to: url)
    #expect(IndexSeal.state(of: folder.index) == .intact)
    #expect(WordIndex(existing: folder.index) != nil)
  }

  @Test func theSealGoesBeforeTheIndexChanges() throws {
    #expect(IndexSeal.state(of: folder.index) == .intact)
    let index = try WordIndex(path: folder.index)
    _ = try index.add(after: 3) {
      #expect(IndexSeal.state(of: folder.index) == .missing)
      return nil
    }
    #expect(IndexSeal.state(of: folder.index) == .missing)
    index.seal()
    #expect(IndexSeal.state(of: folder.index) == .intact)
  }

  @Test(arguments: 0..<32) func aDamagedSeal(position: Int) throws {
    let url = URL(fileURLWithPath: folder.index + "-seal")
    var seal = try Data(contentsOf: url)
    seal[position] ^= 1
    try seal.write(to: url)
    #expect(IndexSeal.state(of: folder.index) == .damaged)
    #expect(titles() == IndexDamageTests.expected)
    try build()
    #expect(IndexSeal.state(of: folder.index) == .intact)
  }

  @Test func onlyItsOwnerMayReadIt() throws {
    let index = try WordIndex(path: folder.index)
    _ = try index.add(after: 3) { nil }
    for ending in ["", "-wal", "-shm"] {
      let attributes = try FileManager.default.attributesOfItem(atPath: folder.index + ending)
      #expect(attributes[.posixPermissions] as? Int == 0o600, "\(ending)")
    }
  }
}
