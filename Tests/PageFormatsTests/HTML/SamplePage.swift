import Testing

@testable import PageFormats

/// A page of a site that does not exist, with what stands around stories on real ones.
enum SamplePage {
  static let paragraphs = [
    "The harbour of Eastmere closed at six on Tuesday morning, when fog came in faster than anybody had expected, the port authority said.",
    "Eleven ferries stayed at their berths, and two thousand passengers waited in the terminal, where the authority handed out tea and blankets.",
    "“We have not seen anything like it since 1987,” said Harbour Master Ada Quill, who has worked there for thirty years.",
    "By noon the fog had lifted from the outer breakwater, and the first ferry left for Northhaven, an hour and a half behind its usual time.",
    "The authority said that it would look into why its instruments had given no warning, and would publish what it found in the spring.",
  ]

  static let furniture = [
    "Subscribe to our newsletter", "Share this story", "© 2025 The Eastmere Courier. All rights reserved.",
    "Most read this week",
  ]

  static let head = """
    <!DOCTYPE html>
    <html lang="en-GB"><head><meta charset="utf-8">
    <title>Fog closes the harbour of Eastmere | The Eastmere Courier</title>
    <meta property="og:site_name" content="The Eastmere Courier">
    <meta property="og:title" content="Fog closes the harbour of Eastmere">
    <link rel="canonical" href="https://courier.example/2025/03/11/fog-closes-the-harbour-of-eastmere">
    <script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",
    "headline":"Fog closes the harbour of Eastmere","datePublished":"2025-03-11T09:15:02+01:00",
    "author":[{"@type":"Person","name":"Jane Okoro"},{"@type":"Person","name":"Tom Brandt"}],
    "publisher":{"@type":"Organization","name":"The Eastmere Courier"}}</script>
    <style>p { color: red }</style></head>
    """

  /// The whole page; `story` stands where its paragraphs do.
  static func html(story: String? = nil, head: String = SamplePage.head) -> String {
    let story = story ?? paragraphs.map { "<p>\($0)</p>" }.joined(separator: "\n")
    return head + """
      <body><header class="site-header"><nav class="main-nav"><ul>
      <li><a href="/">Home</a></li><li><a href="/harbour">Harbour</a></li><li><a href="/sport">Sport</a></li>
      </ul></nav></header>
      <main><article class="story"><h1>Fog closes the harbour of Eastmere</h1>
      <div class="byline">By <a rel="author" href="/authors/jane-okoro">Jane Okoro</a> and Tom Brandt</div>
      <div class="share-tools"><p>Share this story</p></div>
      <div class="article-body">\(story)</div></article>
      <aside class="related-stories"><h3>Most read this week</h3><ul>
      <li><a href="/2025/03/10/tin-prices-fall-for-the-third-day">Tin prices fall for the third day</a></li>
      <li><a href="https://courier.example/2025/03/09/school-choir-wins-the-county-prize?ref=side">School choir wins the county prize</a></li>
      <li><a href="https://elsewhere.example/2025/03/09/a-story-of-some-other-site">A story of some other site</a></li>
      <li><a href="/tag/weather">All our stories about the weather</a></li>
      </ul></aside></main>
      <div class="newsletter-signup"><p>Subscribe to our newsletter</p></div>
      <footer class="site-footer"><p>© 2025 The Eastmere Courier. All rights reserved.</p></footer>
      </body></html>
      """
  }
}

/// A page in one piece: what it was built from, and what its parts say.
struct BuiltText {
  let page: BuiltPage

  init(_ html: String, address: String? = nil) {
    self.init(Array(html.utf8), address: address)
  }

  init(_ bytes: [UInt8], address: String? = nil) {
    page = bytes.withUnsafeBufferPointer { HTMLPage.build($0, address: address) }
  }

  var outline: PageOutline { page.outline }

  func text(_ range: ByteRange?) -> String? {
    range.map { String(decoding: page.text[$0], as: UTF8.self) }
  }

  /// The texts of blocks.
  func blocks(shown: Bool) -> [String] {
    outline.blocks.filter { $0.isShown == shown }.compactMap { text($0.range) }
  }

  /// What every built page keeps to: shown blocks first and adjacent, each with a newline after it.
  func expectWellFormed() {
    var position = 0
    for block in outline.blocks where block.isShown {
      #expect(block.range.lowerBound == position)
      position = block.range.upperBound + 1
    }
    #expect(outline.story.body == (position == 0 ? nil : 0..<position))
    for block in outline.blocks where !block.isShown { #expect(block.range.lowerBound >= position) }
    for block in outline.blocks { #expect(page.text[block.range.upperBound] == 0x0A) }
  }
}
