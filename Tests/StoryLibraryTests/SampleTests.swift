import Captures
import Folders
import Foundation
import PageFormats
import StoryLibrary
import TestFolder
import Testing

/// The samples that come with the program: a page in each form in which pages are saved.
struct SampleTests {
  /// What is known of a sample's story.
  struct Sample: Sendable, CustomTestStringConvertible {
    var title: String
    var file: String
    var source: String?
    var author: String?
    var published: String?
    /// In UTC; nil for one that does not tell.
    var saved: String?
    var origin = SavedTime.Origin.modification
    var format: PageSyntax
    var encoding = "UTF-8"
    var language: String?
    /// Paragraphs, headings, items and rows of the story.
    var blocks: Int
    /// The words of the links in its text.
    var links: [String] = []
    /// Stories that it leads to, and which of them are samples, too.
    var listed = 0
    var saves = 0

    var testDescription: String { title }
  }

  static let samples = [
    Sample(
      title: "Second-hand crane lifts its first tin", file: "second-hand-crane.html", source: "The Meridian",
      author: "Pilar Whitcombe", published: "2025-08-12", saved: "2025-08-13T06:40:12Z", origin: .file,
      format: .html, language: "en-GB", blocks: 6,
      links: ["ticket office dried out", "the inspectors", "night bus"],
      listed: 2, saves: 1),
    Sample(
      title: "Bakers dry out their flour, and count what is left", file: "bakers-dry-out-their-flour.html",
      source: "North Wire", author: "Tobiah Crane", published: "2025-08-09", format: .html, language: "en-GB",
      blocks: 5, listed: 2, saves: 1),
    Sample(
      title: "Oyster beds open after eleven weeks", file: "oyster-beds-open.mhtml", source: "Straits Ledger",
      author: "Ffion Adeyemi", published: "2025-08-14", saved: "2025-08-15T06:12:44Z", origin: .file,
      format: .html,
      language: "en-GB", blocks: 5, links: ["bell buoy"], listed: 1),
    Sample(
      title: "The night bus that waits for the tide", file: "the-night-bus.md", source: "Tidewater Review",
      author: "Cosima Hale", published: "2025-08-03", saved: "2025-08-04T00:00:00Z", origin: .file,
      format: .markdown,
      blocks: 13,
      links: [
        "the flood took the board away", "ferry is aground", "the bakers on Lower Quay",
        "a second-hand crane",
      ]),
    Sample(
      title: "Bell buoy gives way to a quieter one", file: "coast-crawl.warc/", source: "The Meridian",
      author: "Aurelio Finch", published: "2025-08-05", saved: "2025-08-07T05:00:03Z", origin: .file,
      format: .html,
      language: "en-GB", blocks: 4, listed: 2, saves: 1),
    Sample(
      title: "Chess club moves into the ticket office", file: "coast-crawl.warc/", source: "The Meridian",
      author: "Pilar Whitcombe", published: "2025-08-06", saved: "2025-08-07T05:00:09Z", origin: .file,
      format: .html,
      language: "en-GB", blocks: 4, listed: 2, saves: 2),
    Sample(
      title: "Swimmers ask for a ladder at the ferry steps", file: "swimmers-ask-for-a-ladder.txt",
      source: "Coast Gazette", author: "Leocadia Strand", published: "2025-08-11", format: .text, blocks: 5,
      links: ["ferry steps", "second bollard"], listed: 2),
    Sample(
      title: "Маяк на Птичьем мысу снова открыт для гостей", file: "mayak-na-ptichyem-mysu.txt",
      published: "2025-08-10", format: .text, encoding: "windows-1251", blocks: 6),
  ]

  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/broadsheet/Samples").path

  private static let all = Loaded([folder])

  @Test func nothingElseIsAPage() throws {
    let loaded = Loaded([SampleTests.folder + "/saved"])
    #expect(loaded.library.pageCount == SampleTests.samples.count)
    let frames = SampleTests.folder + "/saved/bakers-dry-out-their-flour_files"
    let text = SampleTests.folder + "/saved/mayak-na-ptichyem-mysu.txt"
    let crawl = SampleTests.folder + "/saved/coast-crawl.warc"
    #expect(
      loaded.reasons == [
        frames: .file(.partOfPage), text: .page(.guessedEncoding(.windows1251)),
        crawl: .skippedRecords(.otherFormat, count: 1),
      ])
    #expect(Set(loaded.library.titles) == Set(SampleTests.samples.map(\.title)))
  }

  @Test(arguments: samples) func isWhatItWasSavedAs(sample: Sample) throws {
    let library = SampleTests.all.library
    let index = try #require(library.order.first { library[$0].title == sample.title })
    let story = library[index]
    #expect(story.source == sample.source)
    #expect(story.published?.iso8601.hasPrefix(sample.published ?? "-") == (sample.published != nil))
    let version = try #require(library.versions(of: index).first)
    #expect(version.paths.allSatisfy { $0.contains("/saved/" + sample.file) }, "\(version.paths)")
    #expect(version.savedOrigin == sample.origin)
    if let saved = sample.saved {
      #expect(PublicationTime(seconds: story.saved, precision: .minute).iso8601 == saved)
    }
    let body = try BodyReader.read(try #require(library.bodyLocation(of: index)))
    #expect(!body.isDoubtful)
    #expect(body.author == sample.author)
    #expect(body.format == sample.format)
    #expect(body.encoding?.rawValue == sample.encoding)
    #expect(body.language == sample.language)
    #expect(body.paragraphs.count == sample.blocks, "\(body.paragraphs)")
    #expect(body.blocks.flatMap { block in block.links.map { block.text(of: $0) } } == sample.links)
    #expect(body.links.count == sample.listed, "\(body.links)")
    #expect(body.links.filter { library.story(linkedBy: $0) != nil }.count == sample.saves)
  }
}
