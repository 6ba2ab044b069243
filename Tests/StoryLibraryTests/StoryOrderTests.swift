import Testing

@testable import StoryLibrary

/// The list: newest first.
struct StoryOrderTests {
  @Test func newestFirst() {
    let library = Library(
      InventedPage("Two hours", when: "2 hours ago"), InventedPage("A minute", when: "a minute ago"),
      InventedPage("Three days", when: "3 days ago"), InventedPage("March", when: "12-03-2025"),
      InventedPage("An hour", when: "an hour ago"))
    #expect(library.titles == ["A minute", "An hour", "Two hours", "Three days", "March"])
  }

  @Test func agesCountFromWhenThePageWasSaved() {
    let library = Library(
      InventedPage("Old page", when: "a minute ago").named("a.txt", saved: 100_000),
      InventedPage("New page", when: "2 hours ago").named("b.txt", saved: 200_000))
    #expect(library.titles == ["New page", "Old page"])
  }

  @Test func withoutATimeItIsThePagesOwn() {
    let library = Library(
      InventedPage("Hour", when: "an hour ago").named("a.txt", saved: 100_000),
      InventedPage("Unknown", source: nil).named("b.txt", saved: 98_000),
      InventedPage("Newer", source: nil).named("c.txt", saved: 99_000))
    #expect(library.titles == ["Newer", "Unknown", "Hour"])
  }

  @Test func equallyNewOnesStandByIdentity() {
    let library = Library(
      InventedPage("Fog"), InventedPage("Wind"), InventedPage("Choir"), InventedPage("Swan"))
    let ids = library.order.map { library[$0].id }
    #expect(ids == ids.sorted())
  }

  @Test func aBatchMovesWhatItChanges() {
    var library = Library(
      InventedPage("Fog", when: "3 days ago").named("a.txt"),
      InventedPage("Wind", when: "2 days ago").named("b.txt"))
    #expect(library.titles == ["Wind", "Fog"])
    library.add(PageBatch([InventedPage("Fog", when: "an hour ago").named("c.txt")]))
    #expect(library.titles == ["Fog", "Wind"])
    library.add(PageBatch([InventedPage("Choir", when: "2 hours ago").named("d.txt")]))
    #expect(library.titles == ["Fog", "Choir", "Wind"])
  }

  @Test func aStoryKnowsItsPlace() throws {
    var library = Library()
    for day in 1...30 {
      library.add(
        PageBatch([InventedPage("Day \(day)", when: "\(day % 7 + 1) days ago").named("\(day).txt")]))
    }
    for (place, story) in library.order.enumerated() { #expect(library.position(of: story) == place) }
  }

  @Test func aCopyThatFindsItsSourceIsListedOnce() throws {
    var library = Library(InventedPage("Fog", source: nil))
    let sourceless = try #require(library.order.first)
    library.add(PageBatch([InventedPage("Fog")]))
    #expect(library.position(of: library.current(sourceless)) == 0)
    #expect(library.order.count == 1)
  }

  @Test func aStoryIsFoundByItsIdentityWithoutALookAtAllOthers() {
    var library = Library()
    library.add(
      PageBatch((0..<2_000).map { InventedPage("Report \($0)").named("\($0).txt", saved: Int64($0)) }))
    let before = library.steps.count
    for story in library.order { #expect(library.index(of: library[story].id) == story) }
    #expect(library.index(of: StoryID(rawValue: 1)) == nil)
    #expect(library.steps.count - before < 2_000 * 8)
  }

  @Test func emptyLibrary() {
    let library = Library()
    #expect(library.isEmpty)
    #expect(library.pageCount == 0)
    #expect(library.index(of: StoryID(rawValue: 1)) == nil)
  }

  @Test func anEmptyPageIsAPageWithoutAStory() {
    let library = Library(InventedPage(plain: ""), InventedPage(plain: "\n \n"))
    #expect(library.isEmpty)
    #expect(library.pageCount == 2)
    #expect(library.problems.map(\.reason) == [.page(.empty), .page(.empty)])
  }
}
