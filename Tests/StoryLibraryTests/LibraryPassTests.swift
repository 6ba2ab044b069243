import SeededNumbers
import TestFolder
import Testing

@testable import StoryLibrary

/// Passes over all of a library say what its stories say one by one.
struct LibraryPassTests {
  private func library(_ seed: UInt64) -> Library {
    var numbers = SeededNumbers(seed: seed)
    var library = Library()
    for _ in 0..<3 { library.add(PageBatch(folder: "/news", InventedLibrary.pages(20, &numbers))) }
    return library
  }

  @Test(arguments: UInt64(1)...8) func sources(seed: UInt64) {
    let library = library(seed)
    let sources = library.storySources
    #expect(sources.count == library.storyNumbers.count)
    for story in library.order { #expect(sources[story.number] == UInt32(library.sourceNumber(of: story))) }
    #expect(Set(library.order.map { sources[$0.number] }).count > 2, "the test would show nothing")
  }

  @Test(arguments: UInt64(1)...8) func replacedStories(seed: UInt64) {
    let library = library(seed)
    let replaced = library.storyNumbers.map { StoryIndex($0) }.filter { library.current($0) != $0 }
    #expect(Set(replaced).isSubset(of: library.replacedStories))
    #expect(Set(library.order).isDisjoint(with: library.replacedStories))
    #expect(library.replacedStories.map(\.number) == library.replacedStories.map(\.number).sorted())
  }

  @Test func stamps() {
    let library = library(3)
    var visited: [Int] = []
    library.visitStamps { file, stamp in
      visited.append(file)
      #expect(stamp == library.stamp(ofFile: file))
    }
    #expect(visited == Array(library.fileNumbers))
  }

  @Test func nothingStaysInMemory() throws {
    let folder = try Folder()
    let catalogue = Catalogue(in: folder.path("cache"), of: ["/news"], program: .unknown)
    try catalogue.keep(library(5))
    var opened = try #require(catalogue.open())
    opened.releaseFileMemory()
    opened.visitStamps { _, _ in }
    #expect(opened.replacedStories.isEmpty)
    #expect(opened.fileMemory == 0)
    _ = opened[opened.order[0]]
    #expect(opened.fileMemory > 0)
    opened.releaseFileMemory()
    #expect(opened.fileMemory == 0)
  }

  @Test func titlesAndDetailsCountAsMemoryOfTheFile() throws {
    let folder = try Folder()
    let catalogue = Catalogue(in: folder.path("cache"), of: ["/news"], program: .unknown)
    try catalogue.keep(library(5))
    let opened = try #require(catalogue.open())
    _ = opened.entries[0]
    let before = opened.fileMemory
    _ = opened.entryDetails[0]
    let withDetails = opened.fileMemory
    #expect(withDetails > before)
    _ = opened.headlineTitles[0]
    #expect(opened.fileMemory > withDetails)
  }
}
