/// The information about its story that a page gives besides the text.
struct PageMetadata {
  /// The headline.
  let title: String
  /// The text of the page's `<title>`.
  let documentTitle: String
  /// The names of its authors.
  let authors: [String]
  /// The site that published it.
  let source: String
  /// When it was published.
  let date: PageDate
  /// The page's own address; empty if it is unknown.
  let address: String
  /// The base of its relative addresses, if that is not its own address.
  let base: String?
  /// Its language as a BCP 47 tag.
  let language: String

  /// - Parameters:
  ///   - blocks: the text of the page.
  ///   - known: the page's address, if known.
  init(_ blocks: HTMLBlocks, address known: String?) {
    let head = PageHead(blocks.nodes)
    let told = [head.canonical, head.first("og:url")].first { WebAddress($0) != nil } ?? ""
    let place = known ?? told
    let headings = PageHeadings(head)
    let site = SiteName(head, headings, address: place)
    let headline = PageTitle(head, headings, site: site)
    documentTitle = head.title
    title = headline.text
    source = site.text
    authors = PageAuthors(head, blocks, heading: headline.heading, site: site).names
    date = PageDate(head, blocks, heading: headline.heading, address: place)
    let isOther = known.flatMap { WebAddress($0) }.map { $0.domain != WebAddress(told)?.domain } ?? false
    address = isOther ? place : told.nonEmpty ?? place
    base = head.base
    language = PageMetadata.language(head)
  }

  private static func language(_ head: PageHead) -> String {
    let told =
      head.language.nonEmpty ?? head.first("og:locale", "content-language").nonEmpty
      ?? head.data.articles.lazy.compactMap { head.data.string("inLanguage", of: $0) }.first ?? ""
    let tag = told.replacing("_", with: "-").prefix { $0 != "," && $0 != " " }
    return tag.utf8.allSatisfy { ASCII.isLetter($0) || ASCII.isDigit($0) || $0 == UInt8(ascii: "-") }
      ? String(tag) : ""
  }
}
