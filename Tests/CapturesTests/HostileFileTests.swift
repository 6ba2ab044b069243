import Captures
import SavedPages
import SeededNumbers
import Testing

/// Files made to do harm: whatever they hold, they give a page or none.
struct HostileFileTests {
  @Test(arguments: SavedForm.allCases)
  func damagedBytes(form: SavedForm) {
    let bytes = form.bytes
    for seed in 0..<UInt64(60) {
      var generator = SeededNumbers(seed: seed)
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...12, using: &generator) {
        damaged[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(
          in: 0...255, using: &generator)
      }
      check(damaged, form.name)
    }
  }

  private func check(_ bytes: [UInt8], _ name: String) {
    guard let kind = Captured.kind(name, bytes) else { return }
    if kind == .warc {
      #expect(Captured.pages(bytes).pages.count <= 5)
    } else if let page = try? Captured.page(bytes, kind) {
      #expect(page.bytes.count <= bytes.count)
    }
  }

  /// The trailer and each of the objects say anything about sizes and places.
  @Test func propertyLists() {
    let bytes = SavedForm.webArchive.bytes
    for place in bytes.indices.suffix(90) {
      for value: UInt8 in [0, 1, 0x7F, 0x80, 0xFF] {
        var damaged = bytes
        damaged[place] = value
        check(damaged, "a.webarchive")
      }
    }
    #expect(throws: CaptureError.noPage) {
      try Captured.page(Array("bplist00".utf8) + [UInt8](repeating: 0xFF, count: 40), .webArchive)
    }
  }

  @Test func commentsWithoutEnd() throws {
    for text in [
      "<html><!--", "<!-- Saved from", "<!-- saved from url=(", "<!--\n Page saved with SingleFile \n url:",
    ] {
      let page = try Captured.page(Array((text + String(repeating: "<!-- ", count: 100_000)).utf8), .html)
      #expect(page.saved == nil)
    }
  }

  @Test func headersWithoutEnd() {
    let fields = String(repeating: "X-Field: value\r\n", count: 100_000)
    let bytes = Array(("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n" + fields).utf8)
    #expect(throws: CaptureError.noPage) { try Captured.page(bytes, .mhtml) }
    #expect(Captured.kind("a.mhtml", bytes) == .mhtml)
  }
}
