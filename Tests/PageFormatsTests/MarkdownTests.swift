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

  @Test func aClipWithoutASiteIsFromTheHostOfItsAddress() {
    #expect(PageParser.page(Array(MarkdownTests.clip.utf8), as: .markdown).story.source == "example.org")
    let named = MarkdownTests.clip.replacing("published:", with: "site: Harbour Post\npublished:")
    #expect(PageParser.page(Array(named.utf8), as: .markdown).story.source == "Harbour Post")
    let unknown = MarkdownTests.clip.replacing("source: \"https://example.org/quay\"\n", with: "")
    #expect(PageParser.page(Array(unknown.utf8), as: .markdown).story.source == nil)
  }

  @Test func omnivoreTellsTheAddressInTheText() {
    let clip = """
      ---
      id: 0a1b2c
      title: |
        Lamp room reopens
      date_saved: 2025-03-11 09:15:02
      ---
      [Read on Omnivore](https://omnivore.example/me/lamp)
      [Read Original](https://lantern.example/lamp)

      The lamp room was opened on [Monday](https://lantern.example/monday).
      """
    let page = PageParser.page(Array(clip.utf8), as: .markdown)
    #expect(page.address == "https://lantern.example/lamp")
    #expect(page.story.title == "Lamp room reopens")
  }

  @Test func aNoteWithoutAnythingAboveIt() {
    let text = "# Fog closes the harbour\n\nThe fog came\nat six.\n"
    let page = PageParser.page(Array(text.utf8), as: .markdown)
    #expect(page.story.title == "Fog closes the harbour")
    #expect(page.story.body == ["The fog came at six."])
  }

  private func blocks(_ text: String) -> [String] {
    PageParser.page(Array("# Fog\n\n\(text)".utf8), as: .markdown).blocks.map { "\($0.kind): \($0.text)" }
  }

  @Test func signsOfMarkdownAreNotShown() {
    #expect(
      blocks(
        "Some *thin* and __thick__ fog, `as is`, at [the *quay*](https://example.org/a_b \"x\"),\nsays <https://example.org>.\\\nNew \\*line."
      )
        == ["paragraph: Some thin and thick fog, as is, at the quay, says https://example.org.\nNew *line."])
  }

  @Test func listsInLists() {
    let text =
      "1. Stones\n   - from the *quay*\n     more of it\n   - from the hill\n2. Mortar\n\n   A second paragraph.\n\n- [ ] Sand\n"
    #expect(
      blocks(text) == [
        "listItem: 1. Stones", "listItem: from the quay more of it", "listItem: from the hill",
        "listItem: 2. Mortar", "paragraph: A second paragraph.", "listItem: [ ] Sand",
      ])
    let page = PageParser.page(Array("# Fog\n\n\(text)".utf8), as: .markdown)
    #expect(page.blocks.map(\.level) == [0, 1, 1, 0, 0, 0])
  }

  @Test func tablesPicturesAndHTML() {
    #expect(
      blocks(
        "| Ship | *Port* |\n| --- | :-: |\n| Tin | Quay |\n\n[![A swan](a.png)](b)\n\n<figure>\n<b>Tin</b> &amp; fog\n</figure>\n\n霧が\n出た"
      )
        == [
          "tableRow: Ship\tPort", "tableRow: Tin\tQuay", "caption: A swan", "paragraph: Tin & fog",
          "paragraph: 霧が出た",
        ])
  }

  /// Each of these kept some reader of Markdown busy for ever; the work is counted by how much is shown.
  @Test(arguments: [
    "![[]()", ">", "- ", "[a](", "*a_ ", "<?", "`", "[", "![", "1. ", "> - ", "* \n", "[a]: u\n", "<a b='",
    "|", "\n>",
  ])
  func hostileText(unit: String) {
    let text = String(repeating: unit, count: 200_000 / unit.utf8.count)
    #expect(PageParser.page(Array(text.utf8), as: .markdown).blocks.count <= text.utf8.count)
  }

  @Test func aTextLongerThanAnyIsReadInPieces() {
    let words = String(repeating: "fog ", count: 999)
    let text = String(repeating: "Thick *\(words)fog*.\n\n", count: 600)
    let blocks = PageParser.page(Array(text.utf8), as: .markdown).blocks
    #expect(blocks.map(\.text) == Array(repeating: "Thick \(words)fog.", count: 600))
  }

  /// What clippers write that is not quite YAML, and what is YAML and no line `name: value`.
  @Test(arguments: [
    ("title: Fog: the \"harbour\" is shut\nauthor: Ann Bee", "Fog: the \"harbour\" is shut"),
    ("title: >-\n  Fog closes\n  the harbour\nauthor: [Ann Bee]", "Fog closes the harbour"),
    ("\"title\": 'Fog''s end'\nauthor:\n- [[Ann Bee]]", "Fog's end"),
    ("title: \"Fog \\u2014 end\" # so\nauthor:\n  - name: Ann Bee\n    url: x", "Fog — end"),
  ])
  func valuesOfYAML(front: String, title: String) {
    let page = PageParser.page(Array("---\n\(front)\n---\nThe fog came.\n".utf8), as: .markdown)
    #expect(page.story.title == title)
    #expect(page.story.author == "Ann Bee")
    #expect(page.story.body == ["The fog came."])
  }

  @Test(arguments: [
    "", "---", "---\n", "---\ntitle: x", "---\n---\n", "---\n: x\n---\n", "# \n", "```\n", ">\n> \n",
  ])
  func oddities(text: String) {
    let page = PageParser.page(Array(text.utf8), as: .markdown)
    #expect(page.story.body.count < 4)
  }
}
