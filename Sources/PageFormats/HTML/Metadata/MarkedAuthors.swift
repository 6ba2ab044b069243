import Text

/// Finds the author's name in elements that are marked as such: `rel=author`, `itemprop=author`, a class such as
/// `byline`, a link to an author's page.
struct MarkedAuthors {
  private let nodes: HTMLNodes
  private let heading: Int?

  /// An element with more nodes contains more than names.
  private static let mostNodes = 60
  /// If there are more elements marked as author, they belong to comments.
  private static let mostElements = 1_000
  /// Links to pages of persons are the author's only if they are within so many nodes of the headline.
  private static let nearHeading = 250
  private static let longest = 160

  /// `heading`: the element of the headline.
  init(_ nodes: HTMLNodes, heading: Int?) {
    (self.nodes, self.heading) = (nodes, heading)
  }

  /// An element marked as author.
  private struct Candidate {
    var element: Int
    var marks: Int
    var names: [String]
  }

  /// The names in the best element and those beside it; none if no element is good enough. `names` finds the names in a
  /// text.
  func best(_ names: (String) -> [String]) -> [String] {
    var candidates: [Candidate] = []
    var best: (rank: Float, candidate: Candidate)?
    var looked = 0
    for (index, node) in nodes.list.enumerated()
    where node.tag.rawValue > HTMLTag.rawText.rawValue && node.stop - node.start > 8
      && Int(node.end) - index < MarkedAuthors.mostNodes
    {
      let marks = marks(of: index, node.tag)
      guard marks > 0 else { continue }
      looked += 1
      if looked > MarkedAuthors.mostElements { break }
      let distance = heading.map { min(3, Float(abs(index - $0)) / 150) } ?? 0
      // Even the best possible text would not make it better, as is typical of the authors of comments.
      if let best, Float(marks) + 2 - distance <= best.rank,
        marks != best.candidate.marks || !areTogether(index, best.candidate.element)
      {
        continue
      }
      let text = nodes.lines(of: index, limit: 512)
      guard (1...MarkedAuthors.longest).contains(text.unicodeScalars.count) else { continue }
      let candidate = Candidate(element: index, marks: marks, names: names(text))
      guard (1...8).contains(candidate.names.count) else { continue }
      candidates.append(candidate)
      var rank = Float(marks) + (AuthorNames.isIntroduced(text) ? 2 : 0) - distance
      if marks < 8, !candidate.names.contains(where: { $0.contains(" ") }) { rank -= 3 }
      guard rank > best?.rank ?? 1.99, !AuthorMarks.isOfOthers(index, of: nodes) else { continue }
      best = (rank, candidate)
    }
    guard let best = best?.candidate else { return [] }
    return candidates.filter { $0.marks == best.marks && areTogether($0.element, best.element) }.flatMap(
      \.names)
  }

  /// Whether two elements are in one byline: in the same element, each possibly in a small one of its own.
  private func areTogether(_ first: Int, _ second: Int) -> Bool {
    let parents = [nodes.parent(first), nodes.parent(second)]
    if first == second || parents[0] == parents[1] { return true }
    let areSmall = parents.allSatisfy {
      $0 >= 0 && nodes.contents(of: $0).count <= MarkedAuthors.smallElement
    }
    return areSmall && nodes.parent(parents[0]) == nodes.parent(parents[1])
  }

  private static let smallElement = 6

  private func marks(of index: Int, _ tag: HTMLTag) -> Int {
    let attributes = nodes.slice(nodes.span(index))
    let isNear = heading.map { abs(index - $0) < MarkedAuthors.nearHeading } ?? false
    guard AuthorMarks.mayBe(in: attributes) || tag == .a && isNear else { return 0 }
    return AuthorMarks(index, of: nodes, isNear: isNear).rank
  }
}

/// How strongly an element's attributes indicate that it contains the author's name.
private struct AuthorMarks {
  private(set) var rank = 0

  init(_ node: Int, of nodes: HTMLNodes, isNear: Bool) {
    var names: [UInt8] = []
    for attribute in nodes.attributes(of: node) {
      let name = nodes.slice(attribute.name)
      let value = UnsafeBufferPointer(rebasing: nodes.slice(attribute.value).prefix(300))
      switch name.count {
      case 2 where name.isEqualIgnoringCase(to: "id"), 5 where name.isEqualIgnoringCase(to: "class"):
        names.append(contentsOf: value)
        names.append(0x20)
      case 3 where name.isEqualIgnoringCase(to: "rel"): if hasAuthor(value) { rank = max(rank, 7) }
      case 4 where name.isEqualIgnoringCase(to: "href"):
        let isAuthors = AuthorMarks.authorAddresses.isFound(in: value)
        if isAuthors || isNear && AuthorMarks.personAddresses.isFound(in: value) { rank = max(rank, 6) }
      case 8 where name.isEqualIgnoringCase(to: "itemprop"): if hasAuthor(value) { rank = max(rank, 8) }
      default: break
      }
    }
    let groups = names.withUnsafeBufferPointer { AuthorMarks.matcher.groups(in: $0) }
    if groups & 1 != 0 { rank = max(rank, 6) }
    if groups & 2 != 0 { rank = max(rank, 5) }
    if groups & 8 != 0 { rank = max(rank, 4) }
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

  /// Whether an element is in a comment, or beside other stories.
  static func isOfOthers(_ node: Int, of nodes: HTMLNodes) -> Bool {
    var element = nodes.parent(node)
    for _ in 0..<8 where element >= 0 {
      if nodes.tag(element) == .nav { return true }
      for name in ["class", "id"] as [StaticString] {
        guard let value = nodes.attribute(name, of: element) else { continue }
        if others.isFound(in: UnsafeBufferPointer(rebasing: value.prefix(300))) { return true }
      }
      element = nodes.parent(element)
    }
    return false
  }

  private func hasAuthor(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    value.indices.contains { value.dropping(first: $0).hasPrefixIgnoringCase("author") }
  }

  private static let matcher = PhraseMatcher(
    [
      "author[-_]?name,author[-_]?link,author__name,byline[-_]?name,byline[-_]?author,byline__name,byline__author",
      "byline,|author|,|authors",
      "comment,bio|,related,avatar,image,img,social,date,title",
      "author|,|author!it!iz!is",
    ]
  ) { $0.map { !ASCII.isLetter($0) && !ASCII.isDigit($0) } ?? true }

  /// Addresses of authors' pages, and of pages of any persons.
  private static let authorAddresses = PhraseMatcher(["/author/,/authors/,author="]) { _ in true }
  private static let personAddresses = PhraseMatcher([
    """
    /autor/,/autoren/,/autores/,/auteur/,/auteurs/,/autore/,/contributor/,/contributors/,/producers/,/writers/,/writer/,
    /journalist/,/journalists/,/reporters/,/columnists/,/people/,/person/,/profile/,/profiles/,/editors/,/staff/,/by/,
    /byline/,/redakteur/,/redaktion/
    """
  ]) { _ in true }

  private static let others = PhraseMatcher(["|comment|,|comments|,|comment-list|,related,recommend,teaser"])
  {
    $0.map { !ASCII.isLetter($0) && !ASCII.isDigit($0) } ?? true
  }
}
