import Testing

@testable import PageFormats

/// Pages that are made to cost time or to lose text. Steps are counted, not seconds.
@Suite struct HostileHTMLTests {
  private func steps(_ html: String) -> Int {
    Array(html.utf8).withUnsafeBufferPointer { HTMLTokenizer.steps(of: $0) }
  }

  @Test(arguments: [
    "<div>", "<b><p>", "<a>", "<table><tr><td>", "<li>", "<span>x", "</div>", "</b></p>", "<h1>", "<p>x</b>",
    "<svg><p>", "<x-y>",
  ])
  func nestingIsLinear(piece: String) {
    let few = steps(String(repeating: piece, count: 1_000))
    let many = steps(String(repeating: piece, count: 10_000))
    // Each tag looks at no more levels than may be open.
    #expect(many <= 12 * few + HTMLTreeBuilder.deepest)
  }

  @Test func closingWhatIsNotOpenLooksAtNothing() {
    let open = String(repeating: "<div>", count: 400)
    let more = steps(open + String(repeating: "</i></table></h2>", count: 1_000)) - steps(open)
    #expect(more <= 400 * 1_000)
    #expect(steps(open + String(repeating: "</i></table>", count: 1_000)) == steps(open))
  }

  @Test func textInDeepNestingIsKept() {
    let built = BuiltText(
      String(repeating: "<div>", count: 5_000) + "The fog came in at six."
        + String(repeating: "</div>", count: 5_000))
    #expect(built.blocks(shown: true) == ["The fog came in at six."])
  }

  @Test(arguments: [
    "<div class=\"", "<div class='x", "<!-- ", "<script>", "<style", "<title>", "<p title=", "<textarea>",
    "<![CDATA[", "<?", "</",
    "<a href=x", "<iframe>",
  ])
  func whatNeverEndsLosesNothingBefore(tail: String) {
    let built = BuiltText(
      SamplePage.html().replacing("</body></html>", with: "") + tail + String(repeating: "y", count: 2_000))
    #expect(built.blocks(shown: true) == SamplePage.paragraphs)
  }

  @Test func manyAngles() {
    let built = BuiltText("<p>" + String(repeating: "<", count: 50_000))
    #expect(built.page.text.count >= 50_000)
  }

  @Test func manyAttributes() {
    let attributes = (0..<5_000).map { " a\($0)='b'" }.joined()
    let built = BuiltText(
      SamplePage.html(
        story: "<div\(attributes)>\(SamplePage.paragraphs.map { "<p>\($0)</p>" }.joined())</div>"))
    #expect(built.blocks(shown: true) == SamplePage.paragraphs)
  }

  @Test func picturesInAddressesAreNoText() {
    let picture = "<img src=\"data:image/png;base64," + String(repeating: "QUJD", count: 20_000) + "\">"
    let built = BuiltText(
      SamplePage.html(story: SamplePage.paragraphs.map { "<p>\($0)</p>\(picture)" }.joined()))
    #expect(built.blocks(shown: true) == SamplePage.paragraphs)
    #expect(built.page.text.count < 10_000)
  }

  @Test(arguments: [
    "", " \n", "<html><body><p></p><script>let a = 1</script></body></html>", "<title>A title</title>",
  ])
  func aPageWithoutTextSaysSo(html: String) {
    #expect(BuiltText(html).outline.problems == [.empty])
    #expect(BuiltText(html + "<p>A text.").outline.problems.isEmpty)
  }

  @Test func aPageOfTooManyBlocksIsShownWhole() {
    let html = SamplePage.html()
    Array(html.utf8).withUnsafeBufferPointer { bytes in
      let blocks = HTMLBlocks(HTMLNodes(bytes))
      let count = blocks.list.count
      let usual = StoryChoice(blocks, title: "", mostBlocks: count)
      #expect(usual.isShown.contains(false))
      let whole = StoryChoice(blocks, title: "", mostBlocks: count - 1)
      #expect(whole.isDoubtful)
      #expect(whole.isShown == [Bool](repeating: true, count: count))
    }
    let many = BuiltText(String(repeating: "<li>x", count: StoryChoice.mostBlocks + 1))
    #expect(many.outline.isDoubtful)
    #expect(many.outline.blocks.count == StoryChoice.mostBlocks + 1)
    #expect(many.outline.blocks.allSatisfy { $0.isShown })
  }

  @Test func aRowWithALongCellIsNoRow() {
    let cells = String(repeating: "<td>x", count: 3_000)
    let built = BuiltText("<table><tr>\(cells)<td>\(String(repeating: "word ", count: 60))</table>")
    #expect(built.outline.blocks.count == 3_001)
    #expect(built.outline.blocks.allSatisfy { $0.kind == .paragraph })
  }

  @Test func dataThatIsNestedTooDeeplyIsLeftOut() {
    let deep = String(repeating: "{\"a\":[", count: 5_000)
    Array(("{\"name\":\"Jane\"," + deep).utf8).withUnsafeBufferPointer { bytes in
      let nodes = JSONNodes(bytes)
      #expect(nodes.list.count < 100)
      #expect(nodes.member("name", of: 0).flatMap { nodes.string($0) } == "Jane")
    }
  }

  @Test(arguments: ["{\"a\":\"b", "{\"a\":", "[[[", "}}}", "\"\\", "{\"a\":\"\\u12", "{,,,}", "nonsense"])
  func brokenDataIsNoData(json: String) {
    Array(json.utf8).withUnsafeBufferPointer { bytes in
      let nodes = JSONNodes(bytes)
      for node in nodes.list.indices { _ = nodes.string(node) }
      #expect(nodes.list.count <= json.utf8.count)
    }
  }

  @Test func escapesOfData() {
    let json = #"{"a":"\u2019\ud83d\ude00 \"x\" \/ \n","b":[1,true,{"c":"d"}],}"#
    Array(json.utf8).withUnsafeBufferPointer { bytes in
      let nodes = JSONNodes(bytes)
      #expect(nodes.member("a", of: 0).flatMap { nodes.string($0) } == "’😀 \"x\" /  ")
      #expect(nodes.member("b", of: 0).map { nodes.members(of: $0).count } == 3)
    }
  }

  @Test func aPageWithTooManyNodesKeepsItsText() {
    let html =
      String(repeating: "<i>", count: 100) + "<p class='x'>The fog <b>came</b> in<br>at six.</p><!-- no -->"
    Array(html.utf8).withUnsafeBufferPointer { bytes in
      let blocks = HTMLBlocks(HTMLNodes(bytes, mostNodes: 90))
      #expect(blocks.nodes.list.count <= 91)
      #expect(String(decoding: blocks.text, as: UTF8.self) == "The fog came in at six.")
    }
  }
}
