import StoryLibrary
import Testing

/// What stories are about, as far as pages say.
struct TopicTests {
  private static let tagged = InventedPage(
    plain: """

      Fog closes the harbour
      The fog came at six.
      Boats stayed in the harbour.
      Hashtags
      #Fog
      #Sea
      Try Our AI Features

      Explore what Daily8 AI can do for you:

      Comments

      No comments yet...

      Related Articles

      """)
  private static let listing = InventedPage(topic: "Money", listing: [Listed(), Listed(title: "Swan found")])

  @Test func ofItsOwnPageAndOfThoseThatListIt() throws {
    let library = Library(Self.tagged, Self.listing)
    #expect(library.topics(of: try library.story("Fog")) == ["Fog", "Sea"])
    #expect(library.topics(of: try library.story("Tin")) == ["Money"])
    let names = LibraryNames(of: library)
    #expect(names.topics == [.init("Money", stories: 2), .init("Fog", stories: 1), .init("Sea", stories: 1)])
    #expect(names.sources == [.init("North Wire", stories: 2)])
  }

  @Test func ofSeveralPages() throws {
    var library = Library(Self.listing)
    library.add(PageBatch([InventedPage(topic: "Tin", listing: [Listed()]).named("tin.txt")]))
    #expect(Set(library.topics(of: try library.story("Tin"))) == ["Money", "Tin"])
    #expect(LibraryNames(of: library).topics.map(\.stories) == [2, 1])
    var gone = PageBatch(folder: "news")
    gone.addGone("tin.txt", reading: 1)
    library.add(gone)
    #expect(library.topics(of: try library.story("Tin")) == ["Money"])
    #expect(LibraryNames(of: library).topics.map(\.text) == ["Money"])
  }

  @Test func none() {
    let library = Library(InventedPage("Fog closes"))
    #expect(library.order.map { library.topics(of: $0) } == [[]])
    #expect(LibraryNames(of: library).topics.isEmpty)
    #expect(LibraryNames(of: Library()) == LibraryNames())
  }
}
