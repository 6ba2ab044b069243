import SeededNumbers
import Tables
import Testing

@testable import Understanding

@Suite("Threads")
struct ThreadTests {
  private static let expected = Set([News.ferry, News.museum, News.storm].map { $0.map(\.title) })

  @Test("stories of the same event are one thread, in the order of their days")
  func events() {
    #expect(News.threads(News.all) == ThreadTests.expected)
  }

  @Test("the order in which stories come makes no difference", arguments: 0..<10 as Range<UInt64>)
  func order(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    #expect(News.threads(News.all.shuffled(using: &numbers)) == ThreadTests.expected)
  }

  @Test("of a thread of very many stories those around one are told")
  func around() {
    let count: UInt32 = 1_000
    let stories = Table<StoryTerms>(zeros: Int(count))
    var (keys, next) = (Table<UInt64>(), Table<UInt32>())
    var slots = HashSlots(roomFor: Int(count))
    for number in 0..<count {
      keys.append(UInt64(number) * 7)
      next.append(number + 1 < count ? number + 1 : RelatedIndex.none)
      slots.insert(number, UInt64(number) * 7)
    }
    let index = RelatedIndex(
      stories: stories, keys: keys, titles: keys, slots: slots, days: Table(zeros: Int(count)),
      counts: FolderCounts(stories), postings: Table(), firstInThread: Table(zeros: Int(count)),
      nextInThread: next)
    func around(_ number: UInt64) -> [UInt64]? {
      index.thread(of: number * 7, around: 2)?.map { $0.key / 7 }
    }
    #expect(around(500) == [498, 499, 500, 501, 502])
    #expect(around(0) == [0, 1, 2])
    #expect(around(999) == [997, 998, 999])
    #expect(around(1_000) == nil)
  }

  @Test("two stories that share a few words in a small folder are no thread")
  func smallFolder() {
    let one = News.Item(title: "Ferry late", body: News.ferry[0].body)
    let other = News.Item(
      title: "Chess in the council house",
      body:
        "The chess club of Lower Ane played in the council house, a close vote of the readers for the best game. "
        + "Rook endings, sacrifices and a long night were on the boards; the mayor played, too.")
    #expect(News.threads([one, other]).isEmpty)
  }

  @Test("what all stories of a thread share does not hold two events together")
  func split() {
    let shared =
      "Quarterly report of the Brannock exchange, shares of the exchange and figures for investors. "
    func items(_ name: String, _ words: String) -> [News.Item] {
      (0..<3).map { News.Item(title: "\(name) report \($0)", body: shared + words + " \(name) \(words)") }
    }
    let tin = items("Tinmaker", "smelter ingots foundry strike anvil")
    let silk = items("Silkweaver", "loom threads caterpillar dye cocoon")
    let threads = News.threads(tin + silk + News.all)
    #expect(
      threads.allSatisfy { thread in
        !(thread.contains { $0.hasPrefix("Tin") } && thread.contains { $0.hasPrefix("Silk") })
      })
    #expect(threads.contains { Set($0) == Set(tin.map(\.title)) })
  }

  @Test("no stories, one story, stories without words")
  func edges() {
    #expect(News.threads([]).isEmpty)
    #expect(News.threads([News.ferry[0]]).isEmpty)
    let empty = (0..<5).map { News.Item(title: "\($0)", body: "", day: nil) }
    #expect(News.threads(empty).isEmpty)
  }

  @Test("a story joins the thread whose two likest stories it is most alike to")
  func joining() {
    let sizes: (UInt32) -> Int = { $0 == 0 ? 1 : 2 }
    #expect(ThreadJoiner.best([(1, 0.5), (0, 0.3)], sizes: sizes) == 0, "one of two counts half")
    #expect(ThreadJoiner.best([(1, 0.5), (1, 0.4), (0, 0.3)], sizes: sizes) == 1)
    #expect(ThreadJoiner.best([(0, 0.17)], sizes: sizes) == nil)
    #expect(ThreadJoiner.best([], sizes: sizes) == nil)
  }
}
