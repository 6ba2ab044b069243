import Foundation
import PageFormats
import StoryLibrary
import TestFolder
import Testing

/// Web pages lead to stories whose texts are on other pages, or nowhere.
struct AddressLinkTests {
  private static func page(_ title: String, address: String, author: String, links: [(String, String)])
    -> String
  {
    let paragraphs = (1...5).map {
      "<p>\(title), paragraph \($0): the harbour of Eastmere closed at six on Tuesday morning, when fog came in faster than anybody had expected, the port authority said.</p>"
    }
    let items = links.map { "<li><a href=\"\($0.1)\">\($0.0)</a></li>" }
    return """
      <!DOCTYPE html>
      <html lang="en-GB"><head><meta charset="utf-8"><title>\(title) | The Eastmere Courier</title>
      <meta property="og:site_name" content="The Eastmere Courier"><meta property="og:title" content="\(title)">
      <link rel="canonical" href="\(address)">
      <script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"\(title)",
      "author":[{"@type":"Person","name":"\(author)"}]}</script></head>
      <body><main><article><h1>\(title)</h1>\(paragraphs.joined())</article>
      <aside class="related-stories"><h3>Most read this week</h3><ul>\(items.joined())</ul></aside></main></body></html>
      """
  }

  static let fog = page(
    "Fog closes the harbour of Eastmere",
    address: "https://courier.example/2025/03/11/fog-closes-the-harbour",
    author: "Jane Okoro",
    links: [
      ("Tin prices fall for the third day", "/2025/03/10/tin-prices-fall-for-the-third-day"),
      ("School choir wins the county prize", "/2025/03/09/school-choir-wins-the-county-prize"),
    ])
  static let tin = page(
    "Tin prices fall for the third day",
    address: "https://courier.example/2025/03/10/tin-prices-fall-for-the-third-day", author: "Tom Brandt",
    links: [])

  private func library(_ folder: Folder) throws -> Library {
    try folder.write(Array(Self.fog.utf8), to: "fog.html")
    try folder.write(Array(Self.tin.utf8), to: "tin.html")
    return Loaded([folder.path]).library
  }

  @Test func linksAreFollowedAndLeadBackAndNeverFillTheList() throws {
    let folder = try Folder()
    let library = try library(folder)
    #expect(library.order.count == 2, "the school choir has no text")
    let (fog, tin) = (try library.story("Fog"), try library.story("Tin"))
    let body = try BodyReader.read(try #require(library.bodyLocation(of: fog)))
    #expect(
      body.links.map(\.title) == ["Tin prices fall for the third day", "School choir wins the county prize"])
    #expect(body.links.map { library.story(linkedBy: $0) } == [tin, nil])
    #expect(body.links.last?.site == "courier.example")
    #expect(body.author == "Jane Okoro" && body.language == "en-GB" && body.format == .html)
    #expect(library.backlinks(of: tin) == [fog])
    #expect(library.backlinks(of: fog).isEmpty)
  }

  /// Links in the text lead back as those beside it do, and only to what is saved.
  @Test func linksInTheTextLeadBack() throws {
    let folder = try Folder()
    let link = "<a href=\"/2025/03/10/tin-prices-fall-for-the-third-day#more\">prices of tin</a>"
    let fog = Self.page(
      "Fog closes the harbour of Eastmere",
      address: "https://courier.example/2025/03/11/fog-closes-the-harbour",
      author: "Jane Okoro", links: []
    ).replacing(
      "paragraph 2:", with: "after the \(link) and <a href=\"https://port.example/a/b\">the port</a>:")
    try folder.write(Array(fog.utf8), to: "fog.html")
    try folder.write(Array(Self.tin.utf8), to: "tin.html")
    let library = Loaded([folder.path]).library
    let (first, second) = (try library.story("Fog"), try library.story("Tin"))
    #expect(library.backlinks(of: second) == [first])
    #expect(library.backlinks(of: first).isEmpty)
    let body = try BodyReader.read(try #require(library.bodyLocation(of: first)))
    let block = try #require(body.blocks.first { !$0.links.isEmpty })
    let found = block.links.map {
      library.story(linkedBy: StoryLink(title: block.text(of: $0), address: $0.address))
    }
    #expect(found == [second, nil])
  }

  /// A headline is enough where no page has the address.
  @Test func headlinesAreFollowedToo() throws {
    let folder = try Folder()
    let library = try library(folder)
    let link = StoryLink(
      title: "Tin prices fall for the third day", address: "https://elsewhere.example/tin/1")
    #expect(library.story(linkedBy: link) == (try library.story("Tin")))
    #expect(library.story(linkedBy: StoryLink(title: "Nobody knows this one", address: nil)) == nil)
  }

  @Test func catalogueKeepsWhatPagesTell() throws {
    let folder = try Folder()
    var live = LiveLibrary(began: 0)
    live.open(try library(folder))
    let catalogue = Catalogue(in: folder.path + "/cache", of: [folder.path], program: .unknown)
    try live.save(in: catalogue)
    let library = live.publish().library
    let (fog, tin) = (try library.story("Fog"), try library.story("Tin"))
    #expect(library.backlinks(of: tin) == [fog])
    var facts: [PageFacts] = []
    library.visitOwnPages(of: fog) { facts.append($0) }
    let fact = try #require(facts.first)
    #expect(library.authorNames[fact.author] == "Jane Okoro")
    #expect(library.languageNames[fact.language] == "en-GB")
    #expect(fact.syntax == .html)
    #expect(
      fact.address.map { library.addressTexts[$0] }
        == "https://courier.example/2025/03/11/fog-closes-the-harbour")
    let names = LibraryNames(of: library)
    #expect(names.sites == [.init("courier.example", stories: 2)])
    #expect(names.languages == [.init("en-GB", stories: 2)])
    #expect(Set(names.authors.map(\.text)) == ["Jane Okoro", "Tom Brandt"])
  }
}
