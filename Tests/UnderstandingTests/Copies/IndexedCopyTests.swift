import Glibc
import LoadedPages
import StoryLibrary
import TestFolder
import Testing

@testable import Understanding

/// Copies as an index of related stories has them, and stories that come after it was made.
@Suite struct IndexedCopyTests {
  private let folder: Folder
  private var path: String { folder.path("stories.related") }

  init() throws { folder = try Folder() }

  private static let wire =
    "The island council of Port Ellis voted late on Tuesday to keep the night ferry to Brannock for another year, after "
    + "fishermen and pupils had asked for it. Mayor Anna Lind said the crossing costs 14 million crowns a year, a third of "
    + "what the harbour earns, and that nobody on the island could do without it in the winter months. The vote was close: "
    + "nine members were for the ferry, eight against it."
  private static let addition =
    " Brannock, on the other side of the sound, has paid nothing for the crossing since the war and does not mean to begin "
    + "now, as its own mayor told this paper on the quay while he was waiting for the last boat of the day."

  private static let pages = [
    ("Council keeps the night ferry", "Ellis Gazette", wire),
    ("Ferry stays for another year", "Coast Courier", "(AP) " + wire),
    ("Nine votes for a ferry", "Brannock Mirror", wire + addition),
    ("Storm Greta floods Lower Vesting", "Ellis Gazette", News.storm[0].body),
    ("Thieves take bronze horse", "Coast Courier", News.museum[0].body),
  ]

  private static func page(_ page: (title: String, source: String, body: String)) -> [UInt8] {
    Array(
      "logo\n\(page.title)\n\n\(page.title)\n\n\(page.source)2 days ago\n\(page.body)\nOrange background\n"
        .utf8
    )
  }

  private func live(_ pages: some Sequence<(String, String, String)>) -> LiveLibrary {
    var live = LiveLibrary(began: 0)
    for page in pages { receive(page, &live) }
    live.receive(.finished(isWhole: true))
    return live
  }

  private func receive(_ page: (String, String, String), _ live: inout LiveLibrary) {
    var batch = PageBatch(folder: folder.path("pages"))
    let (bytes, name) = (IndexedCopyTests.page(page), "\(page.0).txt")
    try? folder.write(bytes, to: "pages/" + name)
    bytes.withUnsafeBufferPointer { batch.add($0, name: name, saved: 1_750_000_000) }
    live.receive(.batch(batch))
  }

  private func story(_ title: String, _ library: Library) throws -> StoryIndex {
    try #require(library.order.first { library[$0].title == title })
  }

  private func copies(of title: String, _ library: Library, _ index: RelatedIndex) throws -> [String:
    TextShares]
  {
    let finder = RelatedFinder(library, index)
    let found = finder.copies(of: try story(title, library))
    return Dictionary(uniqueKeysWithValues: found.map { (library[$0.story].title, $0.shares) })
  }

  @Test func copiesUnderOtherHeadlines() throws {
    var live = live(IndexedCopyTests.pages)
    let library = live.publish().library
    let index = RelatedIndex.upToDate(library, keptIn: path)
    let found = try copies(of: "Council keeps the night ferry", library, index)
    #expect(Set(found.keys) == ["Ferry stays for another year", "Nine votes for a ferry"])
    #expect(found["Nine votes for a ferry"]?.ofFirst == 100)
    let longer = try copies(of: "Nine votes for a ferry", library, index)
    #expect((55..<80).contains(try #require(longer["Council keeps the night ferry"]).ofFirst))
    #expect(longer["Council keeps the night ferry"]?.firstSaysNothingNew == false)
    #expect(try copies(of: "Thieves take bronze horse", library, index).isEmpty)
    #expect(index.copies(in: library).count == 6, "each of three has two")
  }

  @Test func theFileHasThem() throws {
    var live = live(IndexedCopyTests.pages)
    let library = live.publish().library
    let made = RelatedIndex.upToDate(library, keptIn: path).copies(in: library)
    let kept = try #require(RelatedIndex(path: path)).copies(in: library)
    #expect(kept.map(\.story) == made.map(\.story))
    #expect(kept.map(\.shares) == made.map(\.shares))
  }

  /// No text is read again for pairs that were compared before.
  @Test func comparedOnce() throws {
    var live = live(IndexedCopyTests.pages)
    let library = live.publish().library
    let index = RelatedIndex.upToDate(library, keptIn: path)
    var comparing = TextComparing(library, known: index)
    for pair in index.copies {
      #expect(comparing.shares(index.stories[pair.story], index.stories[pair.other]) == pair.shares)
    }
    #expect(comparing.readCount == 0)
    var anew = TextComparing(library)
    for pair in index.copies {
      #expect(anew.shares(index.stories[pair.story], index.stories[pair.other]) == pair.shares)
    }
    #expect(anew.readCount == 3, "each text once")
  }

