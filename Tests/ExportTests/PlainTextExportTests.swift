import Testing

@testable import Export

struct PlainTextExportTests {
  @Test func aStoryWithEverything() {
    let story = InventedStory.text(
      topics: ["metals"], address: "https://meridian.example/", note: "Read it.\nSoon.",
      related: ["Copper", "Lead"])
    #expect(
      PlainTextExport.string(of: [story]) == """
        Tin index slips
        The Meridian · 2 hours ago · #metals
        https://meridian.example/

        First.

        Second.

        ✎ Read it.
          Soon.

        Related:
        • Copper
        • Lead
        """)
  }

  @Test func aStoryWithNothing() {
    let story = StoryText(.init())
    #expect(PlainTextExport.string(of: [story]) == "(no title)")
    #expect(PlainTextExport.string(of: [story, story]) == "(no title)\n\n(no title)")
  }

  @Test(arguments: ["", " \n\t"])
  func aNoteOfNothingIsNone(note: String) {
    #expect(!PlainTextExport.string(of: [InventedStory.text(note: note)]).contains("✎"))
  }
}
