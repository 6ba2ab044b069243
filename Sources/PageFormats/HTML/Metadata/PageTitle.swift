import Text

/// Finds the headline of a page's story: the heading that agrees with the page's metadata, or else the title from the
/// metadata, without the name of the site.
struct PageTitle {
  /// The headline.
  private(set) var text = ""
  /// The heading that contains it; nil if there is none.
  private(set) var heading: Int?

  private let head: PageHead
  private let site: SiteName
  /// The titles in the page's data: its headline in JSON-LD, the title for other sites, and that of the document.
  private let told: [String]
  /// The same without the name of the site.
  private let titles: [NormalizedWords]
  /// The headings of the first level that are not the name of the site.
  private let headings: [PageHeading]
  private let allHeadings: PageHeadings

  init(_ head: PageHead, _ headings: PageHeadings, site: SiteName) {
    self.head = head
    self.site = site
    let data = head.data.articles.lazy.compactMap { head.data.string("headline", of: $0) }.first
    let shared =
      CleanText.markup(head.first("og:title")).nonEmpty
      ?? CleanText.markup(
        head.first("twitter:title", "dc.title", "title", "sailthru.title", "parsely-title"))
    told = [data.map(CleanText.markup) ?? "", shared, head.title].filter { !$0.isEmpty }
    titles = told.map { NormalizedWords(comparing: site.removed(from: $0)) }
    self.headings = headings.first.filter { PageTitle.mayBeHeadline($0, site) }
    allHeadings = headings
    choose()
  }

  private var lowerHeadings: [PageHeading] {
    allHeadings.lower.filter { PageTitle.mayBeHeadline($0, site) }
  }

  private static func mayBeHeadline(_ heading: PageHeading, _ site: SiteName) -> Bool {
    !heading.isOfSite && !site.isName(heading.words) && (3..<300).contains(heading.text.unicodeScalars.count)
  }

  private mutating func choose() {
    let choice =
      headingOfTitle() ?? headingOfDocument() ?? agreeingHeading() ?? lowerHeadingOfDocument()
      ?? onlyHeading()
    if let choice {
      (text, heading) = (site.removed(from: choice.text).nonEmpty ?? choice.text, choice.heading.element)
    } else {
      chooseTold()
    }
  }

  private typealias Choice = (text: String, heading: PageHeading)

  /// A heading that equals one of the titles, or has a part that does.
  private func headingOfTitle() -> Choice? {
    let titles = titles.filter { !$0.isEmpty }
    for title in titles {
      if let heading = headings.first(where: { $0.words == title }) { return (heading.text, heading) }
    }
    for title in titles where title.words.count > 1 {
      for heading in headings { if let part = heading.part(with: title) { return (part, heading) } }
    }
    // The title of the document often names a section too, which is a heading of its own.
    let shared = titles.dropLast().filter { $0.words.count > 2 }
    guard !shared.isEmpty else { return nil }
    return lowerHeadings.first { shared.contains($0.words) }.map { ($0.text, $0) }
  }

  /// A heading that equals one of the parts of the document's title. Most of these titles end with the name of the site,
  /// which many pages have as a heading above the headline.
  private func headingOfDocument() -> Choice? {
    let parts = documentParts
    guard let last = parts.last, let first = headings.first(where: { parts.contains($0.words) }) else {
      return nil
    }
    guard first.words == last else { return (first.text, first) }
    let other = headings.first { $0.words != last && parts.contains($0.words) }
    return other.map { ($0.text, $0) } ?? lowerHeadingOfDocument(but: last) ?? (first.text, first)
  }

  /// The same for headings of lower levels.
  private func lowerHeadingOfDocument(but last: NormalizedWords? = nil) -> Choice? {
    let parts = documentParts
    guard !parts.isEmpty else { return nil }
    return lowerHeadings.first { $0.words != last && $0.words.words.count > 1 && parts.contains($0.words) }
      .map { ($0.text, $0) }
  }

  /// The parts of the document's title, if there are several.
  private var documentParts: [NormalizedWords] {
    let parts = TitleSeparators.parts(of: head.title).map { NormalizedWords(comparing: $0) }
    return parts.count > 1 ? parts.filter { !$0.isEmpty && !site.isName($0) } : []
  }

  /// The heading that has most of its words in common with the titles.
  private func agreeingHeading() -> Choice? {
    // A shorter title may be only the name of the site, and is not compared with headings.
    let references = told.filter { wordCount($0) > 2 }.map { Set(NormalizedWords(comparing: $0).words) }
    var best: (agreement: Float, heading: PageHeading)?
    for heading in headings {
      let words = Set(heading.words.words)
      guard !words.isEmpty else { continue }
      let agreement =
        references.map { reference -> Float in
          let common = Float(words.intersection(reference).count)
          return common * 2 < Float(words.count)
            ? 0 : common / Float(words.count) + common / Float(reference.count) / 8
        }.max() ?? 0.5
      if agreement > best?.agreement ?? 0 { best = (agreement, heading) }
    }
    guard let heading = best?.heading else { return nil }
    let isWhole = heading.text.contains(" ") || wordCount(site.removed(from: head.title)) <= 2
    return isWhole ? (heading.text, heading) : nil
  }

  /// The only heading of the first level: it is the headline even if the titles are worded differently.
  private func onlyHeading() -> Choice? {
    guard headings.count == 1, headings[0].text.utf8.count < 200, wordCount(headings[0].text) > 3 else {
      return nil
    }
    return (headings[0].text, headings[0])
  }

  private mutating func chooseTold() {
    guard let first = told.first else {
      text = headings.first?.text ?? ""
      return
    }
    text = site.removed(from: first)
    guard text == site.removed(from: head.title) else { return }
    // The rest of a `<title>` may be a headline between the names of a site and of one of its sections.
    let parts = TitleSeparators.parts(of: head.title)
    let longest = parts.max { $0.unicodeScalars.count < $1.unicodeScalars.count } ?? ""
    if parts.count > 1, wordCount(longest) >= 4 { text = longest }
  }

  private func wordCount(_ text: String) -> Int { text.utf8.split(separator: 0x20).count }
}

extension String {
  /// The text, or nil if it is empty.
  var nonEmpty: String? { isEmpty ? nil : self }
}
