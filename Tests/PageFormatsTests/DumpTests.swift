import Testing

@testable import PageFormats

/// Dumps of sites that nobody has described to the program: the story, and everything else folded.
struct DumpTests {
  static let story = [
    """
    The harbour council decided on Tuesday to rebuild the old quay wall, which has stood since 1851 and which lost \
    forty stones in the storm of last November.
    """,
    """
    "The wall could not have waited for another winter," said the harbour master, who had asked for the work in three \
    letters to the council since spring.
    """,
    """
    A second vote on the money is expected before the end of the month, and the ferry company has said that it will \
    pay for a part of the wall.
    """,
  ]

  /// As a browser saves a page as text: each paragraph on a line.
  static let saved =
    """
    Skip to main content
    Harbour Post
    News
    Sport
    Weather
    Log in
    Subscribe

    Council votes to rebuild the old quay wall this winter

    By Ann Bee and John Roe
    Published 12 March 2025 at 14:05

    \(story[0])

    \(story[1])

    \(story[2])

    Read more: Ferry crews plan a second day of strikes

    Share this story
    Most read
    • Swan found asleep in the old tin works
    • Choir sings on without its hall
    12 Comments
    © 2025 Harbour Post. All rights reserved.

    """

  /// The same by lynx: wrapped, with numbers for links and their addresses at the end.
  static let lynx =
    """
       #[1]alternate

       [2]Skip to main content

       [3]Harbour Post [4]News [5]Sport [6]Weather [7]Log in [8]Subscribe

       Council votes to rebuild the old quay wall this winter

       By [9]Ann Bee and [10]John Roe

       Published 12 March 2025 at 14:05

       The harbour council decided on Tuesday to rebuild the old [11]quay
       wall, which has stood since 1851 and which lost forty stones in the
       storm of last November.

       "The wall could not have waited for another winter," said the harbour
       master, who had asked for the work in three letters to the council
       since spring.

       A second vote on the money is expected before the end of the month,
       and the ferry company has said that it will pay for a part of the
       wall.

       [12]Read more: Ferry crews plan a second day of strikes

       [13]Share this story

    Most read

         * [14]Swan found asleep in the old tin works
         * [15]Choir sings on without its hall

       © 2025 Harbour Post. All rights reserved.

    References

       Visible links:
       1. https://example.org/feed
       2. https://example.org/#main

    """

  @Test(arguments: [saved, lynx])
  func aStoryAmongFurniture(text: String) {
    PageParser.read(Array(text.utf8)) { page in
      let story = page.outline.story
      #expect(page.outline.kind == .article)
      #expect(page.outline.problems.isEmpty)
      #expect(page.paragraphs(story.body) == DumpTests.story)
      #expect(story.title.map(page.string) == "Council votes to rebuild the old quay wall this winter")
      #expect(story.author.map(page.string) == "Ann Bee, John Roe")
      #expect(story.when.map(page.string) == "12 March 2025")
      #expect(story.age == CivilDate(year: 2025, month: 3, day: 12).map { .date($0) })
      #expect(story.source.map(page.string) == "Harbour Post")
    }
  }

  /// Whatever is not the story is folded where it stood.
  @Test(arguments: [saved, lynx])
  func nothingIsLost(text: String) {
    PageParser.read(Array(text.utf8)) { page in
      let blocks = page.outline.blocks
      let whole = blocks.map { page.string($0.range) }.joined(separator: " ")
      let places = blocks.map { page.string($0.range) }
      #expect(places.firstIndex(of: "Most read").map { $0 > places.count / 2 } == true)
      #expect(blocks.filter(\.isShown).map { page.string($0.range) } == DumpTests.story)
      for word in text.split(whereSeparator: { $0.isWhitespace || "[]0123456789*•".contains($0) }) {
        #expect(whole.contains(word))
      }
    }
  }

  @Test func itemsOfListsAreKnown() {
    PageParser.read(Array(DumpTests.saved.utf8)) { page in
      let items = page.outline.blocks.filter { $0.kind == .listItem }.map { page.string($0.range) }
      #expect(items == ["Swan found asleep in the old tin works", "Choir sings on without its hall"])
    }
  }

  @Test func aListOfStoriesIsShownWhole() {
    let headlines = (1...9).map { "Harbour news number \($0) of the week\n2\($0) minutes ago\n\n" }
    let text = "Harbour Post\nNews\nSport\n\n" + headlines.joined()
    PageParser.read(Array(text.utf8)) { page in
      #expect(page.outline.isDoubtful)
      #expect(page.outline.problems == [.unknownFormat])
      #expect(!page.outline.blocks.contains { !$0.isShown })
    }
  }

  @Test func anAddressNearTheTop() {
    let text = "Source: https://example.org/quay\n\n" + DumpTests.saved
    PageParser.read(Array(text.utf8)) { page in
      #expect(page.mayTellAddress)
      #expect(page.address == "https://example.org/quay")
    }
  }

  @Test func twoDumpsOfOneSiteShareOnlyTheirFurniture() {
    let other = DumpTests.saved.replacing("harbour council", with: "tram company")
    func body(_ text: String) -> [String] { PageParser.page(text).story.body }
    #expect(body(other).first?.hasPrefix("The tram company decided") == true)
    #expect(body(other).dropFirst() == body(DumpTests.saved).dropFirst())
  }

  /// html2text writes Markdown.
  @Test func wordsOfMarkdownLinks() {
    let links = ["News", "Sport", "Weather", "Opinion", "Log in"].map {
      "  * [\($0)](https://example.org/\($0))"
    }
    let text = DumpTests.saved.replacing(
      "old quay wall,", with: "[old quay wall](https://example.org/a_\\(b\\)),"
    )
    .replacing("News\n", with: links.joined(separator: "\n") + "\n")
    #expect(PageParser.page(text).story.body == DumpTests.story)
  }

  /// html2text wraps paragraphs, also within links, and writes what Markdown would take for a sign with a backslash.
  @Test func wrappedMarkdownIsPutTogether() {
    let text = """
      * [News](https://example.org/news)
      * [Sport](https://example.org/sport)
      * [Weather](https://example.org/weather)
      * [Opinion](https://example.org/opinion)

      # Council votes to rebuild the old quay wall

      The council voted on Tuesday to rebuild the [old quay
      wall](https://example.org/the-old-quay-\nwall-and-more "Quay"), which has _stood_
      since 1851 \\- and which **lost forty stones** in the storm of last November.

      The snake_case sign stays. \u{20}
      A second vote on the money is expected before the end of the month, and the ferry
      company will pay for a part of it, as it said.

      """
    PageParser.read(Array(text.utf8)) { page in
      let lines = page.outline.blocks.map { page.string($0.range) }
      #expect(
        lines.suffix(3) == [
          "The council voted on Tuesday to rebuild the old quay wall, which has stood since 1851 - and which lost forty stones in the storm of last November.",
          "The snake_case sign stays.",
          "A second vote on the money is expected before the end of the month, and the ferry company will pay for a part of it, as it said.",
        ])
    }
  }
}
