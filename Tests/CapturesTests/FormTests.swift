import Captures
import SavedPages
import Testing

/// What every form of saved page gives.
struct FormTests {
  @Test(arguments: SavedForm.allCases)
  func onePage(form: SavedForm) throws {
    let pages = try Captured.pages(form)
    let page = try #require(pages.first)
    #expect(pages.count == 1)
    #expect(page.address == form.address)
    #expect(page.saved == (form.tellsTime ? SavedForm.saved : nil))
    let format: CaptureFormat =
      switch form {
      case .text, .wet: .text
      case .markdown: .markdown
      default: .html
      }
    #expect(page.format == format)
  }

  @Test(arguments: SavedForm.allCases.filter { ![.utf16, .windows1252].contains($0) })
  func bytesAsTheSiteHadThem(form: SavedForm) throws {
    let page = try #require(try Captured.pages(form).first)
    #expect(page.text.replacing("\r\n", with: "\n").contains(SavedForm.sentence))
    if [.warc, .compressedWARC, .webArchive, .xmlWebArchive].contains(form) {
      #expect(page.text == SavedForm.html())
    }
  }

  @Test func charsetOfTheContainer() throws {
    #expect(try Captured.pages(.quotedPrintable).first?.charset == "utf-8")
    #expect(try Captured.pages(.warc).first?.charset == "utf-8")
    #expect(try Captured.pages(.webArchive).first?.charset == "UTF-8")
    #expect(try Captured.pages(.xmlWebArchive).first?.charset == "UTF-8")
    #expect(try Captured.pages(.plain).first?.charset == nil)
  }

  /// A file cut anywhere gives what is there, or says that there is no page.
  @Test(arguments: SavedForm.allCases)
  func cutFiles(form: SavedForm) throws {
    let bytes = form.bytes
    for end in stride(from: 0, to: bytes.count, by: 41) {
      let part = Array(bytes[..<end])
      guard let kind = Captured.kind(form.name, part), kind != .warc else {
        #expect(Captured.pages(part).pages.count <= 1)
        continue
      }
      do throws(CaptureError) {
        let page = try Captured.page(part, kind)
        #expect(page.bytes.count <= max(part.count, 1))
      } catch {
        #expect(error == .noPage)
      }
    }
  }
}

/// What ArchiveBox says of a page.
struct ArchiveBoxIndexTests {
  private func index(_ json: String) -> ArchiveBoxIndex {
    Array(json.utf8).withUnsafeBufferPointer { ArchiveBoxIndex($0, form: "output.html") }
  }

  @Test func theLastRunCounts() {
    let first = #"{"output": "output.html", "start_ts": "2025-03-11T08:15:01Z"}"#
    let other = #"{"output": "screenshot.png", "start_ts": "2025-03-11T08:15:09Z"}"#
    let last = #"{"output":"output.html","start_ts":"2025-03-11T08:15:02Z"}"#
    #expect(index("[\(first), \(last), \(other)]").saved == SavedForm.saved)
    #expect(index(#"{"url": "https://a.example/b", "urls": 2}"#).address == "https://a.example/b")
  }

  @Test(arguments: [
    "", "\"url\"", "\"url\": \"https://a.example", "{\"url\": null, \"output\": 5}",
    "\"output\": \"output.html\"",
    "{\"output\": \"output.html\", \"start_ts\": \"yesterday\"}",
    "{\"output\": \"output.html\"}, {\"start_ts\": \"2025-03-11T08:15:02Z\"}",
    "\"url\": \"https://a.example/\\u0007\"",
  ])
  func nothingIsTold(json: String) {
    #expect(index(json).saved == nil)
    #expect(index(json).address == nil)
  }

  @Test func foldersAreNamedByTimes() {
    #expect(ArchiveBoxIndex.time(ofFolder: "1741680902") == 1_741_680_902)
    #expect(ArchiveBoxIndex.time(ofFolder: "1741680902.15") == 1_741_680_902)
    for name in [
      "17416809", "1741680902.", "1741680902.a", "1741680902.1.2", "news", "", ".5", "17416809021",
    ] {
      #expect(ArchiveBoxIndex.time(ofFolder: name) == nil)
    }
  }
}
