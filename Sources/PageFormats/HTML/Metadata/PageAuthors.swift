import Text

/// Finds the authors of a page's story: first in its machine-readable data, then in elements marked as author, then
/// in the text below the headline.
struct PageAuthors {
  /// The names of persons.
  private(set) var names: [String] = []

  private let head: PageHead
  private let blocks: HTMLBlocks
  private let site: SiteName

  private static let most = 6
  /// An element with more nodes contains more than names.
  private static let mostNodes = 60
  /// If there are more elements marked as author, they belong to comments.
  private static let mostElements = 1_000

  /// - Parameters:
  ///   - head: the page's metadata.
  ///   - blocks: its text.
  ///   - heading: the element of its headline.
  ///   - site: the site of the page, whose name is not an author's.
  init(_ head: PageHead, _ blocks: HTMLBlocks, heading: Int?, site: SiteName) {
    self.head = head
    self.blocks = blocks
    self.site = site
    let found =
      fromData().nonEmpty ?? fromMeta().nonEmpty ?? fromElements(heading).nonEmpty ?? fromBlocks(heading)
    names = Array(found.filter { !site.isName($0) }.prefix(PageAuthors.most))
  }

  private func fromData() -> [String] {
    let others = head.data.likeArticles.filter { !$0.type.isDisjoint(with: [.webPage, .work]) }
    for object in head.data.articles + others {
      let authors = head.data.names("author", of: object)
      let told = authors.isEmpty ? head.data.names("creator", of: object) : authors
      let names = told.filter { !$0.isOrganization }
        .flatMap { AuthorNames.find(in: $0.text, site: site.text) }
      if !names.isEmpty { return unique(names) }
    }
    return []
  }

  private static let metaNames = [
    "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl",
    "article:author_name",
    "dcterms.creator", "creator", "cxenseparse:author", "mediator_author", "authors",
    "dc.creator.personalname", "article.author", "og:article:author", "citation_author",
  ]

  private func fromMeta() -> [String] {
    let label = head.first("twitter:label1").lowercased()
    let isAuthor = ["written", "by", "author", "verfasst", "escrito", "écrit", "door"].contains(
      where: label.hasPrefix)
    for name in PageAuthors.metaNames + (isAuthor ? ["twitter:data1"] : []) {
      let told = head.all(name).filter { !$0.hasPrefix("http:") && !$0.hasPrefix("https:") }
      let names = told.flatMap { AuthorNames.find(in: $0, site: site.text) }
      if !names.isEmpty { return unique(names) }
    }
    return []
  }

  /// The names in elements whose attributes mark them as author.
  private func fromElements(_ heading: Int?) -> [String] {
    var best: (rank: Float, names: [String])?
    var looked = 0
    for (index, node) in head.nodes.list.enumerated()
    where node.tag.rawValue > HTMLTag.rawText.rawValue && node.stop - node.start > 8
      && Int(node.end) - index < PageAuthors.mostNodes
    {
      guard AuthorMarks.mayBe(in: head.nodes.slice(head.nodes.span(index))) else { continue }
      let marks = AuthorMarks(index, of: head.nodes)
      guard marks.rank > 0 else { continue }
      looked += 1
      if looked > PageAuthors.mostElements { break }
      let distance = heading.map { min(3, Float(abs(index - $0)) / 150) } ?? 0
      // Even the best possible text would not make it better, as is typical of the authors of comments.
      if let best, Float(marks.rank) + 2 - distance <= best.rank { continue }
      let text = head.nodes.text(of: index, limit: 512)
      guard (1...120).contains(text.unicodeScalars.count) else { continue }
      let names = AuthorNames.find(in: text, site: site.text)
      guard (1...4).contains(names.count) else { continue }
      var rank = Float(marks.rank) + (AuthorNames.isIntroduced(text) ? 2 : 0)
      guard rank > 0 else { continue }
      if rank < 8, !names.contains(where: { $0.contains(" ") }) { rank -= 3 }
      rank -= distance
      if rank > best?.rank ?? -.infinity { best = (rank, names) }
    }
    guard let best, best.rank >= 2 else { return [] }
    return best.names
  }

