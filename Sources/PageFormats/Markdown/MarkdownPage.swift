import SmallFiles
import Text

/// A page saved as Markdown by a clipper, or a note: the YAML above it describes the story, the rest is its text.
enum MarkdownPage {
  /// Parses a page.
  /// - Parameter text: the page in UTF-8.
  /// - Returns: its text and the positions of the parts in it.
  static func build(_ text: UnsafeBufferPointer<UInt8>) -> BuiltPage {
    let front = FrontMatter(text)
    let body = text.dropping(first: front?.length ?? 0)
    var page = MarkdownBlocks.page(
      body, title: front?.values("title").first, address: front.flatMap { address(in: $0) })
    if let front { add(front, to: &page) }
    return page
  }

  /// Whether a text begins with YAML as written by clippers.
  static func isClip(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.hasPrefix("---"), let front = FrontMatter(text) else { return false }
    return !front.values("title", "source", "url").isEmpty
  }

  private static func address(in front: FrontMatter) -> String? {
    front.values("source", "url", "link", "original_url", "clipped_from")
      .first { PageAddress.isWebAddress($0) }
  }

  /// Omnivore gives a page's address only in the text.
  private static func originalLink(in page: BuiltPage) -> ByteRange? {
    page.outline.links.first { page.text[$0.words].elementsEqual("Read Original".utf8) }?.address
  }

  /// A clip without a site is from the host of its address, as a web page is.
  private static func host(of page: BuiltPage) -> String? {
    let address = page.outline.story.address.map { String(decoding: page.text[$0], as: UTF8.self) }
    return address.map { PageAddress.site(of: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func add(_ front: FrontMatter, to page: inout BuiltPage) {
    func append(_ text: String?) -> ByteRange? { text.map { page.append($0) } }
    page.outline.kind = .article
    page.outline.problems = []
    if let title = append(front.values("title").first) { page.outline.story.title = title }
    page.outline.story.address = append(address(in: front)) ?? originalLink(in: page)
    let authors = front.values("author", "authors", "byline", "creator")
    if !authors.isEmpty { page.outline.story.author = append(authors.joined(separator: ", ")) }
    let site = front.values("site", "sitename", "publisher", "site_name").first
    page.outline.story.source = append(site ?? host(of: page))
    page.outline.language = append(front.values("lang", "language").first)
    page.outline.story.topics = front.values("tags", "topics", "keywords", "labels").compactMap {
      append(String($0.drop { $0 == "#" }))
    }
    let dates = front.values("published", "date_published", "date", "created", "date_saved", "saved")
    if let text = dates.first, let date = WrittenDate.first(in: text, isMonthFirst: true) {
      page.outline.story.when = append(text)
      page.outline.story.age = date.age
    }
  }
}
