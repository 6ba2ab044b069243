import Text

/// A heading of a page, which may be the headline of its story.
struct PageHeading {
  /// Its element.
  let element: Int
  /// Its text, without the marks of a kicker or a subtitle in it.
  let text: String
  /// Whether it names the site: it is a link to the site's first page, or marked as its name.
  let isOfSite: Bool

  /// Its words, for comparing it with titles.
  let words: NormalizedWords

  private let nodes: HTMLNodes
  /// The texts in it.
  private let texts: [Int]

  /// A heading with more texts in it is compared only as a whole.
  private static let mostTexts = 16
  private static let limit = 1_200

  init(_ element: Int, of nodes: HTMLNodes) {
    (self.element, self.nodes) = (element, nodes)
    texts = nodes.contents(of: element).prefix(1_000).filter {
      nodes.list[$0].tag == .text && !nodes.slice(nodes.span($0)).trimmingBlanks.isEmpty
    }
    let whole = nodes.text(of: element, limit: PageHeading.limit)
    func isBeside(_ text: Int) -> Bool { HeadingMarks.isBeside(text, in: element, nodes) }
    var own = texts.count > PageHeading.mostTexts ? [] : texts.drop(while: isBeside)
    while let last = own.last, isBeside(last) { own.removeLast() }
    text =
      own.isEmpty || own.count == texts.count ? whole : PageHeading.text(of: own, nodes).nonEmpty ?? whole
    words = NormalizedWords(comparing: text)
    isOfSite = HeadingMarks.isOfSite(element, of: nodes)
  }

  /// The beginning or the end of the heading that has exactly the words of a title, if an element begins or ends there:
  /// `Fog closes the harbour` of `<span>Weather</span> Fog closes the harbour`.
  func part(with words: NormalizedWords) -> String? {
    guard (2...PageHeading.mostTexts).contains(texts.count) else { return nil }
    return texts.indices.dropFirst().lazy
      .flatMap { [texts[$0...], texts[..<$0]] }.map { PageHeading.text(of: $0, nodes) }
      .first { NormalizedWords(comparing: $0) == words }
  }

  private static func text(of texts: ArraySlice<Int>, _ nodes: HTMLNodes) -> String {
    var line = LineText()
    for text in texts {
      line.append(nodes.slice(nodes.span(text)))
      if text != texts.last, nodes.parent(text) != nodes.parent(text + 1) { line.appendBlank() }
    }
    return line.string.trimmed(" :|–—-/")
  }
}

/// The first headings of a page: one of them is usually the headline of its story.
struct PageHeadings {
  /// Those of the first level.
  let first: [PageHeading]

  private let head: PageHead
  private static let most = 32

  init(_ head: PageHead) {
    self.head = head
    first = PageHeadings.headings(head.headings, of: head)
  }

  /// Those of the second and third level, which are only examined on pages without a headline among the others.
  var lower: [PageHeading] { PageHeadings.headings(head.lowerHeadings, of: head) }

  private static func headings(_ elements: [Int], of head: PageHead) -> [PageHeading] {
    elements.prefix(most).map { PageHeading($0, of: head.nodes) }
  }
}

/// What the attributes of a heading, and of the elements in it and around it, tell about its texts.
private enum HeadingMarks {
  /// Whether a text in a heading is not part of the headline: a kicker, a subtitle, a label for screen readers, a date.
  static func isBeside(_ text: Int, in heading: Int, _ nodes: HTMLNodes) -> Bool {
    var element = nodes.parent(text)
    while element > heading {
      if nodes.list[element].tag == .time || has(beside, element, nodes) { return true }
      element = nodes.parent(element)
    }
    return false
  }

  /// Whether a heading is the name of the site.
  static func isOfSite(_ heading: Int, of nodes: HTMLNodes) -> Bool {
    var element = heading
    for _ in 0..<3 where element >= 0 {
      if has(site, element, nodes) || nodes.tag(element) == .a && leadsHome(element, nodes) { return true }
      element = nodes.parent(element)
    }
    let first = nodes.contents(of: heading).prefix(8).first { nodes.list[$0].tag == .a }
    guard let first, leadsHome(first, nodes) else { return false }
    return nodes.text(of: first, limit: 400) == nodes.text(of: heading, limit: 400)
  }

  /// Whether a link leads to the first page of a site.
  private static func leadsHome(_ link: Int, _ nodes: HTMLNodes) -> Bool {
    if nodes.attribute("rel", of: link)?.isEqualIgnoringCase(to: "home") == true { return true }
    guard let target = nodes.attribute("href", of: link) else { return false }
    let isLocal = (["/", "./", "index.html", "/index.html", "index.php", "/index.php"] as [StaticString])
      .contains { target.isEqualIgnoringCase(to: $0) }
    guard !isLocal, target.count < 200, let address = WebAddress(Array(target)) else { return isLocal }
    return address.path.count <= 1 && address.query.isEmpty
  }

  private static func has(_ marks: PhraseMatcher, _ element: Int, _ nodes: HTMLNodes) -> Bool {
    (["class", "id"] as [StaticString]).contains { name in
      nodes.attribute(name, of: element).map {
        marks.isFound(in: UnsafeBufferPointer(rebasing: $0.prefix(300)))
      } ?? false
    }
  }

  private static let beside = PhraseMatcher([
    """
    kicker,topline,top-line,overline,eyebrow,roofline,dachzeile,spitzmarke,supertitle,pretitle,pre-title,preheadline,
    subtitle,sub-title,subline,subheadline,sr-only,visually-hidden,visuallyhidden,screen-reader
    """
  ]) { _ in true }

  private static let site = PhraseMatcher(
    ["site-?title,site_title,site-?name,blog-?title,|logo|,branding"]
  ) { $0.map { !ASCII.isLetter($0) && !ASCII.isDigit($0) } ?? true }
}
