import Testing

@testable import PageFormats

@Suite struct HTMLStoryTests {
  @Test func theStoryIsShownAndTheRestIsFolded() {
    let built = BuiltText(SamplePage.html())
    #expect(built.blocks(shown: true) == SamplePage.paragraphs)
    for text in SamplePage.furniture { #expect(built.blocks(shown: false).contains(text)) }
    #expect(!built.outline.isDoubtful)
    built.expectWellFormed()
  }

  @Test func blocksAreInTheOrderOfThePage() {
    let built = BuiltText(SamplePage.html())
    let order = built.outline.blocks.compactMap { built.text($0.range) }
    let parts = [
      "Home", "Share this story", SamplePage.paragraphs[0], "Most read this week",
      "Subscribe to our newsletter",
    ]
    #expect(parts.compactMap { order.firstIndex(of: $0) }.sorted() == parts.map { order.firstIndex(of: $0) })
  }

  @Test func scriptsAndStylesAreNoText() {
    let built = BuiltText(SamplePage.html())
    let text = String(decoding: built.page.text, as: UTF8.self)
    #expect(!text.contains("color: red"))
    #expect(!text.contains("@context"))
  }

  @Test func blocksKeepTheirKind() {
    let story = """
      <p>\(SamplePage.paragraphs[0])</p><h2>What the authority says about the warning</h2>
      <p>\(SamplePage.paragraphs[1])</p>
      <ul><li>\(SamplePage.paragraphs[2])</li><li>\(SamplePage.paragraphs[3])</li></ul>
      <blockquote><p>\(SamplePage.paragraphs[4])</p></blockquote><p>\(SamplePage.paragraphs[3])</p>
      """
    let built = BuiltText(SamplePage.html(story: story))
    let shown = built.outline.blocks.filter(\.isShown)
    #expect(
      shown.map(\.kind) == [.paragraph, .heading, .paragraph, .listItem, .listItem, .quote, .paragraph])
  }

  @Test func listsInLists() {
    let story = """
      <p>\(SamplePage.paragraphs[0])</p>
      <ul><li>\(SamplePage.paragraphs[1])<ul><li>\(SamplePage.paragraphs[2])</li></ul></li>
      <li><p>\(SamplePage.paragraphs[3])</p></li></ul><p>\(SamplePage.paragraphs[4])</p>
      """
    let page = PageParser.page(Array(SamplePage.html(story: story).utf8), as: .html)
    let shown = page.blocks.filter(\.isShown)
    #expect(shown.map(\.text) == SamplePage.paragraphs)
    #expect(shown.map(\.level) == [0, 0, 1, 0, 0])
  }

  /// What a page's depths become: a story may stand in a list, and a list in another one without an item.
  @Test(arguments: [
    ([0, 1, 1, 0], [0, 1, 1, 0]), ([2, 2, 4, 3], [0, 0, 1, 1]), ([3, 1, 2], [0, 0, 1]),
    ([0, 5, 9], [0, 1, 2]),
  ])
  func levelsOfItems(depths: [Int], levels: [Int]) {
    var items = ListLevels()
    #expect(depths.map { items.next(.listItem, depth: $0) } == levels)
    #expect(items.next(.paragraph, depth: 0) == 0)
    #expect(items.next(.listItem, depth: 7) == 0)
  }

  @Test func levelsAreBounded() {
    var items = ListLevels()
    #expect((0..<200).map { items.next(.listItem, depth: $0) }.max() == 12)
  }

  @Test func aCaptionIsOneAndFolded() {
    let story =
      "<p>\(SamplePage.paragraphs[0])</p><figure><img src='a.jpg'><figcaption>The terminal on Tuesday. Photo: Lee Marsh</figcaption></figure>"
      + SamplePage.paragraphs.dropFirst().map { "<p>\($0)</p>" }.joined()
    let built = BuiltText(SamplePage.html(story: story))
    let caption = built.outline.blocks.first { built.text($0.range)?.hasPrefix("The terminal") == true }
    #expect(caption?.kind == .caption)
    #expect(caption?.isShown == false)
  }

  @Test func aLineBreakIsANewlineAndTwoAreTwoBlocks() {
    let poem =
      "The fog came in at six o’clock,<br>and nobody could see the dock,<br/>and nobody could hear the bell.<br><br>It rang all morning through the grey, and rang until the end of day."
    let built = BuiltText(
      SamplePage.html(
        story: "<div>\(poem)</div><p>\(SamplePage.paragraphs[0])</p><p>\(SamplePage.paragraphs[1])</p>"))
    let shown = built.blocks(shown: true)
    #expect(
      shown.contains(
        "The fog came in at six o’clock,\nand nobody could see the dock,\nand nobody could hear the bell."))
    #expect(shown.contains("It rang all morning through the grey, and rang until the end of day."))
  }

  @Test func aRowOfATableIsOneBlockWithTabs() {
    let table =
      "<table><tr><th>Ferry</th><th>Late by</th></tr><tr><td>Gannet, to Northhaven</td><td>90 minutes</td></tr></table>"
    let built = BuiltText(
      SamplePage.html(story: SamplePage.paragraphs.map { "<p>\($0)</p>" }.joined() + table))
    let rows = built.outline.blocks.filter { $0.kind == .tableRow }
    #expect(
      rows.compactMap { built.text($0.range) } == ["Ferry\tLate by", "Gannet, to Northhaven\t90 minutes"])
  }

  @Test func aPageLaidOutInATableHasParagraphs() {
    let cell = SamplePage.paragraphs.map { "<p>\($0)</p>" }.joined()
    let html =
      "<html><head><title>Fog</title></head><body><table><tr><td><a href='/'>Home</a><br><a href='/s'>Sport</a></td><td>\(cell)</td></tr></table></body></html>"
    let built = BuiltText(html)
    #expect(built.blocks(shown: true) == SamplePage.paragraphs)
    #expect(built.outline.blocks.allSatisfy { $0.kind != .tableRow })
  }

  @Test func preformattedTextKeepsItsLinesAndBlanks() {
    let code = "<pre><code>if fog {\n    stay()\n}</code></pre>"
    let built = BuiltText(
      SamplePage.html(story: SamplePage.paragraphs.map { "<p>\($0)</p>" }.joined() + code))
    let block = built.outline.blocks.first { $0.kind == .preformatted }
    #expect(built.text(block?.range) == "if fog {\n    stay()\n}")
  }

  @Test func aPageWithHardlyAnyTextIsDoubtful() {
    let built = BuiltText("<html><body><p>Nothing here.</p><a href='/'>Back to the start</a></body></html>")
    #expect(built.outline.isDoubtful)
    #expect(built.outline.blocks.contains { $0.isShown })
  }

  @Test func bareTextIsAPageToo() {
    let built = BuiltText("Only some words without any element around them, as a server may send.")
    #expect(
      built.blocks(shown: true) == ["Only some words without any element around them, as a server may send."])
    built.expectWellFormed()
  }

  @Test(arguments: ["", " ", "<", "<html>", "<!--", "<p", "&", "<script>", "<title>"])
  func whatHasNoTextHasNoBlocks(html: String) {
    let built = BuiltText(html)
    #expect(built.blocks(shown: true).filter { $0 != "&" && $0 != "<" }.isEmpty)
    built.expectWellFormed()
  }
}
