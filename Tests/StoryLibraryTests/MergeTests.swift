import StoryLibrary
import Testing

/// What makes the entries of several pages one story.
struct MergeTests {
  private let fog = Listed(title: "Fog", source: "The Meridian", body: "The fog came at six.")

  @Test func oneStoryOnTwoPages() throws {
    let library = Library(
      InventedPage("Fog closes the harbour").named("a.txt"),
      InventedPage("FOG closes the harbour!").named("b.txt"))
    #expect(library.order.count == 1)
    let story = try #require(library.order.first)
    #expect(library[story].pageCount == 2)
    #expect(library[story].hasPage)
    #expect(library.pagePaths(of: story) == ["news/a.txt", "news/b.txt"])
  }

  @Test func thePageSavedLastComesFirst() throws {
    let library = Library(
      InventedPage("Fog").named("a.txt", saved: 10), InventedPage("Fog").named("b.txt", saved: 20),
      InventedPage("Wind", listing: [fog]).named("c.txt", saved: 30))
    let story = try library.story("Fog")
    #expect(library.pagePaths(of: story) == ["news/b.txt", "news/a.txt", "news/c.txt"], "own pages first")
    #expect(library[story].saved == 30)
  }

  /// A page that lists the story has cookie notices in it.
  @Test func theOwnPagesTextIsShown() throws {
    let text = "Fog closed the harbour at six. Boats lay at the quay until noon. Nobody saw the other side."
    let long = Listed(
      title: "Fog: closes the harbour", source: "The Meridian",
      body: text + " We use cookies. Choose which of them you like. Read how to.")
    let library = Library(
      InventedPage("Fog closes the harbour", body: [text]).named("own.txt"),
      InventedPage("Choir sings on", listing: [long]).named("beside.txt"))
    let story = try library.story("Fog")
    #expect(library[story].title == "Fog closes the harbour")
    #expect(library.bodyLocation(of: story)?.path == "news/own.txt")
    #expect(library[story].hasPage)
    #expect(library.order.count == 2)
  }

  @Test func aCutPageOfItsOwnGivesWay() throws {
    let text = "Fog closed the harbour at six. Boats lay at the quay until noon. Nobody saw the other side."
    let whole = Listed(title: "Fog", source: "The Meridian", body: text)
    let cut = "logo\nFog\n\nFog\n\nThe Meridian16 hours ago\n" + text.prefix(50)
    let library = Library(
      InventedPage(plain: cut).named("own.txt"),
      InventedPage("Choir", listing: [whole]).named("beside.txt"))
    #expect(library.order.count == 2)
    #expect(library.bodyLocation(of: try library.story("Fog"))?.path == "news/beside.txt")
  }

  /// Both pages are the story's own, whole and as long.
  @Test func theOwnPageSavedLastIsShown() throws {
    let old =
      "Fog closed the harbour at six. Boats lay at the quay until noon. Nobody saw the other side, said the pilots."
    let new = old.replacing("six", with: "ten")
    let library = Library(
      InventedPage("Fog", body: [old]).named("b.txt", saved: 10),
      InventedPage("Fog", body: [new]).named("a.txt", saved: 20))
    #expect(library.order.count == 1)
    #expect(library.bodyLocation(of: try library.story("Fog"))?.path == "news/a.txt")
  }

  @Test func twoSourcesAreTwoStories() {
    let library = Library(
      InventedPage("Fog").named("a.txt"), InventedPage("Fog", source: "Coast Courier").named("b.txt"))
    #expect(Set(library.order.map { library[$0].source }) == ["The Meridian", "Coast Courier"])
  }

  @Test func aSourceWrittenDifferentlyIsOne() throws {
    let library = Library(
      InventedPage("Fog", source: "THE MERIDIAN").named("a.txt", saved: 10),
      InventedPage("Fog").named("b.txt", saved: 20),
      InventedPage("Fog", source: "the meridian", body: []).named("c.txt", saved: 30))
    #expect(library.order.count == 1)
    #expect(
      library[try #require(library.order.first)].source == "The Meridian",
      "as the copy that is shown writes it")
  }

