import StoryLibrary
import Testing

/// What stands beside a story, and who lists it.
struct RelatedLinksTests {
  private let tin = Listed(title: "Tin index slips")
  private let choir = Listed(title: "Choir sings on")
  private let swan = Listed(title: "Swan found")

  @Test func whatAPageLists() throws {
    let library = Library(InventedPage("Fog", listing: [tin, choir]))
    let fog = try library.story("Fog")
    #expect(library.titles(library.related(to: fog)) == ["Tin index slips", "Choir sings on"])
    #expect(library.backlinks(of: fog).isEmpty)
  }

  @Test func theNewerPagesListComesFirst() throws {
    let library = Library(
      InventedPage("Fog", listing: [tin, choir]).named("a.txt", saved: 10),
      InventedPage("Fog", listing: [swan, choir]).named("b.txt", saved: 20))
    let fog = try library.story("Fog")
    #expect(library.titles(library.related(to: fog)) == ["Swan found", "Choir sings on", "Tin index slips"])
  }

  @Test func anEntryKnowsItsPageThenItsFellows() throws {
    let library = Library(InventedPage("Fog", listing: [tin, choir, swan]))
    let story = try library.story("Choir")
    #expect(library.titles(library.related(to: story)) == ["Fog", "Tin index slips", "Swan found"])
    #expect(library.titles(library.backlinks(of: story)) == ["Fog"])
  }

  @Test func anEntryOfTwoPages() throws {
    let library = Library(
      InventedPage("Fog", listing: [tin, choir]).named("a.txt", saved: 10),
      InventedPage("Wind", listing: [choir, swan]).named("b.txt", saved: 20))
    let story = try library.story("Choir")
    #expect(library.titles(library.related(to: story)) == ["Wind", "Fog", "Swan found", "Tin index slips"])
    #expect(library.titles(library.backlinks(of: story)) == ["Wind", "Fog"])
  }

  @Test func anEntryOfATopicPageKnowsItsFellows() throws {
    let library = Library(InventedPage(topic: "Foghorn", listing: [tin, choir]))
    let story = try library.story("Tin")
    #expect(library.titles(library.related(to: story)) == ["Choir sings on"])
    #expect(library.backlinks(of: story).isEmpty, "the topic page is no story")
  }

  @Test func aListedStoryWithAPageOfItsOwnIsThatStory() throws {
    let library = Library(
      InventedPage("Fog", listing: [tin]).named("a.txt"),
      InventedPage(
        "Tin index slips", source: "North Wire",
        body: ["The tin index slipped by two points.", "And more about it."],
        listing: [choir]
      )
      .named("b.txt"))
    let entry = try #require(library.related(to: try library.story("Fog")).first)
    #expect(library.bodyLocation(of: entry)?.path == "news/b.txt")
    #expect(library.titles(library.related(to: entry)) == ["Choir sings on"])
    #expect(library.titles(library.backlinks(of: entry)) == ["Fog"])
  }

  /// The page found does not name its source; the entry that leads there does.
  @Test func followingLeadsAcrossAnUnknownSource() throws {
    let library = Library(
      InventedPage("Fog", listing: [tin]).named("a.txt"),
      InventedPage(
        "Tin index slips", source: nil, body: ["The tin index slipped by two points.", "And more about it."],
        listing: [choir]
      )
      .named("b.txt"))
    let entry = try #require(library.related(to: try library.story("Fog")).first)
    #expect(library.bodyLocation(of: entry)?.path == "news/b.txt")
    #expect(library.titles(library.related(to: entry)) == ["Choir sings on"])
    #expect(library.titles(library.backlinks(of: entry)) == ["Fog"])
  }

  @Test func aStoryIsNotRelatedToItself() throws {
    let same = Listed(title: "Fog", source: "The Meridian", body: "The fog came at six.")
    let library = Library(InventedPage("Fog", listing: [same, tin]))
    let fog = try library.story("Fog")
    #expect(library.titles(library.related(to: fog)) == ["Tin index slips"])
    #expect(library.backlinks(of: fog).isEmpty)
  }

  @Test func anEntryListedTwiceIsOne() throws {
    let library = Library(InventedPage("Fog", listing: [tin, tin, Listed(title: "TIN index slips")]))
    #expect(library.related(to: try library.story("Fog")).count == 1)
  }

  @Test func anEntryWithoutATextIsFollowedToItsFullestCopy() throws {
    let library = Library(
      InventedPage("Fog", listing: [Listed(body: "")]).named("a.txt"),
      InventedPage("Wind", listing: [Listed()]).named("b.txt"))
    let entry = try #require(library.related(to: try library.story("Fog")).first)
    #expect(library.bodyLocation(of: entry)?.path == "news/b.txt")
  }
}
