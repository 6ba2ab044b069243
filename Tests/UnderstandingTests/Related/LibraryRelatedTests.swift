import Foundation
import LoadedPages
import StoryLibrary
import TestFolder
import Testing

@testable import Understanding

@Suite("Related stories of a library")
struct LibraryRelatedTests {
  private let folder: Folder
  private var path: String { folder.path("stories.related") }

  init() throws { folder = try Folder() }

  private func write(_ item: News.Item, to name: String) throws {
    let text =
      "logo\n\(item.title)\n\n\(item.title)\n\nThe Meridian2 days ago\n\(item.body)\nOrange background\n"
    try folder.write(Array(text.utf8), to: "pages/" + name)
  }

  private func load() -> Library { Library(ofPagesIn: folder.path("pages")) }

  private func threads(_ index: RelatedIndex, _ library: Library) -> Set<Set<String>> {
    Set(
      index.threads(in: library).filter { $0.stories.count > 1 }.map {
        Set($0.stories.map { library[$0].title })
      })
  }

  private static let expected = Set([News.ferry, News.museum, News.storm].map { Set($0.map(\.title)) })

  @Test("an index knows texts, not files: nothing is read again when files get other names")
  func otherFiles() throws {
    for (number, item) in News.all.enumerated() { try write(item, to: "\(number).txt") }
    let library = load()
    let index = RelatedIndex.upToDate(library, keptIn: path)
    #expect(threads(index, library) == LibraryRelatedTests.expected)
    try folder.remove("pages")
    for (number, item) in News.all.reversed().enumerated() { try write(item, to: "moved/\(number).txt") }
    let moved = load()
    #expect(TermsCollector(moved, known: index).left == 0)
    #expect(threads(RelatedIndex.upToDate(moved, keptIn: path), moved) == LibraryRelatedTests.expected)
  }

  @Test("stories that come and go")
  func changes() throws {
    for (number, item) in News.all.dropFirst().enumerated() { try write(item, to: "\(number).txt") }
    let before = load()
    let index = RelatedIndex.upToDate(before, keptIn: path)
    try write(News.ferry[0], to: "new.txt")
    let library = load()
    #expect(TermsCollector(library, known: index).left == 1)
    let new = try #require(library.order.first { library[$0].title == News.ferry[0].title })
    var finder = RelatedFinder(library, index)
    #expect(
      finder.thread(of: new).map { Set($0.stories.map { library[$0].title }) } == Set(News.ferry.map(\.title))
    )
    #expect(index.thread(of: new, in: library) == nil, "the index is as it was")
    let thread = finder.thread(of: new)?.stories ?? []
    #expect(thread.count == News.ferry.count)
    for (place, story) in thread.enumerated() {
      #expect(finder.earlier(than: story, limit: 2) == Array(thread[..<place].suffix(2)))
    }
    #expect(threads(RelatedIndex.upToDate(library, keptIn: path), library) == LibraryRelatedTests.expected)
    try folder.remove("pages/new.txt")
    let after = load()
    #expect(RelatedIndex.upToDate(after, keptIn: path).storyCount == News.all.count - 1)
  }

  @Test("each related story has a reason that stands in both texts")
  func reasons() throws {
    for (number, item) in News.all.enumerated() { try write(item, to: "\(number).txt") }
    let library = load()
    var finder = RelatedFinder(library, RelatedIndex.upToDate(library, keptIn: path))
    let texts = Dictionary(
      uniqueKeysWithValues: News.all.map { ($0.title, ($0.title + " " + $0.body).lowercased()) })
    var count = 0
    for story in library.order {
      for related in finder.related(to: story) {
        count += 1
        #expect(!related.reasons.isEmpty)
        for reason in related.reasons {
          // Words may stand there in the plural or as a possessive.
          let stem = reason.text.lowercased().prefix(max(3, reason.text.count - 3))
          #expect(texts[library[story].title]?.contains(stem) == true, "\(reason)")
          #expect(texts[library[related.story].title]?.contains(stem) == true, "\(reason)")
        }
      }
    }
    #expect(count >= 10)
  }

  @Test("one word or one number alone convinces nobody")
  func weakReasons() {
    #expect(![Reason].init().convince)
    #expect(![Reason(.word, "intimidating")].convince)
    #expect(![Reason(.name, "U.S.")].convince)
    #expect([Reason(.name, "Anna Lind")].convince)
    #expect([Reason(.word, "ferry"), Reason(.number, "14")].convince)
  }

  @Test("a damaged index is made anew")
  func damage() throws {
    for (number, item) in News.all.enumerated() { try write(item, to: "\(number).txt") }
    let library = load()
    _ = RelatedIndex.upToDate(library, keptIn: path)
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    for position in stride(from: 5, to: whole.count, by: 1_511) {
      var damaged = whole
      damaged[position] ^= 0x55
      try damaged.write(to: URL(fileURLWithPath: path))
      let index = RelatedIndex.upToDate(library, keptIn: path)
      #expect(index.isDamaged || threads(index, library) == LibraryRelatedTests.expected, "byte \(position)")
    }
  }
}
