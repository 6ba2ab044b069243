import Testing

@testable import PageFormats

/// Bylines as pages have them.
@Suite struct PageAuthorsTests {
  private func author(_ byline: String, head: String = "", after: String = "") -> String? {
    let paragraphs = SamplePage.paragraphs.map { "<p>\($0)</p>" }.joined()
    let built = BuiltText(
      "<html><head>\(head)</head><body><h1>Fog closes the harbour of Eastmere</h1>\(byline)\(paragraphs)\(after)</body></html>"
    )
    return built.text(built.outline.story.author)
  }

  @Test(arguments: [
    "<div class='byline'><span>Jane Okoro</span><span>December 2</span></div>",
    "<div class='byline'><img alt=''><a href='/authors/jane'>Jane Okoro</a> Senior Autos Reporter</div>",
    "<p><a href='/authors/jane-okoro'>Jane Okoro</a></p>",
    "<p><a href='/people/jane-okoro'>Jane Okoro</a></p>",
    "<p class='authorName'>Jane Okoro</p>", "<li class='p-post-AssistAuthor'>Jane Okoro</li>",
    "<div>by</div><div>Jane Okoro</div>", "<p>3 May 2025 | By Jane Okoro</p>",
    "<span class='author'>Jane Okoro, MD, Eastmere Clinic Director</span>",
  ])
  func aPersonInAByline(byline: String) { #expect(author(byline) == "Jane Okoro") }

  @Test(arguments: [
    "<p class='byline'>By <a rel='author' href='/a'>Jane Okoro</a> and <a rel='author' href='/b'>Tom Brandt</a></p>",
    "<p>By <a rel='author' href='/a'>Jane Okoro</a> and <a rel='author' href='/b'>Tom Brandt</a></p>",
    "<ul><li><a rel='author' href='/a'>Jane Okoro</a></li><li><a rel='author' href='/b'>Tom Brandt</a></li></ul>",
  ])
  func severalPersonsInAByline(byline: String) { #expect(author(byline) == "Jane Okoro, Tom Brandt") }

  @Test func authorsOfCommentsAreNot() {
    let comment = "<div class='comment'><span class='author'>Ada Quill</span><p>Well said.</p></div>"
    #expect(author("", after: comment) == nil)
  }

  /// Where no person is named, a desk or the site stands for the author; a person who is named elsewhere comes first.
  @Test func theSiteStandsForAnAuthor() {
    let head =
      "<meta property='og:site_name' content='The Courier'><meta name='author' content='The Courier'>"
    #expect(author("", head: head) == "The Courier")
    #expect(author("<p class='byline'>By Jane Okoro</p>", head: head) == "Jane Okoro")
    #expect(author("<p class='byline'>Courier Staff</p>") == "Courier Staff")
  }

  @Test func anOrganizationIsTheAuthorWhereNoPersonIs() {
    let head = """
      <script type="application/ld+json">{"@type":"NewsArticle","author":{"@type":"Organization","name":"Northern Wire"}}</script>
      """
    #expect(author("", head: head) == "Northern Wire")
    #expect(author("<p class='byline'>By Jane Okoro</p>", head: head) == "Jane Okoro")
  }

  @Test func whatIsNoNameIsNoAuthor() {
    #expect(author("", head: "<meta name='author' content='https://social.example/courier'>") == nil)
    #expect(author("", head: "<meta name='author' content='jane@courier.example'>") == nil)
    #expect(author("", head: "<meta name='author' content='admin'>") == nil)
  }

  @Test func namesOfALibraryAreTurnedRound() {
    let head =
      "<meta name='citation_author' content='Okoro, Jane'><meta name='citation_author' content='Brandt, Tom'>"
    #expect(author("", head: head) == "Jane Okoro, Tom Brandt")
  }

  private func shown(_ byline: String) -> [String] {
    let paragraphs = SamplePage.paragraphs.map { "<p>\($0)</p>" }.joined()
    let page = "<html><body><h1>Fog closes the harbour of Eastmere</h1>\(byline)\(paragraphs)</body></html>"
    return PageParser.page(Array(page.utf8), as: .html).story.body
  }

  /// The byline is shown above the story, and is not a paragraph of it.
  @Test(arguments: [
    "<p>By Jane Okoro</p>", "<p>BY JANE OKORO and Tom Brandt</p>",
    "<p>The harbour was closed for most of Tuesday.</p><p>By <a rel='author' href='/a'>Jane Okoro</a></p>",
  ])
  func aBylineIsNoParagraph(byline: String) {
    #expect(!shown(byline).contains { $0.uppercased().contains("JANE OKORO") })
  }

  /// A paragraph that says more, and one that only has a name, stay.
  @Test(arguments: [
    "<p class='byline'>By Jane Okoro</p><p>By Jane Okoro's count, forty ferries were late.</p>",
    "<p class='byline'>By Jane Okoro</p><p>Jane Okoro</p>",
  ])
  func whatSaysMoreThanTheBylineStays(text: String) {
    #expect(shown(text).contains { $0.contains("Jane Okoro") })
  }

  @Test func theSiteIsNamedOnce() {
    #expect(AuthorLine.text("The Courier", beside: "the courier") == nil)
    #expect(AuthorLine.text("Jane Okoro, The Courier", beside: "The Courier") == "Jane Okoro")
    #expect(AuthorLine.text("Jane Okoro", beside: "The Courier") == "Jane Okoro")
    #expect(AuthorLine.text("Jane Okoro", beside: nil) == "Jane Okoro")
    #expect(AuthorLine.text(nil, beside: "The Courier") == nil)
  }
}