  /// The names in a short text near the headline that begins with `By` and a person's name.
  private func fromBlocks(_ heading: Int?) -> [String] {
    let first = blocks.list.firstIndex { $0.element >= heading ?? .max } ?? 0
    for block in blocks.list[max(0, first - 2)..<min(blocks.list.count, first + 8)]
    where block.characterCount < 90 {
      let text = String(decoding: blocks.text[block.range], as: UTF8.self)
      guard AuthorNames.isIntroduced(text) else { continue }
      let names = AuthorNames.find(in: text, site: site.text).filter(isFullName)
      if !names.isEmpty { return names }
    }
    return []
  }

  private func isFullName(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    let particles = ["de", "van", "von", "der", "la", "el", "bin", "al", "di", "da"]
    return (2...4).contains(words.count)
      && words.allSatisfy { $0.first?.isUppercase == true || particles.contains($0.lowercased()) }
  }

  private func unique(_ names: [String]) -> [String] {
    var known: Set<String> = []
    return names.filter { known.insert($0).inserted }
  }
}

/// How strongly an element's attributes indicate that it contains the author's name.
private struct AuthorMarks {
  private(set) var rank = 0
  private var names: [UInt8] = []

  init(_ node: Int, of nodes: HTMLNodes) {
    for attribute in nodes.attributes(of: node) {
      let name = nodes.slice(attribute.name)
      let value = UnsafeBufferPointer(rebasing: nodes.slice(attribute.value).prefix(300))
      switch name.count {
      case 2 where name.isEqualIgnoringCase(to: "id"), 5 where name.isEqualIgnoringCase(to: "class"):
        names.append(contentsOf: value)
        names.append(0x20)
      case 3 where name.isEqualIgnoringCase(to: "rel"): if hasAuthor(value) { rank = max(rank, 7) }
      case 8 where name.isEqualIgnoringCase(to: "itemprop"): if hasAuthor(value) { rank = max(rank, 8) }
      default: break
      }
    }
    let groups = names.withUnsafeBufferPointer { AuthorMarks.matcher.groups(in: $0) }
    if groups & 1 != 0 { rank = max(rank, 6) }
    if groups & 2 != 0 { rank = max(rank, 5) }
    if rank > 0, groups & 4 != 0 { rank -= 4 }
  }

  /// Whether attributes contain `author` or `byline`. It is enough to examine every sixth byte: one of them is a
  /// letter of the word, and each letter has only one position in either word.
  static func mayBe(in attributes: UnsafeBufferPointer<UInt8>) -> Bool {
    func ends(_ first: UInt8, _ last: UInt8) -> UInt16 { UInt16(first) << 8 | UInt16(last) }
    let endsOfAuthor = ends(UInt8(ascii: "a"), UInt8(ascii: "r"))
    let endsOfByline = ends(UInt8(ascii: "b"), UInt8(ascii: "e"))
    let end = min(attributes.count, 2048)
    return offsets.withUnsafeBufferPointer { offsets in
      for position in stride(from: 5, to: end, by: 6) {
        // One condition of the first and the last letter, as a branch for each would be mispredicted.
        let start = position - Int(offsets[Int(attributes[position])])
        let last = attributes[min(start + 5, attributes.count - 1)]
        let found = ends(attributes[start] | 0x20, last | 0x20)
        guard found == endsOfAuthor || found == endsOfByline else { continue }
        let word = attributes.dropping(first: start)
        if word.hasPrefixIgnoringCase("author") || word.hasPrefixIgnoringCase("byline") { return true }
      }
      return false
    }
  }

  /// For each byte, its position in one of the words; 0 for bytes that are in neither.
  private static let offsets: [UInt8] = {
    var offsets = [UInt8](repeating: 0, count: 256)
    for word in ["author", "byline", "AUTHOR", "BYLINE"] {
      for (offset, letter) in word.utf8.enumerated() { offsets[Int(letter)] = UInt8(offset) }
    }
    return offsets
  }()

  private func hasAuthor(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    value.indices.contains { value.dropping(first: $0).hasPrefixIgnoringCase("author") }
  }

  private static let matcher = PhraseMatcher(
    [
      "author[-_]?name,author[-_]?link,author__name,byline[-_]?name,byline[-_]?author,byline__name,byline__author",
      "byline,|author|,|authors",
      "comment,bio|,related,avatar,image,img,social,date,title",
    ]
  ) { $0.map { !ASCII.isLetter($0) && !ASCII.isDigit($0) } ?? true }
}

extension Array {
  /// The array, or nil if it is empty.
  fileprivate var nonEmpty: Self? { isEmpty ? nil : self }
}
