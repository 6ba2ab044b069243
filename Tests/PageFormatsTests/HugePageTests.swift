import Testing

@testable import PageFormats

/// Finding the parts of a page takes work in proportion to its lines: counted in lines looked at, not in seconds.
struct HugePageTests {
  static let top = "logo\nFog\n\nFog\n\nMeridiana day ago\nThe fog came.\n"
  static let furniture =
    "Orange background\n\nTry Our AI Features\n\nExplore what Daily8 AI can do for you:\n\n"
  static let parts = [
    "\n", "a\n", "Comments\n", "Related Articles\n", "No comments yet...\n", "Orange background\n",
    "Orange background\nTry Our AI Features\n", "Explore what Daily8 AI can do for you:\nComments\n",
    "Try Our AI Features\nExplore what Daily8 AI can do for you:\nfog\n", "Comments (12)\n",
    "12 Comments\nComments\n", "التعليقات\n", "time5 hours ago\n",
    "Fog\nFog\n\nMeridian\n\ntime5 hours ago\n\n  • Meridian\n\n", "Meridian\n5 hours ago\n- Meridian\n",
    "Meridian\n- Meridian\n", "• fog\n", "#fog\n", "#fog ", "Hashtags\n", "12-03-2025\n", "9", "منذ ",
    "fog ", "\u{1B}]", "\u{1B}[1;", "\u{301}", "\u{202E}", "\u{200D}", "é", "\r", "DOWNLOAD THE APP\n",
    "fog\n\n",
  ]
  /// What stands before the repeated part.
  static let beginnings = [
    "", "\nFog\n", top, top + furniture, top + furniture + "12 Comments\n",
    top + furniture + "Ada: Loud.\nComments\nBo: No.\n",
  ]

  /// The lines that are looked at, again and again or once, to find the parts of a page.
  private func linesRead(in text: String) -> (outline: PageOutline, count: Int, lines: Int) {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      let text = PageText(bytes)
      return (DumpFormats.outline(of: text) ?? PageOutline(kind: .unknown), text.reads.count, text.count)
    }
  }

  @Test(arguments: parts)
  func readsEachLineAFewTimes(part: String) {
    for beginning in HugePageTests.beginnings {
      let (_, reads, lines) = linesRead(in: beginning + String(repeating: part, count: 2_000))
      #expect(reads <= 64 * lines + 1_000, "\(beginning)")
    }
  }

  @Test func everyReaderWritesTheHeading() {
    let text =
      HugePageTests.top + HugePageTests.furniture + "12 Comments\n"
      + String(repeating: "Comments\n", count: 3_000) + "Related Articles\n"
    let (outline, reads, lines) = linesRead(in: text)
    #expect(outline.commentCount == 12)
    #expect(outline.comments.count == 3_000)
    #expect(reads <= 64 * lines)
  }

  @Test func aLineOfAMegabyte() {
    let line = String(repeating: "fog and horn ", count: 80_000)
    let page = PageParser.page("\nFog closes the harbour\n\(line)\n")
    #expect(page.story.body.first?.utf8.count == line.utf8.count - 1)
  }

  @Test func tenThousandHeadings() {
    let headings = String(repeating: "Meridian\n5 hours ago\n- Meridian\n", count: 10_000)
    let page = PageParser.page(StyleB(related: []).text + headings)
    #expect(page.related.isEmpty)
    #expect(page.story.body.count == 2)
  }
}
