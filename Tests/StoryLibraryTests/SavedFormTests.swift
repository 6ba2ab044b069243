import Captures
import Foundation
import Glibc
import SavedPages
import StoryLibrary
import TestFolder
import Testing

/// Folders with pages in the forms in which browsers and tools save them.
struct SavedFormTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  private func write(_ form: SavedForm, to name: String? = nil) throws {
    try folder.write(form.bytes, to: name ?? form.name)
  }

  @Test func everyFileIsAPage() throws {
    let forms = SavedForm.allCases.filter { ![.warc, .compressedWARC, .wet].contains($0) }
    for form in forms { try write(form) }
    let loaded = Loaded([folder.path])
    #expect(loaded.library.pageCount == forms.count)
    #expect(loaded.library.problems.filter { $0.reason == .binary || $0.reason == .file(.noPage) }.isEmpty)
  }

  @Test func partsOfPagesAreLeftOut() throws {
    try write(.browser, to: "lamp.html")
    try folder.write(Array("<html><body>an advertisement".utf8), to: "lamp_files/frame.html")
    try folder.write(Array("A text of its own.\n".utf8), to: "other_files/text.txt")
    let loaded = Loaded([folder.path])
    #expect(loaded.library.pageCount == 2)
    #expect(loaded.reasons[folder.path("lamp_files")] == .file(.partOfPage))
  }

  @Test func archiveBoxShowsAPageOnce() throws {
    for name in [
      "singlefile.html", "output.html", "index.html", "index.json", "htmltotext.txt",
      "readability/content.html",
    ] {
      try folder.write(SavedForm.singleFile.bytes, to: "archive/1741680902/" + name)
    }
    let loaded = Loaded([folder.path])
    #expect(loaded.library.pageCount == 1)
    #expect(loaded.reasons[folder.path("archive/1741680902/index.html")] == .file(.partOfPage))
  }

  /// Without a browser ArchiveBox makes an article, a mirror and a web archive of the page.
  @Test func archiveBoxWithoutABrowserShowsAPageOnce() throws {
    for name in [
      "index.html", "index.json", "readability/content.html", "readability/content.txt",
      "readability/article.json",
      "mercury/content.html", "lantern.example/lamp.html",
    ] {
      try folder.write(SavedForm.plain.bytes, to: "archive/1741680902/" + name)
    }
    try folder.write(SavedForm.compressedWARC.bytes, to: "archive/1741680902/warc/1741680902.warc.gz")
    let library = Loaded([folder.path]).library
    #expect(library.pageCount == 1)
    let story = try #require(library.order.first)
    #expect(library.pagePaths(of: story) == [folder.path("archive/1741680902/readability/content.html")])
  }

  /// What ArchiveBox says of when it saved a page, and where that was: the form itself does not tell.
  @Test(arguments: [
    ("output.html", SavedForm.saved + 60), ("htmltotext.txt", 1_741_000_000),
    ("singlefile.html", SavedForm.saved),
  ])
  func archiveBoxTellsTheTime(form: String, saved: Int64) throws {
    let index = """
      {"history": {"dom": [{"cmd": ["chrome", "--dump-dom"], "output": "output.html", "pwd": "/a",
        "start_ts": "2025-01-01T00:00:00+00:00", "status": "failed"},
        {"cmd": [], "output": "output.html", "start_ts": "2025-03-11T09:16:02.123456+01:00", "status": "succeeded"}],
        "pdf": [{"output": null, "start_ts": "2025-03-12T00:00:00Z"}]},
       "timestamp": "1741000000.5", "url": "https://lantern.example/box/lamp-room-reopens"}
      """
    let page =
      form == "singlefile.html"
      ? SavedForm.singleFile.bytes
      : Array(
        "<html><title>Lamp room reopens</title><body><p>The lamp room has reopened.</p></body></html>".utf8)
    for name in ["index.html", form] { try folder.write(page, to: "archive/1741000000.5/" + name) }
    try folder.write(Array(index.utf8), to: "archive/1741000000.5/index.json")
    let library = Loaded([folder.path]).library
    #expect(library.pageCount == 1)
    let story = try #require(library.order.first)
    #expect(library[story].saved == saved)
    let origin = library.versions(of: story).first?.savedOrigin
    #expect(origin == (form == "singlefile.html" ? .file : .archiveBox))
    let body = try BodyReader.read(try #require(library.bodyLocation(of: story)))
    #expect(
      body.address
        == (form == "singlefile.html" ? SavedForm.address : "https://lantern.example/box/lamp-room-reopens"))
  }

  /// Since version 0.9, each plugin writes into a folder of its own, and the index has a record on each line.
  private func writeArchiveBox(_ plugins: [(String, [UInt8])]) throws -> String {
    let snapshot =
      "archive/users/ann/snapshots/20250311/lantern.example/0195a3c2-7f10-7abc-8def-0123456789ab/"
    let index = """
      {"type": "Snapshot", "schema_version": "0.9.3", "id": "0195a3c2-7f10-7abc-8def-0123456789ab", \
      "url": "https://lantern.example/box/lamp-room-reopens", "title": "Lamp room", \
      "bookmarked_at": "2025-03-10T08:00:00+00:00", "created_at": "2025-03-10T09:00:00+00:00"}
      {"type": "ArchiveResult", "plugin": "screenshot", "output_str": "screenshot.png", \
      "start_ts": "2025-03-10T10:00:00+00:00"}
      {"type": "ArchiveResult", "plugin": "dom", "hook_name": "on_Snapshot__53_dom.js", "status": "succeeded", \
      "output_str": "output.html", "start_ts": "2025-03-11T09:16:02.123456+01:00", "output_json": {"a": 1}}

      """
    try folder.write(Array(index.utf8), to: snapshot + "index.jsonl")
    for (name, bytes) in plugins { try folder.write(bytes, to: snapshot + name) }
    return folder.path(String(snapshot.dropLast()))
  }

  private static let lampRoom = Array(
    "<html><title>Lamp room reopens</title><body><p>The lamp room has reopened.</p></body></html>".utf8)

  @Test(arguments: [
    ("dom/output.html", SavedForm.saved + 60), ("readability/content.html", 1_741_597_200),
    ("htmltotext/htmltotext.txt", 1_741_597_200), ("trafilatura/content.html", 1_741_597_200),
    ("output.html", SavedForm.saved + 60),
  ])
  func archiveBoxOfPlugins(page: String, saved: Int64) throws {
    let others = [
      "wget/lantern.example/lamp.html", "dom/stdout.log", "chrome/page.html", "trafilatura/content.md",
    ]
    let article = ["readability/content.txt", "readability/article.json", "trafilatura/content.txt"]
    let snapshot = try writeArchiveBox(
      [(page, Self.lampRoom)]
        + (others + (page.hasPrefix("readability") ? article : [])).map { ($0, Self.lampRoom) })
    let library = Loaded([folder.path]).library
    #expect(library.pageCount == 1)
    let story = try #require(library.order.first)
    #expect(library.pagePaths(of: story) == [snapshot + "/" + page])
    #expect(library[story].saved == saved)
    #expect(library.versions(of: story).first?.savedOrigin == .archiveBox)
    let body = try BodyReader.read(try #require(library.bodyLocation(of: story)))
    #expect(body.address == "https://lantern.example/box/lamp-room-reopens")
  }

  @Test func archiveBoxOfPluginsShowsTheBestForm() throws {
    let snapshot = try writeArchiveBox([
      ("dom/output.html", Self.lampRoom), ("singlefile/singlefile.html", SavedForm.singleFile.bytes),
      ("readability/content.html", Self.lampRoom), ("wget/warc/0195.warc.gz", SavedForm.compressedWARC.bytes),
    ])
    let loaded = Loaded([folder.path])
    #expect(loaded.library.pageCount == 1)
    let story = try #require(loaded.library.order.first)
    #expect(loaded.library.pagePaths(of: story) == [snapshot + "/singlefile/singlefile.html"])
    #expect(loaded.reasons[snapshot + "/dom"] == .file(.partOfPage))
  }

  /// Crawls, and the names of earlier versions, are links to the folder of the page.
  @Test func archiveBoxOfPluginsIsReadOnceThroughLinks() throws {
    let snapshot = try writeArchiveBox([("dom/output.html", Self.lampRoom)])
    try folder.link("archive/1741680902.0", to: snapshot)
    let library = Loaded([folder.path]).library
    #expect(library.pageCount == 1)
    #expect(library[try #require(library.order.first)].saved == SavedForm.saved + 60)
  }

  @Test func archiveBoxOfPluginsWithAWebArchiveAlone() throws {
    let snapshot = try writeArchiveBox([
      ("wget/lantern.example/lamp.html", SavedForm.plain.bytes),
      ("wget/warc/0195.warc.gz", SavedForm.compressedWARC.bytes),
    ])
    let library = Loaded([folder.path]).library
    #expect(library.pageCount == 1)
    let story = try #require(library.order.first)
    #expect(library.pagePaths(of: story).allSatisfy { $0.hasPrefix(snapshot + "/wget/warc/") })
  }

  @Test func mailWithoutAPage() throws {
    let mail =
      "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--\r\n"
    try folder.write(Array(mail.utf8), to: "pictures.mhtml")
    #expect(Loaded([folder.path]).reasons == [folder.path("pictures.mhtml"): .file(.noPage)])
  }

  /// Only files that may be HTML are read beyond what is believed of a text.
  @Test func limitsByKind() throws {
    let padding = [UInt8](repeating: 0x20, count: 9 << 20)
    try folder.write(Array("<!DOCTYPE html>".utf8) + padding + Array("<p>x".utf8), to: "large.html")
    try folder.write(Array("A text".utf8) + padding, to: "large.txt")
    try folder.write([], to: "huge.html")
    #expect(truncate(folder.path("huge.html"), 65 << 20) == 0)
    let loaded = Loaded([folder.path])
    #expect(loaded.library.pageCount == 1)
    #expect(
      loaded.reasons[folder.path("large.txt")] == .file(.tooLarge(bytes: (9 << 20) + 6, limit: 8 << 20)))
  }

  @Test func savedWhenTheFileSays() throws {
    try write(.singleFile)
    let library = Loaded([folder.path]).library
    let story = try #require(library.order.first)
    #expect(library[story].saved == SavedForm.saved)
  }
}
