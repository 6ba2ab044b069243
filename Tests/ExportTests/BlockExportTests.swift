import Foundation
import PageFormats
import Testing

@testable import Export

/// Blocks are written down as what they are.
struct BlockExportTests {
  static let blocks: [TextBlock] = [
    TextBlock(.paragraph, "The ferry sails.\nAt six."), TextBlock(.heading, "What it cost"),
    TextBlock(.listItem, "The boat"), TextBlock(.listItem, "The quay,\nin part"),
    TextBlock(.quote, "We vote."), TextBlock(.quote, "Not now."), TextBlock(.caption, "The north quay"),
    TextBlock(.tableRow, "Boat\tCars"), TextBlock(.tableRow, "Meridian | VII\t12\tnew"),
    TextBlock(.preformatted, "tide(6)\n  ```sail()```"),
  ]

  private static let story: StoryText = {
    var story = InventedStory.text("Ferry", paragraphs: [])
    (story.blocks, story.author) = (blocks, "Ines Marl")
    return story
  }()

  @Test func text() {
    #expect(
      PlainTextExport.string(of: [Self.story]) == """
        Ferry
        The Meridian · Ines Marl · 2 hours ago

        The ferry sails.
        At six.

        What it cost

        • The boat
        • The quay,
          in part

        > We vote.
        >
        > Not now.

        The north quay

        Boat | Cars
        Meridian | VII | 12 | new

        tide(6)
          ```sail()```
        """)
  }

  @Test func markdown() {
    #expect(
      MarkdownExport.string(of: [Self.story]) == """
        # Ferry

        *The Meridian · Ines Marl · 2 hours ago*

        The ferry sails.\\
        At six.

        ## What it cost

        - The boat
        - The quay,\\
          in part

        > We vote.
        >
        > Not now.

        *The north quay*

        | Boat | Cars |  |
        | --- | --- | --- |
        | Meridian \\| VII | 12 | new |

        ````
        tide(6)
          ```sail()```
        ````
        """)
  }

  @Test func html() {
    let html = HTMLExport.string(of: [Self.story])
    for part in [
      "<p dir=\"auto\">The ferry sails.<br>\nAt six.</p>", "<h2 dir=\"auto\">What it cost</h2>",
      "<ul>\n<li dir=\"auto\">The boat</li>\n<li dir=\"auto\">The quay,<br>\nin part</li>\n</ul>",
      "<blockquote>\n<p dir=\"auto\">We vote.</p>\n<p dir=\"auto\">Not now.</p>\n</blockquote>",
      "<p dir=\"auto\"><small>The north quay</small></p>",
      "<tr><td dir=\"auto\">Meridian | VII</td><td dir=\"auto\">12</td><td dir=\"auto\">new</td></tr>",
      "<pre dir=\"auto\">tide(6)\n  ```sail()```</pre>",
    ] { #expect(html.contains(part), "\(part)") }
  }

  @Test func listsInLists() {
    var story = Self.story
    story.blocks = [
      TextBlock(.listItem, "Stones", level: 1),
      TextBlock(.listItem, "from the quay,\nand the hill", level: 2),
      TextBlock(.listItem, "from boats", level: 2), TextBlock(.listItem, "Mortar", level: 1),
      TextBlock(.paragraph, "It holds."),
    ]
    #expect(
      PlainTextExport.string(of: [story]).contains(
        "\n• Stones\n  • from the quay,\n    and the hill\n  • from boats\n• Mortar\n\nIt holds."))
    #expect(
      MarkdownExport.string(of: [story]).contains(
        "\n- Stones\n  - from the quay,\\\n    and the hill\n  - from boats\n- Mortar\n\nIt holds."))
    #expect(
      HTMLExport.string(of: [story]).contains(
        """
        <ul>
        <li dir="auto">Stones
        <ul>
        <li dir="auto">from the quay,<br>
        and the hill</li>
        <li dir="auto">from boats</li>
        </ul></li>
        <li dir="auto">Mortar</li>
        </ul>
        <p dir="auto">It holds.</p>
        """))
  }

  @Test func aListThatEndsFurtherInIsClosed() {
    var story = Self.story
    story.blocks = [TextBlock(.listItem, "Stones"), TextBlock(.listItem, "from boats", level: 1)]
    let html = HTMLExport.string(of: [story])
    #expect(html.contains("<li dir=\"auto\">from boats</li>\n</ul></li>\n</ul>"))
  }

  @Test func theLevelOfAnItemAsJSON() throws {
    let line = try JSONLine().string([BlockJSON(TextBlock(.listItem, "c", level: 2))])
    #expect(line.contains("\"level\":2"))
  }

  /// A text between fences cannot end them.
  @Test func hostileBlocksStayInTheirPlaces() {
    var story = Self.story
    for text in InventedStory.hostile {
      for kind in BlockKind.allCases {
        story.blocks = [TextBlock(kind, text)]
        let html = HTMLExport.string(of: [story])
        #expect(!html.contains("<script>") && !html.contains("<b "), "\(text)")
        let markdown = MarkdownExport.string(of: [story])
        if kind == .preformatted {
          #expect(markdown.split(separator: "\n").last?.allSatisfy { $0 == "`" } == true)
        } else {
          #expect(!markdown.contains("<script>") && !markdown.contains("![picture]"), "\(text)")
        }
      }
    }
  }

  @Test func onlyTheStoryIsWrittenUnlessAllIsAskedFor() {
    var page = Page(kind: .article, story: Entry(title: "Ferry"))
    page.blocks = [TextBlock(.listItem, "Menu", isShown: false), TextBlock(.paragraph, "It sails.")]
    #expect(StoryText(page).blocks.map(\.text) == ["It sails."])
    #expect(StoryText(page, isWhole: true).blocks.map(\.text) == ["Menu", "It sails."])
    page.isDoubtful = true
    #expect(StoryText(page).blocks.map(\.text) == ["Menu", "It sails."])
  }

  @Test func blocksAsJSON() throws {
    let line = try JSONLine().string([
      BlockJSON(TextBlock(.tableRow, "a\tb")), BlockJSON(TextBlock(.listItem, "c", isShown: false)),
    ])
    #expect(
      line
        == #"[{"kind":"table-row","links":[],"shown":true,"text":"a\tb"},{"kind":"list-item","links":[],"shown":false,"text":"c"}]"#
    )
  }
}
