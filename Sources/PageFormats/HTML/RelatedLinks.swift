import Text

/// The links of a page that lead to other stories: those that look like one by headline and address, and stand outside of the
/// story, of navigation and of comments.
struct RelatedLinks {
  /// A link to a story.
  struct Link {
    var headline: String
    /// Nil for one that is relative to an address that nobody knows.
    var address: String?
  }

  /// In the order of the page, each address once.
  private(set) var links: [Link] = []

  private let blocks: HTMLBlocks
  private let choice: StoryChoice
  private let page: WebAddress?
  private let base: WebAddress?
  private let title: NormalizedWords
  private var numbers: [String: Int] = [:]

  /// More links are not looked at.
  private static let mostLooked = 4_000
  private static let most = 200

  /// - Parameters:
  ///   - blocks: the text of the page.
  ///   - choice: which of it is the story.
  ///   - metadata: the story's headline and address.
  init(_ blocks: HTMLBlocks, _ choice: StoryChoice, _ metadata: PageMetadata) {
    self.blocks = blocks
    self.choice = choice
    page = WebAddress(metadata.address)
    base = page.map { page in metadata.base.flatMap { page.resolving($0) } ?? page }
    title = NormalizedWords(comparing: metadata.title)
    var looked = 0
    for (index, block) in blocks.list.enumerated() where !block.links.isEmpty {
      if choice.isShown[index], block.linkShare < 0.6 { continue }
      looked += block.links.count
      if looked > RelatedLinks.mostLooked || links.count >= RelatedLinks.most { return }
      var known: Set<Int> = []
      for link in blocks.links[block.links] where known.insert(link).inserted { add(link, index) }
    }
  }

  /// Links with these around them lead elsewhere.
  private static let unrelated: ElementMarks = [
    ElementMarks(SpeakingElement.nav), ElementMarks(SpeakingElement.footer),
    ElementMarks(AttributeGroup.navigation),
    ElementMarks(AttributeGroup.footer), ElementMarks(.signUp), ElementMarks(.comments), .notDisplayed,
  ]

  private mutating func add(_ link: Int, _ index: Int) {
    let nodes = blocks.nodes
    guard let value = nodes.attribute("href", of: link), value.count < 2048,
      let address = target(CleanText.attribute(value)), leadsToStory(address)
    else { return }
    if nodes.attribute("rel", of: link)?.firstIndex(of: "sponsored") != nil { return }
    guard choice.elements.marksAround(link).isDisjoint(with: RelatedLinks.unrelated) else { return }
    let headline = headline(of: link, index)
    guard isHeadline(headline) else { return }
    let key =
      address.authority + address.path + (StoryAddress.isStory(query: address.query) ? address.query : "")
    if let number = numbers[key] {
      if links[number].headline.utf8.count < 25, headline.utf8.count > links[number].headline.utf8.count {
        links[number].headline = headline
      }
    } else {
      numbers[key] = links.count
      links.append(
        Link(headline: headline, address: base == nil && address.authority.isEmpty ? nil : address.text))
    }
  }

  /// What a link leads to. Where the page's own address is unknown, a relative one has no host.
  private func target(_ reference: String) -> WebAddress? {
    guard let first = reference.utf8.first, first != UInt8(ascii: "#") else { return nil }
    guard let address = (base ?? WebAddress("file:///"))?.resolving(reference) else { return nil }
    return ["http", "https", "file"].contains(address.scheme) ? address : nil
  }

  private func leadsToStory(_ address: WebAddress) -> Bool {
    if let page {
      guard address.authority.isEmpty || page.authority.isEmpty || address.domain == page.domain else {
        return false
      }
      let isSamePath = address.path.trimmed("/") == page.path.trimmed("/")
      if isSamePath, address.query == page.query || !StoryAddress.isStory(query: address.query) {
        return false
      }
    }
    return StoryAddress.isStory(address)
  }

  /// The text of a link, or of the heading in it; all of a short block that is one link.
  private func headline(of link: Int, _ index: Int) -> String {
    let nodes = blocks.nodes
    let block = blocks.list[index]
    let heading = nodes.contents(of: link).prefix(400).first { nodes.list[$0].tag.isHeading }
    if let heading {
      let text = nodes.seenText(of: heading, limit: 400)
      if wordCount(text) >= 3 { return text }
    }
    let text = nodes.seenText(of: link, limit: 800)
    let isWhole =
      block.linkShare > 0.9 && block.characterCount < 160 && Set(blocks.links[block.links]).count == 1
    guard isWhole, choice.words[index] <= wordCount(text) else { return text }
    return CleanText.markup(String(decoding: blocks.text[block.range], as: UTF8.self))
  }

