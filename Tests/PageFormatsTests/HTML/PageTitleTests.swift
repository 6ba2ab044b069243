import Testing

@testable import PageFormats

/// Pages on which the headline is not simply their only heading.
@Suite struct PageTitleTests {
  private func title(_ head: String, _ body: String, address: String? = nil) -> String? {
    let paragraphs = SamplePage.paragraphs.map { "<p>\($0)</p>" }.joined()
    let built = BuiltText(
      "<html><head>\(head)</head><body>\(body)\(paragraphs)</body></html>", address: address)
    return built.text(built.outline.story.title)
  }

  /// Blogs have their own name as the first heading.
  @Test(arguments: [
    "<h1><a href='/'>Notes from the Moor</a></h1><h1>Peat and its uses</h1>",
    "<h1><a href='https://moor.example/' rel='home'>Notes from the Moor</a></h1><h3>Peat and its uses</h3>",
    "<h1 class='site-title'>Notes from the Moor</h1><h2>Peat and its uses</h2>",
    "<h1>Notes from the Moor</h1><h2>Peat and its uses</h2>",
  ])
  func theNameOfABlogIsNotTheHeadline(headings: String) {
    #expect(title("<title>Peat and its uses | Notes from the Moor</title>", headings) == "Peat and its uses")
  }

  @Test func theNameOfABlogMayBeFirstInTheTitle() {
    let headings = "<h1><a href='/'>Moor Notes</a></h1><h2>Peat and its uses</h2>"
    #expect(title("<title>Moor Notes: Peat and its uses</title>", headings) == "Peat and its uses")
    #expect(title("<title>Moor Notes » Archive » Peat and its uses</title>", headings) == "Peat and its uses")
  }

  @Test(arguments: [
    "<h1><span>Weather</span> <span>Fog closes the harbour</span></h1>",
    "<h1>Fog closes the harbour<div>Ferries stay at their berths</div></h1>",
    "<h1><span class='article__kicker'>Weather:</span> Fog closes the harbour</h1>",
    "<h1><span class='sr-only'>Headline: </span>Fog closes the harbour</h1>",
    "<h1><time>3 May 2025</time> Fog closes the harbour</h1>",
  ])
  func whatIsBesideTheHeadlineInItsHeadingIsNotPartOfIt(heading: String) {
    let shared = "<meta property='og:title' content='Fog closes the harbour'>"
    #expect(
      title(heading.contains("class") || heading.contains("time") ? "" : shared, heading)
        == "Fog closes the harbour")
  }

  @Test func aSubtitleInTheMiddleStays() {
    let heading = "<h1>Fog closes <span class='subtitle'>again</span> the harbour</h1>"
    #expect(title("", heading) == "Fog closes again the harbour")
  }

  @Test(arguments: [
    "Fog closes the harbour | Eastmere | Courier",
    "Fog closes the harbour | courier.example | News of the coast",
    "Courier | Fog closes the harbour", "Fog closes the harbour - Courier",
  ])
  func theSiteAndWhatFollowsItAreRemoved(told: String) {
    let address = "https://www.courier.example/77"
    #expect(
      title("<title>\(told)</title>", "", address: address)?.hasPrefix("Fog closes the harbour") == true)
    #expect(title("<title>\(told)</title>", "", address: address)?.contains("ourier") == false)
  }

  @Test func theOnlyHeadingIsTheHeadlineAlsoIfTheTitleIsWordedDifferently() {
    let head = "<title>Ferries late</title>"
    #expect(
      title(head, "<h1>Thick fog closes the harbour of Eastmere</h1>")
        == "Thick fog closes the harbour of Eastmere")
  }

  @Test func aHeadingWithATagAsItsTopicKeepsIt() {
    #expect(
      title("<title>30 years of &lt;br&gt; tags</title>", "<h1>30 years of &lt;br&gt; tags</h1>")
        == "30 years of <br> tags")
  }

  @Test func softHyphensAreNotBlanks() {
    #expect(title("", "<h1>Har&shy;bour closed in East\u{00AD}mere</h1>") == "Harbour closed in Eastmere")
  }
}