  @Test func aTextTooShortIsNoCopy() throws {
    var live = live([
      ("One", "Here", "The ferry stays, it says."), ("Two", "There", "The ferry stays, it says."),
    ])
    let library = live.publish().library
    #expect(RelatedIndex.upToDate(library, keptIn: path).copies(in: library).isEmpty)
  }

  @Test func arabicCopies() throws {
    let body =
      RelatedTests.arabic[0].body + " " + RelatedTests.arabic[1].body + " " + RelatedTests.arabic[2].body
    var live = live([
      ("المجلس يصوت على العبارة", "دفتر الساحل", body),
      ("العبارة باقية في الجزيرة", "رياح الشمال", "وكالة: " + body),
    ])
    let library = live.publish().library
    #expect(RelatedIndex.upToDate(library, keptIn: path).copies(in: library).count == 2)
  }

  // MARK: Stories that arrive

  @Test func anArrivingStoryIsRelatedAtOnce() throws {
    var live = live(IndexedCopyTests.pages.dropFirst())
    let before = live.publish()
    _ = RelatedIndex.upToDate(before.library, keptIn: path)
    let current = CurrentRelatedIndex(path: path)
    #expect(current.addArrivals(of: before) == 0)
    receive(IndexedCopyTests.pages[0], &live)
    let after = live.publish()
    #expect(current.addArrivals(of: after) == 1)
    #expect(current.addArrivals(of: after) == 0, "it is known now")
    let index = try #require(current.index)
    #expect(index.arrivedCount == 1)
    let library = after.library
    let (new, old) = (
      try story("Council keeps the night ferry", library), try story("Nine votes for a ferry", library)
    )
    var finder = RelatedFinder(library, index)
    #expect(Set(finder.related(to: new).map(\.story)).contains(old))
    #expect(finder.related(to: old).map(\.story).contains(new), "the others know it, too")
    let thread = index.thread(of: old, in: library)?.stories
    #expect(thread?.contains(new) == true)
    #expect(index.thread(of: new, in: library)?.stories == thread)
    #expect(try copies(of: "Nine votes for a ferry", library, index)["Council keeps the night ferry"] != nil)
    #expect(try copies(of: "Council keeps the night ferry", library, index).count == 2)
    #expect(
      RelatedIndex.upToDate(library, keptIn: path).copies(in: library).count
        == index.copies(in: library).count)
  }

  /// Of a whole library that appears the next index is made, and nothing is added one by one.
  @Test func aWholeLibraryIsNoArrival() throws {
    var live = live([])
    let current = CurrentRelatedIndex(path: path)
    #expect(current.addArrivals(of: live.publish()) == 0)
    for page in IndexedCopyTests.pages { receive(page, &live) }
    #expect(current.addArrivals(of: live.publish()) == 0, "there is no index yet")
    #expect(current.index == nil)
  }

  @Test func anotherFileTakesItsPlace() throws {
    var live = live(IndexedCopyTests.pages.dropFirst())
    let before = live.publish()
    _ = RelatedIndex.upToDate(before.library, keptIn: path)
    let current = CurrentRelatedIndex(path: path)
    _ = current.addArrivals(of: before)
    receive(IndexedCopyTests.pages[0], &live)
    let after = live.publish()
    _ = current.addArrivals(of: after)
    _ = RelatedIndex.upToDate(after.library, keptIn: path)
    #expect(current.isOutdated)
    #expect(current.index?.arrivedCount == 0, "it is among all others")
    #expect(!current.isOutdated)
    #expect(current.index?.storyCount == IndexedCopyTests.pages.count)
  }

  /// An index whose making began before stories arrived takes the place of the one that they were added to. It contains
  /// none of them, or only the last.
  @Test(arguments: [[], [1]]) func copiesOfArrivedStoriesOutliveAnotherFile(contained: [Int]) throws {
    let pages =
      [("The ferry goes on", "Sound Observer", "(Reuters) " + IndexedCopyTests.wire)] + IndexedCopyTests.pages
    var live = live(pages.dropFirst(2))
    var snapshot = live.publish()
    _ = RelatedIndex.upToDate(snapshot.library, keptIn: path)
    let current = CurrentRelatedIndex(path: path)
    _ = current.addArrivals(of: snapshot)
    for page in pages.prefix(2) {
      receive(page, &live)
      snapshot = live.publish()
      #expect(current.addArrivals(of: snapshot) == 1)
    }
    let library = snapshot.library
    let titles = pages.prefix(4).map(\.0)
    let before = try #require(current.index)
    let known = try titles.map { try copies(of: $0, library, before) }
    #expect(known.map(\.count) == [3, 3, 3, 3])

    var other = self.live(contained.map { pages[$0] } + pages.dropFirst(2))
    unlink(path)
    _ = RelatedIndex.upToDate(other.publish().library, keptIn: path)
    #expect(current.isOutdated)
    let after = try #require(current.index)
    #expect(after.arrivedCount == 2 - contained.count)
    #expect(try titles.map { try copies(of: $0, library, after) } == known)
  }
}