  private func isHeadline(_ text: String) -> Bool {
    (4...40).contains(wordCount(text)) && !GenericLinkText.begins(text)
      && NormalizedWords(comparing: text) != title
  }

  private func wordCount(_ text: String) -> Int {
    var text = text
    return text.withUTF8 { BlockStatistics($0).wordCount }
  }
}

/// Whether an address may be that of a story.
enum StoryAddress {
  /// By its path: not one of those that lead to lists, accounts and the like, and as long as those of stories are.
  static func isStory(_ address: WebAddress) -> Bool {
    let parts = address.path.split(separator: "/")
    guard let last = parts.last else { return isStory(query: address.query) }
    if parts.contains(where: isOther) { return false }
    let name = withoutEnding(last)
    let dashes = name.utf8.count { "-_+".utf8.contains($0) } + name.ranges(of: "%20").count
    return dashes >= 2 || name.utf8.count >= 20 || hasLongNumber(address.path)
      || isStory(query: address.query)
      || parts.count >= 3 && (parts.contains(where: isYear) || dashes >= 1 && name.utf8.count >= 10)
  }

  /// By its query: `?id=1234`.
  static func isStory(query: String) -> Bool {
    query.split(separator: "&").contains { parameter in
      let parts = parameter.split(separator: "=", maxSplits: 1)
      guard parts.count == 2,
        ["id", "p", "story", "article", "aid", "newsid"].contains(parts[0].lowercased())
      else {
        return false
      }
      return parts[1].utf8.prefix { HTMLByte.isDigit($0) }.count >= 2
    }
  }

  private static func withoutEnding(_ name: Substring) -> Substring {
    guard let dot = name.lastIndex(of: "."), (2...5).contains(name[dot...].utf8.count - 1) else {
      return name
    }
    return name[..<dot]
  }

  private static func hasLongNumber(_ path: String) -> Bool {
    var digits = 0
    for byte in path.utf8 {
      digits = HTMLByte.isDigit(byte) ? digits + 1 : 0
      if digits == 5 { return true }
    }
    return false
  }

  private static func isYear(_ part: Substring) -> Bool {
    part.utf8.count == 4 && (part.hasPrefix("19") || part.hasPrefix("20"))
      && part.utf8.allSatisfy(HTMLByte.isDigit)
  }

  private static func isOther(_ part: Substring) -> Bool {
    let name = part.prefix { $0 != "." }.lowercased()
    return others.contains(name) || beginnings.contains { name.hasPrefix($0) }
  }

  private static let beginnings = ["subscri", "advert", "privacy", "terms", "cookie", "etiqueta", "autor"]

  private static let others: Set<String> = [
    "tag", "tags", "topic", "topics", "category", "categories", "author", "authors", "people", "profile",
    "profiles",
    "user", "users", "member", "members", "search", "login", "log-in", "signin", "sign-in", "signup",
    "sign-up",
    "register", "account", "accounts", "about", "about-us", "contact", "contact-us", "help", "faq", "jobs",
    "careers",
    "shop", "store", "cart", "newsletter", "newsletters", "legal", "section", "sections", "columnist",
    "columnists",
    "staff", "contributor", "contributors", "archive", "archives", "rss", "feed", "thema", "themen", "tema",
    "kategorie",
  ]
}

/// Texts of links that are no headlines: `Read more about this`, `Sign up for our newsletter`.
enum GenericLinkText {
  /// Whether a text begins so.
  static func begins(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      let start = bytes.indices.first { HTMLByte.isLetter(bytes[$0]) || bytes[$0] >= 0x80 }
      return start.map { beginnings.end(at: $0, in: bytes) != nil } ?? true
    }
  }

  private static let beginnings = PhraseMatcher(
    [
      """
      read more,read full,read the,read on,more|,continue,learn more,click,see more,see all,view,watch now,share,next,
      previous,prev,subscribe,sign up,sign in,log in,follow,comment|,comments|,leave a,download,add to,shop,buy,get ,
      join,contact,about,terms,privacy,cookie,go to,back to,skip to,all rights,powered by,advertise,manage,
      your privacy,your account,your ad,do not sell
      """
    ]
  ) { $0.map { !HTMLByte.isLetter($0) && !HTMLByte.isDigit($0) } ?? true }
}
