import Text

/// The name of the site that published a page.
struct SiteName {
  /// The name for display.
  private(set) var text: String
  private var names: Set<NormalizedWords> = []

  /// - Parameters:
  ///   - head: the page's metadata.
  ///   - headings: its headings, one of which may be the site's name.
  ///   - address: the page's address, if known.
  init(_ head: PageHead, _ headings: PageHeadings, address: String) {
    let publishers = (head.data.articles + head.data.objects).lazy
      .compactMap { head.data.names("publisher", of: $0).first }
    let told =
      head.first("og:site_name").nonEmpty ?? publishers.first.map { CleanText.markup($0.text) }?.nonEmpty
      ?? String(head.first("application-name", "twitter:site").drop { $0 == "@" })
    let place = WebAddress(address)
    let host = place?.hostWithoutWWW ?? ""
    text = told.isEmpty || told.hasPrefix("http:") || told.hasPrefix("https:") ? host : told
    let domain = place.map { String(decoding: $0.domain, as: UTF8.self) } ?? ""
    let ofSite = headings.first.filter(\.isOfSite).map(\.text)
    names = Set(
      ([text, SiteName.withoutEnding(text), host, domain, SiteName.withoutEnding(domain)] + ofSite)
        .map { NormalizedWords(comparing: $0) }.filter { !$0.isEmpty })
  }

  /// `The Courier` for `The Courier.example`.
  private static func withoutEnding(_ name: String) -> String {
    name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
  }

  /// Whether a text is only the name of the site.
  func isName(_ text: String) -> Bool { isName(NormalizedWords(comparing: text)) }

  /// The same for words.
  func isName(_ words: NormalizedWords) -> Bool { names.contains(words) }

  /// A title without the name of the site and what follows it, or without the name at its beginning.
  func removed(from title: String) -> String {
    let title = title[...]
    let separators = TitleSeparators.ranges(in: title)
    guard let first = separators.first else { return withoutBeginning(title) }
    for (index, separator) in separators.enumerated() {
      let end = index + 1 < separators.count ? separators[index + 1].lowerBound : title.endIndex
      guard isNameOrGlued(title[separator.upperBound..<end]) else { continue }
      let start = isNameOrGlued(title[..<first.lowerBound]) ? first.upperBound : title.startIndex
      if start < separator.lowerBound { return String(title[start..<separator.lowerBound]) }
    }
    let isFirst = isName(String(title[..<first.lowerBound]))
    return withoutBeginning(isFirst ? title[first.upperBound...] : title)
  }

  /// A title without the name of the site before a colon: `The Courier: Tin prices fall`.
  private func withoutBeginning(_ title: Substring) -> String {
    guard let colon = title.firstIndex(of: ":"), isName(String(title[..<colon])) else { return String(title) }
    return title[title.index(after: colon)...].trimmed(" ")
  }

  /// Whether a text is one of the names, ignoring blanks: `TheWire` equals `The Wire`.
  private func isNameOrGlued(_ text: Substring) -> Bool {
    let words = NormalizedWords(comparing: String(text))
    if words.isEmpty { return false }
    let glued = words.bytes.filter { $0 != 0x20 }
    return names.contains { $0.bytes.filter { $0 != 0x20 } == glued }
  }
}