  @Test(arguments: [true, false])
  func aCopyWithoutASourceBelongsToTheOneWith(comesFirst: Bool) throws {
    let known = InventedPage("Fog").named("known.txt", saved: 10)
    let unknown = InventedPage("Fog", source: nil).named("unknown.txt", saved: 20)
    let library = comesFirst ? Library(unknown, known) : Library(known, unknown)
    #expect(library.order.count == 1)
    let story = library[try #require(library.order.first)]
    #expect(story.source == "The Meridian")
    #expect(story.identity.headline == HeadlineID(title: "Fog", source: "The Meridian"))
    #expect(story.pageCount == 2)
    #expect(library.bodyLocation(of: story.index)?.path == "news/unknown.txt")
  }

  /// Somebody reads the sourceless copy when the same with a source is found: what is on the screen stays right.
  @Test func aStoryThatFindsItsSourceIsStillThere() throws {
    var library = Library(InventedPage("Fog", source: nil).named("unknown.txt"))
    let before = try #require(library.order.first)
    library.add(PageBatch([InventedPage("Fog").named("known.txt")]))
    let now = library.current(before)
    #expect(now == library.order.first)
    #expect(library.isPresent(before))
    #expect(library.pagePaths(of: now).count == 2)
    #expect(library[now].title == "Fog")
  }

  /// The same text in two papers: the copy without a source joins one of them, and does not make them one.
  @Test(arguments: [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]])
  func aSourcelessCopyAndTwoSources(order: [Int]) {
    let sources = [nil, "The Meridian", "Coast Courier"]
    var library = Library()
    for number in order {
      library.add(PageBatch([InventedPage("Fog", source: sources[number]).named("\(number).txt")]))
    }
    #expect(library.order.count == 2)
    let ids = ["The Meridian", "Coast Courier"].map { HeadlineID(title: "Fog", source: $0).sourced }
    #expect(
      library.order.map { library[$0].pageCount }
        == library.order.map { library[$0].identity.headline.sourced == ids.min() ? 2 : 1 })
  }

  @Test func aPageThatListsItsOwnStoryIsOnePage() throws {
    let library = Library(InventedPage("Fog", listing: [fog]))
    #expect(library[try #require(library.order.first)].pageCount == 1)
    let mixed = Library(
      InventedPage("Fog", source: nil, listing: [fog]))
    #expect(mixed.order.count == 1)
    #expect(mixed[try #require(mixed.order.first)].pageCount == 1, "with and without a source")
  }

  @Test func aStoryThatIsOnlyListed() throws {
    let library = Library(InventedPage("Fog", listing: [Listed()]))
    let story = library[try library.story("Tin")]
    #expect(!story.hasPage)
    #expect(story.source == "North Wire")
    #expect(story.when == "23 minutes ago")
    #expect(story.pageCount == 1)
  }

  @Test func theMostPreciseTimeIsKept() throws {
    let library = Library(
      InventedPage("Fog", when: "a day ago").named("a.txt"),
      InventedPage("Fog", when: "7 minutes ago").named("b.txt"),
      InventedPage("Fog", when: "12-03-2025").named("c.txt"))
    let story = library[try #require(library.order.first)]
    #expect(story.when == "7 minutes ago")
    #expect(story.published?.seconds == 1_749_999_580)
  }

  /// Two pages an hour apart mean the same time by other words.
  @Test(arguments: [true, false])
  func theNewerPagesWordsForTheTime(newerFirst: Bool) throws {
    let old = InventedPage("Fog", when: "2 hours ago").named("old.txt", saved: 7_200)
    let new = InventedPage("Fog", when: "3 hours ago").named("new.txt", saved: 10_800)
    let library = newerFirst ? Library(new, old) : Library(old, new)
    #expect(library[try #require(library.order.first)].when == "3 hours ago")
  }

  @Test func aFilesNameIsHarmless() {
    let library = Library(InventedPage(plain: "\u{1B}[31m\n12:30\n").named("ferry\u{1B}[31m\u{202E}times"))
    #expect(library.titles == ["ferrytimes"])
  }
}
