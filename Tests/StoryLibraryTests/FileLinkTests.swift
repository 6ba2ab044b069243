import Foundation
import PageFormats
import StoryLibrary
import TestFolder
import Testing

/// Mirrors, as made by wget: their pages link to each other's files.
struct FileLinkTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  private func write(
    _ title: String, to name: String, links: [String] = [], related: [(String, String)] = [],
    head: String = ""
  ) throws {
    let paragraphs = (1...4).map { number in
      let link =
        links.indices.contains(number - 1) ? "<a href=\"\(links[number - 1])\">link \(number)</a>" : "sea"
      return
        "<p>\(title), paragraph \(number): the ferry crossed the \(link) again on Tuesday morning, nine weeks after the storm broke the landing stage at Oster.</p>"
    }
    let items = related.map { "<li><a href=\"\($0.1)\">\($0.0)</a></li>" }
    try folder.write(
      Array(
        """
        <!DOCTYPE html><html><head><title>\(title)</title>\(head)</head><body><main><article><h1>\(title)</h1>
        \(paragraphs.joined())</article><aside><ul>\(items.joined())</ul></aside></main></body></html>
        """.utf8), to: name)
  }

  /// The titles of the stories that the links in a story lead to.
  private func targets(_ library: Library, _ title: String) throws -> [String?] {
    let body = try BodyReader.read(try #require(library.bodyLocation(of: try library.story(title))))
    return body.blocks.flatMap { block in
      block.links.map { link in
        library.story(
          linkedBy: StoryLink(title: block.text(of: link), address: link.address, file: link.file)
        )
        .map { library[$0].title }
      }
    }
  }

  @Test func linksInATextLeadToFiles() throws {
    try write(
      "Ferry resumes", to: "2025/news/ferry.html",
      links: ["quay.html", "../../2024/school%20boat.html#top", "./gone.html", "../../../../etc/passwd"])
    try write("Quay wall cracks", to: "2025/news/quay.html")
    try write("School boat late", to: "2024/school boat.html")
    let library = Loaded([folder.path]).library
    #expect(try targets(library, "Ferry") == ["Quay wall cracks", "School boat late", nil, nil])
    #expect(library.backlinks(of: try library.story("School boat")) == [try library.story("Ferry")])
    #expect(library.backlinks(of: try library.story("Quay")) == [try library.story("Ferry")])
  }

  @Test func aFolderIsItsIndexAndAQueryIsPartOfAName() throws {
    try write("Ferry resumes", to: "ferry.html", links: ["quay/", "story.php%3Fid=7.html"])
    try write("Quay wall cracks", to: "quay/index.html")
    try write("School boat late", to: "story.php?id=7.html")
    #expect(
      try targets(Loaded([folder.path]).library, "Ferry") == ["Quay wall cracks", "School boat late"])
  }

  @Test func headlinesLeadToFiles() throws {
    try write(
      "Ferry resumes", to: "2025/ferry.html",
      related: [
        ("Cracks in the wall found again", "../2024/quay.html"), ("Nobody saved this one here", "gone.html"),
      ])
    try write("Quay wall cracks", to: "2024/quay.html")
    let library = Loaded([folder.path]).library
    let body = try BodyReader.read(try #require(library.bodyLocation(of: try library.story("Ferry"))))
    #expect(body.links.map { library.story(linkedBy: $0) } == [try library.story("Quay"), nil])
    #expect(body.links.last?.fileName == "gone.html")
    #expect(library.backlinks(of: try library.story("Quay")) == [try library.story("Ferry")])
  }

  /// wget renames files, so that the addresses that the pages declare do not match.
  @Test func pagesThatTellTheirAddresses() throws {
    func canonical(_ path: String) -> String {
      "<link rel=\"canonical\" href=\"https://harbour.example\(path)\">"
    }
    try write(
      "Ferry resumes", to: "harbour.example/2025/ferry.html", links: ["../2024/quay.html"],
      head: canonical("/2025/ferry"))
    try write("Quay wall cracks", to: "harbour.example/2024/quay.html", head: canonical("/2024/quay"))
    let library = Loaded([folder.path]).library
    #expect(try targets(library, "Ferry") == ["Quay wall cracks"])
    #expect(library.backlinks(of: try library.story("Quay")) == [try library.story("Ferry")])
  }

  @Test func linksLeadToNoFileBesideAPageWithABase() throws {
    try write(
      "Ferry resumes", to: "ferry.html", links: ["quay.html"],
      head: "<base href=\"https://harbour.example/x/\">")
    try write("Quay wall cracks", to: "quay.html")
    #expect(try targets(Loaded([folder.path]).library, "Ferry").allSatisfy { $0 == nil })
  }

  /// What is outside of the folders is not opened, also not through a link.
  @Test func filesOutsideAreNotFound() throws {
    try write("Ferry resumes", to: "inside/ferry.html", links: ["../outside/quay.html", "way/quay.html"])
    try write("Quay wall cracks", to: "outside/quay.html")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("inside/way.html"), withDestinationPath: folder.path("outside/quay.html"))
    let library = Loaded([folder.path("inside/ferry.html")]).library
    #expect(try targets(library, "Ferry") == [nil, nil])
  }

  @Test func namesThatAreNotUTF8() throws {
    try write("Ferry resumes", to: "ferry.html", links: ["caf%E9.html"])
    try write("Quay wall cracks", to: "quay.html")
    let name: [CChar] = folder.path("caf").utf8CString.dropLast() + [-23] + ".html".utf8CString
    #expect(rename(folder.path("quay.html"), name) == 0)
    #expect(try targets(Loaded([folder.path]).library, "Ferry") == ["Quay wall cracks"])
  }

  /// Dumps tell where their links lead, but seldom their own addresses: a headline is the same in both.
  @Test func dumpsAreFoundByTheirHeadlines() throws {
    let text = [
      "The ferry to Oster sails again from Thursday, the harbour office said, nine weeks after the storm broke the stage.",
      "The repair cost 1.4 million, of which the county paid half, as the minutes of its meeting in February show.",
      "People of the island had crossed by fishing boat since January, and some of them want the old timetable back.",
      "The company has no second crew for the evening, and it would have to hire one before the summer begins again.",
    ]
    let ferry = """
      [1]Home [2]News [3]Sport

      Ferry to Oster resumes after nine weeks

      \(text.joined(separator: "\n\n"))

      More stories

        * [4]Cracks in the quay wall found again

      References

         1. https://a.example/
         2. https://a.example/news
         3. https://a.example/sport
         4. https://a.example/2025/cracks-in-the-quay-wall
      """
    let quay =
      "Cracks in the quay wall found again\n\nDivers found two new cracks in the wall on Monday, the county said.\n"
    try folder.write(Array(ferry.utf8), to: "ferry.txt")
    try folder.write(Array(quay.utf8), to: "quay.txt")
    let library = Loaded([folder.path]).library
    let (from, to) = (try library.story("Ferry"), try library.story("Cracks"))
    let body = try BodyReader.read(try #require(library.bodyLocation(of: from)))
    #expect(body.links.map { library.story(linkedBy: $0) } == [to])
    #expect(library.backlinks(of: to) == [from])
    #expect(library.backlinks(of: from).isEmpty)
  }

  @Test func theCatalogueKeepsBacklinks() throws {
    try write("Ferry resumes", to: "ferry.html", links: ["quay.html"])
    try write("Quay wall cracks", to: "quay.html")
    var live = LiveLibrary(began: 0)
    live.open(Loaded([folder.path]).library)
    try live.save(in: Catalogue(in: folder.path("cache"), of: [folder.path], program: .unknown))
    let library = live.publish().library
    #expect(library.backlinks(of: try library.story("Quay")) == [try library.story("Ferry")])
  }
}
