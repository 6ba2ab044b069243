import LoadedPages
import Reader
import ReaderHarness
import SavedPages
import StoryLibrary
import TestFolder
import Testing

/// What is known of a story.
struct InfoTests {
  /// What says when a page was saved: nobody has to guess which of its times that is.
  @Test(arguments: [
    ("fog.html", SavedForm.singleFile, "11 Mar 2025, 08:15 UTC · as recorded in the file"),
    ("2025-03-12 fog.html", .plain, "12 Mar 2025, 12:00 UTC · from the file name"),
    ("fog.html", .plain, "when the file was last changed"),
    ("1741680900/output.html", .plain, "11 Mar 2025, 08:15 UTC · as recorded by ArchiveBox"),
  ])
  func whenAPageWasSavedAndWhatSaysSo(name: String, form: SavedForm, words: String) throws {
    let folder = try Folder()
    try folder.write(form.bytes, to: name)
    if name.contains("/") {
      try folder.write(Array("{}".utf8), to: "1741680900/index.json")
      try folder.write(Array("<html>".utf8), to: "1741680900/index.html")
    }
    var desk = try ReaderDriver([])
    desk.open(Library(ofPagesIn: folder.path))
    desk.press("i")
    guard case .pager(let view) = desk.state.overlay else {
      Issue.record("nothing is shown")
      return
    }
    let lines = view.text ?? []
    #expect(lines.contains { $0.hasSuffix(words) }, "\(lines)")
    #expect(lines.contains { $0.hasSuffix("/" + name) })
  }
}
