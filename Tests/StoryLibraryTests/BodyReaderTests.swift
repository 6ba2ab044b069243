import Glibc
import PageFormats
import StoryLibrary
import TestFolder
import Testing

/// Texts are read when somebody looks at them; the files may have changed by then.
struct BodyReaderTests {
  private let folder: Folder
  private let page = InventedPage(
    "Fog closes the harbour", body: ["The fog came at six.", "Boats stayed in the harbour."],
    comments: ["What a fog!", "Six it was."],
    listing: [Listed(), Listed(title: "Swan found", body: "A swan was found.")])

  init() throws {
    folder = try Folder()
    try folder.write(page)
  }

  private func read(_ title: String, in library: Library) throws -> StoryBody {
    try BodyReader.read(try #require(library.bodyLocation(of: try library.story(title))))
  }

  @Test func theTextsOfAPage() throws {
    let library = Loaded([folder.path]).library
    let fog = try read("Fog", in: library)
    #expect(fog.paragraphs == ["The fog came at six.", "Boats stayed in the harbour."])
    #expect(fog.comments == ["What a fog!", "Six it was."])
    let swan = try read("Swan", in: library)
    #expect(swan.blocks == [TextBlock(.paragraph, "A swan was found.")])
    #expect(swan.comments.isEmpty && swan.links.isEmpty, "they are the page's own story's")
  }

  @Test func aTopicPagesStoriesHaveItsTopic() throws {
    try folder.write(InventedPage(topic: "Foghorn", listing: [Listed(title: "Horns")]).named("topic.txt"))
    #expect(try read("Horns", in: Loaded([folder.path]).library).topics == ["Foghorn"])
  }

  @Test func aStoryWithoutAText() throws {
    try folder.write(InventedPage("Wind", body: []).named("wind.txt"))
    #expect(try read("Wind", in: Loaded([folder.path]).library).paragraphs.isEmpty)
  }

  /// UTF-16: places are those of the decoded text.
  @Test func aPageInAnotherEncoding() throws {
    let text = InventedPage(
      "Ferry", body: ["Fähre und Nebel.", "Ende."], listing: [Listed(title: "Boje", body: "Läutet.")]
    ).text
    try folder.write(
      [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, to: "wide.txt")
    let library = Loaded([folder.path]).library
    #expect(try read("Ferry", in: library).paragraphs == ["Fähre und Nebel.", "Ende."])
    #expect(try read("Boje", in: library).paragraphs == ["Läutet."])
  }

  @Test func aPageWithoutAHeadline() throws {
    try folder.write(Array("\u{1B}[31m\n12:30 14:15\n".utf8), to: "ferry times")
    #expect(try read("ferry", in: Loaded([folder.path]).library).paragraphs == ["12:30 14:15"])
  }

  @Test func theFileHasGone() throws {
    let library = Loaded([folder.path]).library
    try folder.remove(page.name)
    let error = #expect(throws: PageFileError.self) { try read("Fog", in: library) }
    #expect(error?.problem == FileProblem(path: folder.path(page.name), reason: .file(.vanished)))
  }

  /// Saved again with more above it: everything stands somewhere else.
  @Test func thePageHasChanged() throws {
    let news = "The fog came at six. Boats stayed in the harbour until noon. Nobody could see the quay."
    try folder.write(
      InventedPage("Fog", body: [news], listing: [Listed(title: "Swan", body: news)]).named(page.name))
    let library = Loaded([folder.path]).library
    let longer = InventedPage(
      "FOG", body: ["A new beginning.", news],
      listing: [Listed(title: "Swan", body: news + " It lifted.")]
    ).named(page.name)
    try folder.write(longer)
    #expect(try read("Fog", in: library).paragraphs.first?.hasPrefix("A new beginning") == true)
    #expect(try read("Swan", in: library).paragraphs.first?.hasSuffix("It lifted.") == true)
  }

  /// Today's edition has taken the place of yesterday's.
  @Test func anotherEditionUnderTheSameHeadline() throws {
    let library = Loaded([folder.path]).library
    let other = "Today the sun shone. People sat on the quay. No boat was missing from the harbour at all."
    try folder.write(InventedPage("Fog closes the harbour", body: [other]).named(page.name))
    #expect(throws: PageFileError.self) { try read("Fog", in: library) }
  }

  /// Another story's text under this one's headline would be a lie.
  @Test(arguments: ["Fog", "Swan"]) func theStoryHasGoneFromItsPage(title: String) throws {
    let library = Loaded([folder.path]).library
    try folder.write(InventedPage("Election night", body: ["All of another page."]).named(page.name))
    let error = #expect(throws: PageFileError.self) { try read(title, in: library) }
    #expect(error?.problem == FileProblem(path: folder.path(page.name), reason: .file(.vanished)))
  }

  @Test func thePageHasBeenCutShort() throws {
    let library = Loaded([folder.path]).library
    try folder.write(Array(page.text.utf8.prefix(60)), to: page.name)
    #expect(throws: PageFileError.self, "what is left is no beginning of it") { try read("Fog", in: library) }
    #expect(throws: PageFileError.self) { try read("Swan", in: library) }
  }

  @Test func onePageByItself() throws {
    var pages: [Page] = []
    try SavedPage.read(folder.path(page.name)) { pages.append($0) }
    #expect(pages.map(\.related.count) == [2])
    try folder.write([0x7F, 0x45, 0x4C, 0x46, 0, 0, 0, 0], to: "program")
    let reasons: [(name: String, reason: FileProblem.Reason)] = [
      ("program", .binary), ("nowhere", .file(.vanished)), ("", .file(.unreadable(errno: EISDIR))),
    ]
    for (name, reason) in reasons {
      let error = #expect(throws: PageFileError.self) { try SavedPage.read(folder.path(name)) { _ in } }
      #expect(error?.problem == FileProblem(path: folder.path(name), reason: reason))
    }
  }
}
