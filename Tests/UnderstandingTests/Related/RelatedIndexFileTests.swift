import Foundation
import Tables
import TestFolder
import Testing

@testable import Understanding

@Suite("An index of related stories in a file")
struct RelatedIndexFileTests {
  private let folder: Folder
  private var path: String { folder.path("stories.related") }

  init() throws { folder = try Folder() }

  private func threads(_ index: RelatedIndex) -> Set<[UInt64]> { Set(index.threads.map { $0.map(\.key) }) }

  @Test("what was kept answers as what was made")
  func roundTrip() throws {
    let made = News.index(News.all)
    try made.write(to: path)
    let kept = try #require(RelatedIndex(path: path))
    #expect(kept.storyCount == News.all.count)
    #expect(threads(kept) == threads(made))
    var maker = StoryTermsMaker()
    for item in News.all {
      let terms = News.terms(item, &maker)
      var (one, other) = (RelatedIndex.Search(made), RelatedIndex.Search(kept))
      #expect(one.related(to: terms, limit: 8).map(\.key) == other.related(to: terms, limit: 8).map(\.key))
      #expect(kept.terms(of: terms.key)?.day == terms.day)
      #expect(kept.thread(of: terms.key)?.map(\.key) == made.thread(of: terms.key)?.map(\.key))
    }
    #expect(kept.terms(of: 1) == nil)
    #expect(!kept.isDamaged)
  }

  @Test("a damaged file is noticed or makes no difference")
  func damage() throws {
    let made = News.index(News.all)
    try made.write(to: path)
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    for position in stride(from: 0, to: whole.count, by: 997) {
      var damaged = whole
      damaged[position] ^= 0x41
      try damaged.write(to: URL(fileURLWithPath: path))
      guard let kept = RelatedIndex(path: path) else { continue }
      let found = threads(kept)
      #expect(kept.isDamaged || found == threads(made), "byte \(position)")
    }
  }

  @Test("no file, an empty one, one of something else")
  func others() throws {
    #expect(RelatedIndex(path: path) == nil)
    try folder.write([], to: "stories.related")
    #expect(RelatedIndex(path: path) == nil)
    try folder.write(Array(repeating: 7, count: 9_000), to: "stories.related")
    #expect(RelatedIndex(path: path) == nil)
  }
}
