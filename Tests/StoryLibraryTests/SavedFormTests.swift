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
