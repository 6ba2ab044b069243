import Text

/// Finds the authors of a page's story: first in its machine-readable data, then in elements marked as author, then
/// in the text below the headline. Where no person is named, the author is what the data names instead: an agency, a
/// desk, or the site.
struct PageAuthors {
  /// The names, each once.
  private(set) var names: [String] = []

  private let head: PageHead
  private let blocks: HTMLBlocks
  private let site: SiteName

  private static let most = 10

  /// - Parameters:
  ///   - head: the page's metadata.
  ///   - blocks: its text.
  ///   - heading: the element of its headline.
  ///   - site: the site of the page, whose name is not a person's.
  init(_ head: PageHead, _ blocks: HTMLBlocks, heading: Int?, site: SiteName) {
    self.head = head
    self.blocks = blocks
    self.site = site
    let found =
      fromData().nonEmpty ?? fromMeta().nonEmpty ?? fromElements(heading).nonEmpty ?? fromBlocks(heading)
      .nonEmpty
      ?? instead(heading)
    names = Array(unique(found).prefix(PageAuthors.most))
  }

  /// The persons in a text.
  private func persons(in text: String) -> [String] {
    AuthorNames.find(in: text, site: site.text).filter { !site.isName($0) }
  }

  private func fromData() -> [String] {
    stories.lazy.map { object in
      told(of: object).filter { !$0.isOrganization }.flatMap { persons(in: $0.text) }
    }.first { !$0.isEmpty } ?? []
  }

  private var stories: [StructuredData.Object] {
    head.data.articles + head.data.likeArticles.filter { !$0.type.isDisjoint(with: [.webPage, .work]) }
  }

  private func told(of story: StructuredData.Object) -> [StructuredData.Name] {
    let authors = head.data.names("author", of: story)
    return authors.isEmpty ? head.data.names("creator", of: story) : authors
  }

  private static let metaNames = [
    "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl",
    "article:author_name",
    "dcterms.creator", "creator", "cxenseparse:author", "mediator_author", "authors",
    "dc.creator.personalname", "article.author", "og:article:author", "citation_author",
  ]

  private func fromMeta() -> [String] {
    metaTexts.lazy.map { $0.flatMap { persons(in: $0) } }.first { !$0.isEmpty } ?? []
  }

  /// What the page's `<meta>` elements say of its author, by their names.
  private var metaTexts: [[String]] {
    let label = head.first("twitter:label1").lowercased()
    let isAuthor = ["written", "by", "author", "verfasst", "escrito", "écrit", "door"].contains(
      where: label.hasPrefix)
    return (PageAuthors.metaNames + (isAuthor ? ["twitter:data1"] : [])).map { name in
      let texts = head.all(name).filter { !$0.hasPrefix("http:") && !$0.hasPrefix("https:") }
      return name == "citation_author" ? texts.map(PageAuthors.inOrder) : texts
    }
  }

  /// `Jane Okoro` for `Okoro, Jane`, as libraries write it.
  private static func inOrder(_ name: String) -> String {
    let parts = name.split(separator: ",")
    return parts.count == 2 ? "\(parts[1].trimmed(" ")) \(parts[0].trimmed(" "))" : name
  }

  /// The names in the element that is most strongly marked as author.
  private func fromElements(_ heading: Int?) -> [String] {
    MarkedAuthors(head.nodes, heading: heading).best { persons(in: $0) }
  }

  /// The names in a short text near the headline that begins with `By`, or is in line with it.
  private func fromBlocks(_ heading: Int?) -> [String] {
    let first = blocks.list.firstIndex { $0.element >= heading ?? .max } ?? 0
    let near = blocks.list[max(0, first - 2)..<min(blocks.list.count, first + 10)]
      .filter { $0.characterCount < 120 }.map(\.range)
    return blocks.text.withUnsafeBufferPointer { text in
      for (index, range) in near.enumerated() {
        let next = index + 1 < near.count ? text.slice(near[index + 1]) : text.slice(0..<0)
        let names = DumpByline.names(in: text.slice(range), next: next).filter { !site.isName($0) }
        if !names.isEmpty { return names }
      }
      return []
    }
  }

  /// What the data or a marked element names where no person is: an agency, a desk, or the site itself.
  private func instead(_ heading: Int?) -> [String] {
    let data = stories.lazy.map { told(of: $0).map(\.text) }.first { !$0.isEmpty }
    return (data ?? metaTexts.first { !$0.isEmpty } ?? []).flatMap(AuthorNames.others).nonEmpty
      ?? MarkedAuthors(head.nodes, heading: heading).best { AuthorNames.others(in: $0) }
  }

  private func unique(_ names: [String]) -> [String] {
    var known: Set<NormalizedWords> = []
    return names.filter { known.insert(NormalizedWords(comparing: $0)).inserted }
  }
}

extension Array {
  /// The array, or nil if it is empty.
  fileprivate var nonEmpty: Self? { isEmpty ? nil : self }
}
