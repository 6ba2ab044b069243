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

  init(_ head: PageHead, site: SiteName) {
    self.head = head
    self.site = site
    let told = [
      head.data.articles.lazy.compactMap { head.data.string("headline", of: $0) }.first.map(CleanText.markup),
      CleanText.markup(head.first("og:title")).nonEmpty
        ?? CleanText.markup(
          head.first("twitter:title", "dc.title", "title", "sailthru.title", "parsely-title")),
      head.title,
    ].compactMap { $0 }.filter { !$0.isEmpty }
    chooseHeading(told)
    if heading == nil { chooseTold(told) }
  }

  private mutating func chooseHeading(_ told: [String]) {
    // A shorter title may be only the name of the site, and is not compared with headings.
    let references = told.filter { wordCount($0) > 2 }.map { Set(NormalizedWords(comparing: $0).words) }
    var best: (agreement: Float, heading: Int, text: String)?
    for heading in head.headings.prefix(32) {
      let text = head.nodes.text(of: heading, limit: 1200)
      guard (3..<300).contains(text.unicodeScalars.count) else { continue }
      let words = Set(NormalizedWords(comparing: text).words)
      let agreement: Float =
        words.isEmpty
        ? 0
        : references.map { Float(words.intersection($0).count) / Float(words.count) }.max() ?? 0.5
      if agreement > best?.agreement ?? -1 { best = (agreement, heading, text) }
    }
    guard let best, best.agreement >= 0.5, !site.isName(best.text) else { return }
    let isWhole = best.text.contains(" ") || wordCount(site.removed(from: head.title)) <= 2
    if isWhole { (text, heading) = (best.text, best.heading) }
  }

  private mutating func chooseTold(_ told: [String]) {
    guard let first = told.first else {
      text = head.headings.first.map { head.nodes.text(of: $0, limit: 1200) } ?? ""
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

/// The name of the site that published a page.
struct SiteName {
  /// The name for display.
  private(set) var text: String
  private var names: Set<NormalizedWords> = []

  /// - Parameters:
  ///   - head: the page's metadata.
  ///   - address: the page's address, if known.
  init(_ head: PageHead, address: String) {
    let publishers = (head.data.articles + head.data.objects).lazy
      .compactMap { head.data.names("publisher", of: $0).first }
    let told =
      head.first("og:site_name").nonEmpty ?? publishers.first.map { CleanText.markup($0.text) }?.nonEmpty
      ?? String(head.first("application-name", "twitter:site").drop { $0 == "@" })
    let host = WebAddress(address)?.hostWithoutWWW ?? ""
    text = told.isEmpty || told.hasPrefix("http:") || told.hasPrefix("https:") ? host : told
    let shortened = text.lastIndex(of: ".").map { String(text[..<$0]) } ?? text
    names = Set(
      [text, shortened, host]
        .map { NormalizedWords(comparing: $0) }.filter { !$0.isEmpty })
  }

  /// Whether a text is only the name of the site.
  func isName(_ text: String) -> Bool { names.contains(NormalizedWords(comparing: text)) }

  /// A title without the name of the site at its end or its beginning.
  func removed(from title: String) -> String {
    var title = title[...]
    for _ in 0..<3 {
      let separators = TitleSeparators.ranges(in: title)
      guard let first = separators.first, let last = separators.last else { break }
      if isNameOrGlued(title[last.upperBound...]) {
        title = title[..<last.lowerBound]
      } else if isName(String(title[..<first.lowerBound])) {
        title = title[first.upperBound...]
      } else {
        break
      }
    }
    return CleanText.markup(String(title))
  }

  /// Whether a text is one of the names, ignoring blanks: `TheWire` equals `The Wire`.
  private func isNameOrGlued(_ text: Substring) -> Bool {
    let words = NormalizedWords(comparing: String(text))
    if words.isEmpty { return false }
    let glued = words.bytes.filter { $0 != 0x20 }
    return names.contains { $0.bytes.filter { $0 != 0x20 } == glued }
  }
}

/// The separators between a headline and the name of its site: ` | `, ` - `, ` » `.
enum TitleSeparators {
  private static let marks = Set("|-–—·»•:«/".unicodeScalars)

  /// The positions of the separators. A bar and a double angle bracket need no blanks around them.
  static func ranges(in title: Substring) -> [Range<Substring.Index>] {
    let scalars = title.unicodeScalars
    var ranges: [Range<Substring.Index>] = []
    var position = scalars.startIndex
    while position < scalars.endIndex {
      if let end = end(at: position, in: scalars) {
        ranges.append(position..<end)
        position = end
      } else {
        position = scalars.index(after: position)
      }
    }
    return ranges
  }

  /// The parts between the separators.
  static func parts(of title: String) -> [String] {
    var parts: [String] = []
    var start = title.startIndex
    for range in ranges(in: title[...]) {
      parts.append(String(title[start..<range.lowerBound]))
      start = range.upperBound
    }
    return (parts + [String(title[start...])]).filter { !$0.isEmpty }
  }

  private static func end(
    at start: Substring.Index, in scalars: Substring.UnicodeScalarView
  ) -> Substring.Index? {
    let marksOn = scalars[start...].drop { $0 == " " }
    if marksOn.startIndex > start {
      let after = marksOn.drop { marks.contains($0) }
      let next = after.drop { $0 == " " }
      if after.startIndex > marksOn.startIndex, next.startIndex > after.startIndex { return next.startIndex }
    }
    guard let mark = marksOn.first, mark == "|" || mark == "»" else { return nil }
    return marksOn.dropFirst().drop { $0 == " " }.startIndex
  }
}

extension String {
  /// The text, or nil if it is empty.
  var nonEmpty: String? { isEmpty ? nil : self }
}
