import Testing

@testable import PageFormats

/// Pages that clippers saved as Markdown.
struct MarkdownTests {
  static let clip = """
    ---
    title: "Council votes to rebuild the \\"old\\" quay wall"
    source: "https://example.org/quay"
    author:
      - "[[Ann Bee]]"
      - "[[John Roe]]"
    published: 2025-03-04
    created: 2025-03-05
    description: "The wall is old."
    tags:
      - "clippings"
      - harbour
    ---
    The council decided on [Tuesday](https://example.org/tue) to
    rebuild the **wall**.

    ## What it costs

    - Stones
    - Mortar

    > It could not wait.

    ```
    a  b
     c
    ```

    """

  @Test(arguments: [PageSyntax.text, .markdown])
  func aClip(syntax: PageSyntax) {
    PageParser.read(Array(MarkdownTests.clip.utf8), as: syntax) { page in
      let story = page.outline.story
      #expect(page.outline.kind == .article)
      #expect(story.title.map(page.string) == "Council votes to rebuild the \"old\" quay wall")
      #expect(story.author.map(page.string) == "Ann Bee, John Roe")
      #expect(page.address == "https://example.org/quay")
      #expect(story.age == CivilDate(year: 2025, month: 3, day: 4).map { .date($0) })
      #expect(story.topics.map(page.string) == ["clippings", "harbour"])
      #expect(
        page.outline.blocks.map(\.kind) == [
          .paragraph, .heading, .listItem, .listItem, .quote, .preformatted,
        ])
      #expect(
        page.outline.blocks.prefix(5).map { page.string($0.range) } == [
          "The council decided on Tuesday to rebuild the wall.", "What it costs", "Stones", "Mortar",
          "It could not wait.",
        ])
    }
  }

  @Test func aNoteWithoutAnythingAboveIt() {
    let text = "# Fog closes the harbour\n\nThe fog came\nat six.\n"
    let page = PageParser.page(Array(text.utf8), as: .markdown)
    #expect(page.story.title == "Fog closes the harbour")
    #expect(page.story.body == ["The fog came at six."])
  }

  @Test(arguments: [
    "", "---", "---\n", "---\ntitle: x", "---\n---\n", "---\n: x\n---\n", "# \n", "```\n", ">\n> \n",
  ])
  func oddities(text: String) {
    let page = PageParser.page(Array(text.utf8), as: .markdown)
    #expect(page.story.body.count < 4)
  }
}
