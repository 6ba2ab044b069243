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

  private func xml(_ list: String) throws(CaptureError) -> Kept {
    try Captured.page(Array(("<?xml version=\"1.0\"?><plist version=\"1.0\">" + list).utf8), .webArchive)
  }

  @Test func propertyListsInXML() throws {
    let data = "<key>WebResourceData</key><data>PHA+Rm9nLg==</data>"
    let page = try xml(
      """
      <!-- <dict> --><dict><key>WebSubresources</key><array><dict/><string>a &lt; b</string></array>
      <key>WebMainResource</key><dict>\(data)<key>WebResourceURL</key>
      <string>https://lantern.example/?a=1&amp;b=&amp;lt;</string></dict></dict></plist>
      """)
    #expect(page.text == "<p>Fog.")
    #expect(page.address == "https://lantern.example/?a=1&b=&lt;")
    for list in [
      "", "<dict>", "<dict/>", "<data>PHA+</data>", "<dict><key>WebMainResource</key></dict>",
      "<dict><key>WebMainResource</key><dict>\(data)", "<dict><key>WebMainResource</key><string/></dict>",
      String(repeating: "<array>", count: 500_000), String(repeating: "<dict><key>", count: 100_000),
      "<dict>" + String(repeating: "<key>a</key><dict/>", count: 100_000) + "</dict>",
      String(repeating: "<", count: 500_000), String(repeating: "<!--", count: 200_000),
    ] {
      #expect(throws: CaptureError.noPage) { try xml(list) }
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
