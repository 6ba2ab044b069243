import Captures
import SavedPages
import Testing

/// What a file is, by its name and its first bytes.
struct RecognitionTests {
  @Test(arguments: [
    ("story.html", FileKind.html), ("story.HTM", .html), ("index.html?page=2", .html), ("story.2024", .html),
    ("story", .html), ("story.txt", .html), ("story.txt.1", .html), ("www.lantern.example.com", .html),
    ("clip.md", .html), ("story.php", .html), ("story.aspx", .html), ("story.jpg", nil),
  ])
  func htmlByItsContents(name: String, kind: FileKind?) {
    let expected = FileExtension(name) == .foreign ? FileKind.html : kind
    // Foreign files are not looked at; one that is asked for by name is what it is.
    #expect(Captured.kind(name, SavedForm.html()) == expected)
    #expect((FileExtension(name) == .foreign) == (kind == nil))
  }

  @Test(arguments: [
    "\u{FEFF}<!DOCTYPE html><p>x", "\n  <HTML lang=en>", "<!-- a note --><!doctype HTML>", "<head><title>x",
    "<body class=x>",
    "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"x\"><html>",
  ])
  func beginningsOfHTML(text: String) { #expect(Captured.kind("story", text) == .html) }

  @Test(arguments: [
    "A story about the <html> element", "<headline>x", "< html>", "<!-- never ended",
    "<?xml version=\"1.0\"?><rss>", "<b>x", "",
  ])
  func beginningsOfOtherTexts(text: String) { #expect(Captured.kind("story", text) == .text) }

  @Test func namesThatAreNoEndings() {
    for name in [
      "Mr. Smith goes to the harbour", "No. 5", "2025-08-19 11.30.05 quay wall", "www.example.com",
      "story.txt.1", "story.2024",
    ] {
      #expect(Captured.kind(name, "A plain text\n\nwith two paragraphs.") == .text, "\(name)")
    }
    #expect(Captured.kind("data.xyz", "A plain text") == nil)
    #expect(Captured.kind("page.php", "<?php echo \"<html>\"; ?>") == nil)
  }

  /// What is damaged is not taken for another program's file.
  @Test func containersThatAreNone() {
    #expect(Captured.kind("page.mhtml", "From: <Saved by Blink>\r\nSnapshot-Content-Loc") == .mhtml)
    #expect(
      Captured.kind("page.webarchive", "<?xml version=\"1.0\"?>\n<!DOCTYPE plist><plist>") == .webArchive)
    #expect(Captured.kind("page.mht", SavedForm.html()) == .html)
  }

  @Test func dumpWithTheNameOfItsPage() {
    #expect(Captured.kind("story.html", "Quay wall falls\n\nIt fell at a < b in the night.\n") == .text)
    #expect(Captured.kind("story.html", "<p>It fell</p>") == .html)
  }

  @Test func markdown() {
    #expect(Captured.kind("note.md", "# Quay wall falls") == .markdown)
    #expect(Captured.kind("note.txt", "---\ntitle: Quay wall falls\n---\nIt fell.") == .markdown)
    #expect(Captured.kind("note.txt", "---\nQuay wall falls\n---\n") == .text)
  }

  @Test func mails() {
    let bytes = SavedForm.base64.bytes
    #expect(Captured.kind("saved", bytes) == .mhtml)
    #expect(
      Captured.kind("letter.txt", "From: the harbour office\nTo: all\n\nThe quay is closed.\n") == .text)
    #expect(Captured.kind("letter.txt", "Note: Content-Type: multipart/related\n\nText\n") == .text)
  }

  @Test func archives() {
    #expect(Captured.kind("crawl", SavedForm.warc.bytes) == .warc)
    #expect(Captured.kind("crawl.warc.gz", SavedForm.compressedWARC.bytes) == .warc)
    #expect(Captured.kind("crawl.wet.gz", SavedForm.compressedWARC.bytes) == .warc)
    #expect(FileExtension("things.tar.gz") == .foreign)
  }
}
