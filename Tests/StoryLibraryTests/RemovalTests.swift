import Folders
import SeededNumbers
import TestFolder
import Testing

@testable import StoryLibrary

/// Pages and folders that go: the rest is as if they had never been there, at a cost that does not depend on it.
struct RemovalTests {
  private func gone(_ folder: String, _ reading: UInt32) -> PageBatch {
    var batch = PageBatch(folder: folder)
    batch.addGoneFolder(reading: reading)
    return batch
  }

  private func pages(_ count: Int, in folder: String, reading: UInt32 = 1) -> PageBatch {
    var batch = PageBatch(folder: folder)
    for number in 0..<count {
      let page = InventedPage("News \(number) of \(folder)", body: ["It is \(number)."])
      Array(page.text.utf8).withUnsafeBufferPointer {
        batch.add($0, name: "\(number).txt", saved: 1_750_000_000, reading: reading)
      }
    }
    return batch
  }

  @Test func onlyWhatIsInside() {
    var library = Library()
    let folders = ["/a", "/a/b", "/a/b/c", "/a/bc", "/a-b", "/a/b-c", "/ab"]
    for folder in folders { library.add(pages(2, in: folder)) }
    library.add(gone("/a/b", 2))
    #expect(library.pageCount == 10)
    #expect(library.order.allSatisfy { !library.pagePaths(of: $0)[0].hasPrefix("/a/b/") })
    library.add(pages(3, in: "/a/b/d", reading: 3))
    #expect(library.pageCount == 13, "a folder that came after the first was gone")
    library.add(gone("/a", 4))
    #expect(library.pageCount == 4)
    library.add(gone("/", 5))
    #expect(library.isEmpty)
  }

  @Test func whatWasReadBeforeDoesNotComeBack() {
    var library = Library()
    library.add(gone("/a", 5))
    library.add(pages(2, in: "/a/b", reading: 4))
    #expect(library.isEmpty)
    library.add(pages(2, in: "/a/b", reading: 6))
    #expect(library.pageCount == 2)
    library.add(gone("/news/", 9))
    library.add(pages(2, in: "/news/x", reading: 8))
    #expect(library.pageCount == 2, "a root that was given with a slash at its end")
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>) func inAnyOrder(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    let folder = try Folder()
    let catalogue = Catalogue(in: folder.path("cache"), of: ["/"], program: .unknown)
    let names = ["/a", "/a/b", "/a/b/c", "/a/bc", "/d", "/d/e"]
    var (library, present) = (Library(), [String: Int]())
    for reading in 1...60 as ClosedRange<UInt32> {
      let name = InventedLibrary.pick(names, &numbers)
      if Int.random(in: 0..<3, using: &numbers) == 0 {
        library.add(gone(name, reading))
        for other in names where FilePath.isInside(other, name) { present[other] = nil }
      } else {
        let count = Int.random(in: 1...4, using: &numbers)
        library.add(pages(count, in: name, reading: reading))
        present[name] = max(count, present[name] ?? 0)
      }
      #expect(library.pageCount == present.values.reduce(0, +))
      if Int.random(in: 0..<8, using: &numbers) == 0 {
        library = try #require(try catalogue.keep(library)).library
      }
    }
  }

  @Test func aFolderAmongManyCostsWhatItHas() {
    var library = Library()
    for number in 0..<400 { library.add(pages(5, in: "/news/\(number)")) }
    library.add(gone("/news/0", 2))
    let before = library.steps.count
    for number in 1..<400 { library.add(gone("/news/\(number)", 2)) }
    #expect(library.isEmpty)
    #expect(library.steps.count - before < 400 * 40)
  }

  /// A story that other pages still list stays where it is: finding its place would read stories all over the list.
  @Test func whatStaysInItsPlaceIsNotSoughtAnew() {
    var library = Library()
    let listed = (0..<400).map { Listed(title: "Tin index \($0)", when: "\($0 + 1) minutes ago") }
    for folder in ["/a", "/b"] {
      library.add(
        PageBatch(
          folder: folder,
          listed.enumerated().map { number, listed in
            InventedPage("Page \(number) of \(folder)", listing: [listed]).named("\(number).txt")
          }))
    }
    let titles = library.titles
    #expect(titles.count == 1_200)
    let before = library.steps.count
    library.add(gone("/b", 2))
    #expect(library.titles == titles.filter { !$0.hasSuffix("of /b") })
    #expect(library.steps.count - before < 1_000)
    for (place, story) in library.order.enumerated() { #expect(library.position(of: story) == place) }
  }

  // MARK: Problems

  private func text(_ name: String, reading: UInt32) -> PageBatch {
    var batch = PageBatch(folder: "/texts")
    Array("\n".utf8).withUnsafeBufferPointer { batch.add($0, name: name, saved: 0, reading: reading) }
    return batch
  }

  @Test func problemsGoWithTheirPages() {
    var library = Library()
    library.add(text("a.txt", reading: 1))
    library.add(text("b.txt", reading: 2))
    #expect(library.problems.map(\.path) == ["/texts/a.txt", "/texts/b.txt"])
    #expect(library.problemCount == 2)
    library.add(text("a.txt", reading: 3))
    #expect(library.problems.map(\.path).sorted() == ["/texts/a.txt", "/texts/b.txt"])
    library.add(gone("/texts", 4))
    #expect(library.problems.isEmpty)
    #expect(library.problemCount == 0)
  }

  @Test func touchingAllFilesWithProblemsIsLinear() throws {
    let count = 2_000
    var library = Library()
    for number in 0..<count { library.add(text("\(number).txt", reading: UInt32(number + 1))) }
    let before = library.steps.count
    for number in 0..<count { library.add(text("\(number).txt", reading: UInt32(count + number + 1))) }
    #expect(library.problems.count == count)
    #expect(library.problemCount == count)
    #expect(library.steps.count - before < count * 12)
    #expect(library.problemRows.count <= count * 2 + 64, "rows that nobody needs go")
    let folder = try Folder()
    let kept = try #require(
      try Catalogue(in: folder.path("cache"), of: ["/"], program: .unknown).keep(library))
    #expect(kept.library.problems.map(\.path).sorted() == library.problems.map(\.path).sorted())
  }
}
