import SeededNumbers
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

  /// A line of Markdown as a parser sees it, scalar by scalar.
  private struct Parsed {
    /// What is shown.
    var text = ""
    /// What is neither behind a backslash nor in a code span; a line feed stands for each of those.
    var bare = ""

    init(_ markdown: String) {
      var scalars = Array(markdown.unicodeScalars)[...]
      while let scalar = scalars.popFirst() {
        if scalar == "\\", let next = scalars.first, next.isASCII, !next.properties.isAlphabetic, next != " "
        {
          text.unicodeScalars.append(scalars.removeFirst())
          bare += "\n"
        } else if scalar == "`", let end = scalars.firstIndex(of: "`") {
          text.unicodeScalars.append(contentsOf: scalars[..<end])
          scalars = scalars[(end + 1)...]
          bare += "\n"
        } else {
          text.unicodeScalars.append(scalar)
          bare.unicodeScalars.append(scalar)
        }
      }
    }
  }

  private func expectOnlyText(_ text: String) {
    let line = MarkdownExport.escaped(text)
    let parsed = Parsed(line)
    let shown = text.unicodeScalars.drop { $0.properties.isWhitespace }.map {
      "\n\r\u{2028}\u{85}".unicodeScalars.contains($0) ? " " : $0
    }
    #expect(Array(parsed.text.unicodeScalars) == shown)
    let bare = parsed.bare
    #expect(!bare.unicodeScalars.contains { "\\`*_{}[]<>&#|~$^".unicodeScalars.contains($0) }, "\(line)")
    #expect(!["-", "+", "=", ":", " "].contains(bare.unicodeScalars.first), "\(line)")
    let afterNumber = bare.unicodeScalars.drop { ("0"..."9").contains($0) }
    let hasNumber = afterNumber.count < bare.unicodeScalars.count
    #expect(!hasNumber || ![".", ")"].contains(afterNumber.first), "\(line)")
    let lower = bare.lowercased()
    #expect(!lower.utf8.contains("://".utf8) && !lower.utf8.contains("www.".utf8), "\(line)")
    let mailAddress = /[a-z0-9.+_-]@[a-z0-9._-]*\.[a-z0-9]/.matchingSemantics(.unicodeScalar)
    #expect(lower.firstMatch(of: mailAddress) == nil, "\(line)")
  }

  @Test(arguments: InventedStory.hostile)
  func hostileTextIsOnlyText(text: String) {
    expectOnlyText(text)
    // A mark behind each character makes another character of both, and the same Markdown.
    expectOnlyText(String(String.UnicodeScalarView(text.unicodeScalars.flatMap { [$0, "\u{301}"] })))
    expectOnlyText("Fog: " + text + ", and wind.")
  }

  @Test(arguments: UInt64(1)...200)
  func anyTextIsOnlyText(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    let parts =
      InventedStory.hostile + ["@", ".", "a", "\\", "`", "*", "\u{301}", " ", "1", ")", "://", "www", "é"]
    let count = Int.random(in: 1...12, using: &numbers)
    expectOnlyText((0..<count).map { _ in parts.randomElement(using: &numbers) ?? "" }.joined())
  }

  @Test func mailAddressesStandInCode() {
    #expect(MarkdownExport.escaped("Write to joe_b@example.org.") == "Write to `joe_b@example.org`.")
    #expect(MarkdownExport.escaped("@meridian said 5 @ 3") == "@meridian said 5 @ 3")
  }

  @Test(arguments: InventedStory.hostile)
  func hostilePartsAddNoLines(text: String) {
    let story = InventedStory.text(
      text, paragraphs: [text], topics: [text], address: text, note: "x", related: [text])
    let lines = string(story).split(separator: "\n")
    #expect(lines.filter { $0.utf8.starts(with: "#".utf8) }.count == 3)
    #expect(lines.filter { $0.utf8.starts(with: "- ".utf8) }.count == 1)
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
  fileprivate func components(_ separator: String) -> Int { ranges(of: separator).count + 1 }
}
