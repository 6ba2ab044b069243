import PageFormats
import Testing

/// Nothing in a page takes more than a time in proportion to its length, or more than a little stack. The
/// sizes are for a build without optimization; what grows with the square of them would take minutes.
struct HugePageTests {
  static let count = 100_000
  static let top = "logo\nFog\n\nFog\n\nMeridiana day ago\nThe fog came.\n"
  static let furniture =
    "Orange background\n\nTry Our AI Features\n\nExplore what Daily8 AI can do for you:\n\n"

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "\n", "a\n", "Comments\n", "Related Articles\n", "No comments yet...\n", "Orange background\n",
      "Orange background\nTry Our AI Features\n", "Explore what Daily8 AI can do for you:\nComments\n",
      "Try Our AI Features\nExplore what Daily8 AI can do for you:\nfog\n", "Comments (12)\n",
      "time5 hours ago\n",
      "Fog\nFog\n\nMeridian\n\ntime5 hours ago\n\n  • Meridian\n\n", "Meridian\n5 hours ago\n- Meridian\n",
      "Meridian\n- Meridian\n", "• fog\n", "#fog\n", "#fog ", "Hashtags\n", "12-03-2025\n", "9", "منذ ",
      "fog ", "\u{1B}]",
      "\u{1B}[1;", "\u{301}", "\u{202E}", "\u{200D}", "é", "\r", "DOWNLOAD THE APP\n", "fog\n\n",
    ])
  func repeated(part: String) {
    let parts = String(repeating: part, count: HugePageTests.count)
    for text in [
      parts, "\nFog\n" + parts, HugePageTests.top + parts,
      HugePageTests.top + HugePageTests.furniture + parts,
    ] {
      let count = Array(text.utf8).withUnsafeBufferPointer { bytes in
        PageParser.read(bytes) { $0.byteCount }
      }
      #expect(count >= 0)
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func aLineOfAMegabyte() {
    let line = String(repeating: "fog and horn ", count: 80_000)
    let page = PageParser.page("\nFog closes the harbour\n\(line)\n")
    #expect(page.story.body.first?.utf8.count == line.utf8.count - 1)
  }

  @Test(.timeLimit(.minutes(1)))
  func aHundredThousandHeadings() {
    let heading = "Meridian\n5 hours ago\n- Meridian\n"
    let page = PageParser.page(
      StyleB(related: []).text + String(repeating: heading, count: HugePageTests.count))
    #expect(page.related.isEmpty)
    #expect(page.story.body.count == 2)
  }
}
