import Testing

@testable import PageFormats

/// Links in the text of a story.
struct StoryLinkTests {
  private static let address = "https://courier.example/2025/03/11/fog-closes-the-harbour-of-eastmere"

  /// `words→address` of each link, by blocks that have some.
  private func links(_ page: Page) -> [[String]] {
    page.blocks.filter { !$0.links.isEmpty }.map { block in
      block.links.map { "\(block.text(of: $0))→\($0.address ?? $0.file ?? "")" }
    }
  }

  private func html(_ story: String, head: String = SamplePage.head) -> Page {
    let paragraphs = SamplePage.paragraphs.map { "<p>\($0)</p>" }.joined()
    let bytes = Array(SamplePage.html(story: paragraphs + story, head: head).utf8)
    return PageParser.page(bytes, as: .html)
  }

  private func markdown(_ text: String) -> Page { PageParser.page(Array(text.utf8), as: .markdown) }

  @Test func wordsAndAddressesOfAWebPage() {
    let page = html(
      """
      <p>The mayor blamed <a href="/2025/03/02/instruments?a=1&amp;b=2#top"> the <b>old</b>&nbsp;instruments</a>, and the
      <a href='https://port.example/'>port</a> said nothing about the fog on that Tuesday morning.</p>
      """)
    #expect(
      links(page) == [
        [
          "the old instruments→https://courier.example/2025/03/02/instruments?a=1&b=2",
          "port→https://port.example/",
        ]
      ])
  }

  @Test(arguments: [
    "#notes", "mailto:a@b.example", "javascript:go()", "ftp://a.example/b", "", address, address + "#end",
    "https://a.example/\u{202E}x",
  ])
  func whatLeadsToNoOtherPage(reference: String) {
    #expect(
      links(html("<p>The fog came <a href='\(reference)'>from the sea</a> once again today.</p>")).isEmpty)
  }

  @Test func relativeLinksOfAnUnknownAddressLeadNowhere() {
    let page = html(
      "<p>The fog came <a href='/from/the/sea'>from the sea</a> and <a href='//sea.example/a'>the land</a>.</p>",
      head: "<html><head><title>Fog</title></head>")
    #expect(links(page).isEmpty)
  }

  @Test func linksBesideTheStoryAreNoneOfIts() {
    #expect(links(html("<p>The fog lifted at noon from the outer breakwater.</p>")).isEmpty)
  }

  @Test func linesAndCodeKeepTheirLinks() {
    let page = html(
      """
      <p>First line of the timetable<br><a href="/a/b">the second</a> line<br>third <a href="/c/d">line</a></p>
      <pre>  see <a href="/e/f">code</a> of the harbour</pre>
      """)
    #expect(
      links(page).flatMap { $0 } == [
        "the second→https://courier.example/a/b", "line→https://courier.example/c/d",
        "code→https://courier.example/e/f",
      ])
  }

  /// Where control characters were removed, links stand behind the words that are left.
  @Test func inHarmlessText() {
    let page = html(
      "<p>The \u{1B}[31mfog\u{7} came <a href='/a/b'>from\u{202E} the sé\u{301}a</a> once <a href='/c/d'>again</a> today.</p>"
    )
    #expect(
      links(page).flatMap { $0 } == [
        "from the sé\u{301}a→https://courier.example/a/b", "again→https://courier.example/c/d",
      ])
  }

  @Test func aLinkOverSeveralBlocksIsOne() {
    let page = html(
      "<a href='/a/b'><p>The fog came back once again today.</p><p>And the ferries did not.</p></a>")
    #expect(links(page) == [["And the ferries did not.→https://courier.example/a/b"]])
  }

  @Test func linksOfMarkdown() {
    let page = markdown(
      """
      ---
      title: Quay wall
      source: https://courier.example/quay/wall
      ---
      # [Quay wall](https://courier.example/other)

      The council decided on [the
      wall](https://a.example/b?x=1&copy=2 "Title") and ![a picture](/p.png) [**on** Tuesday](../tuesday).

      1. Stones of [the quarry](<https://a.example/q>), [ref], [mail](mailto:x@y.example)

      | Boat | Where |
      |---|---|
      | [Meridian](https://a.example/m) | [![icon](i.png)](https://a.example/i) the [quay](https://a.example/n) |

      [ref]: https://a.example/r
      """)
    #expect(
      links(page) == [
        ["the wall→https://a.example/b?x=1&copy=2", "on Tuesday→https://courier.example/tuesday"],
        ["the quarry→https://a.example/q", "ref→https://a.example/r"],
        ["Meridian→https://a.example/m", "quay→https://a.example/n"],
      ])
    #expect(page.story.title == "Quay wall")
  }

  @Test func linesOfChineseAreJoinedWithoutABlank() {
    let page = markdown("码头[墙将\n重建](https://a.example/b)，市长[说](https://a.example/c)。")
    #expect(links(page) == [["墙将重建→https://a.example/b", "说→https://a.example/c"]])
  }

  /// The control characters that links are found by while a text is put together may stand in it.
  @Test func hostileSigns() {
    let page = markdown(
      "A \u{1}wall\u{2} of [\u{2}stone\u{1}](https://a.example/b)\u{2}\n\n```\n\u{1}code\u{2}\n```")
    #expect(links(page) == [["stone→https://a.example/b"]])
  }

  @Test func veryManyLinksAreNotAllKnown() {
    let line = "<a href='/a/b'>x</a> <br>"
    let page = html("<p>The fog " + String(repeating: line, count: 20_000) + "</p>")
    #expect(page.blocks.reduce(0) { $0 + $1.links.count } <= PageLink.most)
    let text = markdown(String(repeating: "[x](https://a.example/b)\n\n", count: 2_000))
    #expect(text.blocks.reduce(0) { $0 + $1.links.count } == PageLink.most)
  }
}
