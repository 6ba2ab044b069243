import Text

/// The links of a page to other stories: those whose headline and address look like a story's, and which are outside
/// the story, navigation and comments.
struct RelatedLinks {
  /// A link to a story.
  struct Link {
    var headline: String
    /// Nil for a relative address on a page whose own address is unknown.
    var address: String?
    /// The relative path of the file it leads to.
    var file: [UInt8]?
  }

  /// In page order; each address occurs once.
  private(set) var links: [Link] = []

  private let blocks: HTMLBlocks
  private let choice: StoryChoice
  private let targets: LinkTargets
  private let title: NormalizedWords
  private let domain: ArraySlice<UInt8>
  private var marks: MarkReader
  /// The numbers of the links, by the hashes of their addresses.
  private var numbers: [UInt64: Int] = [:]

  /// The maximum number of links examined.
  private static let mostLooked = 4_000
  private static let most = 200

  /// - Parameters:
  ///   - blocks: the text of the page.
  ///   - choice: the blocks that form the story.
  ///   - metadata: the story's headline.
  ///   - targets: the targets of its links.
  init(_ blocks: HTMLBlocks, _ choice: StoryChoice, _ metadata: PageMetadata, _ targets: LinkTargets) {
    self.blocks = blocks
    self.choice = choice
    self.targets = targets
    domain = targets.page?.domain ?? []
    marks = MarkReader(blocks.nodes)
    title = NormalizedWords(comparing: metadata.title)
    var looked = 0
    for (index, block) in blocks.list.enumerated() where !block.links.isEmpty {
      if choice.isShown[index], block.linkShare < 0.6 { continue }
      looked += block.links.count
      if looked > RelatedLinks.mostLooked || links.count >= RelatedLinks.most { return }
      for link in blocks.links[block.links] { add(link, index) }
    }
  }

  /// Links inside elements with these marks do not lead to stories.
  private static let unrelated: ElementMarks = [
    ElementMarks(SpeakingElement.nav), ElementMarks(SpeakingElement.footer),
    ElementMarks(AttributeGroup.navigation),
    ElementMarks(AttributeGroup.footer), ElementMarks(.signUp), ElementMarks(.comments), .notDisplayed,
  ]

  private mutating func add(_ link: Int, _ index: Int) {
    let nodes = blocks.nodes
    guard let value = nodes.attribute("href", of: link), value.count < 2048, let address = target(value)
    else { return }
    let file = targets.file(of: value.trimmingBlanks)
    guard leadsToStory(address, file) else { return }
    if nodes.attribute("rel", of: link)?.firstIndex(of: "sponsored") != nil { return }
    guard choice.elements.marksAround(link, &marks).isDisjoint(with: RelatedLinks.unrelated) else { return }
    let headline = headline(of: link, index)
    guard headline.withUnsafeBufferPointer({ RelatedLinks.isHeadline($0, title: title) }) else { return }
    let isQueryPart = StoryAddress.isStory(query: address.query)
    let page = FNV1a.hash(FNV1a.hash(adding: address.authority), adding: address.path)
    let key = isQueryPart ? FNV1a.hash(page, adding: address.query) : page
    if let number = numbers[key] {
      if links[number].headline.utf8.count < 25, headline.count > links[number].headline.utf8.count {
        links[number].headline = String(decoding: headline, as: UTF8.self)
      }
    } else {
      numbers[key] = links.count
      let isKnown = targets.page != nil || !address.authority.isEmpty
      links.append(
        Link(
          headline: String(decoding: headline, as: UTF8.self), address: isKnown ? address.text : nil,
          file: file))
    }
  }

  /// The target of a link. If the page's own address is unknown, a relative one has no host.
  private func target(_ value: UnsafeBufferPointer<UInt8>) -> WebAddress? {
    let reference = value.trimmingBlanks
    return mayLeadToStory(reference) ? targets.target(of: reference) : nil
  }

  /// Most links can be judged by their path alone: those with an absolute path and without a query.
  private func mayLeadToStory(_ reference: UnsafeBufferPointer<UInt8>) -> Bool {
    if reference.contains(byte: UInt8(ascii: "?")) { return true }
    var path = reference
    if let scheme = reference.firstIndex(of: "://") {
      path = reference.dropping(first: scheme + 3)
      path = path.dropping(first: path.firstIndex(ofByte: UInt8(ascii: "/"), from: 0) ?? path.count)
    } else if reference.first != UInt8(ascii: "/") || reference.hasPrefix("//") {
      return true
    }
    return StoryAddress.isStory(path: UnsafeBufferPointer(rebasing: path.prefix { $0 != UInt8(ascii: "#") }))
  }

  private func leadsToStory(_ address: WebAddress, _ file: [UInt8]?) -> Bool {
    if let page = targets.page {
      guard address.authority.isEmpty || page.authority.isEmpty || address.domain == domain else {
        return false
      }
      let isSamePath = RelatedLinks.withoutSlash(address.path) == RelatedLinks.withoutSlash(page.path)
      if isSamePath, address.query == page.query || !StoryAddress.isStory(query: address.query) {
        return false
      }
    }
    // In a mirror, the folders above a file are not known here.
    return StoryAddress.isStory(address) || targets.page == nil && file.map(RelativeFile.isPage) == true
  }

  private static func withoutSlash(_ path: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    path.last == UInt8(ascii: "/") ? path.dropLast() : path
  }

  /// The text of a link, or of the heading in it; the whole text of a short block that is a single link.
  private func headline(of link: Int, _ index: Int) -> [UInt8] {
    let nodes = blocks.nodes
    let block = blocks.list[index]
    let heading = nodes.contents(of: link).prefix(400).first { nodes.list[$0].tag.isHeading }
    if let heading {
      let text = nodes.seenText(of: heading, limit: 400)
      if wordCount(text) >= 3 { return text }
    }
    let text = nodes.seenText(of: link, limit: 800)
    let isOnlyLink = blocks.links[block.links].allSatisfy { $0 == link }
    guard block.linkShare > 0.9, block.characterCount < 160, isOnlyLink,
      choice.words[index] <= wordCount(text)
    else { return text }
    return blocks.text[block.range].map { $0 == 0x0A ? 0x20 : $0 }
  }

  static func isHeadline(_ text: UnsafeBufferPointer<UInt8>, title: NormalizedWords) -> Bool {
    guard (4...40).contains(BlockStatistics(text).wordCount), !GenericLinkText.begins(text) else {
      return false
    }
    guard text.count < 2 * title.bytes.count + 16 else { return true }
    return NormalizedWords(text, joinsAtQuotes: true) != title
  }

  private func wordCount(_ text: [UInt8]) -> Int {
    text.withUnsafeBufferPointer { BlockStatistics($0).wordCount }
  }
}
