import PageFormats

/// Synthetic pages of other shapes than ``PageMaker``'s: web pages, the output of text browsers, and pages designed to
/// be as slow as possible.
enum PageShape: CaseIterable {
  case web, browserText
  case oneLine, shortLines, manyComments
  case angleBrackets, ampersands, paragraphs, shortItems, closedParagraphs, links, attributes, endlessTag,
    nestedTags

  /// The name for the table.
  var name: String {
    switch self {
    case .web: "web pages"
    case .browserText: "texts of web pages"
    case .oneLine: "8 MiB in one line"
    case .shortLines: "100,000 short lines"
    case .manyComments: "20,000 lines of `Comments`"
    case .angleBrackets: "HTML of 5 MB of `<`"
    case .ampersands: "HTML of 5 MB of `&`"
    case .paragraphs: "HTML of 5 MB of `<p>`"
    case .shortItems: "HTML of 5 MB of `<li>x`"
    case .closedParagraphs: "HTML of 5 MB of `</p>`"
    case .links: "HTML of 5 MB of `<a href=x>`"
    case .attributes: "HTML of a tag with 500,000 attributes"
    case .endlessTag: "HTML of 5 MB of `<p title=\"x`"
    case .nestedTags: "HTML of 200,000 tags in one another"
    }
  }

  /// The syntax of its text.
  var syntax: PageSyntax {
    switch self {
    case .web, .angleBrackets, .ampersands, .paragraphs, .shortItems, .closedParagraphs, .links, .attributes,
      .endlessTag, .nestedTags:
      .html
    case .browserText, .oneLine, .shortLines, .manyComments: .text
    }
  }

  /// Whether it was designed to be slow.
  var isHostile: Bool { self != .web && self != .browserText }

  /// Pages of this shape: some hundred ordinary ones, or one hostile page.
  func pages(_ maker: PageMaker) -> [[UInt8]] {
    let text: String
    switch self {
    case .web: return (0..<PageShape.count).map { Array(PageShape.webPage(maker, $0).utf8) }
    case .browserText: return (0..<PageShape.count).map { Array(PageShape.browserText(maker, $0).utf8) }
    case .oneLine: text = PageShape.repeated("The council met again. ", bytes: 8 << 20)
    case .shortLines: text = (0..<100_000).map { "Line \($0)\n" }.joined()
    case .manyComments:
      text = "logo\nA headline\n\nA headline\n\n" + String(repeating: "Comments\n\n", count: 20_000)
    case .angleBrackets: text = PageShape.repeated("<")
    case .ampersands: text = PageShape.repeated("&")
    case .paragraphs: text = PageShape.repeated("<p>")
    case .shortItems: text = PageShape.repeated("<li>x")
    case .closedParagraphs: text = PageShape.repeated("</p>")
    case .links: text = PageShape.repeated("<a href=x>")
    case .attributes: text = "<p" + (0..<500_000).map { " a\($0)=b" }.joined() + ">A text."
    case .endlessTag: text = PageShape.repeated("<p title=\"x")
    case .nestedTags: text = String(repeating: "<div>", count: 200_000) + "A text at the bottom of it."
    }
    return [Array(text.utf8)]
  }

  /// The number of pages of an ordinary shape.
  private static let count = 300

  private static func repeated(_ text: String, bytes: Int = 5_000_000) -> String {
    String(repeating: text, count: bytes / text.utf8.count)
  }

  /// A page with a menu above the story, and other stories, a form and a footer below it.
  private static func webPage(_ maker: PageMaker, _ number: Int) -> String {
    let article = maker.article(number)
    let others = maker.related(to: number).map(maker.article)
    let menu = Vocabulary.weekdays.map { "<li class=\"menu\"><a href=\"/\($0)\">\($0)</a></li>" }.joined()
    let text = article.paragraphs.map { "<p class=\"text\">\($0)</p>\n" }.joined()
    let more = others.map { "<li><a href=\"/story/\($0.title.utf8.count)\"><h3>\($0.title)</h3></a></li>" }
    return """
      <!doctype html><html lang="en"><head><meta charset="utf-8"><title>\(article.title) | \(article.newspaper)</title>
      <meta property="og:title" content="\(article.title.filter { $0 != "\"" })">
      <style>body { margin: 0 } .text { line-height: 1.5 }</style><script>window.page = { number: \(number) };</script>
      </head><body><header><nav><ul>\(menu)</ul></nav></header><main><article><h1>\(article.title)</h1>
      <p class="byline">\(article.newspaper) · <time datetime="2025-08-20T08:00:00Z">\(article.age)</time></p>
      \(text)</article><aside><h2>More stories</h2><ul>\(more.joined(separator: "\n"))</ul></aside></main>
      <footer><form><input type="email"><button>Sign up for our newsletter</button></form>© \(article.newspaper)</footer>
      </body></html>
      """
  }

  /// A page with the links of a menu before the story, paragraphs wrapped at 72 columns, and numbered addresses at the
  /// end.
  private static func browserText(_ maker: PageMaker, _ number: Int) -> String {
    let article = maker.article(number)
    var text = Vocabulary.weekdays.enumerated().map { "   * [\($0 + 1)]\($1)\n" }.joined()
    text += "\n\(article.title)\n\n   \(article.newspaper) - \(article.age)\n\n"
    for paragraph in article.paragraphs {
      var column = 3
      text += "   "
      for word in paragraph.split(separator: " ") {
        if column + word.utf8.count > 72 {
          text += "\n   "
          column = 3
        }
        text += word + " "
        column += word.utf8.count + 1
      }
      text += "\n\n"
    }
    text += "References\n\n"
    for (place, day) in Vocabulary.weekdays.enumerated() {
      text += "   \(place + 1). https://news.example/\(day)\n"
    }
    return text
  }
}
