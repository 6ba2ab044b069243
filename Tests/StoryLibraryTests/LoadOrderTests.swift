import SeededNumbers
import StoryLibrary
import TestFolder
import Testing

/// Any order of loading gives the same library.
struct LoadOrderTests {
  @Test(arguments: UInt64(1)...60) func shuffledBatches(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    let pages = InventedLibrary.pages(24, &numbers)
    var whole = Library()
    whole.add(PageBatch(pages))
    let expected = LibraryPicture(whole)
    for _ in 1...4 {
      var library = Library()
      var rest = pages.shuffled(using: &numbers)[...]
      while !rest.isEmpty {
        let some = rest.prefix(Int.random(in: 1...6, using: &numbers))
        rest = rest.dropFirst(some.count)
        let halves = [
          PageBatch(Array(some.prefix(some.count / 2))), PageBatch(Array(some.dropFirst(some.count / 2))),
        ]
        library.add(halves)
      }
      #expect(LibraryPicture(library) == expected)
    }
  }

  @Test(arguments: [1, 2, 3, 8]) func numbersOfThreads(threads: Int) throws {
    var numbers = SeededNumbers(seed: 7)
    let folder = try Folder()
    let pages = InventedLibrary.pages(300, &numbers)
    for (number, page) in pages.enumerated() {
      try folder.write(page, in: ["", "sub/", "sub/deep/"][number % 3])
    }
    let expected = LibraryPicture(Loaded([folder.path], threads: 1).library)
    #expect(LibraryPicture(Loaded([folder.path], threads: threads).library) == expected)
    #expect(expected.stories.count > 10)
  }

  /// Links go both ways, whatever was loaded.
  @Test(arguments: UInt64(1)...20) func linksGoBothWays(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    var library = Library()
    library.add(PageBatch(InventedLibrary.pages(20, &numbers)))
    for story in library.order {
      for other in library.backlinks(of: story) { #expect(library.related(to: other).contains(story)) }
      guard library[story].hasPage else { continue }
      for other in library.related(to: story) {
        #expect(library.backlinks(of: other).contains(story))
        #expect(library.position(of: other) != nil, "every link leads to a story of the list")
      }
    }
  }
}
