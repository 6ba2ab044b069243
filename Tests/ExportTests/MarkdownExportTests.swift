import Testing

@testable import Export

struct MarkdownExportTests {
  private func string(_ story: StoryText) -> String { MarkdownExport.string(of: [story]) }

  @Test func aStoryWithEverything() {
    let story = InventedStory.text(
      topics: ["metals"], address: "https://meridian.example/a_b", note: "Read *again*.\nSoon.",
      related: ["Copper", "Lead_free"])
    #expect(
      string(story) == """
        # Tin index slips

        *The Meridian · 2 hours ago · \\#metals*

        <https://meridian.example/a_b>

        First.

        Second.

        ## Note

        Read \\*again\\*.\\
        Soon.

        ## Related

        - Copper
        - Lead\\_free
        """)
  }

  @Test func ordinaryTextStaysReadable() {
    let text = "“It rose 3.5% (to 1,200),” she said; that's all! Was it? He's on-line: yes… €5/£6, 2 + 2 = 4."
    #expect(MarkdownExport.escaped(text) == text)
  }

  /// What CommonMark makes of a line of which all special characters have a backslash: the characters themselves.
  private func rendered(_ markdown: String) -> String {
    var result = ""
    var characters = markdown[...]
    while let character = characters.popFirst() {
      result.append(character == "\\" ? characters.popFirst() ?? "\\" : character)
    }
    return result
  }

  @Test(arguments: InventedStory.hostile)
  func hostileTextIsOnlyText(text: String) {
    let line = MarkdownExport.escaped(text)
    #expect(!line.contains { $0.isNewline })
    #expect(rendered(line) == String(text.drop(while: \.isWhitespace)).mapNewlinesToSpaces)
    // Nothing special stands there without a backslash.
    let bare = line.replacing(#/\\[!-\/:-@\[-`{-~]/#, with: "")
    #expect(bare.wholeMatch(of: /[^`*_{}\[\]<>&#|~$^\\]*/) != nil)
    #expect(line.wholeMatch(of: /([-+=:]|\d+[.)]|\s).*/) == nil)
    #expect(line.ranges(of: "://").count == line.ranges(of: "\\://").count)
    #expect(!line.lowercased().contains("www."))
  }

  @Test(arguments: InventedStory.hostile)
  func hostilePartsAddNoLines(text: String) {
    let story = InventedStory.text(
      text, paragraphs: [text], topics: [text], address: text, note: "x", related: [text])
    let lines = string(story).split(separator: "\n")
    #expect(lines.filter { $0.hasPrefix("#") }.count == 3)
    #expect(lines.filter { $0.hasPrefix("- ") }.count == 1)
  }

  @Test func onlyWebAddressesAreLinks() {
    for address in ["javascript:alert(1)", "https://a.example/>\n# x", "https://a.example/ x", "data:,x"] {
      #expect(!string(InventedStory.text(address: address)).contains("<"))
    }
  }

  @Test func storiesAreKeptApart() {
    let stories = [InventedStory.text("One", paragraphs: []), InventedStory.text("Two", paragraphs: [])]
    #expect(MarkdownExport.string(of: stories).components("\n\n---\n\n") == 2)
    #expect(MarkdownExport.string(of: []) == "")
  }
}

extension String {
  fileprivate var mapNewlinesToSpaces: String { String(map { $0.isNewline ? " " : $0 }) }

  fileprivate func components(_ separator: String) -> Int { ranges(of: separator).count + 1 }
}
