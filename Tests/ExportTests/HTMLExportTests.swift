import Testing

@testable import Export

struct HTMLExportTests {
  private func string(_ story: StoryText) -> String { HTMLExport.string(of: [story]) }

  @Test func aStoryWithEverything() {
    let html = string(
      InventedStory.text(
        "Tin & lead", topics: ["metals"], address: "https://meridian.example/a?b&c",
        note: "Read it.\nSoon <3",
        related: ["Copper"]))
    #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\">\n"))
    #expect(html.contains("<title>Tin &amp; lead</title>"))
    #expect(
      html.contains(
        """
        <article>
        <h1 dir="auto">Tin &amp; lead</h1>
        <p dir="auto">The Meridian · 2 hours ago · #metals</p>
        <p><a href="https://meridian.example/a?b&amp;c" rel="noreferrer">https://meridian.example/a?b&amp;c</a></p>
        <p dir="auto">First.</p>
        <p dir="auto">Second.</p>
        <h2>Note</h2>
        <p dir="auto">Read it.<br>
        Soon &lt;3</p>
        <h2>Related</h2>
        <ul>
        <li dir="auto">Copper</li>
        </ul>
        </article>
        """))
    #expect(html.hasSuffix("</html>"))
  }

  @Test func arabicReadsFromTheRight() {
    let html = string(InventedStory.text("جسر جديد", paragraphs: ["قال مسؤول إن الجسر (BBC) سيفتح غدا."]))
    #expect(html.contains("<html lang=\"ar\" dir=\"rtl\">"))
    #expect(string(InventedStory.text("The word سلام")).contains("lang=\"en\""))
    #expect(string(InventedStory.text("", paragraphs: [])).contains("lang=\"en\""))
  }

  @Test(
    arguments: InventedStory.hostile + ["\" onload=\"x", "'><img src=x>", "</title><script>", "</style>"])
  func hostileTextIsOnlyText(text: String) {
    let story = InventedStory.text(
      text, paragraphs: [text], topics: [text], address: "javascript:" + text, note: text, related: [text])
    let tags = string(story).matches(of: /<\/?([a-z0-9!]+)/.ignoresCase()).map { String($0.1) }
    let known: Set = [
      "!DOCTYPE", "html", "head", "meta", "title", "style", "body", "article", "h1", "h2", "p", "br", "ul",
      "li",
    ]
    #expect(Set(tags).subtracting(known).isEmpty)
    #expect(tags.filter { $0 == "title" || $0 == "style" || $0 == "h1" }.count == 6)
  }

  @Test func nothingIsLoadedFromElsewhere() {
    let html = string(InventedStory.text(address: "https://meridian.example/"))
    #expect(html.contains("default-src 'none'"))
    for word in ["src=\"", "<link", "<script", "url(", "@import"] { #expect(!html.contains(word)) }
  }

  @Test func severalStoriesAreOneDocument() {
    let html = HTMLExport.string(of: [InventedStory.text("One"), InventedStory.text("Two")])
    #expect(html.ranges(of: "<article>").count == 2)
    #expect(html.ranges(of: "<html").count == 1)
    #expect(HTMLExport.string(of: []).contains("<title></title>"))
  }
}
