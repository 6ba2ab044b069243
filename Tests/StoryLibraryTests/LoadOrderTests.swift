import StoryLibrary
import SeededNumbers
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

/// Pages that are hard to merge: few titles and sources, written in several ways, texts of equal length,
/// pages saved at the same time.
private enum InventedLibrary {
  static let titles = [
    "Fog closes", "FOG closes!", "Tin slips", "Tin  slips", "Choir sings", "Swan found", "Rail",
  ]
  static let sources = [
    nil, nil, "The Meridian", "THE MERIDIAN", "Coast Courier", "coast-courier", "North Wire",
  ]
  static let times = ["an hour ago", "2 hours ago", "3 hours ago", "a day ago", "13-06-2025", "12-06-2025"]
  static let bodies = ["Fog.", "Tin.", "Fog and more.", "Tin and more.", "A long text about all of it."]

  static func pages(_ count: Int, _ numbers: inout SeededNumbers) -> [InventedPage] {
    (0..<count).map { page($0, &numbers) }
  }

  private static func page(_ number: Int, _ numbers: inout SeededNumbers) -> InventedPage {
    let listing = (0..<Int.random(in: 0...3, using: &numbers)).map { _ in
      Listed(
        title: pick(titles, &numbers), source: pick(sources, &numbers) ?? "North Wire",
        when: pick(times, &numbers), body: pick(bodies, &numbers))
    }
    let isTopic = Int.random(in: 0..<8, using: &numbers) == 0
    let page =
      isTopic
      ? InventedPage(topic: "Foghorn", listing: listing)
      : InventedPage(
        pick(titles, &numbers), source: pick(sources, &numbers), when: pick(times, &numbers),
        body: [pick(bodies, &numbers)], listing: listing)
    return page.named(
      "\(number).txt", saved: 1_750_000_000 + 3_600 * Int64.random(in: 0...3, using: &numbers))
  }

  private static func pick<Value>(_ values: [Value], _ numbers: inout SeededNumbers) -> Value {
    values[Int.random(in: 0..<values.count, using: &numbers)]
  }
}

/// All that a reader can see of a library, to be compared with another one.
private struct LibraryPicture: Equatable {
  struct Line: Equatable {
    var identity: StoryIdentity
    var title: String
    var source: String?
    var when: String?
    var published: Int64?
    var saved: Int64
    var hasPage: Bool
    var pageCount: Int
    var paths: [String]
    var fullest: BodyLocation?
    var related: [StoryID]
    var backlinks: [StoryID]
  }

  var stories: [Line]
  var pageCount: Int

  init(_ library: Library) {
    pageCount = library.pageCount
    stories = library.order.map { index in
      let story = library[index]
      return Line(
        identity: story.identity, title: story.title, source: story.source, when: story.when,
        published: story.published?.seconds, saved: story.saved, hasPage: story.hasPage,
        pageCount: story.pageCount,
        paths: library.pagePaths(of: index), fullest: library.bodyLocation(of: index),
        related: library.related(to: index).map { library[$0].id },
        backlinks: library.backlinks(of: index).map { library[$0].id })
    }
  }
}
